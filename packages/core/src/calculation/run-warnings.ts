/**
 * What a reader of a result must be told beside it: invented values, amounts without a ground in
 * law, lines that nobody can have, limits that are passed, facts that some have not reported.
 */
import { compareIds, type Issue, issue } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  expressionsOfStage,
  LINE_AMOUNT,
  linesOfStage,
  namesIn,
  reachableNames,
  signaturesOf,
  stageResultOf,
} from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  formatTenge,
  type Ratio,
  roundToTiyn,
  subtractRatios,
  sumTiyn,
  ZERO,
} from "../money/index.ts";
import type { Organisation } from "../register/index.ts";
import type { CalculationRun } from "./calculate.ts";
import { factUsesOf } from "./fact-uses.ts";
import type { CalculationPlan } from "./plan.ts";
import { registerRulesOf } from "./register-rules.ts";

export function findRunWarnings(run: CalculationRun): readonly Issue[] {
  const { plan, snapshot } = run;
  const { methodology, asOf } = plan;
  const groundless = snapshot.estimates.filter(
    ({ budgetYear, status }) =>
      budgetYear === asOf.budgetYear && status !== "enacted" && status !== "local",
  );
  const amount = formatTenge(sumTiyn(groundless.map((estimate) => estimate.amount)));
  return [
    ...(methodology.isDemonstration
      ? [issue("demonstration-data", {}, { methodology: methodology.id })]
      : []),
    ...(groundless.length > 0
      ? [issue("estimates-assumed", {}, { count: `${groundless.length}`, amount })]
      : []),
    ...uncountedLines(run),
    ...exceededLimits(run),
    ...absentFacts(run),
  ];
}

/** Lines that stand on no fact, so that no organisation can have them, and no stage brings them. */
function uncountedLines({ plan }: CalculationRun): readonly Issue[] {
  const staged = new Set(plan.stages.flatMap(linesOfStage));
  return plan.lines
    .filter(({ id, exists, amount }) => {
      return exists === "counted" && !staged.has(id) && factUsesOf(amount, plan).length === 0;
    })
    .filter(({ amount }) => !asksRun(amount, plan))
    .map(({ id, place }) => issue("line-uncounted", place, { line: id }));
}

/** Whether an amount stands on lines or stages, which know for themselves who has them. */
function asksRun(amount: Expression, { formulas, methodology }: CalculationPlan): boolean {
  const edges = new Map([...formulas].map(([id, { expression }]) => [id, namesIn(expression)]));
  const signatures = signaturesOf(methodology.stages);
  return [...reachableNames(namesIn(amount), edges)].some(
    (name) => name === LINE_AMOUNT || stageResultOf(signatures, name) !== undefined,
  );
}

/** Limits of groups whose lines and estimates come to more. */
function exceededLimits({ outcomes }: CalculationRun): readonly Issue[] {
  return outcomes.flatMap(({ stage, groups }) => {
    if (stage.kind !== "limit") return [];
    return [...groups.values()].flatMap(({ name, figures }) => {
      const { envelope = ZERO, before = ZERO, estimates = ZERO } = figures;
      const total = addRatios(before, estimates);
      const over = subtractRatios(total, envelope);
      if (compareRatios(over, ZERO) <= 0) return [];
      const tenge = (amount: Ratio) => formatTenge(roundToTiyn(amount, "half-up"));
      const facts = { stage: stage.id, group: name, envelope: tenge(envelope) };
      return issue("limit-exceeded", stage.place, {
        ...facts,
        ...{ total: tenge(total), amount: tenge(over) },
      });
    });
  });
}

const TOLD_ORGANISATIONS = 5;

/** Facts that some organisations which report them have no row of, though others have. */
function absentFacts({ plan, snapshot, facts }: CalculationRun): readonly Issue[] {
  const { methodology, asOf } = plan;
  const { isReporter } = registerRulesOf(plan);
  const optional = factsAskedFor(plan);
  const reporters = (fact: string) =>
    snapshot.organisations.filter(
      (organisation) =>
        isOpenInYear(organisation, asOf.budgetYear) && isReporter(fact, organisation),
    );
  return [...methodology.facts.values()].flatMap(({ id, source, yearOffset }) => {
    if (source !== "facts" || yearOffset !== 0 || optional.has(id)) return [];
    const expected = reporters(id);
    const absent = expected.filter((each) => facts.cellsOf(each.id, id).size === 0);
    if (absent.length === 0 || absent.length === expected.length) return [];
    const ids = absent.map((each) => each.id).toSorted(compareIds);
    const shown = ids.slice(0, TOLD_ORGANISATIONS).join(", ");
    const organisations = ids.length > TOLD_ORGANISATIONS ? `${shown}, …` : shown;
    return [issue("facts-absent", {}, { fact: id, count: `${ids.length}`, organisations })];
  });
}

/** Facts of which the law itself asks whether they are there. */
function factsAskedFor({ formulas, lines, stages }: CalculationPlan): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (node: Expression): void => {
    if (node.kind === "has") found.add(node.operand.name);
    childrenOf(node).forEach(look);
  };
  for (const { expression } of formulas.values()) look(expression);
  for (const { when, amount } of lines) [when, amount].forEach(look);
  for (const { expression } of stages.flatMap(expressionsOfStage)) look(expression);
  return found;
}

function isOpenInYear({ openedOn, closedOn }: Organisation, year: number): boolean {
  return openedOn <= `${year}-12-31` && (closedOn === undefined || closedOn >= `${year}-01-01`);
}

/** What a search found: values, slack to the tiyn, prices, and who gets more or less. */
import {
  type CalculationPlan,
  formatDigits,
  formatTenge,
  formatUnit,
  formatUnitText,
  namesOf,
  type ParameterTarget,
  type RegisterSnapshot,
  type Scope,
  type Solution,
  type SolvedLever,
  type Tiyn,
  tiyn,
} from "@zhanbasy/core";
import type { CsvOutput } from "../files/write-csv.ts";
import type { ScenarioModel } from "../usecases/calculate-scenario.ts";
import { memberColumns } from "./by-words.ts";
import type { CommandContext } from "./command.ts";
import { type MemberNames, memberNames } from "./member-names.ts";
import { amountText, cityRecord, citySentence, moneyText } from "./run-record.ts";
import { scopeText } from "./scope-words.ts";
import { upperFirst } from "./upper-first.ts";

export type SolutionAnswer = {
  readonly record: Readonly<Record<string, unknown>>;
  readonly table: CsvOutput;
  readonly sentences: readonly string[];
};

export function solutionAnswer(
  opened: ScenarioModel,
  scope: Scope,
  solution: Solution,
  context: CommandContext,
): SolutionAnswer {
  const { plan, inputs } = opened;
  const names = memberNames(plan.methodology, [inputs.snapshot], context);
  return {
    record: { ...cityRecord(opened), ...solutionRecord(scope, solution) },
    table: tableOf(opened, solution, names),
    sentences: sentencesOf(opened, names.scope(scope), solution, context),
  };
}

function solutionRecord(scope: Scope, solution: Solution) {
  const { target, before, amount, slack, city, nextStep, nextUnit, changes } = solution;
  const { more, less, same } = changes;
  return {
    ...{ scope: scopeText(scope), target: formatTenge(target) },
    ...{ before: formatTenge(before), amount: formatTenge(amount), slack: formatTenge(slack) },
    city: { before: formatTenge(city.before), after: formatTenge(city.after) },
    nextStep: nextStep === undefined ? null : formatTenge(nextStep),
    nextUnit: nextUnit === undefined ? null : formatTenge(nextUnit),
    proved: solution.isProved,
    levers: solution.levers.map(leverRecord),
    more: { count: more.count, amount: formatTenge(more.amount) },
    less: { count: less.count, amount: formatTenge(less.amount) },
    same,
    trials: solution.trials,
  };
}

function leverRecord({ lever, number, digits, before, bound }: SolvedLever) {
  return {
    ...{ number, least: lever.least, greatest: lever.greatest, step: lever.step },
    bound: bound ?? null,
    values: lever.values.map(({ target, factor }, place) => ({
      ...{ parameter: target.parameter, key: Object.fromEntries(target.key) },
      ...{ validFrom: target.validFrom ?? null, validTo: target.validTo ?? null },
      ...{ factor: factor ?? "1", before: before[place] ?? null, value: digits[place] ?? "" },
    })),
  };
}

/** Every organisation with all its lines, and citywide lines without one: columns add up. */
function tableOf(
  { plan, inputs }: ScenarioModel,
  { changes }: Solution,
  { organisation }: MemberNames,
): CsvOutput {
  const estimates = estimatesBy(inputs.snapshot, plan.asOf.budgetYear);
  const citywide = estimates.get("") ?? tiyn(0n);
  const rowOf = (id: string, before: Tiyn, after: Tiyn): readonly string[] => [
    ...[
      id,
      organisation(id),
      amountText(before),
      amountText(after),
      formatTenge(tiyn(after - before)),
    ],
  ];
  const rows = changes.organisations().map(({ organisationId, before, after }) => {
    const estimate = estimates.get(organisationId) ?? 0n;
    return rowOf(organisationId, tiyn(before + estimate), tiyn(after + estimate));
  });
  return {
    columns: [
      ...memberColumns("organisation", plan.methodology.idScheme),
      "before",
      "after",
      "change",
    ],
    rows: citywide === 0n ? rows : [rowOf("", citywide, citywide), ...rows],
  };
}

/** No lever changes what is paid by estimate. */
function estimatesBy({ estimates }: RegisterSnapshot, year: number): ReadonlyMap<string, Tiyn> {
  const sums = new Map<string, Tiyn>();
  for (const { organisationId, budgetYear, amount } of estimates) {
    if (budgetYear !== year) continue;
    sums.set(organisationId, tiyn((sums.get(organisationId) ?? 0n) + amount));
  }
  return sums;
}

function sentencesOf(
  opened: ScenarioModel,
  scope: string,
  solution: Solution,
  context: CommandContext,
): readonly string[] {
  const { language, translate } = context;
  const { amount, slack, target, before, nextStep, nextUnit, changes } = solution;
  const money = (value: Tiyn): string =>
    moneyText(value, opened.plan.methodology.currency, context);
  const { more, less, same } = changes;
  // Where the step is one, both prices are one.
  const isOneStep = nextUnit === nextStep;
  return [
    citySentence(opened, solution.city.before, context),
    ...solution.levers.flatMap((lever) => leverSentences(lever, opened.plan, context)),
    translate("answer.reached", {
      ...{ scope: upperFirst(scope), before: money(before), amount: money(amount) },
      ...{ target: money(target), slack: money(slack) },
    }),
    ...(nextStep === undefined ? [] : [translate("answer.nextStep", { change: money(nextStep) })]),
    ...(nextUnit === undefined || isOneStep
      ? []
      : [translate("answer.nextUnit", { change: money(nextUnit) })]),
    translate("answer.moreOrLess", {
      ...{ more: formatDigits(`${more.count}`, language), moreAmount: money(more.amount) },
      ...{ less: formatDigits(`${less.count}`, language), lessAmount: money(less.amount) },
      same: formatDigits(`${same}`, language),
    }),
    ...(solution.isProved ? [] : [translate("answer.sampled")]),
  ];
}

function leverSentences(
  { lever, digits, before, bound }: SolvedLever,
  { methodology }: CalculationPlan,
  { language, translate }: CommandContext,
): readonly string[] {
  const reader = { names: namesOf(methodology), language, translate };
  const values = lever.values.map(({ target }, place) => {
    const parameter = methodology.parameters.get(target.parameter);
    const unit =
      parameter === undefined ? "" : formatUnitText(formatUnit(parameter.unit), translate);
    const labels = [...target.key].map(
      ([dimension, code]) => reader.names.labelOfCode(dimension, code)?.[language] ?? code,
    );
    const name = [parameter?.label[language] ?? target.parameter, ...labels].join(", ");
    const value = `${formatDigits(digits[place] ?? "", language)}\u202F${unit}`.trimEnd();
    const now = formatDigits(before[place] ?? "", language);
    return translate("answer.lever", { name, lever: leverName(target), before: now, value });
  });
  if (bound === undefined) return values;
  return [...values, translate(bound === "least" ? "answer.atLeast" : "answer.atGreatest")];
}

/** As the option is written: `secondary.Ez[level=primary]@2026-01-01`. */
function leverName({ parameter, key, validFrom }: ParameterTarget): string {
  const codes = [...key].map(([dimension, code]) => `${dimension}=${code}`).join(",");
  const day = validFrom === undefined ? "" : `@${validFrom}`;
  return `${parameter}${codes === "" ? "" : `[${codes}]`}${day}`;
}

/**
 * The main job: a register under a plan → every organisation's lines to the tiyn, with totals that
 * close.
 *
 * Every line's amount is an exact ratio of tenge, rounded once by the line's policy. Estimates of
 * one key are summed.
 */
import { type Issue, type Result, unlessIssues } from "../kernel/index.ts";
import { type Tiyn, tiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import { type AllocationLine, type AllocationTotals, sortLines, totalsOf } from "./allocation.ts";
import { createCompiler } from "./compile.ts";
import type { FactTable } from "./fact-table.ts";
import { formulaLines } from "./formula-lines.ts";
import type { CalculationPlan } from "./plan.ts";
import { factTableOf } from "./run-facts.ts";
import { createRun, type Run } from "./run-figures.ts";
import { createRunState, type UsedParameter, type UsedTable } from "./run-state.ts";
import { type LedgerRow, ledgerOf } from "./stages/ledger.ts";
import type { StageOutcome } from "./stages/outcome.ts";

export type CalculationRun = {
  readonly plan: CalculationPlan;
  readonly snapshot: RegisterSnapshot;
  readonly facts: FactTable;
  /** Every figure that the lines stand on, for explanations and for formulas asked by name. */
  readonly figures: Run;
  /** Sorted by organisation, tier, budget code and method. */
  readonly lines: readonly AllocationLine[];
  readonly totals: AllocationTotals;
  /** Every parameter value that reached some line, by parameter, key and validity. */
  readonly usedParameters: readonly UsedParameter[];
  readonly usedTables: readonly UsedTable[];
  /** What the stages did, by order. */
  readonly outcomes: readonly StageOutcome[];
  /** Who gives and who pays, stage by stage. */
  readonly ledger: readonly LedgerRow[];
};

/** The attribute by which organisations are added up on the map. */
const DISTRICT = "district";

/** Calculates every line; refused with all missing counts, values and attributes at once. */
export function calculate(
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
): Result<CalculationRun> {
  const compiler = createCompiler(plan);
  const { used, usedTables, issues: noted } = createRunState();
  const notes = { used, usedTables, issues: noted };
  const facts = factTableOf(plan, snapshot, { issues: noted, used });
  const figures = createRun({ compiler, snapshot, facts, notes });
  const calculated = formulaLines(figures, compiler, facts);
  const outcomes = plan.stages.map(figures.outcomeOf);
  for (const stage of plan.stages) if (stage.kind === "solve") figures.solutionOf(stage);
  const issues = causesOf(onceEach([...calculated.issues, ...notes.issues.values()]));
  return unlessIssues(issues, () => {
    const lines = sortLines([...calculated.lines, ...estimateLines(plan, snapshot)]);
    return {
      ...{ plan, snapshot, facts, figures, lines, outcomes },
      totals: addUp(lines, snapshot),
      usedParameters: sortUsed(notes.used.values(), ({ parameter }) => parameter),
      usedTables: sortUsed(notes.usedTables.values(), ({ table }) => table),
      ledger: ledgerOf(outcomes),
    };
  });
}

/** What stages refuse when the figures under them are what they should be. */
const REFUSALS: ReadonlySet<Issue["code"]> = new Set([
  ...(["solve-infeasible", "solve-tolerance", "solve-not-monotone"] as const),
  ...(["fit-infeasible", "fill-infeasible", "pool-without-weights", "bounds-crossed"] as const),
  ...(["weight-negative", "collect-negative", "collect-without-line"] as const),
]);

/** Where values are missing, what stages make of the gaps is no fault of its own. */
function causesOf(issues: readonly Issue[]): readonly Issue[] {
  const causes = issues.filter(({ code }) => !REFUSALS.has(code));
  return causes.length > 0 ? causes : issues;
}

/** What several figures miss is told once. */
function onceEach(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}

function addUp(
  lines: readonly AllocationLine[],
  { organisations }: RegisterSnapshot,
): AllocationTotals {
  const districts = new Map(
    organisations.map(({ id, attributes }) => [id, attributes.get(DISTRICT) ?? ""]),
  );
  return totalsOf(lines, (id) => districts.get(id) ?? "");
}

function estimateLines(
  { asOf }: CalculationPlan,
  { estimates }: RegisterSnapshot,
): readonly AllocationLine[] {
  const sums = new Map<string, AllocationLine>();
  for (const { organisationId, tier, budgetCode, amount, budgetYear } of estimates) {
    if (budgetYear !== asOf.budgetYear) continue;
    const name = `${organisationId}|${tier}|${budgetCode}`;
    const sum: Tiyn = tiyn((sums.get(name)?.amount ?? 0n) + amount);
    sums.set(name, {
      organisationId,
      tier,
      budgetCode,
      method: "estimate",
      amount: sum,
      headcount: undefined,
      cases: [],
    });
  }
  return [...sums.values()];
}

/** By name, key and validity. */
export function sortUsed<Used extends Pick<UsedParameter | UsedTable, "key" | "value">>(
  used: Iterable<Used>,
  idOf: (each: Used) => string,
): readonly Used[] {
  const nameOf = (each: Used) => `${idOf(each)}|${each.key}|${each.value.validity.from}`;
  return [...used].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

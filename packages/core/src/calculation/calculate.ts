/**
 * The main job: a register under a plan → every organisation's lines to the tiyn, with totals that
 * close.
 *
 * Every line's amount is an exact ratio of tenge, rounded once by the line's policy. Estimates of
 * one key are summed.
 */
import { type Result, unlessIssues } from "../kernel/index.ts";
import { type Tiyn, tiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import { type AllocationLine, type AllocationTotals, sortLines, totalsOf } from "./allocation.ts";
import { buildFactTable, type FactTable } from "./fact-table.ts";
import { formulaLines } from "./formula-lines.ts";
import type { CalculationPlan } from "./plan.ts";
import { createRunState, type UsedParameter } from "./run-state.ts";

export type CalculationRun = {
  readonly plan: CalculationPlan;
  readonly snapshot: RegisterSnapshot;
  readonly facts: FactTable;
  /** Sorted by organisation, tier, budget code and method. */
  readonly lines: readonly AllocationLine[];
  readonly totals: AllocationTotals;
  /** Every parameter value that reached some line, by parameter, key and validity. */
  readonly usedParameters: readonly UsedParameter[];
};

/** The attribute by which organisations are added up on the map. */
const DISTRICT = "district";

/** Calculates every line; refused with all missing counts, values and attributes at once. */
export function calculate(
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
): Result<CalculationRun> {
  const facts = buildFactTable(snapshot, plan.methodology, plan.asOf.budgetYear);
  const state = createRunState();
  const calculated = formulaLines(plan, snapshot, facts, state);
  const issues = [...calculated.issues, ...state.issues.values()];
  return unlessIssues(issues, () => {
    const lines = sortLines([...calculated.lines, ...estimateLines(plan, snapshot)]);
    const districts = new Map(
      snapshot.organisations.map(({ id, attributes }) => [id, attributes.get(DISTRICT) ?? ""]),
    );
    const totals = totalsOf(lines, (id) => districts.get(id) ?? "");
    return { plan, snapshot, facts, lines, totals, usedParameters: sortUsed(state.used.values()) };
  });
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
    });
  }
  return [...sums.values()];
}

function sortUsed(used: Iterable<UsedParameter>): readonly UsedParameter[] {
  const nameOf = ({ parameter, key, value }: UsedParameter) =>
    `${parameter}|${key}|${value.validity.from}`;
  return [...used].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

/**
 * The main job: a register under a plan → every organisation's lines to the tiyn, with totals that
 * close.
 *
 * Every line's amount is an exact ratio of tenge, rounded once by the line's policy. Estimates of
 * one key are summed.
 */
import { type Result, unlessIssues } from "../kernel/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import { type AllocationLine, type AllocationTotals, sortLines, totalsOf } from "./allocation.ts";
import { calculateCity, districtsOf } from "./calculate-city.ts";
import { openCityLines } from "./columns/city-lines.ts";
import { columnsOfRegister } from "./columns/columns-of-register.ts";
import { estimateLines } from "./estimate-lines.ts";
import type { FactTable } from "./fact-table.ts";
import type { CalculationPlan } from "./plan.ts";
import type { Run } from "./run-figures.ts";
import type { UsedParameter, UsedTable } from "./run-state.ts";
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

/** Calculates every line; refused with all missing counts, values and attributes at once. */
export function calculate(
  plan: CalculationPlan,
  snapshot: RegisterSnapshot,
): Result<CalculationRun> {
  const register = columnsOfRegister(plan, snapshot);
  const city = calculateCity(plan, register, openCityLines(plan, register));
  return unlessIssues(city.issues, () => {
    const { facts, figures, outcomes, notes } = city;
    const lines = sortLines([...city.lines, ...estimateLines(plan, snapshot)]);
    return {
      ...{ plan, snapshot, facts, figures, lines, outcomes },
      totals: totalsOf(lines, districtsOf(register)),
      usedParameters: sortUsed(notes.used.values(), ({ parameter }) => parameter),
      usedTables: sortUsed(notes.usedTables.values(), ({ table }) => table),
      ledger: ledgerOf(outcomes),
    };
  });
}

/** By name, key and validity. */
export function sortUsed<Used extends Pick<UsedParameter | UsedTable, "key" | "value">>(
  used: Iterable<Used>,
  idOf: (each: Used) => string,
): readonly Used[] {
  const nameOf = (each: Used) => `${idOf(each)}|${each.key}|${each.value.validity.from}`;
  return [...used].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
}

/** Totals of a calculation as they are kept with a revision and answered. */
import type { AllocationTotals, Tiyn } from "@zhanbasy/core";
import type { ScenarioTotals } from "../contract.ts";

/** Every way of adding up, members sorted by id. */
export function revisionTotals(totals: AllocationTotals): ScenarioTotals {
  return {
    totalTiyn: totals.total.toString(),
    byTier: amountsOf(totals.byTier),
    byDistrict: amountsOf(totals.byDistrict),
    byBudgetCode: amountsOf(totals.byBudgetCode),
    byMethod: amountsOf(totals.byMethod),
  };
}

function amountsOf(members: ReadonlyMap<string, Tiyn>): ScenarioTotals["byTier"] {
  return [...members]
    .map(([id, amount]) => ({ id, amountTiyn: amount.toString() }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
}

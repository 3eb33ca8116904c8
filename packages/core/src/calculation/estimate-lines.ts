/** Amounts outside the formulas as allocation lines. */
import { type Tiyn, tiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import type { AllocationLine } from "./allocation.ts";
import type { CalculationPlan } from "./plan.ts";

/** Estimates of the year, those of one key summed. */
export function estimateLines(
  { asOf }: CalculationPlan,
  { estimates }: Pick<RegisterSnapshot, "estimates">,
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

/** Core's own calculation in the form the oracle answers in. */
import {
  type CalculationPlan,
  calculate,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import type { Allocations } from "./kz-oracle.ts";

export function calculateLines(plan: CalculationPlan, snapshot: RegisterSnapshot): Allocations {
  const { lines } = getValue(calculate(plan, snapshot));
  return new Map(
    lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
      [organisationId, tier, budgetCode, method].join(","),
      amount,
    ]),
  );
}

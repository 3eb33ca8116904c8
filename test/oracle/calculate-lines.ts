/** Core's own calculation in the form the oracle answers in. */
import {
  buildPlan,
  type CalculationPlan,
  calculate,
  findCalendarDate,
  type Methodology,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import type { Allocations } from "./kz-oracle.ts";

export function planOf(
  methodology: Methodology,
  budgetYear: number,
  knownOn: string,
): CalculationPlan {
  const day = findCalendarDate(knownOn);
  if (day === undefined) throw new RangeError(`not a day: ${knownOn}`);
  return getValue(buildPlan(methodology, { budgetYear, knownOn: day }));
}

export function calculateLines(plan: CalculationPlan, snapshot: RegisterSnapshot): Allocations {
  const { lines } = getValue(calculate(plan, snapshot));
  return new Map(
    lines.map(({ organisationId, tier, budgetCode, method, amount }) => [
      [organisationId, tier, budgetCode, method].join(","),
      amount,
    ]),
  );
}

/** The plan of a methodology for a year, with the day of knowledge as text. */
import {
  asOf,
  buildPlan,
  type CalculationPlan,
  findCalendarDate,
  type Methodology,
} from "../../packages/core/src/index.ts";
import { getValue } from "./get-value.ts";

export function buildPlanOf(
  methodology: Methodology,
  budgetYear: number,
  knownOn: string,
): CalculationPlan {
  const day = findCalendarDate(knownOn);
  if (day === undefined) throw new RangeError(`not a day: ${knownOn}`);
  return getValue(buildPlan(methodology, asOf(budgetYear, day)));
}

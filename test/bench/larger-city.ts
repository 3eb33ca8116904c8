/** Amounts of a whole city, multiplied as its organisations are. */
import { type CalculationPlan, formatUnit, planWithValue } from "../../packages/core/src/index.ts";

/**
 * The plan with every parameter that is a sum of money so many times as great: envelopes and
 * targets, which a city of repeated organisations could not keep to otherwise.
 */
export function planOfLargerCity(plan: CalculationPlan, times: number): CalculationPlan {
  const { parameters, currency } = plan.methodology;
  let larger = plan;
  for (const { id, unit, values } of parameters.values()) {
    if (formatUnit(unit) !== currency) continue;
    for (const [place, { digits }] of values.entries()) {
      larger = planWithValue(larger, id, place, timesDigits(digits, times));
    }
  }
  return larger;
}

function timesDigits(digits: string, times: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const product = BigInt(whole.replace("-", "") + fraction) * BigInt(times);
  const text = String(product).padStart(fraction.length + 1, "0");
  if (fraction === "") return `${sign}${text}`;
  return `${sign}${text.slice(0, -fraction.length)}.${text.slice(-fraction.length)}`;
}

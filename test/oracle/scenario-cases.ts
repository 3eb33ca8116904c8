/** Random cases small enough for a city to be calculated hundreds of times. */
import { CODES } from "./land.ts";
import { type RandomCase, randomCase } from "./random-methodologies.ts";
import { COMPLETE } from "./random-rows.ts";

/** In a few organisations there may be nobody with amounts of last year, so one has them all. */
export function scenarioCase(seed: number, organisations: number): RandomCase {
  const given = randomCase(seed, organisations);
  const { lastYear } = given.rows;
  const others = lastYear.filter((row) => row["organisation"] !== COMPLETE);
  const own = CODES.tier.map((tier) => ({
    ...{ organisation: COMPLETE, tier, budget_code: "B1", method: "formula", child_months: "36" },
    amount: "12345.67",
  }));
  return { ...given, rows: { ...given.rows, lastYear: [...own, ...others] } };
}

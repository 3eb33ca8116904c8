/**
 * What a reader of a result must be told beside it: invented values, and amounts without a ground
 * in law.
 */
import { type Issue, issue } from "../kernel/index.ts";
import { formatTenge, sumTiyn } from "../money/index.ts";
import type { CalculationRun } from "./calculate.ts";

export function findRunWarnings({ plan, snapshot }: CalculationRun): readonly Issue[] {
  const { methodology, asOf } = plan;
  const groundless = snapshot.estimates.filter(
    ({ budgetYear, status }) =>
      budgetYear === asOf.budgetYear && status !== "enacted" && status !== "local",
  );
  const amount = formatTenge(sumTiyn(groundless.map((estimate) => estimate.amount)));
  return [
    ...(methodology.isDemonstration
      ? [issue("demonstration-data", {}, { methodology: methodology.id })]
      : []),
    ...(groundless.length > 0
      ? [issue("estimates-assumed", {}, { count: `${groundless.length}`, amount })]
      : []),
  ];
}

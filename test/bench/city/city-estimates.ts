/** Amounts outside the formulas: of the organisations that are paid by estimate, and citywide. */
import type { RegisterColumns } from "../../../packages/core/src/index.ts";
import type { Kind } from "./city-kinds.ts";

type Estimate = RegisterColumns["estimates"][number];

const BUDGET_YEAR = 2026;
const SCHOOL_CODE = "04.2.360.003";
const SUPPORT_CODE = "04.9.360.013";
const OVERHEAD_CODE = "04.9.360.001";

/** One estimate for each organisation without a formula, and one for the administration. */
export function estimatesOf(ids: readonly string[], kinds: readonly Kind[]): readonly Estimate[] {
  const own = ids.flatMap((id, place) => {
    const kind = kinds[place];
    if (kind?.funding !== "estimate") return [];
    const isSchool = kind.tier === "secondary";
    const amount = 100_000_000_00n + BigInt(place) * 1_234_567n;
    return estimate(place + 1, id, kind.tier, isSchool ? SCHOOL_CODE : SUPPORT_CODE, amount);
  });
  return [...own, estimate(ids.length + 1, "", "overhead", OVERHEAD_CODE, 9_876_543_210_12n)];
}

function estimate(
  number: number,
  organisationId: string,
  tier: string,
  budgetCode: string,
  amount: bigint,
): Estimate {
  return {
    ...{ lineId: `EST-${number}`, budgetYear: BUDGET_YEAR, organisationId, tier, budgetCode },
    ...{ nameRu: "Смета", amount: amount as Estimate["amount"], status: "assumed", note: "" },
    source: { file: "estimates.csv", row: number + 1 },
  };
}

/** The amounts of the year before, as imported with the register, as one side of a comparison. */
import { fail, issue, ok, type Result } from "../kernel/index.ts";
import { ratioOf, sumTiyn, type Tiyn, tiyn } from "../money/index.ts";
import type { RegisterSnapshot } from "../register/index.ts";
import type { AsOf } from "../time/index.ts";
import { type ComparedLine, type ComparedSide, districtsOf } from "./compare-sides.ts";

/**
 * Refused where the register has no amounts of the year before. Estimates of that year stand beside
 * its lines unless the organisation has a line by estimate on the same tier and budget code: then
 * that line is the estimate.
 */
export function lastYearOf(
  snapshot: Pick<RegisterSnapshot, "organisations" | "estimates" | "lastYear">,
  { budgetYear }: Pick<AsOf, "budgetYear">,
): Result<ComparedSide> {
  const year = budgetYear - 1;
  const lines = new Map(snapshot.lastYear.map((line) => [nameOf(line), lineOf(line)] as const));
  const estimated = estimatesOf(snapshot, year);
  for (const [name, line] of estimated) if (!lines.has(name)) lines.set(name, line);
  if (lines.size === 0) return fail(issue("last-year-missing", {}, { year: `${year}` }));
  const all = [...lines.values()];
  return ok({
    budgetYear: year,
    lines: all,
    total: sumTiyn(all.map(({ amount }) => amount)),
    districts: districtsOf(snapshot),
  });
}

function nameOf(line: Pick<ComparedLine, "organisationId" | "tier" | "budgetCode" | "method">) {
  return [line.organisationId, line.tier, line.budgetCode, line.method].join("|");
}

function lineOf(line: RegisterSnapshot["lastYear"][number]): ComparedLine {
  const { organisationId, tier, budgetCode, method, amount, childMonths } = line;
  return {
    ...{ organisationId, tier, budgetCode, method, amount },
    childMonths: childMonths === undefined ? undefined : ratioOf(BigInt(childMonths)),
  };
}

/** Estimates of one key are one line. */
function estimatesOf({ estimates }: Pick<RegisterSnapshot, "estimates">, year: number) {
  const sums = new Map<string, ComparedLine>();
  for (const { organisationId, tier, budgetCode, amount, budgetYear } of estimates) {
    if (budgetYear !== year) continue;
    const key = { organisationId, tier, budgetCode, method: "estimate" as const };
    const name = nameOf(key);
    const sum: Tiyn = tiyn((sums.get(name)?.amount ?? 0n) + amount);
    sums.set(name, { ...key, amount: sum, childMonths: undefined });
  }
  return sums;
}

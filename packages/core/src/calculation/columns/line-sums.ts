/** Lines in columns added up: by district, by line, and all together, to the tiyn. */
import { invariant } from "../../kernel/index.ts";
import { type Tiyn, tiyn } from "../../money/index.ts";
import { type AllocationLine, type AllocationTotals, CITYWIDE } from "../allocation.ts";
import type { Counted } from "./counted.ts";
import { pick } from "./domain.ts";
import { existsAt, type LineColumn, type LineValues, type TiynColumn } from "./line-column.ts";
import { WHOLE_LIMIT } from "./numbers.ts";
import type { TextColumn } from "./register-columns.ts";

/** What one line comes to in the whole city. */
export type LineSums = {
  readonly total: bigint;
  /** By place among the districts, the last of them of organisations that have none. */
  readonly byDistrict: readonly bigint[];
  readonly counts: Int32Array;
};

/** Districts as places: those that have a name, then one for none. */
export type Districts = { readonly names: readonly string[]; readonly places: Int32Array };

export function districtsOfColumn(column: TextColumn | undefined, size: number): Districts {
  const names = [...(column?.texts ?? []), ""];
  const none = names.length - 1;
  const places = new Int32Array(size).fill(none);
  column?.places.forEach((place, row) => {
    if (place >= 0) places[row] = place;
  });
  return { names, places };
}

/** The lines of a definition by district: who has one, found once; sums follow the amounts. */
export type LineAdder = (values: LineValues) => LineSums;

/** Adds a line up; sums of absolute values beyond 2^52 are added in BigInt. */
export function createLineAdder(
  { organisations }: LineColumn,
  { names, places }: Districts,
): LineAdder {
  const groups = pick(places, organisations);
  let counted: { readonly of: Counted; readonly counts: Int32Array } | undefined;
  return ({ amounts, exists }) => {
    if (counted?.of !== exists) {
      counted = { of: exists, counts: countRows(exists, groups, names.length) };
    }
    const { counts } = counted;
    const whole =
      amounts instanceof Float64Array ? addWhole(amounts, exists, groups, names.length) : undefined;
    return { ...(whole ?? addBig(amounts, exists, groups, names.length)), counts };
  };
}

function countRows(exists: Counted, groups: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (existsAt(exists, row)) counts[group] = (counts[group] as number) + 1;
  }
  return counts;
}

function addWhole(amounts: Float64Array, exists: Counted, groups: Int32Array, size: number) {
  const sums = new Float64Array(size);
  const marks = typeof exists === "boolean" ? undefined : exists;
  if (exists === false) return { total: 0n, byDistrict: Array.from(sums, BigInt) };
  let total = 0;
  let absolute = 0;
  for (let row = 0; row < groups.length; row += 1) {
    // No branch: who has no line adds nothing.
    const amount = (amounts[row] as number) * (marks === undefined ? 1 : (marks[row] as number));
    const group = groups[row] as number;
    sums[group] = (sums[group] as number) + amount;
    total += amount;
    absolute += amount < 0 ? -amount : amount;
  }
  if (absolute > WHOLE_LIMIT) return undefined;
  return { total: BigInt(total), byDistrict: Array.from(sums, BigInt) };
}

function addBig(amounts: TiynColumn, exists: Counted, groups: Int32Array, size: number) {
  const sums = Array.from({ length: size }, () => 0n);
  let total = 0n;
  for (let row = 0; row < groups.length; row += 1) {
    if (!existsAt(exists, row)) continue;
    const amount = BigInt(amounts[row] as number | bigint);
    const group = groups[row] as number;
    sums[group] = (sums[group] as bigint) + amount;
    total += amount;
  }
  return { total, byDistrict: sums };
}

/** Amounts added in every way, member by member. */
export type Ways = Readonly<
  Record<"byTier" | "byDistrict" | "byBudgetCode" | "byMethod", ReadonlyMap<string, bigint>>
>;

/** Amounts outside the formulas, which no change of the law touches. */
export function waysOfEstimates(
  estimates: readonly AllocationLine[],
  districtOf: (organisationId: string) => string,
): Ways {
  const addBy = (memberOf: (line: AllocationLine) => string) => {
    const way = new Map<string, bigint>();
    for (const line of estimates) add(way, memberOf(line), line.amount);
    return way;
  };
  return {
    byTier: addBy(({ tier }) => tier),
    byDistrict: addBy(({ organisationId }) =>
      organisationId === "" ? CITYWIDE : districtOf(organisationId),
    ),
    byBudgetCode: addBy(({ budgetCode }) => budgetCode),
    byMethod: addBy(({ method }) => method),
  };
}

function add(way: Map<string, bigint>, member: string, amount: bigint): void {
  way.set(member, (way.get(member) ?? 0n) + amount);
}

/** All ways of adding lines and estimates; each gives the same total, or nothing is shown. */
export function totalsOfSums(
  lines: readonly { readonly column: LineColumn; readonly sums: LineSums }[],
  estimates: Ways,
  { names }: Districts,
): AllocationTotals {
  const byTier = new Map(estimates.byTier);
  const byDistrict = new Map(estimates.byDistrict);
  const byBudgetCode = new Map(estimates.byBudgetCode);
  const byMethod = new Map(estimates.byMethod);
  let total = sumOf(estimates.byTier);
  for (const { column, sums } of lines) {
    const { tier, budgetCode, method } = column.definition;
    if (sums.counts.every((count) => count === 0)) continue;
    total += sums.total;
    add(byTier, tier, sums.total);
    add(byBudgetCode, budgetCode, sums.total);
    add(byMethod, method, sums.total);
    sums.byDistrict.forEach((amount, place) => {
      if ((sums.counts[place] ?? 0) > 0) add(byDistrict, names[place] ?? "", amount);
    });
  }
  for (const way of [byTier, byDistrict, byBudgetCode, byMethod]) {
    invariant(sumOf(way) === total, "every way of adding the lines gives one total");
  }
  return {
    total: tiyn(total),
    byTier: sorted(byTier),
    byDistrict: sorted(byDistrict),
    byBudgetCode: sorted(byBudgetCode),
    byMethod: sorted(byMethod),
  };
}

function sumOf(way: ReadonlyMap<string, bigint>): bigint {
  let sum = 0n;
  for (const amount of way.values()) sum += amount;
  return sum;
}

function sorted(way: ReadonlyMap<string, bigint>): ReadonlyMap<string, Tiyn> {
  const members = [...way].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map(members.map(([member, amount]) => [member, tiyn(amount)]));
}

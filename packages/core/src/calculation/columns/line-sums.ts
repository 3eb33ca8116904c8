/** Lines in columns added up: by district, by line, and all together, to the tiyn. */
import { invariant } from "../../kernel/index.ts";
import { type Tiyn, tiyn } from "../../money/index.ts";
import { type AllocationLine, type AllocationTotals, CITYWIDE } from "../allocation.ts";
import type { Counted } from "./figure.ts";
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

/** Adds a line up; sums of absolute values beyond 2^52 are added in BigInt. */
export function addLine(
  { organisations }: LineColumn,
  { amounts, exists }: LineValues,
  { names, places }: Districts,
): LineSums {
  const own = new Int32Array(organisations.length);
  for (let row = 0; row < own.length; row += 1) {
    own[row] = places[organisations[row] as number] as number;
  }
  return addAmounts(amounts, exists, own, names.length);
}

function addAmounts(
  amounts: TiynColumn,
  exists: Counted,
  groups: Int32Array,
  size: number,
): LineSums {
  const counts = new Int32Array(size);
  for (let row = 0; row < groups.length; row += 1) {
    const group = groups[row] as number;
    if (existsAt(exists, row)) counts[group] = (counts[group] as number) + 1;
  }
  const whole =
    amounts instanceof Float64Array ? addWhole(amounts, exists, groups, size) : undefined;
  return { ...(whole ?? addBig(amounts, exists, groups, size)), counts };
}

function addWhole(amounts: Float64Array, exists: Counted, groups: Int32Array, size: number) {
  const sums = new Float64Array(size);
  let total = 0;
  let absolute = 0;
  for (let row = 0; row < groups.length; row += 1) {
    if (exists !== true && !existsAt(exists, row)) continue;
    const amount = amounts[row] as number;
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

/** All ways of adding lines and estimates; each gives the same total, or nothing is shown. */
export function totalsOfSums(
  lines: readonly { readonly column: LineColumn; readonly sums: LineSums }[],
  estimates: readonly AllocationLine[],
  { names }: Districts,
  districtOf: (organisationId: string) => string,
): AllocationTotals {
  const ways = {
    byTier: new Map<string, bigint>(),
    byDistrict: new Map<string, bigint>(),
    byBudgetCode: new Map<string, bigint>(),
    byMethod: new Map<string, bigint>(),
  };
  let total = 0n;
  const add = (way: Map<string, bigint>, member: string, amount: bigint) =>
    way.set(member, (way.get(member) ?? 0n) + amount);
  for (const { column, sums } of lines) {
    const { tier, budgetCode, method } = column.definition;
    if (sums.counts.every((count) => count === 0)) continue;
    total += sums.total;
    add(ways.byTier, tier, sums.total);
    add(ways.byBudgetCode, budgetCode, sums.total);
    add(ways.byMethod, method, sums.total);
    sums.byDistrict.forEach((amount, place) => {
      if ((sums.counts[place] ?? 0) > 0) add(ways.byDistrict, names[place] ?? "", amount);
    });
  }
  for (const { organisationId, tier, budgetCode, method, amount } of estimates) {
    total += amount;
    add(ways.byTier, tier, amount);
    add(ways.byBudgetCode, budgetCode, amount);
    add(ways.byMethod, method, amount);
    add(ways.byDistrict, organisationId === "" ? CITYWIDE : districtOf(organisationId), amount);
  }
  for (const way of Object.values(ways)) {
    const sum = [...way.values()].reduce((all, amount) => all + amount, 0n);
    invariant(sum === total, "every way of adding the lines gives one total");
  }
  return {
    total: tiyn(total),
    byTier: sorted(ways.byTier),
    byDistrict: sorted(ways.byDistrict),
    byBudgetCode: sorted(ways.byBudgetCode),
    byMethod: sorted(ways.byMethod),
  };
}

function sorted(way: ReadonlyMap<string, bigint>): ReadonlyMap<string, Tiyn> {
  const members = [...way].sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map(members.map(([member, amount]) => [member, tiyn(amount)]));
}

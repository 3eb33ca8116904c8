/** Who gets more, who gets less, and how much that comes to. */
import { type TiynColumn, tiynAt } from "../calculation/index.ts";
import { type Tiyn, tiyn } from "../money/index.ts";

/** So many organisations, and what they get more or less together. */
export type ChangeGroup = { readonly count: number; readonly amount: Tiyn };

export type AmountChanges = {
  readonly more: ChangeGroup;
  readonly less: ChangeGroup;
  readonly same: number;
  /** Every organisation in the order of the register, the same ones too. */
  readonly organisations: () => readonly OrganisationChange[];
};

export type OrganisationChange = {
  readonly organisationId: string;
  readonly before: Tiyn;
  readonly after: Tiyn;
};

/** Both columns have one amount for each organisation. */
export function changesOf(
  ids: readonly string[],
  before: TiynColumn,
  after: TiynColumn,
): AmountChanges {
  const isWhole = before instanceof Float64Array && after instanceof Float64Array;
  const counted = isWhole ? countWhole(before, after) : countBig(before, after);
  return {
    ...counted,
    organisations: () =>
      ids.map((organisationId, row) => ({
        organisationId,
        before: tiynAt(before, row),
        after: tiynAt(after, row),
      })),
  };
}

type Counted = Pick<AmountChanges, "more" | "less" | "same">;

/** Amounts of one city in doubles add up below 2^53: so do their differences. */
function countWhole(before: Float64Array, after: Float64Array): Counted {
  const counts = { more: 0, less: 0 };
  const sums = { more: 0, less: 0 };
  for (let row = 0; row < before.length; row += 1) {
    const change = (after[row] as number) - (before[row] as number);
    if (change === 0) continue;
    const group = change > 0 ? "more" : "less";
    counts[group] += 1;
    sums[group] += change;
  }
  return counted(counts, { more: BigInt(sums.more), less: BigInt(sums.less) }, before.length);
}

function countBig(before: TiynColumn, after: TiynColumn): Counted {
  const counts = { more: 0, less: 0 };
  const sums = { more: 0n, less: 0n };
  for (let row = 0; row < before.length; row += 1) {
    const change = tiynAt(after, row) - tiynAt(before, row);
    if (change === 0n) continue;
    const group = change > 0n ? "more" : "less";
    counts[group] += 1;
    sums[group] += change;
  }
  return counted(counts, sums, before.length);
}

function counted(
  counts: Readonly<Record<"more" | "less", number>>,
  sums: Readonly<Record<"more" | "less", bigint>>,
  size: number,
): Counted {
  return {
    more: { count: counts.more, amount: tiyn(sums.more) },
    less: { count: counts.less, amount: tiyn(sums.less) },
    same: size - counts.more - counts.less,
  };
}

/**
 * Members of a comparison by their change in parts of what they had.
 *
 * No change at all is a bin of its own. A bound belongs to the bin nearer to zero: with bounds of 5
 * and 10 hundredths a change of exactly 10, up or down, stands between 5 and 10.
 */
import { compareRatios, type Ratio, ratioOf, type Tiyn, tiyn } from "../money/index.ts";
import { type AmountChange, type Comparison, changeOfRow, type SidePair } from "./compare-runs.ts";

/** The bounds that are taken when nobody names others, in hundredths. */
export const CHANGE_BOUNDS: readonly Ratio[] = [-20n, -10n, -5n, -2n, 2n, 5n, 10n, 20n].map(
  (hundredths) => ratioOf(hundredths, 100n),
);

/** Where a member of a comparison stands. */
export type ChangeBin = {
  /** `change` is a part of what there was; of a base of zero, or of none, nothing is a part. */
  readonly kind: "change" | "same" | "from-zero" | "appeared" | "gone";
  /** Only of `change`; absent at an open end. */
  readonly from: Ratio | undefined;
  readonly to: Ratio | undefined;
};

export type FilledBin = ChangeBin & { readonly count: number; readonly amount: Tiyn };

/** The bins in ascending order, then those without a part; every member stands in one of them. */
export function binsOf(bounds: readonly Ratio[] = CHANGE_BOUNDS): readonly ChangeBin[] {
  const sorted = sortBounds(bounds);
  const below = sorted.filter(({ numerator }) => numerator < 0n);
  const above = sorted.filter(({ numerator }) => numerator > 0n);
  return [
    ...between([undefined, ...below, ratioOf(0n)]),
    without("same"),
    ...between([ratioOf(0n), ...above, undefined]),
    ...(["from-zero", "appeared", "gone"] as const).map(without),
  ];
}

function sortBounds(bounds: readonly Ratio[]): readonly Ratio[] {
  const sorted = bounds.toSorted(compareRatios);
  return sorted.filter((bound, place) => {
    const before = sorted[place - 1];
    return before === undefined || compareRatios(before, bound) !== 0;
  });
}

function between(ends: readonly (Ratio | undefined)[]): readonly ChangeBin[] {
  return ends.slice(1).map((to, place) => ({ kind: "change", from: ends[place], to }));
}

function without(kind: Exclude<ChangeBin["kind"], "change">): ChangeBin {
  return { kind, from: undefined, to: undefined };
}

/** Whether a change belongs to a bin: to exactly one of those that `binsOf` gives. */
export function isInBin(change: AmountChange, { kind, from, to }: ChangeBin): boolean {
  const { presence, share } = change;
  if (presence !== "both") return kind === presence;
  if (change.kind === "same") return kind === "same";
  if (share === undefined) return kind === "from-zero";
  if (kind !== "change") return false;
  const [afterFrom, beforeTo] = [
    from === undefined ? 1 : compareRatios(share, from),
    to === undefined ? -1 : compareRatios(share, to),
  ];
  return share.numerator < 0n ? afterFrom >= 0 && beforeTo < 0 : afterFrom > 0 && beforeTo <= 0;
}

/** Every bin with how many members of the comparison it holds and what they make of the change. */
export function distributeChanges(
  { rows }: Comparison,
  pair: SidePair,
  bounds?: readonly Ratio[],
): readonly FilledBin[] {
  const changes = rows.flatMap((row) => changeOfRow(row, pair) ?? []);
  return binsOf(bounds).map((bin) => {
    const held = changes.filter((change) => isInBin(change, bin));
    const amount = held.reduce((sum, change) => sum + change.amount, 0n);
    return { ...bin, count: held.length, amount: tiyn(amount) };
  });
}

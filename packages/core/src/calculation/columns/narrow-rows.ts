/**
 * Rows of products laid out for speed: few bytes each, and rows around that have equally many inner
 * rows together, so that the processor foresees where each sum ends.
 */
import type { WholeNumbers } from "./numbers.ts";

export type NarrowRows = {
  /** The rows around in the order of how many inner rows they have; those without any left out. */
  readonly order: Int32Array;
  readonly groups: readonly NarrowGroup[];
  readonly index: Uint16Array;
  readonly weights: Int32Array;
};

/** Rows around with so many inner rows, from one place of the order up to another. */
type NarrowGroup = { readonly length: number; readonly from: number; readonly to: number };

const INDEX_LIMIT = 2 ** 16;
const WEIGHT_LIMIT = 2 ** 31;

/** Nothing where an index or a weight is too great, or a row has no weight. */
export function narrowRows(
  starts: Int32Array,
  index: Int32Array,
  { values, bound }: WholeNumbers,
): { readonly narrow?: NarrowRows } {
  const isNarrow = bound < WEIGHT_LIMIT && index.every((rate) => rate < INDEX_LIMIT);
  if (!isNarrow || values.some(Number.isNaN)) return {};
  const { order, groups } = orderByLength(starts);
  const narrow = new Uint16Array(index.length);
  const weights = new Int32Array(index.length);
  let place = 0;
  for (const around of order) {
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      narrow[place] = index[row] as number;
      weights[place] = values[row] as number;
      place += 1;
    }
  }
  return { narrow: { order, groups, index: narrow, weights } };
}

function orderByLength(starts: Int32Array) {
  const byLength = new Map<number, number[]>();
  for (let around = 0; around + 1 < starts.length; around += 1) {
    const length = (starts[around + 1] as number) - (starts[around] as number);
    if (length === 0) continue;
    const alike = byLength.get(length) ?? [];
    alike.push(around);
    byLength.set(length, alike);
  }
  const lengths = [...byLength.keys()].toSorted((left, right) => left - right);
  const order = Int32Array.from(lengths.flatMap((length) => byLength.get(length) ?? []));
  let from = 0;
  const groups = lengths.map((length): NarrowGroup => {
    const to = from + (byLength.get(length)?.length ?? 0);
    const group = { length, from, to };
    from = to;
    return group;
  });
  return { order, groups };
}

/** The loop in which a city is calculated. */
export function addNarrow(
  { order, groups, index, weights }: NarrowRows,
  rates: Float64Array,
  sums: Float64Array,
): void {
  sums.fill(0);
  let row = 0;
  for (const { length, from, to } of groups) {
    for (let place = from; place < to; place += 1) {
      let sum = 0;
      for (const end = row + length; row < end; row += 1) {
        sum += (rates[index[row] as number] as number) * (weights[row] as number);
      }
      sums[order[place] as number] = sum;
    }
  }
}

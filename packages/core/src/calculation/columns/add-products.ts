/**
 * Sums of products over inner rows: the loop in which a city is calculated, and the same for
 * numbers beyond it.
 */
import { addRatios, multiplyRatios, type Ratio, ZERO } from "../../money/index.ts";
import { addNarrow, type NarrowRows, narrowRows } from "./narrow-rows.ts";
import type { Room } from "./number-operations.ts";
import {
  boundOf,
  fromRatios,
  type Numbers,
  ratioAt,
  WHOLE_LIMIT,
  type WholeNumbers,
  whole,
} from "./numbers.ts";

/** The greatest sum of absolute weights in one row around; NaN counts for nothing. */
export function heaviestRow(starts: Int32Array, weights: Float64Array): number {
  let heaviest = 0;
  for (let around = 0; around + 1 < starts.length; around += 1) {
    let sum = 0;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      const value = weights[row] as number;
      if (value > 0) sum += value;
      else if (value < 0) sum -= value;
    }
    if (sum > heaviest) heaviest = sum;
  }
  return heaviest;
}

/** Inner rows of rows around: the rate each takes, and its weight; one where there are none. */
export type ProductRows = {
  readonly starts: Int32Array;
  readonly index: Int32Array | undefined;
  readonly weights: Numbers | undefined;
  /** The same in the order in which they are added fastest, where that is known. */
  readonly narrow?: NarrowRows;
};

/**
 * The rows with one for each class of rates, its weight the sum of theirs; sums of absolute weights
 * are within 2^52. The rate of a class is that of any of its rows.
 */
export function joinRows(
  { starts, index }: ProductRows,
  { values, denominator }: WholeNumbers,
  classes: Int32Array,
): ProductRows {
  const count = classes.reduce((most, each) => (each > most ? each : most), 0) + 1;
  const lastPlace = new Int32Array(count).fill(-1);
  const joinedStarts = new Int32Array(starts.length);
  const joinedIndex = new Int32Array(values.length);
  const sums = new Float64Array(values.length);
  let length = 0;
  for (let around = 0; around + 1 < starts.length; around += 1) {
    const first = length;
    joinedStarts[around] = first;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      const rate = index === undefined ? row : (index[row] as number);
      const each = classes[rate] as number;
      let place = lastPlace[each] as number;
      if (place < first) {
        place = length;
        length += 1;
        lastPlace[each] = place;
        joinedIndex[place] = rate;
      }
      sums[place] = (sums[place] as number) + (values[row] as number);
    }
  }
  joinedStarts[starts.length - 1] = length;
  const joined = sums.slice(0, length);
  const weights = whole(joined, denominator, boundOf(joined));
  return { starts: joinedStarts, index: joinedIndex.slice(0, length), weights };
}

/** The rows in the layout that is added fastest; the wide one, as much memory again, is let go. */
export function layOut(rows: ProductRows): ProductRows {
  const { starts, index, weights } = rows;
  if (index === undefined || weights?.kind !== "whole") return rows;
  const { narrow } = narrowRows(starts, index, weights);
  if (narrow === undefined) return rows;
  const said = whole(new Float64Array(0), weights.denominator, weights.bound);
  return { starts, index: undefined, weights: said, narrow };
}

/**
 * Products of whole numbers added row by row around; nothing where a sum of absolute values might
 * pass 2^52, of which `heaviest` is the greatest sum of absolute weights.
 */
export function addWholeProducts(
  { starts, index, narrow }: ProductRows,
  rates: WholeNumbers,
  weights: WholeNumbers | undefined,
  heaviest: number,
  room: Room,
): Numbers | undefined {
  const bound = rates.bound * heaviest;
  const denominator = rates.denominator * (weights?.denominator ?? 1);
  if (bound > WHOLE_LIMIT || denominator > WHOLE_LIMIT) return undefined;
  const sums = room(starts.length - 1);
  if (narrow !== undefined) addNarrow(narrow, rates.values, sums);
  else if (index === undefined) addAligned(starts, rates.values, weights?.values, sums);
  else if (weights === undefined) addRates(starts, rates.values, index, sums);
  else addIndexed(starts, rates.values, index, weights.values, sums);
  return whole(sums, denominator, bound);
}

function addRates(
  starts: Int32Array,
  rates: Float64Array,
  index: Int32Array,
  sums: Float64Array,
): void {
  for (let around = 0; around < sums.length; around += 1) {
    let sum = 0;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      sum += rates[index[row] as number] as number;
    }
    sums[around] = sum;
  }
}

function addIndexed(
  starts: Int32Array,
  rates: Float64Array,
  index: Int32Array,
  weights: Float64Array,
  sums: Float64Array,
): void {
  let row = starts[0] as number;
  for (let around = 0; around < sums.length; around += 1) {
    const end = starts[around + 1] as number;
    let sum = 0;
    for (; row < end; row += 1) {
      sum += (rates[index[row] as number] as number) * (weights[row] as number);
    }
    sums[around] = sum;
  }
}

function addAligned(
  starts: Int32Array,
  rates: Float64Array,
  weights: Float64Array | undefined,
  sums: Float64Array,
): void {
  for (let around = 0; around < sums.length; around += 1) {
    let sum = 0;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      sum += (rates[row] as number) * (weights === undefined ? 1 : (weights[row] as number));
    }
    sums[around] = sum;
  }
}

/** The most inner rows that one row around has. */
export function longestRow(starts: Int32Array): number {
  let longest = 0;
  for (let around = 0; around + 1 < starts.length; around += 1) {
    const length = (starts[around + 1] as number) - (starts[around] as number);
    if (length > longest) longest = length;
  }
  return longest;
}

/** The same sums without bounds. */
export function addExactProducts({ starts, index, weights }: ProductRows, rates: Numbers): Numbers {
  const sums = Array.from({ length: starts.length - 1 }, (_, around): Ratio | undefined => {
    let sum: Ratio = ZERO;
    const end = starts[around + 1] as number;
    for (let row = starts[around] as number; row < end; row += 1) {
      const rate = ratioAt(rates, index === undefined ? row : (index[row] as number));
      const weight = weights === undefined ? rate : ratioAt(weights, row);
      if (rate === undefined || weight === undefined) return undefined;
      sum = addRatios(sum, weights === undefined ? rate : multiplyRatios(rate, weight));
    }
    return sum;
  });
  return fromRatios(sums);
}

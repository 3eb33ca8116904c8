/**
 * Sums of products over inner rows: the loop in which a city is calculated, and the same for
 * numbers beyond it.
 */
import { addRatios, multiplyRatios, type Ratio, ZERO } from "../../money/index.ts";
import {
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

/**
 * Products of whole numbers added row by row around; nothing where a sum of absolute values might
 * pass 2^52.
 */
export function addWholeProducts(
  starts: Int32Array,
  rates: WholeNumbers,
  index: Int32Array | undefined,
  weights: WholeNumbers | undefined,
  heaviest: number,
): Numbers | undefined {
  const size = starts.length - 1;
  const bound = rates.bound * heaviest;
  const denominator = rates.denominator * (weights?.denominator ?? 1);
  if (bound > WHOLE_LIMIT || denominator > WHOLE_LIMIT) return undefined;
  const sums = new Float64Array(size);
  const values = rates.values;
  if (index === undefined) {
    addAligned(starts, values, weights?.values, sums);
  } else if (weights === undefined) {
    for (let around = 0; around < size; around += 1) {
      let sum = 0;
      const end = starts[around + 1] as number;
      for (let row = starts[around] as number; row < end; row += 1) {
        sum += values[index[row] as number] as number;
      }
      sums[around] = sum;
    }
  } else {
    addIndexed(starts, values, index, weights.values, sums);
  }
  return whole(sums, denominator, bound);
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
export function addExactProducts(
  starts: Int32Array,
  rates: Numbers,
  index: Int32Array | undefined,
  weights: Numbers | undefined,
): Numbers {
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

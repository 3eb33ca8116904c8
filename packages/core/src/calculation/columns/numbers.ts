/**
 * Exact numbers by the row: whole numbers in doubles over one denominator, or ratios.
 *
 * A double holds every whole number up to 2^53. Columns stay within 2^52, so that a sum of two is
 * whole as well; `bound` is what no absolute value exceeds. Whatever would go beyond, or has a
 * denominator of its own in every row, is a column of ratios, which are exact at any size. A row
 * that has no value, because it was missing or divided by zero, is NaN here and absent there: it
 * spoils what stands on it and is told where a line comes to it.
 */
import { type Ratio, ratioOf, reduceRatio } from "../../money/index.ts";

export type WholeNumbers = {
  readonly kind: "whole";
  readonly values: Float64Array;
  readonly denominator: number;
  readonly bound: number;
};

export type RatioNumbers = {
  readonly kind: "ratio";
  readonly values: readonly (Ratio | undefined)[];
};

export type Numbers = WholeNumbers | RatioNumbers;

/** The greatest absolute value in a column. */
export const WHOLE_LIMIT = 2 ** 52;

const BIG_LIMIT = BigInt(WHOLE_LIMIT);

export function whole(values: Float64Array, denominator: number, bound: number): WholeNumbers {
  return { kind: "whole", values, denominator, bound };
}

/**
 * The column; values beyond `RATIO_LIMIT` are left out. Products of as many factors as are taken at
 * once stay below what is refused as too large whatever their order, so that one by one decides.
 */
export function ratios(values: readonly (Ratio | undefined)[]): RatioNumbers {
  return { kind: "ratio", values: values.map((value) => value && withinLimit(value)) };
}

/** So many factors of at most `RATIO_LIMIT` stay within the size of any number. */
export const MOST_FACTORS = 16;
const RATIO_LIMIT = 1n << 256n;

function withinLimit(value: Ratio): Ratio | undefined {
  const { numerator, denominator } = value;
  const isSmall = numerator <= RATIO_LIMIT && numerator >= -RATIO_LIMIT;
  return isSmall && denominator <= RATIO_LIMIT ? value : undefined;
}

/** The greatest absolute value; rows without one do not count. */
export function boundOf(values: Float64Array): number {
  let bound = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if (value > bound) bound = value;
    else if (-value > bound) bound = -value;
  }
  return bound;
}

/** The exact value of one row. */
export function ratioAt(numbers: Numbers, row: number): Ratio | undefined {
  if (numbers.kind === "ratio") return numbers.values[row];
  const value = numbers.values[row] as number;
  if (Number.isNaN(value)) return undefined;
  return ratioOf(BigInt(value), BigInt(numbers.denominator));
}

/** The same column as ratios. */
export function toRatios(numbers: Numbers): readonly (Ratio | undefined)[] {
  if (numbers.kind === "ratio") return numbers.values;
  const { values, denominator } = numbers;
  const divisor = BigInt(denominator);
  return Array.from(values, (value) =>
    Number.isNaN(value) ? undefined : { numerator: BigInt(value), denominator: divisor },
  );
}

/** Whole numbers over the least common denominator where that is small enough. */
export function fromRatios(values: readonly (Ratio | undefined)[]): Numbers {
  const reduced = values.map((value) => value && reduceRatio(value));
  let common = 1n;
  for (const value of reduced) {
    if (value === undefined || common % value.denominator === 0n) continue;
    common = (common / greatestDivisor(common, value.denominator)) * value.denominator;
    if (common > BIG_LIMIT) return ratios(reduced);
  }
  const numerators = new Float64Array(values.length);
  let bound = 0n;
  for (const [row, value] of reduced.entries()) {
    if (value === undefined) {
      numerators[row] = Number.NaN;
      continue;
    }
    const numerator = value.numerator * (common / value.denominator);
    const size = numerator < 0n ? -numerator : numerator;
    if (size > BIG_LIMIT) return ratios(reduced);
    if (size > bound) bound = size;
    numerators[row] = Number(numerator);
  }
  return whole(numerators, Number(common), Number(bound));
}

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The greatest whole number that divides both. */
export function commonDivisor(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The column at other rows, written over what it was before where that is given. */
export function gatherNumbers(numbers: Numbers, index: Int32Array, before?: Numbers): Numbers {
  if (numbers.kind === "ratio") {
    const { values } = numbers;
    return ratios(Array.from(index, (row) => values[row]));
  }
  const { values, denominator, bound } = numbers;
  const gathered = before?.kind === "whole" ? before.values : new Float64Array(index.length);
  for (let place = 0; place < index.length; place += 1) {
    gathered[place] = values[index[place] as number] as number;
  }
  return whole(gathered, denominator, bound);
}

/** Whether every row has a value. */
export function isComplete(numbers: Numbers): boolean {
  if (numbers.kind === "ratio") return !numbers.values.includes(undefined);
  const { values } = numbers;
  // What is no number makes every sum it is in none; nothing here is infinite.
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += values[row] as number;
  return !Number.isNaN(sum);
}

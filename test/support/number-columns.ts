/** Random columns of exact numbers near the limits of doubles, and what they hold row by row. */
import fc from "fast-check";
import { expect } from "vitest";
import {
  boundOf,
  type Numbers,
  ratioAt,
  ratios,
  WHOLE_LIMIT,
  whole,
} from "../../packages/core/src/calculation/columns/numbers.ts";
import { findFiniteDigits, type Ratio, reduceRatio } from "../../packages/core/src/money/index.ts";

const DENOMINATORS = [1, 1, 2, 7, 10, 12, 100, 1_000, 10 ** 6, 360_360, 2 ** 40, WHOLE_LIMIT];

const size = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -40, max: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: -(2 ** 27), max: 2 ** 27 }) },
  { weight: 1, arbitrary: fc.maxSafeInteger().map((each) => Math.trunc(each / 2)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map((each) => WHOLE_LIMIT - each) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }).map((each) => each - WHOLE_LIMIT) },
);
const value = fc.oneof(
  { weight: 9, arbitrary: size },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);

/** A row that has no value is not a number here, and is nothing in a column of ratios. */
export function wholeColumn(length: number) {
  return fc
    .tuple(
      fc.array(fc.oneof(value, fc.constant(5)), { minLength: length, maxLength: length }),
      fc.constantFrom(...DENOMINATORS),
      fc.boolean(),
    )
    .map(([each, denominator, isSame]) => {
      const values = Float64Array.from(isSame ? each.fill(each[0] ?? 0) : each);
      return whole(values, denominator, boundOf(values));
    });
}

function ratioColumn(length: number): fc.Arbitrary<Numbers> {
  const part = fc.oneof(fc.bigInt(-9n, 9n), fc.bigInt(-(2n ** 70n), 2n ** 70n));
  const ratio = fc
    .tuple(part, fc.oneof(fc.bigInt(1n, 12n), fc.bigInt(1n, 2n ** 60n)))
    .map(([numerator, denominator]): Ratio => ({ numerator, denominator }));
  const row = fc.option(ratio, { nil: undefined, freq: 8 });
  return fc.array(row, { minLength: length, maxLength: length }).map(ratios);
}

/** Several columns of one length. */
export function columnsOf(count: number): fc.Arbitrary<readonly Numbers[]> {
  return fc.integer({ min: 1, max: 5 }).chain((length) => {
    const column = fc.oneof(
      { weight: 4, arbitrary: wholeColumn(length) },
      { weight: 1, arbitrary: ratioColumn(length) },
    );
    return fc.array(column, { minLength: count, maxLength: count });
  });
}

/** What a row says: plain digits where they end, else `n/d`; `none` where it has no value. */
export function valueText(ratio: Ratio | undefined): string {
  if (ratio === undefined) return "none";
  const { numerator, denominator } = reduceRatio(ratio);
  return findFiniteDigits(ratio) ?? `${numerator}/${denominator}`;
}

/** Every row of a column that keeps what it promises: whole numbers within its bound, in 2^52. */
export function rowTexts(numbers: Numbers): readonly string[] {
  const rows = Array.from({ length: numbers.values.length }, (_, row) => row);
  if (numbers.kind === "whole") {
    const { values, denominator, bound } = numbers;
    const isSound = (each: number) =>
      Number.isNaN(each) || (Number.isInteger(each) && Math.abs(each) <= bound);
    expect(values.every(isSound)).toBe(true);
    expect(bound).toBeLessThanOrEqual(WHOLE_LIMIT);
    expect(Number.isInteger(denominator) && denominator >= 1).toBe(true);
    expect(denominator).toBeLessThanOrEqual(WHOLE_LIMIT);
  }
  return rows.map((row) => valueText(ratioAt(numbers, row)));
}

/** Whole numbers over a denominator, with the bound that they have. */
export function wholeOf(values: readonly number[], denominator = 1): Numbers {
  const column = Float64Array.from(values);
  return whole(column, denominator, boundOf(column));
}

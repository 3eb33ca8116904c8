import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addExactProducts,
  addWholeProducts,
  heaviestRow,
  joinRows,
  longestRow,
} from "../../../../packages/core/src/calculation/columns/add-products.ts";
import {
  boundOf,
  isComplete,
  ratios,
  WHOLE_LIMIT,
  whole,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { rowTexts, wholeColumn, wholeOf } from "../../../support/number-columns.ts";

const NOTHING = Number.NaN;
/** Three rows around: of two inner rows, of none, of three. */
const STARTS = Int32Array.of(0, 2, 2, 5);
const newRoom = (size: number) => new Float64Array(size);

function wholeNumbers(values: readonly number[], denominator = 1) {
  const column = Float64Array.from(values);
  return whole(column, denominator, boundOf(column));
}

it("the heaviest row is that of the greatest sizes; what is missing weighs nothing", () => {
  expect(heaviestRow(STARTS, Float64Array.of(3, -4, 1, NOTHING, -5))).toBe(7);
  expect(heaviestRow(STARTS, Float64Array.of(1, 1, -4, 4, NOTHING))).toBe(8);
  expect(heaviestRow(Int32Array.of(0), new Float64Array(0))).toBe(0);
});

it("the longest row has the most inner rows", () => {
  expect(longestRow(STARTS)).toBe(3);
  expect(longestRow(Int32Array.of(0, 4, 5))).toBe(4);
  expect(longestRow(Int32Array.of(0))).toBe(0);
});

describe("products are added row by row around", () => {
  const rates = wholeNumbers([10, 20, 30], 2);
  const index = Int32Array.of(0, 1, 2, 0, 1);
  const own = wholeNumbers([1, 2, 3, 4, 5]);
  const weights = wholeNumbers([1, 2, 3, 4, 5], 3);
  it.each([
    ["of rates and weights", rates, index, weights, 12, ["25/3", "0", "115/3"]],
    ["of rates alone", rates, index, undefined, 3, ["15", "0", "30"]],
    ["of rates that stand row by row", own, undefined, undefined, 3, ["3", "0", "12"]],
    ["of such rates and weights", own, undefined, weights, 12, ["5/3", "0", "50/3"]],
  ])("%s", (_name, of, at, by, heaviest, expected) => {
    const rows = { starts: STARTS, index: at, weights: by };
    const found = addWholeProducts(rows, of, by, heaviest, newRoom);
    expect(found && rowTexts(found)).toEqual(expected);
    expect(rowTexts(addExactProducts(rows, of))).toEqual(expected);
  });

  it("and a row around in which one is missing has no sum", () => {
    const gaps = wholeNumbers([1, NOTHING, 3, 4, 5]);
    const rows = { starts: STARTS, index, weights: gaps };
    const found = addWholeProducts(rows, rates, gaps, 12, newRoom);
    expect(found && rowTexts(found)).toEqual(["none", "0", "115"]);
    expect(rowTexts(addExactProducts(rows, rates))).toEqual(["none", "0", "115"]);
    const missing = ratios([undefined, { numerator: 1n, denominator: 1n }, undefined]);
    const unweighed = { starts: STARTS, index, weights: undefined };
    expect(rowTexts(addExactProducts(unweighed, missing))).toEqual(["none", "0", "none"]);
  });
});

describe("doubles are refused where a sum of sizes might pass 2^52", () => {
  const starts = Int32Array.of(0, 2);
  const index = Int32Array.of(0, 0);
  const add = (rate: number, values: readonly number[], over: readonly [number, number]) => {
    const weights = wholeNumbers(values, over[1]);
    const heaviest = heaviestRow(starts, weights.values);
    const rates = wholeNumbers([rate], over[0]);
    return addWholeProducts({ starts, index, weights }, rates, weights, heaviest, newRoom);
  };
  it.each<readonly [string, ReturnType<typeof add>, readonly string[] | undefined]>([
    ["not at it", add(2 ** 26, [2 ** 25, 2 ** 25], [1, 1]), ["4503599627370496"]],
    ["one beyond it", add(1, [WHOLE_LIMIT, 1], [1, 1]), undefined],
    ["though the sum is small", add(2 ** 26, [2 ** 26, -(2 ** 26)], [1, 1]), undefined],
    ["or a denominator would", add(1, [1, 1], [2 ** 26, 2 ** 27]), undefined],
    ["but not at it", add(2 ** 26, [2 ** 25, 2 ** 25], [2 ** 26, 2 ** 26]), ["1"]],
  ])("%s", (_name, found, expected) => {
    expect(found && rowTexts(found)).toEqual(expected);
  });
});

/** Rows around with their inner rows, rates at places of three, weights, and classes of rates. */
const products = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((lengths) => {
    const count = lengths.reduce((sum, each) => sum + each, 0);
    const index = fc.array(fc.nat(2), { minLength: count, maxLength: count });
    const classes = fc.array(fc.constantFrom(0, 1, 7), { minLength: 3, maxLength: 3 });
    return fc.tuple(fc.constant(lengths), wholeColumn(3), wholeColumn(count), index, classes);
  });

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return Int32Array.from(starts);
}

describe("laws", () => {
  it("the sum in doubles is the sum of exact products, or is refused", () => {
    let added = 0;
    fc.assert(
      fc.property(products, ([lengths, rates, weights, places]) => {
        const rows = { starts: startsOf(lengths), index: Int32Array.from(places), weights };
        const heaviest = heaviestRow(rows.starts, weights.values);
        const found = addWholeProducts(rows, rates, weights, heaviest, newRoom);
        if (found === undefined) return;
        added += isComplete(found) ? 1 : 0;
        expect(rowTexts(found)).toEqual(rowTexts(addExactProducts(rows, rates)));
      }),
      { numRuns: 400 },
    );
    expect(added).toBeGreaterThan(20);
  });

  it("rows of equal rates joined have the same sums, and no class twice in a row around", () => {
    fc.assert(
      fc.property(products, ([lengths, given, weights, places, classes]) => {
        // Rates of one class are the same.
        const values = given.values.map((_, place) => {
          return given.values[classes.indexOf(classes[place] ?? 0)] ?? 0;
        });
        const rates = { ...given, values };
        const rows = { starts: startsOf(lengths), index: Int32Array.from(places), weights };
        fc.pre(heaviestRow(rows.starts, weights.values) <= WHOLE_LIMIT);
        const joined = joinRows(rows, weights, Int32Array.from(classes));
        const sums = rowTexts(addExactProducts(joined, rates));
        expect(sums).toEqual(rowTexts(addExactProducts(rows, rates)));
        const around = [...joined.starts].slice(0, -1).map((start, row) => {
          const taken = [...(joined.index ?? [])].slice(start, joined.starts[row + 1]);
          return taken.map((rate) => classes[rate]);
        });
        for (const each of around) expect(new Set(each).size).toBe(each.length);
      }),
      { numRuns: 300 },
    );
  });
});

it("numbers beyond 2^52 are added as they are", () => {
  const large = ratios([{ numerator: 2n ** 80n, denominator: 1n }]);
  const rows = { starts: Int32Array.of(0, 2), index: Int32Array.of(0, 0) };
  const found = addExactProducts({ ...rows, weights: wholeOf([1, 2], 4) }, large);
  expect(rowTexts(found)).toEqual([`${(2n ** 80n * 3n) / 4n}`]);
});

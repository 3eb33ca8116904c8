import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addExactProducts } from "../../../../packages/core/src/calculation/columns/add-products.ts";
import {
  addNarrow,
  narrowRows,
} from "../../../../packages/core/src/calculation/columns/narrow-rows.ts";
import {
  boundOf,
  ratioAt,
  type WholeNumbers,
  whole,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { present } from "../../../../packages/core/src/kernel/index.ts";

const MOST_INDEX = 2 ** 16 - 1;
const MOST_WEIGHT = 2 ** 31 - 1;

function weighted(values: readonly number[]): WholeNumbers {
  const column = Float64Array.from(values);
  return whole(column, 1, boundOf(column));
}

function startsOf(lengths: readonly number[]): Int32Array {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return Int32Array.from(starts);
}

type Rows = {
  readonly lengths: readonly number[];
  readonly index: readonly number[];
  readonly weights: readonly number[];
};

/** The sums, in a room where other sums stood before. */
function sumsOf({ lengths, index, weights }: Rows, rates: Float64Array): readonly number[] {
  const rows = narrowRows(startsOf(lengths), Int32Array.from(index), weighted(weights));
  const sums = new Float64Array(lengths.length).fill(99);
  addNarrow(present(rows.narrow, "rows that are narrow"), rates, sums);
  return [...sums];
}

function isNarrow(index: readonly number[], weights: readonly number[]): boolean {
  const rows = narrowRows(startsOf([index.length]), Int32Array.from(index), weighted(weights));
  return rows.narrow !== undefined;
}

describe("products of rows around are added", () => {
  it("each for its own row, however many inner rows the others have", () => {
    const rows = {
      lengths: [2, 0, 1, 2, 0],
      index: [0, 1, 2, 1, 0],
      weights: [1, 2, 3, 4, -5],
    };
    expect(sumsOf(rows, Float64Array.of(10, 20, 30))).toEqual([50, 0, 90, 30, 0]);
  });

  it("those with the fewest inner rows first, those without any not at all", () => {
    const starts = startsOf([2, 0, 1, 2, 0]);
    const { narrow } = narrowRows(starts, Int32Array.of(0, 1, 2, 1, 0), weighted([1, 2, 3, 4, -5]));
    expect(narrow?.order).toEqual(Int32Array.of(2, 0, 3));
    expect(narrow?.weights).toEqual(Int32Array.of(3, 1, 2, 4, -5));
  });

  it("where there are no rows around, and where none has inner rows", () => {
    expect(sumsOf({ lengths: [], index: [], weights: [] }, Float64Array.of(1))).toEqual([]);
    expect(sumsOf({ lengths: [0, 0], index: [], weights: [] }, Float64Array.of(1))).toEqual([0, 0]);
  });

  it("at the greatest index and the greatest weights", () => {
    const rates = new Float64Array(MOST_INDEX + 1);
    rates[MOST_INDEX] = 2 ** 20;
    const rows = { lengths: [1, 1], index: [MOST_INDEX, MOST_INDEX] };
    expect(sumsOf({ ...rows, weights: [MOST_WEIGHT, -MOST_WEIGHT] }, rates)).toEqual([
      MOST_WEIGHT * 2 ** 20,
      -MOST_WEIGHT * 2 ** 20,
    ]);
  });

  it("by rates that a row does not have to a sum that it does not have", () => {
    const rows = { lengths: [1, 2], index: [0, 0, 1], weights: [2, 1, 1] };
    expect(sumsOf(rows, Float64Array.of(3, Number.NaN))).toEqual([6, Number.NaN]);
  });
});

describe("rows are not narrow", () => {
  it.each<readonly [string, readonly number[], readonly number[], boolean]>([
    ["beyond the greatest index", [0, MOST_INDEX + 1], [1, 1], false],
    ["but at it", [0, MOST_INDEX], [1, 1], true],
    ["beyond the greatest weight", [0, 0], [1, MOST_WEIGHT + 1], false],
    ["beyond the least weight", [0, 0], [-MOST_WEIGHT - 1, 1], false],
    ["but at either", [0, 0], [MOST_WEIGHT, -MOST_WEIGHT], true],
    ["where one has no weight", [0, 0], [1, Number.NaN], false],
  ])("%s", (_name, index, weights, expected) => {
    expect(isNarrow(index, weights)).toBe(expected);
  });
});

const RATES = 5;
const lists = fc.array(fc.nat(4), { maxLength: 8 }).chain((lengths) => {
  const count = lengths.reduce((sum, each) => sum + each, 0);
  const each = { minLength: count, maxLength: count };
  return fc.record({
    lengths: fc.constant(lengths),
    index: fc.array(fc.nat(RATES - 1), each),
    weights: fc.array(fc.integer({ min: -(2 ** 20), max: 2 ** 20 }), each),
  });
});
const rateLists = fc.array(fc.integer({ min: -(2 ** 29), max: 2 ** 29 }), {
  ...{ minLength: RATES, maxLength: RATES },
});

describe("laws", () => {
  it("sums are those of exact products, whatever the rows around", () => {
    fc.assert(
      fc.property(lists, rateLists, (rows, rates) => {
        const { lengths, index, weights } = rows;
        const exact = addExactProducts(
          {
            ...{ starts: startsOf(lengths), index: Int32Array.from(index) },
            weights: weighted(weights),
          },
          weighted(rates),
        );
        const sums = sumsOf(rows, Float64Array.from(rates)).map((sum) => BigInt(sum));
        expect(sums).toEqual(lengths.map((_, row) => ratioAt(exact, row)?.numerator));
      }),
      { numRuns: 300 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boundOf,
  commonDivisor,
  fromRatios,
  gatherNumbers,
  isComplete,
  type Numbers,
  ratioAt,
  ratios,
  toRatios,
  WHOLE_LIMIT,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { type Ratio, ratioOf } from "../../../../packages/core/src/money/index.ts";
import { columnsOf, rowTexts, valueText, wholeOf } from "../../../support/number-columns.ts";

const NOTHING = Number.NaN;
const LIMIT = BigInt(WHOLE_LIMIT);

function only(columns: readonly Numbers[]): Numbers {
  return columns[0] ?? ratios([]);
}

describe("laws", () => {
  it("a column holds the ratios it was made of", () => {
    fc.assert(
      fc.property(columnsOf(1), (columns) => {
        const values = toRatios(only(columns));
        expect(rowTexts(fromRatios(values))).toEqual(values.map(valueText));
      }),
    );
  });

  it("a row says the same asked for alone", () => {
    fc.assert(
      fc.property(columnsOf(1), (columns) => {
        const column = only(columns);
        expect(rowTexts(column)).toEqual(toRatios(column).map(valueText));
      }),
    );
  });

  it("rows are gathered in any order, as often as asked", () => {
    fc.assert(
      fc.property(columnsOf(1), fc.array(fc.nat(4)), (columns, rows) => {
        const column = only(columns);
        const index = Int32Array.from(rows, (row) => row % column.values.length);
        const texts = rowTexts(column);
        expect(rowTexts(gatherNumbers(column, index))).toEqual(
          Array.from(index, (row) => texts[row]),
        );
      }),
    );
  });

  it("a column is complete when no row is without a value", () => {
    fc.assert(
      fc.property(columnsOf(1), (columns) => {
        const column = only(columns);
        expect(isComplete(column)).toBe(!rowTexts(column).includes("none"));
      }),
    );
  });
});

describe("ratios become whole numbers", () => {
  const over = (numerator: bigint, denominator = 1n) => ratioOf(numerator, denominator);
  it.each<readonly [string, readonly Ratio[], Numbers["kind"]]>([
    ["over the least common denominator", [over(1n, 4n), over(1n, 6n)], "whole"],
    ["in lowest terms", [over(LIMIT, LIMIT), over(3n)], "whole"],
    ["up to 2^52", [over(LIMIT), over(-LIMIT)], "whole"],
    ["but not one more", [over(LIMIT + 1n)], "ratio"],
    ["nor one less than none", [over(-LIMIT - 1n)], "ratio"],
    ["over a denominator of 2^52", [over(1n, LIMIT)], "whole"],
    ["but not beyond", [over(1n, LIMIT + 1n)], "ratio"],
    ["that grew in common", [over(1n, 2n ** 27n - 1n), over(1n, 2n ** 27n)], "ratio"],
    ["unless the common denominator makes them too large", [over(LIMIT), over(1n, 2n)], "ratio"],
  ])("%s", (_name, values, kind) => {
    expect(fromRatios(values).kind).toBe(kind);
  });

  it("with the bound that they have", () => {
    expect(fromRatios([over(1n, 4n), over(-1n, 6n), undefined])).toEqual(
      wholeOf([3, -2, NOTHING], 12),
    );
    expect(fromRatios([])).toEqual(wholeOf([]));
  });
});

it("a ratio beyond 2^256 is left out, above the line or below it", () => {
  const edge = 2n ** 256n;
  const given = [edge, -edge, edge + 1n, -edge - 1n].map((each) => ratioOf(each));
  const { values } = ratios([
    ...given,
    ratioOf(1n, edge),
    { numerator: 1n, denominator: edge + 1n },
  ]);
  expect(values.map((each) => each !== undefined)).toEqual([
    ...[true, true, false, false, true, false],
  ]);
});

it("the bound is the greatest size, whatever the sign; rows without a value have none", () => {
  expect(boundOf(Float64Array.of(1, -7, NOTHING, 5))).toBe(7);
  expect(boundOf(Float64Array.of(NOTHING))).toBe(0);
  expect(boundOf(Float64Array.of(-1, 9))).toBe(9);
});

it("a row is over the denominator of its column", () => {
  expect(ratioAt(wholeOf([7], 12), 0)).toEqual({ numerator: 7n, denominator: 12n });
  expect(ratioAt(wholeOf([NOTHING], 12), 0)).toBeUndefined();
});

it("the greatest common divisor", () => {
  expect([commonDivisor(12, 18), commonDivisor(18, 12), commonDivisor(7, 1)]).toEqual([6, 6, 1]);
  expect([commonDivisor(0, 5), commonDivisor(5, 0)]).toEqual([5, 5]);
});

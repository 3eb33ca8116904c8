import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooseNumbers,
  NEITHER,
  outermost,
  scatterNumbers,
} from "../../../../packages/core/src/calculation/columns/choose-numbers.ts";
import {
  gatherNumbers,
  type Numbers,
  ratioAt,
  WHOLE_LIMIT,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import { compareRatios } from "../../../../packages/core/src/money/index.ts";
import { columnsOf, rowTexts, valueText, wholeOf } from "../../../support/number-columns.ts";

const NOTHING = Number.NaN;

function sizeOf(columns: readonly Numbers[]): number {
  return columns[0]?.values.length ?? 0;
}

describe("laws", () => {
  it("each row is that of the column that it chose, or none", () => {
    const choice = fc.array(fc.constantFrom(0, 1, 2, NEITHER), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(columnsOf(3), choice, (columns, choices) => {
        const places = Uint8Array.from(choices).subarray(0, sizeOf(columns));
        const texts = columns.map(rowTexts);
        const expected = Array.from(places, (place, row) => texts[place]?.[row] ?? "none");
        expect(rowTexts(chooseNumbers(places, columns))).toEqual(expected);
      }),
    );
  });

  it("the outermost of two rows is one of them, none beyond it", () => {
    fc.assert(
      fc.property(columnsOf(2), fc.constantFrom<-1 | 1>(-1, 1), ([left, right], order) => {
        if (left === undefined || right === undefined) return;
        const expected = Array.from({ length: left.values.length }, (_, row) => {
          const [one, other] = [ratioAt(left, row), ratioAt(right, row)];
          if (one === undefined || other === undefined) return "none";
          return valueText(compareRatios(other, one) === order ? other : one);
        });
        expect(rowTexts(outermost(left, right, order))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("a column taken apart and put together again is the same", () => {
    fc.assert(
      fc.property(columnsOf(1), fc.array(fc.nat(2), { minLength: 5 }), ([column], places) => {
        if (column === undefined) return;
        const parts = [0, 1, 2].map((part) => {
          const all = Array.from({ length: column.values.length }, (_, row) => row);
          const rows = Int32Array.from(all.filter((row) => places[row] === part));
          return { rows, numbers: gatherNumbers(column, rows) };
        });
        const whole = scatterNumbers(parts, column.values.length);
        expect(rowTexts(whole)).toEqual(rowTexts(column));
      }),
    );
  });
});

it("columns over several denominators are put over one", () => {
  const [halves, thirds] = [wholeOf([1, 3], 2), wholeOf([1, 2], 3)];
  const chosen = chooseNumbers(Uint8Array.of(0, 1), [halves, thirds]);
  expect(chosen).toMatchObject({ kind: "whole", denominator: 6 });
  expect(rowTexts(chosen)).toEqual(["0.5", "2/3"]);
  expect(outermost(halves, thirds, -1)).toMatchObject({ denominator: 6 });
});

it("a row of no part has no value, and parts may come in any order", () => {
  const part = (rows: readonly number[], numbers: Numbers) => ({
    rows: Int32Array.from(rows),
    numbers,
  });
  const parts = [part([3, 0], wholeOf([30, 0])), part([2], wholeOf([1], 2))];
  expect(rowTexts(scatterNumbers(parts, 4))).toEqual(["0", "none", "0.5", "30"]);
  expect(rowTexts(scatterNumbers([], 2))).toEqual(["none", "none"]);
});

describe("what does not fit in doubles together is put together as ratios", () => {
  const large = wholeOf([WHOLE_LIMIT, 1]);
  it.each([
    ["because a value would be too large", large, wholeOf([1, 1], 2)],
    ["because the denominator would be", wholeOf([1, 3], 2 ** 27 - 1), wholeOf([1, 1], 2 ** 27)],
    ["in the other order too", wholeOf([1, 1], 2), large],
  ])("%s", (_name, left, right) => {
    const expected = [rowTexts(left)[0], rowTexts(right)[1]];
    expect(rowTexts(chooseNumbers(Uint8Array.of(0, 1), [left, right]))).toEqual(expected);
    const rows = [Int32Array.of(0), Int32Array.of(1)] as const;
    const parts = [
      { rows: rows[0], numbers: gatherNumbers(left, Int32Array.of(0)) },
      { rows: rows[1], numbers: gatherNumbers(right, Int32Array.of(1)) },
    ];
    expect(rowTexts(scatterNumbers(parts, 2))).toEqual(expected);
  });
});

it("of two values of which one is missing neither is the lesser", () => {
  const [some, gap] = [wholeOf([1, 2, 3]), wholeOf([NOTHING, 1, NOTHING])];
  expect(rowTexts(outermost(some, gap, -1))).toEqual(["none", "1", "none"]);
  expect(rowTexts(outermost(gap, some, 1))).toEqual(["none", "2", "none"]);
});

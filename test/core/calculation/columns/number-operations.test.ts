import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absoluteNumbers,
  combineNumbers,
  compareNumbers,
  divideNumbers,
  keepRoom,
  NO_ORDER,
  negateNumbers,
} from "../../../../packages/core/src/calculation/columns/number-operations.ts";
import {
  type Numbers,
  ratioAt,
  ratios,
  WHOLE_LIMIT,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratioOf,
  subtractRatios,
} from "../../../../packages/core/src/money/index.ts";
import { columnsOf, rowTexts, valueText, wholeOf } from "../../../support/number-columns.ts";

const OPERATORS = { "+": addRatios, "-": subtractRatios, "*": multiplyRatios } as const;
const SIGNS = ["+", "-", "*"] as const;
const NOTHING = Number.NaN;

function byRow(
  columns: readonly Numbers[],
  combine: (...values: readonly Ratio[]) => Ratio | undefined,
): readonly string[] {
  const { length } = columns[0]?.values ?? [];
  return Array.from({ length }, (_, row) => {
    const values = columns.map((column) => ratioAt(column, row));
    const known = values.filter((each) => each !== undefined);
    return valueText(known.length < values.length ? undefined : combine(...known));
  });
}

function two(combine: (left: Ratio, right: Ratio) => Ratio | undefined) {
  return (...[left, right]: readonly Ratio[]) =>
    left === undefined || right === undefined ? undefined : combine(left, right);
}

describe("laws", () => {
  it.each(SIGNS)("columns under %s are their rows under it", (operator) => {
    fc.assert(
      fc.property(columnsOf(2), ([left, right]) => {
        if (left === undefined || right === undefined) return;
        const found = rowTexts(combineNumbers(operator, left, right));
        expect(found).toEqual(byRow([left, right], two(OPERATORS[operator])));
      }),
    );
  });

  it("a quotient of columns is that of their rows; by zero there is none", () => {
    const divide = two((value, divisor) =>
      isZeroRatio(divisor) ? undefined : divideRatios(value, divisor),
    );
    fc.assert(
      fc.property(columnsOf(2), ([left, right]) => {
        if (left === undefined || right === undefined) return;
        expect(rowTexts(divideNumbers(left, right))).toEqual(byRow([left, right], divide));
      }),
      { numRuns: 300 },
    );
  });

  it("rows are ordered as their values are", () => {
    fc.assert(
      fc.property(columnsOf(2), ([left, right]) => {
        if (left === undefined || right === undefined) return;
        const orders = [...compareNumbers(left, right)];
        const expected = orders.map((_, row) => {
          const [one, other] = [ratioAt(left, row), ratioAt(right, row)];
          return one === undefined || other === undefined ? NO_ORDER : compareRatios(one, other);
        });
        expect(orders).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("a column is turned and made positive row by row", () => {
    fc.assert(
      fc.property(columnsOf(1), ([column]) => {
        if (column === undefined) return;
        const negate = (value?: Ratio) => value && negateRatio(value);
        expect(rowTexts(negateNumbers(column))).toEqual(byRow([column], negate));
        const positive = (value?: Ratio) =>
          value !== undefined && value.numerator < 0n ? negateRatio(value) : value;
        expect(rowTexts(absoluteNumbers(column))).toEqual(byRow([column], positive));
      }),
    );
  });
});

describe("whole numbers stay in doubles up to 2^52 and no further", () => {
  const limit = wholeOf([WHOLE_LIMIT]);
  const half = wholeOf([WHOLE_LIMIT / 2]);
  it.each([
    ["a sum of it", combineNumbers("+", wholeOf([WHOLE_LIMIT - 1]), wholeOf([1])), "whole"],
    ["a sum of one more", combineNumbers("+", limit, wholeOf([1])), "ratio"],
    ["a difference of it", combineNumbers("-", half, wholeOf([-WHOLE_LIMIT / 2])), "whole"],
    ["a difference of one more", combineNumbers("-", limit, wholeOf([-1])), "ratio"],
    ["a product of it", combineNumbers("*", half, wholeOf([2])), "whole"],
    ["a product beyond it", combineNumbers("*", half, wholeOf([3])), "ratio"],
    ["a quotient over it", divideNumbers(wholeOf([1], 2 ** 51), wholeOf([2])), "whole"],
    ["a quotient over more", divideNumbers(wholeOf([1], 2 ** 51), wholeOf([3])), "ratio"],
    ["a divisor of tenths", divideNumbers(half, wholeOf([1], 2)), "whole"],
    ["a divisor of hundredths", divideNumbers(half, wholeOf([1], 3)), "ratio"],
    [
      "a product over it",
      combineNumbers("*", wholeOf([1], 2 ** 26), wholeOf([1], 2 ** 26)),
      "whole",
    ],
    [
      "a product over more",
      combineNumbers("*", wholeOf([1], 2 ** 26), wholeOf([1], 2 ** 27)),
      "ratio",
    ],
    [
      "a common denominator of it",
      combineNumbers("+", wholeOf([1], 2 ** 52), wholeOf([1])),
      "ratio",
    ],
    ["sixths and quarters", combineNumbers("+", wholeOf([1], 6), wholeOf([1], 4)), "whole"],
  ])("%s", (_name, found, kind) => {
    expect(found.kind).toBe(kind);
  });

  it("that are over one denominator after an addition, the least", () => {
    const sum = combineNumbers("+", wholeOf([1], 6), wholeOf([1], 4));
    expect(sum).toEqual(wholeOf([5], 12));
  });

  it("and a divisor is shortened before it grows", () => {
    expect(divideNumbers(wholeOf([7], 12), wholeOf([-6], 4))).toMatchObject({ denominator: 18 });
    expect(rowTexts(divideNumbers(wholeOf([7], 12), wholeOf([-6], 4)))).toEqual(["-7/18"]);
  });
});

it("a row without a value has none after any operation, and the others keep theirs", () => {
  const column = wholeOf([6, NOTHING, -6]);
  const two = wholeOf([2, 2, 2]);
  expect(rowTexts(combineNumbers("+", column, two))).toEqual(["8", "none", "-4"]);
  expect(rowTexts(combineNumbers("*", two, column))).toEqual(["12", "none", "-12"]);
  expect(rowTexts(divideNumbers(column, two))).toEqual(["3", "none", "-3"]);
  expect(rowTexts(divideNumbers(two, column))).toEqual(["1/3", "none", "-1/3"]);
  expect(rowTexts(divideNumbers(two, wholeOf([0, 0, 0])))).toEqual(["none", "none", "none"]);
  expect([...compareNumbers(column, two)]).toEqual([1, NO_ORDER, -1]);
  expect(rowTexts(absoluteNumbers(column))).toEqual(["6", "none", "6"]);
});

it("a value beyond 2^256 is left to the calculation of one; it does not spoil another row", () => {
  const large = ratios([ratioOf(2n ** 256n), ratioOf(1n)]);
  const two = wholeOf([2, 2]);
  expect(rowTexts(combineNumbers("*", large, two))).toEqual(["none", "2"]);
  expect(rowTexts(combineNumbers("*", large, wholeOf([1, 1])))).toEqual([`${2n ** 256n}`, "1"]);
  expect(rowTexts(divideNumbers(large, wholeOf([1, 1], 2)))).toEqual(["none", "2"]);
});

it("a kept room is one column, written again; of another size it is another", () => {
  const room = keepRoom();
  const first = room(2);
  expect(room(2)).toBe(first);
  expect(room(3)).toHaveLength(3);
  const sum = combineNumbers("+", wholeOf([1, 2]), wholeOf([3, 4]), () => first);
  expect(sum).toMatchObject({ values: first });
  expect([...first]).toEqual([4, 6]);
});

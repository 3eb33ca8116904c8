import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ratioAt,
  ratios,
  WHOLE_LIMIT,
} from "../../../../packages/core/src/calculation/columns/numbers.ts";
import {
  divideRoundedWhole,
  roundNumbers,
} from "../../../../packages/core/src/calculation/columns/round-numbers.ts";
import { divideRounded, roundRatio } from "../../../../packages/core/src/money/index.ts";
import { columnsOf, rowTexts, valueText, wholeOf } from "../../../support/number-columns.ts";

const MODES = ["half-up", "half-even", "down", "up", "floor", "ceil"] as const;
const NOTHING = Number.NaN;

describe("a tie goes where the mode says, above and below zero", () => {
  // Halves from -2.5 to 2.5.
  const halves = wholeOf([-5, -3, -1, 1, 3, 5], 2);
  it.each([
    ["half-up", ["-3", "-2", "-1", "1", "2", "3"]],
    ["half-even", ["-2", "-2", "0", "0", "2", "2"]],
    ["down", ["-2", "-1", "0", "0", "1", "2"]],
    ["up", ["-3", "-2", "-1", "1", "2", "3"]],
    ["floor", ["-3", "-2", "-1", "0", "1", "2"]],
    ["ceil", ["-2", "-1", "0", "1", "2", "3"]],
  ] as const)("%s", (mode, expected) => {
    expect(rowTexts(roundNumbers(halves, 0, mode))).toEqual(expected);
  });
});

describe("places count on both sides of the point", () => {
  const values = wholeOf([123_455, -123_455, 10], 1_000);
  it.each([
    [2, ["123.46", "-123.46", "0.01"]],
    [3, ["123.455", "-123.455", "0.01"]],
    [5, ["123.455", "-123.455", "0.01"]],
    [0, ["123", "-123", "0"]],
    [-1, ["120", "-120", "0"]],
    [-2, ["100", "-100", "0"]],
    [-3, ["0", "0", "0"]],
  ])("%i", (places, expected) => {
    expect(rowTexts(roundNumbers(values, places, "half-up"))).toEqual(expected);
  });
});

it("a row without a value stays without one", () => {
  for (const mode of MODES) {
    expect(rowTexts(roundNumbers(wholeOf([15, NOTHING], 10), 0, mode))).toContain("none");
    expect(rowTexts(roundNumbers(ratios([undefined]), 0, mode))).toEqual(["none"]);
  }
});

it("what is rounded past 2^52 is still exact", () => {
  const most = wholeOf([WHOLE_LIMIT - 1]);
  expect(roundNumbers(most, 0, "half-up").kind).toBe("whole");
  expect(rowTexts(roundNumbers(most, 0, "half-up"))).toEqual([`${WHOLE_LIMIT - 1}`]);
  expect(rowTexts(roundNumbers(most, 2, "up"))).toEqual([`${WHOLE_LIMIT - 1}`]);
  expect(rowTexts(roundNumbers(most, -3, "up"))).toEqual(["4503599627371000"]);
  expect(rowTexts(roundNumbers(most, -16, "half-up"))).toEqual(["0"]);
  expect(rowTexts(roundNumbers(wholeOf([1]), 16, "half-up"))).toEqual(["1"]);
});

describe("laws", () => {
  const places = fc.integer({ min: -16, max: 16 });

  it("a column is rounded as its rows are", () => {
    fc.assert(
      fc.property(columnsOf(1), places, fc.constantFrom(...MODES), ([column], at, mode) => {
        if (column === undefined) return;
        const expected = Array.from({ length: column.values.length }, (_, row) => {
          const value = ratioAt(column, row);
          return valueText(value && roundRatio(value, at, mode));
        });
        expect(rowTexts(roundNumbers(column, at, mode))).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it("a quotient of doubles is that of whole numbers of any size", () => {
    const near = (size: number) =>
      fc.oneof(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.integer({ min: 0, max: 5 }).map((each) => size - each),
      );
    const signed = fc
      .tuple(near(WHOLE_LIMIT), fc.constantFrom(-1, 1))
      .map(([each, sign]) => each * sign);
    fc.assert(
      fc.property(signed, near(WHOLE_LIMIT), fc.constantFrom(...MODES), (value, divisor, mode) => {
        const found = divideRoundedWhole(value, divisor, mode);
        expect(BigInt(found)).toBe(divideRounded(BigInt(value), BigInt(divisor), mode));
      }),
      { numRuns: 1_000 },
    );
  });

  it("a tie is found at any size", () => {
    const half = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 24 }));
    fc.assert(
      fc.property(half, fc.nat(2 ** 26), fc.constantFrom(...MODES), (unit, count, mode) => {
        const value = unit * (2 * count + 1);
        for (const each of [value, -value, value - 1, value + 1]) {
          const found = BigInt(divideRoundedWhole(each, unit * 2, mode));
          expect(found).toBe(divideRounded(BigInt(each), BigInt(unit * 2), mode));
        }
      }),
      { numRuns: 300 },
    );
  });
});

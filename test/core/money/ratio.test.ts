import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvariantViolation } from "../../../packages/core/src/kernel/index.ts";
import { Dec } from "../../../packages/core/src/money/decimal.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  findFiniteDigits,
  isTooLargeRatio,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  reduceRatio,
  roundRatio,
  subtractRatios,
  ZERO,
} from "../../../packages/core/src/money/ratio.ts";

const MODES = ["half-up", "half-even", "down", "up", "floor", "ceil"] as const;

describe("a value between two whole numbers is rounded", () => {
  it.each([
    // value, half-up, half-even, down, up, floor, ceil
    ["2.5", 3n, 2n, 2n, 3n, 2n, 3n],
    ["3.5", 4n, 4n, 3n, 4n, 3n, 4n],
    ["-2.5", -3n, -2n, -2n, -3n, -3n, -2n],
    ["-3.5", -4n, -4n, -3n, -4n, -4n, -3n],
    ["2.4", 2n, 2n, 2n, 3n, 2n, 3n],
    ["2.6", 3n, 3n, 2n, 3n, 2n, 3n],
    ["-2.4", -2n, -2n, -2n, -3n, -3n, -2n],
    ["-0.5", -1n, 0n, 0n, -1n, -1n, 0n],
    ["0.5", 1n, 0n, 0n, 1n, 0n, 1n],
    ["7", 7n, 7n, 7n, 7n, 7n, 7n],
    ["0", 0n, 0n, 0n, 0n, 0n, 0n],
  ])("%s", (text, ...expected) => {
    const value = ratioOfDecimal(new Dec(text));
    const found = MODES.map((mode) => divideRounded(value.numerator, value.denominator, mode));
    expect(found).toEqual(expected);
  });
});

describe("places count on both sides of the point", () => {
  it.each([
    ["644598.5", 0, "644599"],
    ["0.125", 2, "0.13"],
    ["0.005", 2, "0.01"],
    ["1234.5", -2, "1200"],
    ["1250", -2, "1300"],
    ["-1250", -2, "-1300"],
    ["49", -2, "0"],
    ["50", -2, "100"],
    ["1.5", 6, "1.5"],
  ])("%s to %i places", (text, places, expected) => {
    const rounded = roundRatio(ratioOfDecimal(new Dec(text)), places, "half-up");
    expect(compareRatios(rounded, ratioOfDecimal(new Dec(expected)))).toBe(0);
  });
});

it("twelve twelfths of a tie stay a tie", () => {
  const twelfth = ratioOf(5n, 1_200n);
  const sum = Array.from({ length: 12 }, () => twelfth).reduce(addRatios, ZERO);
  expect(reduceRatio(sum)).toEqual(ratioOf(1n, 20n));
  expect(divideRounded(sum.numerator * 10n, sum.denominator, "half-up")).toBe(1n);
});

it("a ratio over zero is a bug of ours", () => {
  expect(() => ratioOf(1n, 0n)).toThrow(InvariantViolation);
  expect(() => divideRatios(ONE, ZERO)).toThrow(InvariantViolation);
});

it("a decimal is found exactly when the value has one", () => {
  expect(findFiniteDigits(ratioOf(1n, 8n))).toBe("0.125");
  expect(findFiniteDigits(ratioOf(-300n, 100n))).toBe("-3");
  expect(findFiniteDigits(ratioOf(1n, 2n ** 70n))).toContain("847");
  expect(findFiniteDigits(ratioOf(1n, 3n))).toBeUndefined();
  expect(findFiniteDigits(ratioOf(1n, 12n))).toBeUndefined();
  expect(findFiniteDigits(ratioOf(1n, 11n))).toBeUndefined();
});

it("the digits are plain however many there are", () => {
  expect(findFiniteDigits(ratioOf(10n ** 40n))).toBe(`1${"0".repeat(40)}`);
  expect(findFiniteDigits(ratioOf(-1n, 10n ** 30n))).toBe(`-0.${"0".repeat(29)}1`);
  expect(findFiniteDigits(ratioOf(0n, 7n))).toBe("0");
});

it("a value is too large beyond 2^4096, on either side of the stroke", () => {
  const limit = 1n << 4096n;
  const found = [
    ...[ratioOf(limit), ratioOf(-limit), { numerator: 1n, denominator: limit }],
    ...[ratioOf(limit + 1n), ratioOf(-limit - 1n), { numerator: 1n, denominator: limit + 1n }],
  ].map(isTooLargeRatio);
  expect(found).toEqual([false, false, false, true, true, true]);
});

it("a value that was multiplied up and down again is not too large", () => {
  const [up, down] = [ratioOf(1n << 200n, 3n), ratioOf(3n, 1n << 200n)];
  const turns = Array.from({ length: 30 }, () => [up, down]).flat();
  expect(isTooLargeRatio(turns.reduce(multiplyRatios, ONE))).toBe(false);
});

it("only zero is zero", () => {
  expect([ZERO, ONE].map(findFiniteDigits)).toEqual(["0", "1"]);
  expect([ZERO, ratioOf(0n, 7n), ONE, ratioOf(-1n, 7n)].map(isZeroRatio)).toEqual([
    ...[true, true],
    ...[false, false],
  ]);
});

describe("laws", () => {
  const whole = fc.bigInt(-(10n ** 30n), 10n ** 30n);
  const below = fc.oneof(fc.constantFrom(1n, 2n, 3n, 8n, 12n, 100n), fc.bigInt(1n, 10n ** 30n));
  const ratio = fc.tuple(whole, below).map(([top, bottom]) => ratioOf(top, bottom));
  const same = (left: Ratio, right: Ratio) =>
    left.numerator * right.denominator === right.numerator * left.denominator;

  it("sums, differences, products and quotients are those of plain fractions", () => {
    fc.assert(
      fc.property(whole, below, whole, below, (a, b, c, d) => {
        const [left, right] = [ratioOf(a, b), ratioOf(c, d)];
        expect(same(addRatios(left, right), ratioOf(a * d + c * b, b * d))).toBe(true);
        expect(same(subtractRatios(left, right), ratioOf(a * d - c * b, b * d))).toBe(true);
        expect(same(multiplyRatios(left, right), ratioOf(a * c, b * d))).toBe(true);
        if (c !== 0n) expect(same(divideRatios(left, right), ratioOf(a * d, b * c))).toBe(true);
      }),
    );
  });

  it("denominators stay positive, and comparison is that of the cross products", () => {
    fc.assert(
      fc.property(ratio, ratio, (left, right) => {
        const cross = left.numerator * right.denominator - right.numerator * left.denominator;
        expect(Math.sign(compareRatios(left, right))).toBe(cross === 0n ? 0 : cross < 0n ? -1 : 1);
        if (!isZeroRatio(right)) {
          expect(divideRatios(left, right).denominator > 0n).toBe(true);
        }
        expect(isZeroRatio(addRatios(left, negateRatio(left)))).toBe(true);
      }),
    );
  });

  it("equal values reduce to the same fields, however long the sum was", () => {
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 12 }), (parts) => {
        const forward = reduceRatio(parts.reduce(addRatios, ZERO));
        const backward = reduceRatio([...parts].reverse().reduce(addRatios, ZERO));
        expect(forward).toEqual(backward);
      }),
    );
  });

  it("a rounded value is nearest by halves, and never on the wrong side otherwise", () => {
    fc.assert(
      fc.property(ratio, fc.integer({ min: -6, max: 12 }), (value, places) => {
        const step =
          places < 0 ? ratioOf(10n ** BigInt(-places)) : ratioOf(1n, 10n ** BigInt(places));
        const off = (mode: (typeof MODES)[number]) =>
          subtractRatios(roundRatio(value, places, mode), value);
        const twice = (gap: Ratio) => multiplyRatios(gap, ratioOf(2n));
        const size = (gap: Ratio) => (gap.numerator < 0n ? negateRatio(gap) : gap);
        expect(compareRatios(size(twice(off("half-up"))), step)).toBeLessThanOrEqual(0);
        expect(compareRatios(size(twice(off("half-even"))), step)).toBeLessThanOrEqual(0);
        expect(compareRatios(off("floor"), ZERO)).toBeLessThanOrEqual(0);
        expect(compareRatios(off("ceil"), ZERO)).toBeGreaterThanOrEqual(0);
        for (const mode of MODES) expect(compareRatios(size(off(mode)), step)).toBeLessThan(1);
      }),
    );
  });

  it("a minus in front mirrors every mode but floor and ceil, which change places", () => {
    fc.assert(
      fc.property(ratio, fc.constantFrom(...MODES), (value, mode) => {
        const turned = { floor: "ceil", ceil: "floor" } as const;
        const mirrored = mode === "floor" || mode === "ceil" ? turned[mode] : mode;
        const negative = negateRatio(value);
        const found = divideRounded(negative.numerator, negative.denominator, mirrored);
        expect(found).toBe(-divideRounded(value.numerator, value.denominator, mode));
      }),
    );
  });

  it("a decimal becomes its ratio and comes back", () => {
    const decimal = fc
      .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 0, max: 14 }))
      .map(([digits, places]) => new Dec(digits.toString()).div(new Dec(10).pow(places)));
    fc.assert(
      fc.property(decimal, (value) => {
        expect(findFiniteDigits(ratioOfDecimal(value))).toBe(value.toFixed());
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countDigits,
  DECIMAL_DIGITS_LIMIT,
  Dec,
  findDecimal,
  formatDecimal,
} from "../../../packages/core/src/money/decimal.ts";

describe("a plain decimal is read", () => {
  it.each([
    ["462600", "462600"],
    ["0.085", "0.085"],
    ["-12.50", "-12.5"],
    ["007.10", "7.1"],
    ["-0", "0"],
    ["9".repeat(DECIMAL_DIGITS_LIMIT), "9".repeat(DECIMAL_DIGITS_LIMIT)],
    [`-0.${"7".repeat(33)}`, `-0.${"7".repeat(33)}`],
  ])("%s", (text, digits) => {
    const value = findDecimal(text);
    expect(value && formatDecimal(value)).toBe(digits);
  });
});

describe("anything else is not", () => {
  it.each([
    ...["", " 1", "1 ", "1,5", "1e3", "+1", ".5", "5.", "--1", "Infinity", "NaN", "0x10", "1 000"],
    ...["1".repeat(DECIMAL_DIGITS_LIMIT + 1), `0.${"1".repeat(DECIMAL_DIGITS_LIMIT)}`, "١"],
  ])("%s", (text) => {
    expect(findDecimal(text)).toBeUndefined();
  });
});

it("the widest number has 34 digits", () => {
  expect(findDecimal("1".repeat(34))).toBeDefined();
  expect(findDecimal("1".repeat(35))).toBeUndefined();
});

it("digits are counted without sign and point", () => {
  expect(countDigits("-12.50")).toBe(4);
});

it("our private Decimal keeps sixty digits and rounds half-up", () => {
  expect(new Dec(2).div(3).toFixed()).toBe(`0.${"6".repeat(59)}7`);
  expect(Dec.rounding).toBe(Dec.ROUND_HALF_UP);
});

describe("laws", () => {
  it("what is formatted is read back, digit by digit", () => {
    const digits = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.stringMatching(/^\d{0,12}$/));
    fc.assert(
      fc.property(digits, ([whole, places]) => {
        const text = places === "" ? `${whole}` : `${whole}.${places}`;
        const value = findDecimal(text);
        expect(value).toBeDefined();
        const formatted = formatDecimal(value ?? new Dec(0));
        expect(formatted).not.toContain("e");
        expect(findDecimal(formatted)?.equals(value ?? 0)).toBe(true);
      }),
    );
  });
});

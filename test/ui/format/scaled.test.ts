import { describe, expect, it } from "vitest";

import {
  divideRounded,
  formatScaled,
  plainDigits,
} from "../../../packages/ui/src/format/scaled.ts";

describe("a quotient is rounded half away from zero", () => {
  it.each([
    [5n, 10n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [15n, 10n, 2n],
    [-15n, 10n, -2n],
    [7n, 3n, 2n],
    [0n, 3n, 0n],
  ])("%d ÷ %d is %d", (dividend, divisor, quotient) => {
    expect(divideRounded(dividend, divisor)).toBe(quotient);
  });
});

describe("a whole number of the last place", () => {
  it.each([
    [123456n, 2, "1234.56"],
    [-5n, 2, "-0.05"],
    [7n, 1, "0.7"],
    [0n, 2, "0.00"],
    [2256n, 0, "2256"],
  ])("%d with %d places is %s for programs", (scaled, places, digits) => {
    expect(plainDigits(scaled, places)).toBe(digits);
  });

  it("is written with the signs of the language", () => {
    expect(formatScaled(-123456789n, 2, "ru")).toBe("−1\u202F234\u202F567,89");
    expect(formatScaled(-123456789n, 2, "kk")).toBe("−1\u202F234\u202F567,89");
    expect(formatScaled(-123456789n, 2, "en")).toBe("−1,234,567.89");
  });
});

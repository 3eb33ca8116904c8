import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  addExact,
  compareExact,
  exactWhole,
  multiplyExact,
  parseExact,
  reduceExact,
} from "../../../packages/ui/src/grid/exact-value.ts";

const twelfths = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.constantFrom(1n, 2n, 3n, 7n, 12n))
  .map(([numerator, denominator]) => ({ numerator, denominator }));

describe("exact values", () => {
  it("adds twelfths of a year without rounding", () => {
    const sum = [parseExact("211/12"), parseExact("44/3"), parseExact("23.75")].reduce(addExact);
    expect(compareExact(sum, exactWhole(56n))).toBe(0);
  });

  it("reads digits as they are written", () => {
    expect(parseExact("1536.50")).toEqual({ numerator: 153650n, denominator: 100n });
  });
});

describe("laws", () => {
  it("multiplies without rounding, in lowest terms", () => {
    fc.assert(
      fc.property(twelfths, twelfths, (a, b) => {
        const product = multiplyExact(a, b);
        const whole = {
          numerator: a.numerator * b.numerator,
          denominator: a.denominator * b.denominator,
        };
        expect(compareExact(product, whole)).toBe(0);
        expect(reduceExact(product)).toEqual(product);
      }),
    );
  });

  it("gives one sum in any order", () => {
    fc.assert(
      fc.property(twelfths, twelfths, twelfths, (a, b, c) => {
        const left = addExact(addExact(a, b), c);
        expect(compareExact(left, addExact(a, addExact(c, b)))).toBe(0);
      }),
    );
  });

  it("compares as the difference has its sign", () => {
    fc.assert(
      fc.property(twelfths, twelfths, (a, b) => {
        const difference = addExact(a, { ...b, numerator: -b.numerator });
        expect(compareExact(a, b)).toBe(compareExact(difference, exactWhole(0n)));
      }),
    );
  });
});

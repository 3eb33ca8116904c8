import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { productError, remainderOf } from "../../../packages/core/src/money/exact-product.ts";

const LIMIT = 2 ** 52;
const whole = fc.oneof(
  fc.maxSafeInteger().map((value) => Math.abs(value) % (LIMIT + 1)),
  fc.integer({ min: 0, max: 64 }).map((less) => LIMIT - less),
  fc.integer({ min: 0, max: 52 }).map((power) => 2 ** power - 1),
  fc.integer({ min: 0, max: 1_000 }),
);

describe("a product of whole numbers", () => {
  it("is lost by a double and kept by the pair", () => {
    const [left, right] = [LIMIT - 1, LIMIT - 1];
    const product = left * right;
    expect(BigInt(product)).not.toBe(BigInt(left) ** 2n);
    expect(BigInt(product) + BigInt(productError(left, right, product))).toBe(BigInt(left) ** 2n);
  });

  it("has no error where a double holds it", () => {
    expect(productError(3, 5, 15)).toBe(0);
    expect(productError(LIMIT, LIMIT, 2 ** 104)).toBe(0);
  });
});

describe("laws", () => {
  it("a product and its error are the exact product", () => {
    fc.assert(
      fc.property(whole, whole, (left, right) => {
        const product = left * right;
        const exact = BigInt(product) + BigInt(productError(left, right, product));
        expect(exact).toBe(BigInt(left) * BigInt(right));
      }),
      { numRuns: 2_000 },
    );
  });

  it("what a division leaves is exact, by the right quotient and by its neighbours", () => {
    const neighbour = fc.constantFrom(-1n, 0n, 1n);
    fc.assert(
      fc.property(whole, whole, whole, neighbour, (left, first, second, apart) => {
        const [right, divisor] = first < second ? [first, second] : [second, first];
        fc.pre(divisor > 0);
        const product = BigInt(left) * BigInt(right);
        const quotient = product / BigInt(divisor) + apart;
        const rest = remainderOf(left, right, Number(quotient), divisor);
        expect(BigInt(rest)).toBe(product - quotient * BigInt(divisor));
      }),
      { numRuns: 2_000 },
    );
  });
});

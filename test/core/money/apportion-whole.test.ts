import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportionQuotas } from "../../../packages/core/src/money/apportion.ts";
import { apportionWhole, WHOLE_LIMIT } from "../../../packages/core/src/money/apportion-whole.ts";
import { ratioOf } from "../../../packages/core/src/money/ratio.ts";

/** Ids against the order of the places, so that a tie is never decided by a place. */
function claimsOf(weights: readonly number[]) {
  const ids = weights.map((_, place) => `o${String(999_999 - place)}`);
  const sum = weights.reduce((all, each) => all + each, 0);
  return { ids, weights: Float64Array.from(weights), sum };
}

function shareOf(total: number, weights: readonly number[]): readonly number[] {
  return [...apportionWhole(total, claimsOf(weights))];
}

/** The same parts as exact fractions. */
function exactly(total: number, weights: readonly number[]): readonly number[] {
  const { ids, sum } = claimsOf(weights);
  const quotas = weights.map((weight, place) => ({
    id: ids[place] ?? "",
    quota: ratioOf(BigInt(total) * BigInt(weight), BigInt(sum)),
  }));
  return [...apportionQuotas(BigInt(total), quotas).values()].map(Number);
}

const FILLED = Array.from({ length: 2_100 }, () => 0);

describe("whole weights in doubles", () => {
  it.each([
    ["one claimant takes all", 7, [3]],
    ["nothing is shared among all", 0, [3, 0]],
    ["equal remainders go to the smaller id", 1, [1, 1, 1]],
    ["who has no weight has no part", 5, [0, 3, 0, 3]],
    ["one unit less than the weights", WHOLE_LIMIT - 1, [WHOLE_LIMIT - 1, 1]],
    ["both at the limit", WHOLE_LIMIT, [WHOLE_LIMIT - 3, 1, 2]],
    ["a total far above the weights", WHOLE_LIMIT - 5, [1, 1, 1]],
    ["weights far above the total", 2, [WHOLE_LIMIT - 9, 3, 6]],
    [
      "quotients that doubles round up",
      4_503_599_627_367_398,
      [615305333593259, 751059975788190, 851846883889013, 17427626389292, 2267959807709972],
    ],
  ])("%s", (_name, total, weights) => {
    expect(shareOf(total, weights)).toEqual(exactly(total, weights));
  });

  it("gives every unit that is left to one of many equals, by id", () => {
    const parts = shareOf(
      4_000,
      Array.from({ length: 3_000 }, () => 12_345),
    );
    // The ids fall with the places: the last thousand have the smallest.
    expect(parts.slice(0, 2_000).every((part) => part === 1)).toBe(true);
    expect(parts.slice(2_000).every((part) => part === 2)).toBe(true);
  });

  it("gives the unit to a remainder that is next to a whole one", () => {
    const weights = [WHOLE_LIMIT - 2, 1, ...FILLED];
    const [most, one, ...others] = shareOf(WHOLE_LIMIT - 2, weights);
    expect([most, one]).toEqual([WHOLE_LIMIT - 3, 1]);
    expect(others.every((part) => part === 0)).toBe(true);
  });

  it("tells remainders apart that differ by one, among many", () => {
    // 1000001 to 1002100 of a sum near 2^31: all remainders are near each other.
    const weights = FILLED.map((_, place) => 1_000_001 + place);
    for (const total of [1, 1_049, 2_099]) {
      expect(shareOf(total, weights)).toEqual(exactly(total, weights));
    }
  });

  it("is refused past the limit of doubles", () => {
    expect(WHOLE_LIMIT).toBe(2 ** 52);
    expect(() => shareOf(WHOLE_LIMIT + 2, [1])).toThrow("within its limit");
    expect(() => shareOf(-1, [1])).toThrow("within its limit");
    expect(() => shareOf(1, [WHOLE_LIMIT + 2])).toThrow("within their limit");
    expect(() => shareOf(1, [0, 0])).toThrow("within their limit");
  });
});

describe("laws", () => {
  const small = fc.integer({ min: 0, max: 6 });
  const middle = fc.integer({ min: 0, max: 2_000_000_000 });
  const near = fc.integer({ min: 0, max: 40 }).map((less) => WHOLE_LIMIT - less);
  const far = fc.maxSafeInteger().map((value) => Math.abs(value) % (WHOLE_LIMIT + 1));
  const total = fc.oneof(small, middle, near, far);
  /** One more weight fills the sum up to the limit. */
  const filled = fc
    .tuple(fc.array(fc.oneof(small, middle), { maxLength: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([weights, less]) => {
      const sum = weights.reduce((all, each) => all + each, 0);
      return [...weights, WHOLE_LIMIT - less - sum];
    });
  /** Several of the size of the limit. */
  const split = fc.array(far, { minLength: 1, maxLength: 5 }).map((cuts) => {
    const bounds = [...cuts, WHOLE_LIMIT].sort((left, right) => left - right);
    return bounds.map((bound, place) => bound - (bounds[place - 1] ?? 0));
  });
  const weights = fc.oneof(
    split,
    fc.array(small, { minLength: 1, maxLength: 30 }),
    fc.array(middle, { minLength: 1, maxLength: 30 }),
    fc.array(far, { minLength: 1, maxLength: 1 }),
    filled,
  );

  it("the parts are those of exact fractions", () => {
    fc.assert(
      fc.property(total, weights, (amount, each) => {
        fc.pre(each.some((weight) => weight > 0));
        expect(shareOf(amount, each)).toEqual(exactly(amount, each));
      }),
      { numRuns: 3_000 },
    );
  });

  it("so they are among thousands, with ties and without", () => {
    const spread = fc.record({
      step: fc.integer({ min: 0, max: 1_000_003 }),
      kinds: fc.integer({ min: 1, max: 5_000 }),
      amount: fc.oneof(fc.integer({ min: 1, max: 9_000 }), near),
    });
    fc.assert(
      fc.property(spread, ({ step, kinds, amount }) => {
        const many = Array.from({ length: 2_200 }, (_, place) => ((place * step) % kinds) + 1);
        expect(shareOf(amount, many)).toEqual(exactly(amount, many));
      }),
      { numRuns: 40 },
    );
  });
});

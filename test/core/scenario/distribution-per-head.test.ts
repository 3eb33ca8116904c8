/** Money per head: figures by hand, and the laws of figures that people weigh. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratioOf,
  subtractRatios,
  ZERO,
} from "../../../packages/core/src/money/index.ts";
import {
  type PerHead,
  spreadPerHead,
} from "../../../packages/core/src/scenario/distribution-per-head.ts";
import { equityText } from "../../support/equity-text.ts";

const UNIT = "KZT/pupil/year";

/** Whole tenge for so many people. */
function paid(tenge: bigint, heads: bigint, parts = 1n): PerHead {
  return { amount: tenge * 100n, heads: ratioOf(heads, parts) };
}

function figures(members: readonly PerHead[]): Readonly<Record<string, string>> {
  const each = spreadPerHead(members, UNIT);
  return Object.fromEntries(each.map(([id, value]) => [id, equityText(value)]));
}

it("is worked out by hand for three schools", () => {
  // 60 children at 10 tenge, 30 at 20, 10 at 50: 1,700 tenge for 100 children.
  expect(figures([paid(500n, 10n), paid(600n, 60n), paid(600n, 30n)])).toEqual({
    ...{ mean: "17", least: "10", greatest: "50" },
    ...{ p10: "10", p25: "10", median: "10", p75: "20", p90: "20" },
    ...{ "p90-p10": "2", mcloone: "1" },
    // Squares: 60 × 49 + 30 × 9 + 10 × 1,089 = 14,100; the root of 141 by 17.
    variation: "0.698490711002",
    // Pairs: 60 × 30 × 10 + 60 × 10 × 40 + 30 × 10 × 30 = 51,000 by 100 × 1,700.
    gini: "0.3",
  });
});

it("has the percentiles of a hundred people of 1 to 100 tenge", () => {
  const hundred = Array.from({ length: 100 }, (_, place) => paid(BigInt(place + 1), 1n));
  expect(figures(hundred.toReversed())).toMatchObject({
    ...{ mean: "50.5", least: "1", greatest: "100" },
    ...{ p10: "10", p25: "25", median: "50", p75: "75", p90: "90" },
    // Those at or below the median have 1,275 of 50 × 50.
    ...{ "p90-p10": "9", mcloone: "0.51" },
  });
});

it("has no part of a median of nothing", () => {
  const { median, mcloone, gini } = figures([paid(0n, 3n), paid(8n, 1n)]);
  expect([median, mcloone, gini]).toEqual(["0", "not-above-zero", "0.75"]);
});

it("measures what those below the median lack", () => {
  // 40 children at 10 and 20 at 16 are at or below the median of 16: 720 of 960.
  const { median, mcloone } = figures([paid(400n, 40n), paid(320n, 20n), paid(1200n, 40n)]);
  expect([median, mcloone]).toEqual(["16", "0.75"]);
});

it("is absent where nobody is counted, and where parts of the mean mean nothing", () => {
  expect(new Set(Object.values(figures([])))).toEqual(new Set(["nobody-counted"]));
  const zero = figures([paid(0n, 4n)]);
  expect(zero).toMatchObject({ mean: "0", variation: "not-above-zero", gini: "not-above-zero" });
  expect(zero["p90-p10"]).toBe("not-above-zero");
  expect(figures([paid(-1n, 1n), paid(5n, 1n)])["gini"]).toBe("amount-negative");
});

describe("laws", () => {
  const member = fc
    .tuple(
      fc.bigInt({ min: 0n, max: 500_000n }),
      fc.bigInt({ min: 1n, max: 4_000n }),
      fc.constantFrom(1n, 2n, 12n, 7n),
    )
    .map(([amount, heads, parts]): PerHead => ({ amount, heads: ratioOf(heads, parts) }));
  const city = fc
    .array(member, { minLength: 1, maxLength: 9 })
    .filter((members) => members.some(({ amount }) => amount > 0n));

  it("nobody differs where all have the same per head", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 99n }), { minLength: 1 }), (heads) => {
        const { variation, gini, mcloone } = figures(heads.map((each) => paid(each * 7n, each)));
        expect([variation, gini, mcloone]).toEqual(["0", "0", "1"]);
      }),
      { numRuns: 60 },
    );
  });

  it("scaling all money leaves every part of the mean, and scales the rest", () => {
    fc.assert(
      fc.property(city, (members) => {
        const scaled = members.map((each) => ({ ...each, amount: each.amount * 3n }));
        const [before, after] = [figures(members), figures(scaled)];
        for (const id of ["variation", "gini", "mcloone", "p90-p10"]) {
          expect(after[id]).toBe(before[id]);
        }
        const [mean, tripled] = [members, scaled].map((each) => numberOf(each, "mean"));
        expect(compareRatios(multiplyRatios(mean ?? ZERO, ratioOf(3n)), tripled ?? ZERO)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("neither the order nor a division into two changes a figure", () => {
    fc.assert(
      fc.property(city, fc.nat(8), (members, place) => {
        const divided = members.flatMap((each, at) => {
          if (at !== place % members.length) return [each];
          const doubled = { amount: each.amount * 2n, heads: each.heads };
          // Of twice the money and people a third and two thirds.
          const third = multiplyRatios(each.heads, ratioOf(2n, 3n));
          return [
            { amount: doubled.amount, heads: third },
            { amount: doubled.amount * 2n, heads: multiplyRatios(third, ratioOf(2n)) },
          ];
        });
        const whole = members.map((each, at) => {
          if (at !== place % members.length) return each;
          return { amount: each.amount * 6n, heads: multiplyRatios(each.heads, ratioOf(2n)) };
        });
        expect(figures(divided.toReversed())).toEqual(figures(whole));
      }),
      { numRuns: 60 },
    );
  });

  it("percentiles ascend, within the least and the greatest", () => {
    fc.assert(
      fc.property(city, (members) => {
        const ids = ["least", "p10", "p25", "median", "p75", "p90", "greatest"];
        const values = ids.map((id) => numberOf(members, id));
        for (const [place, value] of values.slice(1).entries()) {
          expect(compareRatios(values[place] ?? ZERO, value)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("the Gini coefficient is that of all pairs, from zero to below one", () => {
    fc.assert(
      fc.property(city, (members) => {
        const gini = numberOf(members, "gini");
        expect(compareRatios(gini, pairwise(members))).toBe(0);
        expect(gini.numerator >= 0n && gini.numerator < gini.denominator).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("the coefficient of variation is the root of the mean square of deviations", () => {
    fc.assert(
      fc.property(city, (members) => {
        const mean = numberOf(members, "mean");
        const heads = members.reduce((sum, each) => addRatios(sum, each.heads), ZERO);
        const squares = members.reduce((sum, each) => {
          const off = subtractRatios(rateOf(each), mean);
          return addRatios(sum, multiplyRatios(each.heads, multiplyRatios(off, off)));
        }, ZERO);
        const expected = Math.sqrt(toNumber(squares) / toNumber(heads)) / toNumber(mean);
        expect(Number(figures(members)["variation"])).toBeCloseTo(expected, 9);
      }),
      { numRuns: 60 },
    );
  });
});

function numberOf(members: readonly PerHead[], wanted: string): Ratio {
  const found = spreadPerHead(members, UNIT).find(([id]) => id === wanted)?.[1];
  if (found?.kind !== "number") throw new Error(`${wanted} is no number`);
  return found.value;
}

function rateOf({ amount, heads }: PerHead): Ratio {
  return ratioOf(amount * heads.denominator, heads.numerator * 100n);
}

/** Every pair by itself, with no ranking. */
function pairwise(members: readonly PerHead[]): Ratio {
  let [sum, heads, amount] = [ZERO, ZERO, ZERO];
  for (const one of members) {
    heads = addRatios(heads, one.heads);
    amount = addRatios(amount, ratioOf(one.amount, 100n));
    for (const other of members) {
      const off = subtractRatios(rateOf(one), rateOf(other));
      const size = off.numerator < 0n ? ratioOf(-off.numerator, off.denominator) : off;
      sum = addRatios(sum, multiplyRatios(multiplyRatios(one.heads, other.heads), size));
    }
  }
  const whole = multiplyRatios(multiplyRatios(heads, amount), ratioOf(2n));
  return ratioOf(sum.numerator * whole.denominator, sum.denominator * whole.numerator);
}

function toNumber({ numerator, denominator }: Ratio): number {
  return Number(numerator) / Number(denominator);
}

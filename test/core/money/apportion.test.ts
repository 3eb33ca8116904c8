import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apportion,
  apportionQuotas,
  apportionWithin,
  type BoundedClaimant,
  type Claimant,
} from "../../../packages/core/src/money/apportion.ts";
import {
  compareRatios,
  divideRatios,
  ratioOf,
  subtractRatios,
} from "../../../packages/core/src/money/ratio.ts";

const weight = fc
  .tuple(fc.bigInt(0n, 10_000n), fc.bigInt(1n, 60n))
  .map(([numerator, denominator]) => ratioOf(numerator, denominator));
const claimants: fc.Arbitrary<readonly Claimant[]> = fc
  .array(weight, { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some(({ numerator }) => numerator > 0n))
  .map((weights) => weights.map((each, place) => ({ id: `o${place}`, weight: each })));
const total = fc.bigInt(-10_000_000n, 10_000_000n);

function claims(...weights: readonly bigint[]): readonly Claimant[] {
  return weights.map((each, place) => ({ id: "abcdefgh".charAt(place), weight: ratioOf(each) }));
}

function sum(parts: ReadonlyMap<string, bigint>): bigint {
  return [...parts.values()].reduce((all, part) => all + part, 0n);
}

describe("a total is shared by weights", () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [10n, [1n, 2n, 7n], [1n, 2n, 7n]],
    [5n, [3n, 3n, 0n], [3n, 2n, 0n]],
    [1n, [1n, 1n, 1n], [1n, 0n, 0n]],
    // Quotas 2.4, 1.8 and 0.8: the two largest remainders are equal, and nobody waits for an id.
    [5n, [12n, 9n, 4n], [2n, 2n, 1n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [0n, [0n, 0n], [0n, 0n]],
  ])("%s by %s is %s", (amount, weights, expected) => {
    expect([...apportion(amount, claims(...weights)).values()]).toEqual(expected);
  });

  it("gives equal remainders to the smaller id, whatever the order of the claims", () => {
    const parts = apportion(1n, claims(1n, 1n, 1n).toReversed());
    expect(parts.get("a")).toBe(1n);
  });

  it("adds up, and nobody is a whole unit away from the exact share", () => {
    fc.assert(
      fc.property(total, claimants, (amount, shared) => {
        const parts = apportion(amount, shared);
        expect(sum(parts)).toBe(amount);
        const weights = shared.reduce((all, each) => {
          return subtractRatios(all, subtractRatios(ratioOf(0n), each.weight));
        }, ratioOf(0n));
        for (const { id, weight: own } of shared) {
          const exact = divideRatios({ ...own, numerator: own.numerator * amount }, weights);
          const apart = subtractRatios(ratioOf(parts.get(id) ?? 0n), exact);
          expect(compareRatios(apart, ratioOf(1n))).toBeLessThan(0);
          expect(compareRatios(apart, ratioOf(-1n))).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("whole weights are shared in doubles where they fit", () => {
  const LIMIT = 2n ** 52n;
  const exactly = (amount: bigint, shared: readonly Claimant[]) => {
    const weights = shared.reduce((all, each) => all + each.weight.numerator, 0n);
    return apportionQuotas(
      amount,
      shared.map(({ id, weight: own }) => ({
        id,
        quota: ratioOf(amount * own.numerator, weights),
      })),
    );
  };

  it.each([
    ["within the limit", LIMIT, [LIMIT - 4n, 1n, 3n]],
    ["with a total past it", LIMIT + 1n, [7n, 1n, 3n]],
    ["with a sum past it", 1_000n, [LIMIT - 3n, 1n, 3n]],
    ["with weights that no double holds", 10n ** 400n, [10n ** 390n, 3n, 10n ** 390n + 1n]],
    ["with a total past it, of which one has all", LIMIT + 1n, [1n, 0n]],
    ["below zero", -LIMIT, [LIMIT - 4n, 1n, 3n]],
    ["below zero, past the limit", -LIMIT - 1n, [5n, 5n, 6n]],
  ])("%s the parts are the exact ones, in the order of the claims", (_name, amount, weights) => {
    const shared = claims(...weights);
    expect([...apportion(amount, shared)]).toEqual([...exactly(amount, shared)]);
  });

  it("takes tenths as whole numbers of tenths, and other units as fractions", () => {
    const tenths = claims(3n, 3n, 4n).map(({ id, weight: { numerator } }) => ({
      id,
      weight: ratioOf(numerator, 10n),
    }));
    expect([...apportion(101n, tenths).values()]).toEqual([30n, 30n, 41n]);
    // 1/2, 1/3 and 1/6 of 7: 3.5, 2.33 and 1.17.
    const parts = [2n, 3n, 6n].map((part, place) => ({
      id: "abc".charAt(place),
      weight: ratioOf(1n, part),
    }));
    expect([...apportion(7n, parts).values()]).toEqual([4n, 2n, 1n]);
  });

  it("stops where nobody has a weight", () => {
    expect(() => apportion(1n, claims(0n, 0n))).toThrow("shared by weights");
    expect(() => apportion(1n, claims(0n))).toThrow("shared by weights");
    expect(() => apportion(1n, [])).toThrow("shared by weights");
  });
});

describe("quotas that were rounded before", () => {
  it("give what is left to the largest remainders, and take what is too much from the smallest", () => {
    const quota = (tenths: bigint) => ratioOf(tenths, 10n);
    const quotas = [
      { id: "a", quota: quota(26n) },
      { id: "b", quota: quota(24n) },
      { id: "c", quota: quota(40n) },
    ];
    expect([...apportionQuotas(9n, quotas).values()]).toEqual([3n, 2n, 4n]);
    expect([...apportionQuotas(7n, quotas).values()]).toEqual([2n, 2n, 3n]);
    // 3/4 is more than 4/7.
    const parts = [
      { id: "a", quota: ratioOf(4n, 7n) },
      { id: "b", quota: ratioOf(3n, 4n) },
    ];
    expect([...apportionQuotas(1n, parts).values()]).toEqual([0n, 1n]);
    expect([...apportionQuotas(12n, quotas).values()]).toEqual([4n, 3n, 5n]);
  });

  it("share what is owed as they share what is given, and leave one below zero nearest to it", () => {
    const thirds = ["a", "b", "c"].map((id) => ({ id, quota: ratioOf(-1n, 3n) }));
    expect([...apportionQuotas(-1n, thirds).values()]).toEqual([-1n, 0n, 0n]);
    const mixed = [
      { id: "a", quota: ratioOf(-3n, 4n) },
      { id: "b", quota: ratioOf(7n, 4n) },
    ];
    expect([...apportionQuotas(1n, mixed).values()]).toEqual([-1n, 2n]);
  });

  it("need somebody where there is something", () => {
    expect([...apportionQuotas(3n, [{ id: "a", quota: ratioOf(1n) }])]).toEqual([["a", 3n]]);
    expect(apportionQuotas(0n, []).size).toBe(0);
    expect(() => apportionQuotas(1n, [])).toThrow("among somebody");
  });
});

describe("a total is shared within bounds", () => {
  const bounded = (
    ...each: readonly (readonly [bigint, bigint | undefined, bigint | undefined])[]
  ): readonly BoundedClaimant[] =>
    each.map(([own, floor, ceiling], place) => ({
      id: "abcdefgh".charAt(place),
      weight: ratioOf(own),
      floor,
      ceiling,
    }));

  it("holds the floor and scales the others", () => {
    // 100 + 100 + 200 to 300: the first keeps 90, the others share 210 as 1 : 2.
    const parts = apportionWithin(
      300n,
      bounded([100n, 90n, undefined], [100n, 0n, undefined], [200n, 0n, undefined]),
    );
    expect(parts).toEqual(named(90n, 70n, 140n));
  });

  it("holds the ceiling and scales the others", () => {
    const parts = apportionWithin(
      600n,
      bounded([100n, undefined, 110n], [100n, undefined, undefined], [200n, undefined, undefined]),
    );
    expect(parts).toEqual(named(110n, 163n, 327n));
  });

  it("turns where the exact factors say so, however near they are", () => {
    // Free from 1 and from 1 + 10^-16 on: no double tells them apart.
    const close = 10n ** 16n;
    const shared = bounded([close, close, undefined], [close, close + 1n, close + 2n]);
    expect(apportionWithin(2n * close + 2n, shared)).toEqual(named(close + 1n, close + 1n));
    expect(apportionWithin(2n * close + 5n, shared)).toEqual(named(close + 3n, close + 2n));
  });

  it("turns where the exact factors say so where doubles say the opposite", () => {
    // The ceiling of the second comes before the floor of the first is left, by 5 × 10^-17.
    const [floor, ceiling] = [104_713_958_224_480_198n, 139_915_249_388_725_616n];
    const shared = bounded([floor - 35n, floor, undefined], [ceiling - 40n, undefined, ceiling]);
    expect(apportionWithin(floor + ceiling + 1n, shared)).toEqual(named(floor + 1n, ceiling));
  });

  it("has no floor where none is named, and counts the floor of one without a weight", () => {
    const open = bounded([1n, undefined, undefined], [1n, undefined, undefined]);
    expect(apportionWithin(1n, open)).toEqual(named(1n, 0n));
    const shared = (floor: bigint | undefined) =>
      bounded([5n, undefined, 9n], [5n, 0n, 20n], [0n, floor, 50n]);
    expect(apportionWithin(30n, shared(undefined))).toEqual({ limit: "ceiling", sum: 29n });
    expect(apportionWithin(34n, shared(4n))).toEqual({ limit: "ceiling", sum: 33n });
    expect(apportionWithin(33n, shared(4n))).toEqual(named(9n, 20n, 4n));
  });

  it("may come to exactly all floors, or to exactly all ceilings", () => {
    const shared = bounded([5n, 6n, 9n], [5n, 5n, 20n]);
    expect(apportionWithin(11n, shared)).toEqual(named(6n, 5n));
    expect(apportionWithin(29n, shared)).toEqual(named(9n, 20n));
  });

  it("names the bound that stands in the way", () => {
    expect(apportionWithin(10n, bounded([5n, 6n, undefined], [5n, 5n, undefined]))).toEqual({
      limit: "floor",
      sum: 11n,
    });
    expect(
      apportionWithin(30n, bounded([5n, undefined, 9n], [5n, 0n, 20n], [0n, 0n, 50n])),
    ).toEqual({
      limit: "ceiling",
      sum: 29n,
    });
  });

  it("adds up inside the bounds, one factor for all who are free", () => {
    const claimant = fc.record({
      own: fc.bigInt(0n, 1_000n),
      floor: fc.option(fc.bigInt(0n, 900n), { nil: undefined }),
      room: fc.option(fc.bigInt(0n, 900n), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 6_000n),
        fc.array(claimant, { minLength: 1, maxLength: 8 }),
        (amount, each) => {
          const shared = bounded(
            ...each.map(
              ({ own, floor, room }) =>
                [own, floor, room === undefined ? undefined : (floor ?? 0n) + room] as const,
            ),
          );
          const parts = apportionWithin(amount, shared);
          if (!(parts instanceof Map)) return;
          expect(sum(parts)).toBe(amount);
          expect(shared.every((claimant) => isWithin(claimant, parts))).toBe(true);
          // Two who are free and differ in weight by a factor differ in their parts by the same one.
          const free = shared.filter((claimant) => isFree(claimant, parts));
          const pairs = free.flatMap((left) => free.map((right) => [left, right] as const));
          expect(pairs.every(([left, right]) => areInProportion(left, right, parts))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

type Parts = ReadonlyMap<string, bigint>;

function named(...parts: readonly bigint[]): Parts {
  return new Map(parts.map((part, place) => ["abcdefgh".charAt(place), part]));
}

function isWithin({ id, floor = 0n, ceiling }: BoundedClaimant, parts: Parts): boolean {
  const part = parts.get(id) ?? 0n;
  return part >= floor && (ceiling === undefined || part <= ceiling);
}

function isFree({ id, floor = 0n, ceiling }: BoundedClaimant, parts: Parts): boolean {
  const part = parts.get(id) ?? 0n;
  return part > floor && (ceiling === undefined || part < ceiling);
}

/** Up to the unit that rounding may give to either. */
function areInProportion(left: Claimant, right: Claimant, parts: Parts): boolean {
  const [first, second] = [left.weight.numerator, right.weight.numerator];
  const cross = (parts.get(left.id) ?? 0n) * second - (parts.get(right.id) ?? 0n) * first;
  return (cross < 0n ? -cross : cross) <= first + second;
}

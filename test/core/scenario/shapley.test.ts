import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tiyn } from "../../../packages/core/src/index.ts";
import {
  coalitionsOf,
  createWeightedSums,
  factorial,
  PLAYERS_LIMIT,
  weightsOf,
} from "../../../packages/core/src/scenario/shapley.ts";

it("of three players each value counts as often as orders pass through it", () => {
  expect(weightsOf([false, false, false])).toEqual([-2, -2, -2]);
  expect(weightsOf([true, false, false])).toEqual([2, -1, -1]);
  expect(weightsOf([true, true, false])).toEqual([1, 1, -2]);
  expect(weightsOf([true, true, true])).toEqual([2, 2, 2]);
});

it.each([0, 1, 5, PLAYERS_LIMIT])(
  "of %i players every coalition comes once, beside one that differs in one",
  (count) => {
    const coalitions = coalitionsOf(count);
    expect(new Set(coalitions.map((each) => each.join())).size).toBe(2 ** count);
    expect(coalitions[0]).toEqual(Array.from({ length: count }, () => false));
    coalitions.slice(1).forEach((each, place) => {
      expect(each.filter((isIn, player) => isIn !== coalitions[place]?.[player])).toHaveLength(1);
    });
  },
);

describe("laws", () => {
  const amounts = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

  it("shares of any values come to the difference of the last and the first, over k!", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(amounts, { minLength: 32, maxLength: 32 }),
        (count, given) => {
          const sums = createWeightedSums(1, count);
          const coalitions = coalitionsOf(count);
          coalitions.forEach((each, place) => {
            sums.add(
              { rows: Int32Array.of(0), amounts: [tiyn(given[place] ?? 0n)] },
              weightsOf(each),
            );
          });
          const shares = Array.from({ length: count }, (_, player) => sums.sumAt(player, 0));
          const last = given[coalitions.findIndex((each) => !each.includes(false))] ?? 0n;
          const total = shares.reduce((sum, share) => sum + share, 0n);
          expect(total).toBe((last - (given[0] ?? 0n)) * BigInt(factorial(count)));
        },
      ),
    );
  });

  it("sums are exact for amounts up to 2^52 in doubles and for any beyond", () => {
    const whole = fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n });
    const weights = fc.integer({ min: -5040, max: 5040 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, amounts, weights), { maxLength: 256 }), (added) => {
        const sums = createWeightedSums(2, 1);
        let [doubles, any] = [0n, 0n];
        for (const [amount, large, weight] of added) {
          sums.add({ rows: Int32Array.of(0), amounts: Float64Array.of(Number(amount)) }, [weight]);
          sums.add({ rows: Int32Array.of(1), amounts: [tiyn(large)] }, [weight]);
          doubles += amount * BigInt(weight);
          any += large * BigInt(weight);
        }
        expect([sums.sumAt(0, 0), sums.sumAt(0, 1)]).toEqual([doubles, any]);
      }),
    );
  });
});

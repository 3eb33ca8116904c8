import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareRuns,
  distributeChanges,
  summariseChange,
} from "../../../packages/core/src/index.ts";
import { ratioOf, tiyn } from "../../../packages/core/src/money/index.ts";
import { binsOf, isInBin } from "../../../packages/core/src/scenario/change-distribution.ts";
import { findChange } from "../../../packages/core/src/scenario/compare-runs.ts";
import { comparedSide, comparedSides } from "../../support/compared-sides.ts";

const PAIR = { from: 0, to: 1 };
const BOUNDS = [-10n, -5n, 5n, 10n].map((hundredths) => ratioOf(hundredths, 100n));

describe("bins of 5 and 10 hundredths", () => {
  const cases: readonly (readonly [before: bigint, after: bigint, bin: number])[] = [
    [1000n, 899n, 0],
    [1000n, 900n, 1],
    [1000n, 950n, 2],
    [1000n, 999n, 2],
    [1000n, 1000n, 3],
    [0n, 0n, 3],
    [1000n, 1001n, 4],
    [1000n, 1050n, 4],
    [1000n, 1100n, 5],
    [1000n, 1101n, 6],
    [0n, 1n, 7],
  ];

  it.each(cases)("hold %i that becomes %i at place %i", (before, after, bin) => {
    const change = findChange(tiyn(before), tiyn(after));
    const found = binsOf(BOUNDS).flatMap((each, place) =>
      change !== undefined && isInBin(change, each) ? [place] : [],
    );
    expect(found).toEqual([bin]);
  });
});

it("has no empty bin of a bound that is said twice, or of zero", () => {
  const [five, zero] = [ratioOf(5n, 100n), ratioOf(0n)];
  const plain = binsOf([five]);
  expect(plain).toHaveLength(7);
  expect(binsOf([five, zero, ratioOf(1n, 20n), zero])).toEqual(plain);
  expect(binsOf([ratioOf(10n, 100n), five])).toEqual(binsOf([five, ratioOf(10n, 100n)]));
});

it("has bounds of 2, 5, 10 and 20 hundredths where nobody names others", () => {
  const hundredths = [-20n, -10n, -5n, -2n, 2n, 5n, 10n, 20n];
  expect(binsOf()).toEqual(binsOf(hundredths.map((each) => ratioOf(each, 100n))));
  expect(binsOf()).toHaveLength(14);
});

it("puts who came and who went apart from every change", () => {
  const sides = [comparedSide({ "a|t|1": 10n }), comparedSide({ "b|t|1": 30n })];
  const filled = distributeChanges(compareRuns(sides, "organisation"), PAIR);
  expect(filled.filter(({ count }) => count > 0)).toEqual([
    { kind: "appeared", from: undefined, to: undefined, count: 1, amount: 30n },
    { kind: "gone", from: undefined, to: undefined, count: 1, amount: -10n },
  ]);
});

describe("laws", () => {
  it("every member with an amount stands in one bin, whatever the bounds", () => {
    const bounds = fc.array(
      fc.bigInt({ min: -200n, max: 200n }).map((part) => ratioOf(part, 100n)),
    );
    fc.assert(
      fc.property(comparedSides({ least: 2, most: 2 }), bounds, (sides, own) => {
        const comparison = compareRuns(sides, "line");
        const filled = distributeChanges(comparison, PAIR, own);
        const { change } = summariseChange(comparison, PAIR);
        expect(filled.reduce((sum, { count }) => sum + count, 0)).toBe(comparison.rows.length);
        expect(filled.reduce((sum, { amount }) => sum + amount, 0n)).toBe(change);
      }),
      { numRuns: 80 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareIds, compareIdTuples } from "../../../packages/core/src/kernel/ordering.ts";

it("ids follow their code units, whatever the locale says", () => {
  const sorted = ["Z", "a", "É", "é", "я", "ё"];
  expect([...sorted].reverse().sort(compareIds)).toEqual(sorted);
});

it("tuples differ at the first place where their parts do", () => {
  expect(compareIdTuples(["a", "b", "z"], ["a", "c", "a"])).toBeLessThan(0);
  expect(compareIdTuples(["a", "c"], ["a", "c"])).toBe(0);
  expect(compareIdTuples([], [])).toBe(0);
});

describe("laws", () => {
  const tuple = fc.tuple(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }));

  it("the order is total and turns round", () => {
    fc.assert(
      fc.property(tuple, tuple, (left, right) => {
        const order = compareIdTuples(left, right);
        expect(compareIdTuples(right, left) + order).toBe(0);
        expect(order === 0).toBe(left.join("|") === right.join("|"));
      }),
    );
  });

  it("the order is transitive", () => {
    fc.assert(
      fc.property(tuple, tuple, tuple, (...three) => {
        const [first, second, third] = [...three].sort(compareIdTuples);
        expect(compareIdTuples(first ?? [], second ?? [])).toBeLessThanOrEqual(0);
        expect(compareIdTuples(second ?? [], third ?? [])).toBeLessThanOrEqual(0);
        expect(compareIdTuples(first ?? [], third ?? [])).toBeLessThanOrEqual(0);
      }),
    );
  });
});

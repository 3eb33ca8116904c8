import fc from "fast-check";
import { expect, it } from "vitest";
import { tiyn } from "../../../packages/core/src/index.ts";
import { changesOf } from "../../../packages/core/src/scenario/amount-changes.ts";

const amounts = fc.array(fc.tuple(fc.maxSafeInteger(), fc.maxSafeInteger()), { maxLength: 12 });

it("who gets more, less and the same are all of them, and add up to the change", () => {
  fc.assert(
    fc.property(amounts, (pairs) => {
      const ids = pairs.map((_, row) => `${row}`);
      const [before, after] = [0, 1].map((side) =>
        pairs.map((pair) => tiyn(BigInt(pair[side] ?? 0))),
      );
      const { more, less, same, organisations } = changesOf(ids, before ?? [], after ?? []);
      expect(more.count + less.count + same).toBe(pairs.length);
      const change = organisations().reduce((sum, each) => sum + each.after - each.before, 0n);
      expect(more.amount + less.amount).toBe(change);
      expect(more.amount >= 0n && less.amount <= 0n).toBe(true);
    }),
  );
});

it("is told where one side is in doubles and the other, too great for them, is not", () => {
  const great = [tiyn(2n ** 60n), tiyn(1n)];
  const { more, less, same } = changesOf(["a", "b"], Float64Array.from([7, 1]), great);
  expect(more).toEqual({ count: 1, amount: 2n ** 60n - 7n });
  expect([less.count, same]).toEqual([0, 1]);
  expect(changesOf(["a", "b"], great, Float64Array.from([7, 1])).less.amount).toBe(7n - 2n ** 60n);
});

it("is the same in doubles and in BigInt", () => {
  const [before, after] = [
    [5, 7, 0, -3],
    [6, 7, -2, 4],
  ];
  const ids = ["a", "b", "c", "d"];
  const big = (column: readonly number[] = []) => column.map((each) => tiyn(BigInt(each)));
  const whole = changesOf(ids, Float64Array.from(before ?? []), Float64Array.from(after ?? []));
  expect(whole).toMatchObject({ more: { count: 2, amount: 8n }, less: { count: 1, amount: -2n } });
  expect({ ...whole, organisations: whole.organisations() }).toEqual({
    ...changesOf(ids, big(before), big(after)),
    organisations: changesOf(ids, big(before), big(after)).organisations(),
  });
});

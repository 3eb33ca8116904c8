import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ok, type Result } from "../../../packages/core/src/index.ts";
import { type StepAnswer, searchStep } from "../../../packages/core/src/scenario/search-step.ts";
import { getValue } from "../../support/get-value.ts";

/** Totals by step from 0 on. */
function search(totals: readonly bigint[], target: bigint, start?: bigint, rises?: boolean) {
  const asked: bigint[] = [];
  const answer = getValue(
    searchStep({
      ...{ least: 0n, greatest: BigInt(totals.length - 1), target, start, rises },
      at: (step): Result<bigint> => {
        asked.push(step);
        return ok(totals[Number(step)] ?? 0n);
      },
    }),
  );
  return { answer, asked };
}

/** Every step looked at: the last one that fits, where totals rise. */
function bruteForce(totals: readonly bigint[], target: bigint): StepAnswer {
  const last = BigInt(totals.length - 1);
  const [first = 0n, end = 0n] = [totals[0], totals.at(-1)];
  if (first === end && totals.length > 1) return { kind: "idle", step: 0n };
  const rises = first <= end;
  const fitting = totals.flatMap((total, step) => (total <= target ? [BigInt(step)] : []));
  if (fitting.length === 0) return { kind: "passes-at-bound", step: rises ? 0n : last };
  if (fitting.length === totals.length) return { kind: "fits-at-bound", step: rises ? last : 0n };
  const step = (rises ? fitting.at(-1) : fitting[0]) ?? 0n;
  return { kind: "found", step, next: rises ? step + 1n : step - 1n };
}

/** Totals that only rise, or only fall, in jumps of any size. */
const monotone = fc
  .tuple(
    fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 80 }),
    fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    fc.boolean(),
  )
  .map(([rises, first, isFalling]) => {
    let total = first;
    const totals = rises.map((rise) => {
      total += rise % 3n === 0n ? 0n : rise;
      return total;
    });
    return isFalling ? totals.toReversed() : totals;
  });

describe("the step nearest to a target", () => {
  it("is the one that looking at every step finds", () => {
    fc.assert(
      fc.property(monotone, fc.nat(), fc.bigInt({ min: -9n, max: 9n }), (totals, seed, off) => {
        const target = (totals[seed % totals.length] ?? 0n) + off;
        const start = seed % 2 === 0 ? BigInt(seed % totals.length) : undefined;
        const isRising = (totals[0] ?? 0n) <= (totals.at(-1) ?? 0n);
        const { answer } = search(totals, target, start, seed % 3 === 0 ? isRising : undefined);
        const { step: _, ...expected } = bruteForce(totals, target);
        if (answer.kind === "idle") expect(expected).toEqual({ kind: "idle" });
        else expect(answer).toEqual(bruteForce(totals, target));
      }),
      { numRuns: 400 },
    );
  });

  it("is the same where the way is known, from any step on it", () => {
    fc.assert(
      fc.property(
        ...[monotone, fc.nat(), fc.nat(), fc.constantFrom(-1n, 0n, 1n)],
        (totals, from, near, off) => {
          const start = BigInt(from % totals.length);
          const isRising = (totals[0] ?? 0n) <= (totals.at(-1) ?? 0n);
          const target = (totals[near % totals.length] ?? 0n) + off;
          const expected = bruteForce(totals, target);
          const { answer } = search(totals, target, start, isRising);
          expect(answer).toEqual(
            expected.kind === "idle" ? { ...expected, step: start } : expected,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it("is found in few trials, whatever the totals look like", () => {
    fc.assert(
      fc.property(monotone, fc.nat(), (totals, seed) => {
        const { asked } = search(totals, totals[seed % totals.length] ?? 0n);
        expect(new Set(asked).size).toBeLessThan(30);
      }),
      { numRuns: 200 },
    );
    const straight = Array.from({ length: 5_000 }, (_, step) => BigInt(step) * 1_003n + 7n);
    expect(search(straight, 2_345_678n).asked.length).toBeLessThan(8);
  });

  it.each<[string, (step: bigint) => bigint, trials: readonly number[]]>([
    ["straight", (step) => step * 1_003n + 7n, [4, 4, 4]],
    ["falling", (step) => 9_000_000n - step * 1_003n, [4, 4, 4]],
    ["bending up", (step) => step ** 2n, [24, 24, 24]],
    ["bending up more", (step) => step ** 3n, [24, 24, 24]],
    ["in stairs", (step) => step - (step % 100n), [18, 18, 18]],
    ["doubling", (step) => 2n ** step, [26, 26, 26]],
    ["in one jump", (step) => (step < 4_990n ? 0n : 1_000_000n), [28, 28, 28]],
    ["in one early jump", (step) => (step < 10n ? 0n : 1_000_000n), [28, 28, 28]],
  ])("is found among 5,000 steps of totals that go %s in so many trials", (_, total, most) => {
    const totals = Array.from({ length: 5_001 }, (__, step) => total(BigInt(step)));
    const [low, high] = [totals[0] ?? 0n, totals.at(-1) ?? 0n];
    const places = [1n, 5n, 9n].map((part) => low + ((high - low) * part) / 10n);
    places.forEach((target, place) => {
      const { answer, asked } = search(totals, target);
      expect(answer).toEqual(bruteForce(totals, target));
      expect(asked.length).toBeLessThanOrEqual(most[place] ?? 0);
    });
  });

  it("is sought first at a step that is known already", () => {
    const straight = Array.from({ length: 100 }, (_, step) => BigInt(step) * 10n);
    expect(search(straight, 555n, 20n).asked.slice(0, 3)).toEqual([0n, 99n, 20n]);
    expect(search(straight, 555n, 0n).asked.slice(0, 3)).toEqual([0n, 99n, 56n]);
    expect(search([4n, 4n, 4n], 4n, 1n).answer).toEqual({ kind: "idle", step: 1n });
    expect(search([4n, 4n, 4n], 4n).answer).toEqual({ kind: "idle", step: 0n });
  });

  it("asks for one bound only where the way is known", () => {
    const straight = Array.from({ length: 100 }, (_, step) => BigInt(step) * 10n);
    expect(search(straight, 555n, 20n, true).asked).not.toContain(0n);
    expect(search(straight, 155n, 20n, true).asked).not.toContain(99n);
    expect(search(straight.toReversed(), 555n, 90n, false).asked).not.toContain(99n);
  });

  it("tells the bound at which the total stays, and that at which it passes", () => {
    expect(search([1n, 2n, 3n], 3n).answer).toEqual({ kind: "fits-at-bound", step: 2n });
    expect(search([3n, 2n, 1n], 3n).answer).toEqual({ kind: "fits-at-bound", step: 0n });
    expect(search([1n, 2n, 3n], 0n).answer).toEqual({ kind: "passes-at-bound", step: 0n });
    expect(search([3n, 2n, 1n], 0n).answer).toEqual({ kind: "passes-at-bound", step: 2n });
    expect(search([5n], 5n).answer).toEqual({ kind: "fits-at-bound", step: 0n });
    expect(search([5n], 4n).answer).toEqual({ kind: "passes-at-bound", step: 0n });
  });

  it("is none where a total cannot be calculated", () => {
    const issues = [{ code: "table-empty", place: {}, facts: {} }] as const;
    const refused: Result<bigint> = { ok: false, issues };
    for (const bad of [0n, 9n, 5n]) {
      const at = (step: bigint): Result<bigint> => (step === bad ? refused : ok(step));
      expect(
        searchStep({ least: 0n, greatest: 9n, target: 5n, at, start: undefined, rises: undefined }),
      ).toBe(refused);
    }
    for (const [bad, target] of [
      [4n, 5n],
      [9n, 5n],
      [0n, 2n],
    ]) {
      const at = (step: bigint): Result<bigint> => (step === bad ? refused : ok(step));
      const asked = { least: 0n, greatest: 9n, target: target ?? 0n, at, start: 4n, rises: true };
      expect(searchStep(asked)).toBe(refused);
    }
  });
});

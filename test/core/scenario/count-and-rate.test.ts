import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparedSide,
  splitCountAndRate,
  sumSplits,
  sumTiyn,
  tiyn,
} from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";

type Line = ComparedSide["lines"][number];

function side(...lines: readonly Partial<Line>[]): ComparedSide {
  const all = lines.map(
    (each): Line => ({
      ...{ organisationId: "a", tier: "secondary", budgetCode: "1", method: "formula" },
      ...{ amount: tiyn(0n), childMonths: undefined, ...each },
    }),
  );
  const total = sumTiyn(all.map(({ amount }) => amount));
  return { budgetYear: 2026, lines: all, total, districts: new Map() };
}

/** Tenge for so many child-months. */
function paid(tenge: bigint, months: bigint, change: Partial<Line> = {}): Partial<Line> {
  return { amount: tiyn(tenge * 100n), childMonths: ratioOf(months), ...change };
}

it("splits a change into count and average rate, neither of which comes first", () => {
  // 100 months at 10 become 120 months at 15: 20 more at 12.50, and 5 more for 110.
  const [line] = splitCountAndRate(side(paid(1000n, 100n)), side(paid(1800n, 120n)));
  expect(line).toMatchObject({
    ...{ change: 80_000n, from: { rate: { numerator: 10n, denominator: 1n } } },
    split: { kind: "split", count: 25_000n, rate: 55_000n, rounding: 0n },
  });
});

it("tells as rounding what two halves of a tiyn make", () => {
  // One month more at an average of 1.5 tiyn, and a tiyn more for an average of 2.5 months.
  const [line] = splitCountAndRate(
    side({ amount: tiyn(2n), childMonths: ratioOf(2n) }),
    side({ amount: tiyn(6n), childMonths: ratioOf(3n) }),
  );
  expect(line?.split).toEqual({ kind: "split", count: 2n, rate: 3n, rounding: -1n });
  const lines = line === undefined ? [] : [line, line];
  const sums = { change: 8n, count: 4n, rate: 6n, rounding: -2n, splitLines: 2 };
  expect(sumSplits(lines)).toMatchObject(sums);
});

describe("a change is told whole", () => {
  const one = paid(10n, 5n);
  const cases = {
    appeared: [side(), side(one)],
    gone: [side(one), side()],
    estimate: [side({ method: "estimate" }), side({ method: "estimate" })],
    uncounted: [side(one), side({ amount: tiyn(5n) })],
    nobody: [side(paid(10n, 0n)), side(one)],
  } as const;

  it.each(Object.entries(cases))("%s", (reason, [before, after]) => {
    const lines = splitCountAndRate(before, after);
    expect(lines.map(({ split }) => split)).toEqual([{ kind: "whole", reason }]);
    const { whole, splitLines, change } = sumSplits(lines);
    expect([...whole].filter(([, part]) => part.lines > 0)).toEqual([
      [reason, { lines: 1, amount: change }],
    ]);
    expect(splitLines).toBe(0);
  });
});

describe("laws", () => {
  const line = fc.record({
    organisationId: fc.constantFrom("a", "b", "c"),
    budgetCode: fc.constantFrom("1", "2"),
    method: fc.constantFrom("formula" as const, "estimate" as const),
    amount: fc.bigInt({ min: -9n, max: 99_999n }).map(tiyn),
    childMonths: fc.option(
      fc
        .tuple(fc.bigInt({ min: 0n, max: 40n }), fc.constantFrom(1n, 2n, 7n))
        .map(([above, below]) => ratioOf(above, below)),
      { nil: undefined },
    ),
  });
  const lines = fc
    .uniqueArray(line, {
      maxLength: 8,
      selector: (each) => [each.organisationId, each.budgetCode, each.method].join("|"),
    })
    .map((each) => side(...each));

  it("count, rate, rounding and what is told whole add up to the change", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const sums = sumSplits(splitCountAndRate(before, after));
        const whole = [...sums.whole.values()].reduce((sum, { amount }) => sum + amount, 0n);
        expect(sums.count + sums.rate + sums.rounding + whole).toBe(sums.change);
        expect(sums.change).toBe(after.total - before.total);
      }),
      { numRuns: 100 },
    );
  });

  it("swapping the sides flips every sign, and misses at most a tiyn a line", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const back = splitCountAndRate(after, before);
        for (const [place, { change, split }] of splitCountAndRate(before, after).entries()) {
          const other = back[place];
          expect(other?.change).toBe(-change);
          if (split.kind === "whole") continue;
          const { count, rate, rounding } = split;
          const flipped = { kind: "split", count: -count, rate: -rate, rounding: -rounding };
          expect(other?.split).toEqual(flipped);
          expect(rounding >= -1n && rounding <= 1n).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("what is the same has no part, and what has one rate has no part by rate", () => {
    const count = fc.bigInt({ min: 1n, max: 50n });
    fc.assert(
      fc.property(count, count, count, (rate, months, later) => {
        const [line] = splitCountAndRate(
          side(paid(rate * months, months)),
          side(paid(rate * later, later)),
        );
        const change = (later - months) * rate * 100n;
        expect(line?.split).toEqual({ kind: "split", count: change, rate: 0n, rounding: 0n });
      }),
      { numRuns: 60 },
    );
  });
});

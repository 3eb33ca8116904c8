import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareRuns, summariseChange } from "../../../packages/core/src/index.ts";
import { comparedSide, comparedSides } from "../../support/compared-sides.ts";

const PAIR = { from: 0, to: 1 };

it("counts who gets more, less and the same, and who came and went", () => {
  const before = comparedSide({ "a|t|1": 100n, "b|t|1": 70n, "c|t|1": 5n, "d|t|1": 8n });
  const after = comparedSide({ "a|t|1": 130n, "b|t|1": 60n, "c|t|1": 5n, "e|t|1": 40n });
  expect(summariseChange(compareRuns([before, after], "organisation"), PAIR)).toEqual({
    change: 52n,
    more: { count: 2, amount: 70n },
    less: { count: 2, amount: -18n },
    same: { count: 1, amount: 0n },
    appeared: { count: 1, amount: 40n, members: [["e"]] },
    gone: { count: 1, amount: -8n, members: [["d"]] },
  });
});

describe("laws", () => {
  it("more and less add up to the change of the totals", () => {
    fc.assert(
      fc.property(comparedSides({ least: 2, most: 3 }), (sides) => {
        const comparison = compareRuns(sides, "organisation");
        const pair = { from: sides.length - 1, to: 0 };
        const { change, more, less } = summariseChange(comparison, pair);
        expect(change).toBe((sides[pair.to]?.total ?? 0n) - (sides[pair.from]?.total ?? 0n));
        expect(more.amount + less.amount).toBe(change);
      }),
      { numRuns: 60 },
    );
  });

  it("there and back swaps more and less, and who came and who went", () => {
    fc.assert(
      fc.property(comparedSides({ least: 2, most: 2 }), (sides) => {
        const comparison = compareRuns(sides, "line");
        const there = summariseChange(comparison, PAIR);
        const back = summariseChange(comparison, { from: 1, to: 0 });
        expect(back.more).toEqual({ count: there.less.count, amount: -there.less.amount });
        expect(back.same).toEqual(there.same);
        expect(back.gone.members).toEqual(there.appeared.members);
      }),
      { numRuns: 60 },
    );
  });
});

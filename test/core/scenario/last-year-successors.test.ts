import { describe, expect, it } from "vitest";
import {
  compareRuns,
  joinSuccessors,
  splitCountAndRate,
  successionsOf,
} from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { comparedSide } from "../../support/compared-sides.ts";
import { organisation, snapshot } from "../../support/school-register.ts";

const closed = (id: string, ...successorIds: readonly string[]) =>
  organisation({ id, closed: "2026-08-31", successorIds });
const REGISTER = snapshot({
  organisations: [
    ...[closed("a", "c"), closed("b", "c"), closed("c", "d")],
    ...[closed("e", "f", "g"), closed("h"), organisation({ id: "i", successorIds: ["d"] })],
  ],
});
const SUCCESSIONS = successionsOf(REGISTER);

it("follows chains, and leaves the divided, the closed and the open to themselves", () => {
  expect([...SUCCESSIONS.joined]).toEqual([
    ["a", "d"],
    ["b", "d"],
    ["c", "d"],
  ]);
  expect([...SUCCESSIONS.divided]).toEqual([["e", ["f", "g"]]]);
});

describe("a side that is joined", () => {
  const before = comparedSide({ "a|t|1": 100n, "b|t|1": 50n, "b|t|2": 3n, "h|t|1": 9n });
  const after = comparedSide({ "a|t|1": 60n, "b|t|1": 30n, "d|t|1": 75n, "d|t|2": 4n });

  it("compares the merged with those before it", () => {
    const joined = [before, after].map((side) => joinSuccessors(side, SUCCESSIONS));
    const rows = compareRuns(joined, "line").rows;
    expect(rows.map(({ member, amounts }) => [member.join("|"), ...amounts])).toEqual([
      ["d|t|1|formula", 150n, 165n],
      ["d|t|2|formula", 3n, 4n],
      ["h|t|1|formula", 9n, undefined],
    ]);
  });

  it("adds up their months, and has none where one of them counts nobody", () => {
    const counted = {
      ...before,
      lines: before.lines.map((line, place) => {
        return place === 3 ? line : { ...line, childMonths: ratioOf(BigInt(place + 1)) };
      }),
    };
    const monthsOf = (side: typeof before) =>
      joinSuccessors(side, SUCCESSIONS).lines.map(({ childMonths }) => childMonths?.numerator);
    expect(monthsOf(counted)).toEqual([3n, 3n, undefined]);
    const [first, ...others] = counted.lines;
    const half = first === undefined ? [] : [{ ...first, childMonths: undefined }, ...others];
    expect(monthsOf({ ...counted, lines: half })).toEqual([undefined, 3n, undefined]);
  });

  it("has the total it had", () => {
    const joined = joinSuccessors(after, SUCCESSIONS);
    expect(joined.lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(after.total);
    expect(splitCountAndRate(joined, joined).every(({ change }) => change === 0n)).toBe(true);
  });
});

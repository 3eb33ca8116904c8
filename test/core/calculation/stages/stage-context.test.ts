import { describe, expect, it } from "vitest";
import {
  unitOfPlaces,
  wholeAmount,
} from "../../../../packages/core/src/calculation/stages/stage-context.ts";
import { ratioOf } from "../../../../packages/core/src/money/index.ts";
import { stage, stagedRun } from "../../../support/staged-city.ts";

describe("an exact amount becomes whole", () => {
  it.each([
    [2, "half-up", 12_346n],
    [2, "down", 12_345n],
    [0, "half-up", 12_300n],
    [0, "up", 12_400n],
    [-1, "half-up", 12_000n],
    [-2, "half-even", 10_000n],
  ] as const)("to %s places, %s", (places, rounding, expected) => {
    expect(wholeAmount(ratioOf(123_455n, 1000n), { places, rounding })).toBe(expected);
  });

  it("in units of so many tiyn", () => {
    expect([2, 1, 0, -3].map(unitOfPlaces)).toEqual([1n, 10n, 100n, 100_000n]);
  });
});

it("groups may be lines, programmes, tiers and districts, in any number", () => {
  const limit = (by: readonly string[]) => {
    const fields = { kind: "limit", lines: ["base", "extra"], envelope: "1 KZT", by };
    const city = {
      a: { base: "1", extra: "2" },
      b: { base: "4", district: "south" },
    };
    const [done] = stagedRun([stage("s", 1, fields)], city).outcomes;
    return [...(done?.groups.values() ?? [])].map(({ name, members }) => `${name} ${members}`);
  };
  expect(limit([])).toEqual([" 3"]);
  expect(limit(["district"])).toEqual(["north 2", "south 1"]);
  expect(limit(["line"])).toEqual(["base 2", "extra 1"]);
  expect(limit(["budget_code"])).toEqual(["04.1.360.034 1", "04.2.360.040 2"]);
  expect(limit(["tier", "district"])).toEqual([
    "preschool|north 1",
    "secondary|north 1",
    "secondary|south 1",
  ]);
});

import { describe, expect, it } from "vitest";
import { formatRatio, ratioOf } from "../../../packages/core/src/money/index.ts";

const THREES = "3".repeat(34);

describe("a ratio as plain digits", () => {
  it.each<[string, bigint, bigint, string]>([
    ["a whole number", 12n, 1n, "12"],
    ["a decimal that ends", -49n, 40n, "-1.225"],
    [
      "all digits that end, however many",
      1n,
      2n ** 40n,
      `0.${"0".repeat(12)}9094947017729282379150390625`,
    ],
    ["34 digits of one that goes on", 1n, 3n, `0.${THREES}…`],
    ["cut, not rounded", 2n, 3n, `0.${"6".repeat(34)}…`],
    ["the whole part counted", -100n, 3n, `-33.${"3".repeat(32)}…`],
    ["zeros before the first digit not counted", 1n, 300n, `0.00${THREES}…`],
    ["one zero where a tenth is just not reached", 1n, 11n, `0.0${"90".repeat(17)}…`],
    ["two where a hundredth is just not reached", 1n, 101n, `0.00${"9900".repeat(8)}99…`],
    ["zeros behind the point kept", 301n, 300n, `1.00${"3".repeat(31)}…`],
    ["one digit behind a point where one is left", 10n ** 33n, 3n, `${"3".repeat(33)}.3…`],
    ["no digit behind a point where the whole part fills them", 10n ** 34n, 3n, `${THREES}…`],
  ])("%s", (_, numerator, denominator, expected) => {
    expect(formatRatio(ratioOf(numerator, denominator))).toBe(expected);
  });
});

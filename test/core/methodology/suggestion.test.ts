import { describe, expect, it } from "vitest";
import { suggestName } from "../../../packages/core/src/methodology/suggestion.ts";

const NAMES = ["secondary.Ez", "secondary.L", "secondary.k1", "index.mrp", "tier"];

describe("the nearest name is suggested, when one is near", () => {
  it.each([
    ["secondary.Es", "secondary.Ez"],
    ["SECONDARY.EZ", "secondary.Ez"],
    ["secondry.L", "secondary.L"],
    ["index.mpr", "index.mrp"],
    ["teir", ""],
    ["tierr", "tier"],
    ["preschool.rate", ""],
    ["", ""],
  ])("%o: %o", (written, suggestion) => {
    expect(suggestName(written, NAMES)).toBe(suggestion);
  });
});

it("of two equally near names the first is suggested", () => {
  expect(suggestName("secondary.k", ["secondary.k1", "secondary.k2"])).toBe("secondary.k1");
});

it("without candidates there is nothing to suggest", () => {
  expect(suggestName("tier", [])).toBe("");
});

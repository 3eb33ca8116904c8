import { describe, expect, it } from "vitest";

import {
  findFigureDigits,
  isSameFigure,
} from "../../../../packages/ui/src/features/scenarios/read-figure.ts";

describe("a typed figure", () => {
  it.each([
    ["305000", "305000"],
    ["305 000", "305000"],
    ["305\u00A0000,50", "305000.50"],
    ["305\u202F000.00", "305000.00"],
    ["\u2212 1,085", "-1.085"],
    ["-0", "-0"],
  ])("%j is %s in Russian", (text, digits) => {
    expect(findFigureDigits(text, "ru")).toBe(digits);
  });

  it.each(["", "12,3,4", "1e5", "305 тыс.", "1/3", "+5", "1,000.50"])("%j is none", (text) => {
    expect(findFigureDigits(text, "ru")).toBeUndefined();
  });

  it("has commas between groups in English only, and where groups are whole", () => {
    expect(findFigureDigits("305,000.50", "en")).toBe("305000.50");
    expect(findFigureDigits("305,000", "en")).toBe("305000");
    expect(findFigureDigits("1,5", "en")).toBe("1.5");
  });
});

describe("two texts of digits", () => {
  it.each([
    ["1.50", "1.5", true],
    ["100", "100.00", true],
    ["007", "7", true],
    ["0", "0.00", true],
    ["100", "1", false],
    ["1.05", "1.5", false],
  ])("%s and %s: one figure is %s", (left, right, isSame) => {
    expect(isSameFigure(left, right)).toBe(isSame);
  });

  it("are not one figure where nothing stands", () => {
    expect(isSameFigure("0", null)).toBe(false);
  });
});

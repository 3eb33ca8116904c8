import { describe, expect, it } from "vitest";
import { faultsInColumns, usedInColumns, valuesInColumns } from "../../../support/three-schools.ts";

describe("functions of columns are those of each school", () => {
  it.each([
    ["min(all_pupils, 30, 25)", ["25", "20", "0"]],
    ["max(all_pupils, 10, share[ownership])", ["100", "20", "10"]],
    ["clamp(all_pupils, 5, 50)", ["50", "20", "5"]],
    ["clamp(all_pupils, 20, 100)", ["100", "20", "20"]],
    // The lower limit is asked first.
    ["clamp(all_pupils, 50, 10)", ["10", "50", "50"]],
    ["floor(-(all_pupils) / 8)", ["-13", "-3", "0"]],
    ["ceil(all_pupils / 8)", ["13", "3", "0"]],
    ["abs(20 - all_pupils)", ["80", "0", "20"]],
  ])("%s", (text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });

  it("asks every operand, though it takes one", () => {
    expect(usedInColumns("min(weight['primary'], weight['basic'])")).toHaveLength(2);
    expect(faultsInColumns("max(100, 1 / none)")).toContain("division-by-zero");
    expect(faultsInColumns("clamp(1, 0, 1 / none)")).toContain("division-by-zero");
    expect(faultsInColumns("clamp(1, 1 / none, 2)")).toContain("division-by-zero");
  });
});

describe("months since a date", () => {
  it("are counted to January, or to the month in scope", () => {
    const months = "months_since('2025-11-30') / (1 month)";
    expect(valuesInColumns(months)).toEqual(["2", "2", "2"]);
    expect(valuesInColumns(`sum(over month: ${months})`)).toEqual(["90", "90", "90"]);
  });

  it("of an organisation are its own", () => {
    const own = "if(district = 'north', months_since(founded_on) / (1 month), 0)";
    expect(valuesInColumns(own)).toEqual(["80", "-3", "0"]);
  });

  it("cannot be counted since a day that is not there", () => {
    expect(faultsInColumns("months_since(founded_on) / (1 month)")).toEqual(["attribute-missing"]);
  });
});

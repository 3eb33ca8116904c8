import { describe, expect, it } from "vitest";
import { measureLine, measuresJson, measureTable, type UiMeasure } from "./ui-measures.ts";

const RANGE: UiMeasure = {
  ...{ name: "range", value: 30, unit: "ms", most: 30 },
  meaning: "a range painted",
};
const SLOW: UiMeasure = { ...RANGE, name: "slow", value: 30.01 };
const PLAIN: UiMeasure = { name: "memory", value: 123.4, unit: "MiB", meaning: "of the page" };

describe("a figure of the bench of the page", () => {
  it("reaches its goal when it is not above it", () => {
    expect(measureLine(RANGE)).toMatch(/^range +30[.]0 ms +\(goal ≤ 30 ms\) yes$/);
    expect(measureLine(SLOW)).toMatch(/no$/);
    expect(measureLine(PLAIN)).toMatch(/^memory +123 MiB$/);
  });

  it("has a row of its own in the table, and its name in the document", () => {
    expect(measureTable([RANGE, PLAIN]).slice(2)).toEqual([
      "| `range` | 30.0 ms | ≤ 30 ms | yes | a range painted |",
      "| `memory` | 123 MiB |  |  | of the page |",
    ]);
    expect(JSON.parse(measuresJson([SLOW, PLAIN]))).toEqual({
      measures: { slow: 30.01, memory: 123.4 },
    });
  });
});

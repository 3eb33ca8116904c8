import { describe, expect, it } from "vitest";
import { explainFormula, type Result, type TraceNode } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, pupils, run } from "../../support/school-register.ts";

const FORMULAS = [
  formula("all", "pupil", "sum(over count, level: pupils[count, level])"),
  formula("city", "pupil", "total(all)", { grain: [] }),
  formula("share", "1", "all / city"),
  formula("is_large", "boolean", "all > 60 pupil"),
  formula("broken", "1", "all / (city - city)"),
  formula("by_level", "pupil", "sum(over count: pupils[count, level])", {
    grain: ["organisation", "level"],
  }),
];
const RUN = run(schoolPlan({ formulas: FORMULAS }), {
  organisations: ["a", "b"].map((id) => organisation({ id })),
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 50)],
});

describe("a formula asked by its name", () => {
  it.each<[string, string, TraceNode["value"]]>([
    ["share", "a", { kind: "number", exact: "2/3", unit: "1" }],
    ["is_large", "b", { kind: "truth", isTrue: false }],
    ["city", "", { kind: "number", exact: "150", unit: "pupil" }],
    ["city", "b", { kind: "number", exact: "150", unit: "pupil" }],
  ])("%s of '%s' comes with its trace", (name, id, value) => {
    const node = getValue(explainFormula(RUN, id, name));
    expect(node).toMatchObject({ kind: "formula", id: name, value });
    expect(node.inputs.length).toBeGreaterThan(0);
  });

  it("of the city names the part of each organisation, the largest first", () => {
    const [total] = getValue(explainFormula(RUN, "", "city")).inputs;
    const parts = total?.inputs.map(({ label, value }) => [label?.en, value]);
    expect(parts).toMatchObject([
      ["a (ru), a", { exact: "100" }],
      ["b (ru), b", { exact: "50" }],
    ]);
  });

  it.each([
    ["share", "", "organisation-absent"],
    ["share", "z", "organisation-absent"],
    ["shares", "a", "formula-unknown"],
    ["rate", "a", "formula-expected"],
    ["by_level", "a", "formula-grain"],
  ])("%s of '%s' is refused: %s", (name, id, code) => {
    expect(codesOf(explainFormula(RUN, id, name))).toEqual([code]);
  });
});

it("a formula that fails is refused with its fault", () => {
  expect(codesOf(explainFormula(RUN, "a", "broken"))).toContain("division-by-zero");
});

function codesOf(result: Result<TraceNode>): readonly string[] {
  return result.ok ? [] : result.issues.map(({ code }) => code);
}

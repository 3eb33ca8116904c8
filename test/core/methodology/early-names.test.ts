import { describe, expect, it } from "vitest";
import { documentFaults } from "../../support/document-faults.ts";
import { tinyBudgetCode, tinyFormula, tinyLine } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const CAP = {
  ...{ stage: "cut", kind: "cap", label: labelOf("cut"), order: 1, lines: ["l"] },
  ...{ bound: "1 KZT", status: "assumed" },
};
const organisation = { grain: ["organisation"] };
const FORMULAS = [
  tinyFormula("own", "pupil", "meals * 1 pupil", organisation),
  tinyFormula("all", "pupil", "total(own)"),
  tinyFormula("many", "boolean", "meals > 1", organisation),
];

function faultsOf(change: object): readonly string[] {
  const meals = { fact: "meals", label: labelOf("meals"), unit: "1", source: "facts" };
  return documentFaults({
    facts: [{ ...meals, ...change }],
    formulas: FORMULAS,
    budgetCodes: [tinyBudgetCode()],
    lines: [tinyLine("l", "1 KZT")],
    stages: [CAP],
  });
}

describe("who inherits a fact is known before anything is added up over organisations", () => {
  it.each([
    ["own", []],
    ["meals * 1 pupil", []],
    ["total(own)", ["name-too-early facts.0.inherited@0 total attributes-and-facts"]],
    ["own + all", ["name-too-early facts.0.inherited@6 total attributes-and-facts"]],
    [
      "if(count(many) > 1, own, 0)",
      ["name-too-early facts.0.inherited@3 count attributes-and-facts"],
    ],
    [
      "if(line_amount['l'] > 0, own, 0)",
      ["name-too-early facts.0.inherited@3 line_amount attributes-and-facts"],
    ],
    [
      "if(cut.change['l'] > 0, own, 0)",
      ["name-too-early facts.0.inherited@3 cut.change attributes-and-facts"],
    ],
  ])("%s", (inherited, faults) => {
    expect(faultsOf({ inherited })).toEqual(faults);
  });
});

describe("who reports a fact is known before any is read", () => {
  it.each([
    ["true", []],
    ["meals > 0", ["name-too-early facts.0.reportedBy@0 meals attributes"]],
    ["not many", ["name-too-early facts.0.reportedBy@4 meals attributes"]],
    ["all > 0", ["name-too-early facts.0.reportedBy@0 total attributes"]],
  ])("%s", (reportedBy, faults) => {
    expect(faultsOf({ reportedBy })).toEqual(faults);
  });
});

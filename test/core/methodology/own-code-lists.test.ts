import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLayer,
  tinyLine,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const codeLists = [tinyCodeList("tier", ["secondary"])];
const budgetCodes = [tinyBudgetCode()];
const lines = [tinyLine("state", "1 KZT"), tinyLine("private", "2 KZT")];

it("lines and budget codes are codes, under the labels of their definitions", () => {
  const layer = tinyLayer({ codeLists, budgetCodes, lines });
  const lists = getValue(parseMethodology([layer])).codeLists;
  expect([...lists.keys()]).toEqual(["tier", "line", "budget_code"]);
  expect([...(lists.get("line")?.codes.keys() ?? [])]).toEqual(["state", "private"]);
  expect(lists.get("line")?.codes.get("private")?.label).toEqual(labelOf("private"));
  expect([...(lists.get("budget_code")?.codes.keys() ?? [])]).toEqual(["04.2.360.040"]);
});

it("so a value may depend on the line", () => {
  const formulas = [
    tinyFormula("f", "KZT", "line_amount[line] + line_amount['state']", {
      grain: ["organisation", "line"],
    }),
  ];
  expect(documentFaults({ codeLists, budgetCodes, lines, formulas })).toEqual([]);
});

describe("no document may use their names for something else", () => {
  it.each([
    [{ codeLists: [tinyCodeList("line", ["a"])] }, "name-reserved codeLists.0 line line"],
    [
      { codeLists: [tinyCodeList("budget_code", ["a"])] },
      "name-reserved codeLists.0 budget_code budgetCode",
    ],
    [{ formulas: [tinyFormula("line", "1", "1")] }, "definition-duplicate formulas.0 line line"],
  ])("%#", (sections, fault) => {
    expect(documentFaults(sections)).toEqual([fault]);
  });
});

import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  hasMonths,
  referCode,
  referCodeList,
  reportRepeated,
} from "../../../packages/core/src/methodology/references.ts";
import { faultText } from "../../support/document-faults.ts";
import { TINY_NAMES } from "../../support/tiny-names.ts";

const { codeLists, calendar } = TINY_NAMES;
const PLACE = { file: "main.json", path: ["parameters", 0] };

function faultsOf(refer: (report: (found: Issue) => void) => void): readonly string[] {
  const issues: Issue[] = [];
  refer((found) => issues.push(found));
  return issues.map(faultText);
}

describe("a code list is referred to by its name", () => {
  it.each([
    ["level", []],
    ["levels", ["reference-unknown parameters.0 levels codeList level"]],
    ["constructor", ["reference-unknown parameters.0 constructor codeList"]],
  ])("%s", (name, faults) => {
    expect(faultsOf((report) => referCodeList(name, codeLists, PLACE, report))).toEqual(faults);
  });
});

describe("a code is one of its list", () => {
  const level = referCodeList("level", codeLists, PLACE, () => undefined);

  it.each([
    ["basic", []],
    ["Basic", ["code-unknown parameters.0 Basic primary, basic"]],
  ])("%s", (code, faults) => {
    if (level === undefined) throw new Error("level is a list");
    expect(faultsOf((report) => referCode(code, level, PLACE, report))).toEqual(faults);
  });
});

describe("a dimension is named once", () => {
  it.each([
    [[], []],
    [["level", "count"], []],
    [
      ["level", "count", "level", "level"],
      [2, 3].map((position) => `definition-duplicate parameters.0.${position} level dimension`),
    ],
  ])("%o", (dimensions, faults) => {
    expect(faultsOf((report) => reportRepeated(dimensions, PLACE, report))).toEqual(faults);
  });
});

it("a calendar has months when a period of months bears their name", () => {
  expect(hasMonths(calendar)).toBe(true);
  expect(hasMonths([])).toBe(false);
  expect(hasMonths([{ dimension: "month", kind: "date", members: [] }])).toBe(false);
  expect(hasMonths([{ dimension: "count", kind: "month", members: [] }])).toBe(false);
});

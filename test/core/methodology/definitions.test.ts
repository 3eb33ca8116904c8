import { describe, expect, it } from "vitest";
import type { Issue } from "../../../packages/core/src/kernel/index.ts";
import {
  byName,
  type Entry,
  gatherDefinitions,
  inside,
} from "../../../packages/core/src/methodology/definitions.ts";
import { faultText } from "../../support/document-faults.ts";
import { tinyBudgetCode, tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";

function gather(layers: Parameters<typeof gatherDefinitions>[0]) {
  const issues: Issue[] = [];
  const definitions = gatherDefinitions(layers, (issue) => issues.push(issue));
  return { definitions, issues: issues.map(faultText) };
}

describe("sections of all documents are gathered", () => {
  const country = tinyLayer({ codeLists: [tinyCodeList("level", ["primary"])] });
  const city = tinyLayer({ codeLists: [tinyCodeList("district", ["medeu"])] });

  it("base layer first, each entry with its place", () => {
    const { definitions, issues } = gather([country, city]);
    expect(issues).toEqual([]);
    const lists = definitions.section("codeLists");
    expect(lists.map(({ value, layer }) => [value.codeList, layer])).toEqual([
      ["level", 0],
      ["district", 1],
    ]);
    expect(lists[0]?.place).toEqual({ file: "main.json", path: ["codeLists", 0] });
  });

  it("a section that no document has is empty", () => {
    expect(gather([country]).definitions.section("formulas")).toEqual([]);
    expect(gather([country]).definitions.calendars).toEqual([]);
  });
});

describe("a document that is not understood is left out and told", () => {
  it.each([
    [{ codeLists: 1 }, ["document-malformed codeLists array 1"]],
    [{ colours: [] }, ["key-unknown colours colours"]],
    [{ formatVersion: 2 }, ["document-version formatVersion 2 1"]],
    [{ formatVersion: "1" }, ["document-malformed formatVersion number 1"]],
    [
      { codeLists: 1, acts: 2 },
      ["document-malformed acts array 2", "document-malformed codeLists array 1"],
    ],
  ])("%o", (sections, faults) => {
    const { definitions, issues } = gather([
      tinyLayer({ ...sections }),
      tinyLayer({ budgetCodes: [tinyBudgetCode()] }),
    ]);
    expect(issues).toEqual(faults);
    expect(definitions.section("budgetCodes")).toHaveLength(1);
  });

  it("so is a manifest", () => {
    const { definitions, issues } = gather([tinyLayer({}, { years: [1] })]);
    expect(issues).toHaveLength(1);
    expect(definitions.manifests).toEqual([]);
  });
});

describe("entries by name", () => {
  const entry = (value: string, layer: number, position: number): Entry<string> => {
    return { value, layer, place: { path: ["acts", position] } };
  };
  const named = (entries: readonly Entry<string>[]) => {
    const issues: Issue[] = [];
    const nameOf = (value: string) => value.slice(0, 1);
    const found = byName(entries, "act", nameOf, (issue) => issues.push(issue));
    return [[...found.values()].map(({ value }) => value), issues.map(faultText)];
  };

  it("a later layer overrides an earlier one", () => {
    expect(named([entry("a1", 0, 0), entry("b1", 0, 1), entry("a2", 1, 0)])).toEqual([
      ["a2", "b1"],
      [],
    ]);
  });

  it("one layer has a name once", () => {
    expect(named([entry("a1", 0, 0), entry("a2", 0, 1)])).toEqual([
      ["a1"],
      ["definition-duplicate acts.1 a act"],
    ]);
  });
});

it("a place goes deeper step by step", () => {
  expect(inside({ file: "a.json" }, "acts", 0)).toEqual({ file: "a.json", path: ["acts", 0] });
  expect(inside({ path: ["acts"] }, 0).path).toEqual(["acts", 0]);
});

import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyBudgetCode, tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const LEVELS = tinyCodeList("level", ["primary"]);
const codeLists = [
  tinyCodeList("month", ["01", "02", "12"]),
  tinyCodeList("count", ["january", "september"]),
  tinyCodeList("tier", ["secondary"]),
  LEVELS,
];
const calendar = {
  periods: [
    { dimension: "month", kind: "month" },
    { dimension: "count", kind: "date", members: [{ code: "january", date: "01-01" }] },
  ],
};

function pupils(change: Readonly<Record<string, unknown>> = {}) {
  const fact = {
    ...{ fact: "pupils", label: labelOf("pupils"), unit: "pupil", measure: "enrolled" },
    ...{ period: "count", dimensions: { level: "level_or_group" }, reportedBy: "true" },
    where: { tier: "secondary", programme: "general", child_category: "general" },
    ...change,
  };
  return { codeLists, calendar, facts: [fact] };
}

describe("a fact places every column once", () => {
  it("as a dimension or as a fixed code", () => {
    const methodology = getValue(parseMethodology([tinyLayer(pupils())]));
    expect(methodology.facts.get("pupils")).toMatchObject({
      period: "count",
      dimensions: [{ dimension: "level", column: "level_or_group" }],
      where: { tier: "secondary", programme: "general", child_category: "general" },
    });
  });

  const where = { tier: "secondary", programme: "general", child_category: "general" };
  const at = "facts.0.dimensions";

  it.each([
    [
      { where: { tier: "secondary", programme: "general" } },
      `document-malformed ${at} child_category × 1 child_category × 0`,
    ],
    [
      { where: { ...where, level_or_group: "primary" } },
      `document-malformed ${at} level_or_group × 1 level_or_group × 2`,
    ],
    [{ period: "counts" }, "reference-unknown facts.0.period counts calendar count"],
    [
      { dimensions: { levels: "level_or_group" } },
      `reference-unknown ${at}.levels levels codeList level`,
    ],
    [
      { dimensions: { count: "level_or_group" } },
      `definition-duplicate ${at}.count count dimension`,
    ],
    [{ reportedBy: "kind = 1" }, "name-unknown facts.0.reportedBy@0 kind"],
    [{ reportedBy: "1" }, "type-mismatch facts.0.reportedBy@0 true | false 1"],
  ])("%o is refused", (change, fault) => {
    expect(documentFaults(pupils(change))).toEqual([fault]);
  });
});

const MEALS = { fact: "meals", label: labelOf("meals"), unit: "1", source: "facts" };
const LAST = {
  ...{ fact: "last", label: labelOf("last"), unit: "KZT", source: "last-year", of: "amount" },
};

function factsOf(...facts: readonly object[]) {
  return getValue(parseMethodology([tinyLayer({ codeLists, calendar, facts })])).facts;
}

function faultsOf(...facts: readonly object[]): readonly string[] {
  return documentFaults({ codeLists, calendar, facts, budgetCodes: [tinyBudgetCode()] });
}

describe("a fact of the table of facts", () => {
  it("is one of the whole year, by its own name and by everybody, unless it says otherwise", () => {
    expect(factsOf(MEALS).get("meals")).toMatchObject({
      ...{ source: "facts", measure: "meals", period: undefined, yearOffset: 0, dimensions: [] },
      ...{ isWhole: false, reportedBy: { kind: "truth", value: true }, inherited: undefined },
    });
  });

  it("may have a period, dimensions and another year of the same rows", () => {
    const monthly = { ...MEALS, period: "month", dimensions: ["level"], wholeNumbers: true };
    const before = { ...monthly, fact: "before", measure: "meals", year: -1 };
    expect(factsOf(monthly, before).get("before")).toMatchObject({
      ...{ measure: "meals", period: "month", yearOffset: -1, isWhole: true },
      dimensions: [{ dimension: "level" }],
    });
  });

  it.each([
    [{ period: "week" }, "reference-unknown facts.0.period week calendar"],
    [{ dimensions: ["levels"] }, "reference-unknown facts.0.dimensions.0 levels codeList level"],
    [
      { dimensions: ["level", "level"] },
      "definition-duplicate facts.0.dimensions.1 level dimension",
    ],
    [{ year: 1 }, "document-malformed facts.0.year ≤ 0 1"],
    [{ year: -6 }, "document-malformed facts.0.year ≥ -5 -6"],
    [{ of: "amount" }, "key-unknown facts.0.of of"],
    [{ source: "fact" }, "document-malformed facts.0.source headcounts | facts | last-year fact"],
  ])("with %o is refused", (change, fault) => {
    expect(faultsOf({ ...MEALS, ...change })).toEqual([fault]);
  });

  it("is made of rows that no other fact reads otherwise", () => {
    const other = { ...MEALS, fact: "other", measure: "meals", dimensions: ["level"] };
    expect(faultsOf(MEALS, other)).toEqual(["formula-signature facts.1 meals [] 1 [level] 1"]);
  });
});

describe("a fact of last year", () => {
  it("is told apart by tier, by budget code, by both or not at all", () => {
    const split = { ...LAST, dimensions: ["budget_code", "tier"], where: { method: "formula" } };
    expect(factsOf(split).get("last")).toMatchObject({
      ...{ source: "last-year", of: "amount", period: undefined, yearOffset: -1 },
      dimensions: [{ dimension: "budget_code" }, { dimension: "tier" }],
      method: "formula",
    });
    expect(factsOf(LAST).get("last")).toMatchObject({ dimensions: [], method: undefined });
  });

  it.each([
    [{ unit: "pupil" }, "type-mismatch facts.0.unit KZT pupil"],
    [{ of: "child-months" }, "type-mismatch facts.0.unit pupil*month KZT"],
    [{ dimensions: ["level"] }, "document-malformed facts.0.dimensions.0 tier | budget_code level"],
    [{ year: -1 }, "key-unknown facts.0.year year"],
  ])("with %o is refused", (change, fault) => {
    expect(faultsOf({ ...LAST, ...change })).toEqual([fault]);
  });
});

describe("what is inherited goes by a headcount", () => {
  it.each([
    ["1 pupil", []],
    ["1", ["type-mismatch facts.0.inherited@0 pupil 1"]],
    ["pupil", ["name-unknown facts.0.inherited@0 pupil"]],
  ])("%s", (inherited, faults) => {
    expect(faultsOf({ ...LAST, inherited })).toEqual(faults);
  });
});

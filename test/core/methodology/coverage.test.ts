import { describe, expect, it } from "vitest";
import { checkCoverage, usedNames } from "../../../packages/core/src/methodology/coverage.ts";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { faultText } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLayer,
  tinyLine,
  tinyParameter,
  tinyValue,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";
import { stagedMethodology, tinyStage } from "../../support/tiny-stages.ts";

type Value = Readonly<Record<string, unknown>>;

function methodologyWith(values: readonly Value[], years: readonly number[] = [2026]) {
  const rate = { parameter: "rate", label: labelOf("rate"), unit: "KZT", dimensions: ["level"] };
  const sections = {
    codeLists: [tinyCodeList("level", ["primary", "basic"])],
    parameters: [{ ...rate, values }, tinyParameter("unused", "1")],
    formulas: [tinyFormula("f", "KZT", "rate['primary'] + rate['basic']")],
    budgetCodes: [tinyBudgetCode()],
    lines: [tinyLine("l", "f")],
  };
  return getValue(parseMethodology([tinyLayer(sections, { years })]));
}

const gaps = (values: readonly Value[], years?: readonly number[]) =>
  checkCoverage(methodologyWith(values, years)).map((issue) =>
    faultText(issue).replace("parameter-gap parameters.0 rate ", "").trim(),
  );
const year = { validFrom: "2026-01-01", validTo: "2027-01-01" };
const primary = { key: { level: "primary" } };
const basic = { key: { level: "basic" } };

describe("a day on which a key has no value is a gap", () => {
  it.each([
    ["none", [tinyValue("1", { ...primary, ...year })], []],
    [
      "before the first value",
      [tinyValue("1", { ...primary, validFrom: "2026-03-01" })],
      ["level=primary 2026-01-01 2026-03-01"],
    ],
    [
      "after the last one",
      [tinyValue("1", { ...primary, validTo: "2026-12-31" })],
      ["level=primary 2026-12-31 2027-01-01"],
    ],
    [
      "between two",
      [
        tinyValue("1", { ...primary, validTo: "2026-05-01" }),
        tinyValue("2", { ...primary, validFrom: "2026-06-01", knownFrom: "2026-05-20" }),
      ],
      ["level=primary 2026-05-01 2026-06-01"],
    ],
    [
      "none between two that touch",
      [
        tinyValue("1", { ...primary, validTo: "2026-06-01" }),
        tinyValue("2", { ...primary, validFrom: "2026-06-01", knownFrom: "2026-05-20" }),
      ],
      [],
    ],
    [
      "none under a more open key",
      [
        tinyValue("1", { ...primary, validFrom: "2026-09-01", validTo: "2026-10-01" }),
        tinyValue("2", year),
      ],
      [],
    ],
    ["all of it, when there is no value at all", [], ["2026-01-01 2027-01-01"]],
    [
      "none when every code takes over from the open key",
      [
        tinyValue("1", { validTo: "2026-07-01" }),
        tinyValue("2", { ...primary, validFrom: "2026-07-01" }),
        tinyValue("2", { ...basic, validFrom: "2026-07-01" }),
      ],
      [],
    ],
    [
      "told of the code that takes over too late",
      [
        tinyValue("1", { validTo: "2026-07-01" }),
        tinyValue("2", { ...primary, validFrom: "2026-07-01" }),
        tinyValue("2", { ...basic, validFrom: "2026-08-01" }),
      ],
      ["level=basic 2026-07-01 2026-08-01"],
    ],
    [
      "told of the open key when a code does not take over",
      [
        tinyValue("1", { validTo: "2026-07-01" }),
        tinyValue("2", { ...primary, validFrom: "2026-07-01" }),
      ],
      ["2026-07-01 2027-01-01"],
    ],
    ["none when it was known on the last day", [tinyValue("1", { knownFrom: "2026-12-31" })], []],
    [
      "all of it, when it was known after the year",
      [tinyValue("1", { knownFrom: "2027-01-01" })],
      ["2026-01-01 2027-01-01"],
    ],
  ])("%s", (_name, values, expected) => {
    expect(gaps(values)).toEqual(expected);
  });

  it("in every declared year", () => {
    const faults = gaps([tinyValue("1", { ...primary, ...year })], [2025, 2026, 2027]);
    expect(faults).toEqual([
      "level=primary 2025-01-01 2026-01-01",
      "level=primary 2027-01-01 2028-01-01",
    ]);
  });

  it("but not of a parameter that no line stands on", () => {
    const used = usedNames(methodologyWith([]));
    expect([...used].sort()).toEqual(["f", "rate"]);
  });
});

it("a table has gaps as a parameter has", () => {
  const points = [{ from: "0", value: "1" }];
  const dated = { points, validFrom: "2026-03-01", knownFrom: "2025-12-01", status: "assumed" };
  const common = { label: labelOf("t"), operandUnit: "1", unit: "KZT", dimensions: ["level"] };
  const sections = {
    codeLists: [tinyCodeList("level", ["primary", "basic"])],
    tables: [
      { table: "used", ...common, values: [{ ...dated, ...primary }] },
      { table: "unused", ...common, values: [] },
    ],
    budgetCodes: [tinyBudgetCode()],
    lines: [tinyLine("l", "band(1, used['primary'])")],
  };
  const methodology = getValue(parseMethodology([tinyLayer(sections)]));
  expect(checkCoverage(methodology).map(faultText)).toEqual([
    "parameter-gap tables.0 used level=primary 2026-01-01 2026-03-01",
  ]);
});

it("what a stage stands on is used as what a line stands on", () => {
  const stages = [tinyStage("s", "limit", { lines: ["main"], envelope: "city" })];
  const formulas = [tinyFormula("plain", "KZT", "1 KZT"), tinyFormula("city", "KZT", "envelope")];
  expect([...usedNames(stagedMethodology(stages, { formulas }))].sort()).toEqual([
    "city",
    "envelope",
    "need",
    "plain",
  ]);
});

it("a methodology of some year has a line", () => {
  const faultsOf = (years: readonly number[]) =>
    checkCoverage(getValue(parseMethodology([tinyLayer({}, { years })]))).map(faultText);
  expect(faultsOf([2026])).toEqual(["lines-missing  tiny"]);
  expect(faultsOf([])).toEqual([]);
});

it("the law that ships has no gap", () => {
  expect(checkCoverage(getValue(parseMethodology(almatyLayers()))).map(faultText)).toEqual([]);
});

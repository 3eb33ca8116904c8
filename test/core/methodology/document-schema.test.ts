import { describe, expect, it } from "vitest";
import {
  documentSchema,
  manifestSchema,
} from "../../../packages/core/src/methodology/document-schema.ts";
import { documentFaults } from "../../support/document-faults.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";
import {
  tinyFormula,
  tinyLayer,
  tinyLine,
  tinyParameter,
  tinyValue,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

it("the documents that ship have the shape", () => {
  for (const { manifest, documents } of almatyLayers()) {
    expect(manifestSchema.safeParse(manifest.content).error).toBeUndefined();
    for (const { content } of documents) {
      expect(documentSchema.safeParse(content).error).toBeUndefined();
    }
  }
});

describe("figures are decimal text, never numbers", () => {
  const faultsOf = (value: unknown) =>
    documentFaults({
      parameters: [{ ...tinyParameter("p", "1"), values: [{ ...tinyValue("1"), value }] }],
    });

  it.each(["462600", "0.085", "-1.50", "007"])("%s is one", (value) => {
    expect(faultsOf(value)).toEqual([]);
  });

  it.each([462_600, "1e3", "1,5", "", "+1", ".5", null])("%o is none", (value) => {
    expect(faultsOf(value)[0]).toMatch(/^document-malformed parameters[.]0[.]values[.]0[.]value /);
  });
});

describe("names and units have a shape", () => {
  it.each([
    ["secondary.Ez", "KZT/pupil/year", true],
    ["норма.Ez_2", "1/month", true],
    ["2nd", "1", false],
    ["a..b", "1", false],
    ["a b", "1", false],
    ["a", "KZT per pupil", false],
    ["a", "KZT/", false],
    ["a", "2", false],
  ])("%s in %s", (name, unit, isRight) => {
    const content = {
      formatVersion: 1,
      parameters: [{ parameter: name, label: labelOf("a"), unit }],
    };
    expect(documentSchema.safeParse(content).success).toBe(isRight);
  });
});

describe("a code has letters, digits, _ - . and blanks inside", () => {
  it.each([
    ["04.2.360.040", true],
    ["2026-01", true],
    ["under_3", true],
    ["до 3 лет", true],
    ["", false],
    [" a", false],
    ["a ", false],
    ["constructor", false],
    ["a|b", false],
    ["a;b", false],
    ["a=b", false],
    ["a/b", false],
    ["*", false],
    ["a\tb", false],
    ["a\u00a0b", false],
  ])("%o", (code, isRight) => {
    const codes = [{ code, label: labelOf("a") }];
    const content = {
      formatVersion: 1,
      codeLists: [{ codeList: "a", label: labelOf("a"), codes }],
    };
    expect(documentSchema.safeParse(content).success).toBe(isRight);
  });
});

describe("no definition has a name that every object has", () => {
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("%s", (name) => {
    const content = {
      formatVersion: 1,
      parameters: [{ ...tinyParameter("p", "1"), dimensions: [name] }],
    };
    expect(documentSchema.safeParse(content).success).toBe(false);
  });
});

describe("keys that no document has are refused at every depth", () => {
  it.each([
    [{ parameters: [{ ...tinyParameter("p", "1"), colour: 1 }] }, "parameters.0.colour"],
    [{ formulas: [{ ...tinyFormula("f", "1", "1"), colour: 1 }] }, "formulas.0.colour"],
    [{ lines: [{ ...tinyLine("l", "0"), colour: 1 }] }, "lines.0.colour"],
    [{ calendar: { periods: [], colour: 1 } }, "calendar.colour"],
  ])("%#", (sections, path) => {
    expect(documentFaults(sections)).toEqual([`key-unknown ${path} colour`]);
  });
});

describe("a manifest names itself, its years and its languages", () => {
  it.each([
    [{ methodology: "kz/almaty" }, true],
    [{ methodology: "golden/g1-norm-2019" }, true],
    [{ methodology: "KZ" }, false],
    [{ methodology: "kz//almaty" }, false],
    [{ years: [2026.5] }, false],
    [{ years: [1_900] }, false],
    [{ currency: "KZT" }, true],
    [{ currency: "tenge" }, false],
    [{ label: { ru: "а", kk: "а" } }, false],
    [{ label: { ru: "а", kk: "а", en: "" } }, false],
  ])("%o", (change, isRight) => {
    const { manifest } = tinyLayer({}, change);
    expect(manifestSchema.safeParse(manifest.content).success).toBe(isRight);
  });
});

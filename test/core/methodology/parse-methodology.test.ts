import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults, layerFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { almatyLayers } from "../../support/methodology-documents.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLayer,
  tinyLine,
  tinyParameter,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

it("the law that ships has no fault", () => {
  const methodology = getValue(parseMethodology(almatyLayers()));
  expect(methodology.id).toBe("kz/almaty");
  expect(methodology.isDemonstration).toBe(true);
  expect(methodology.currency).toBe("KZT");
  expect(methodology.years).toEqual([2025, 2026]);
  expect([...methodology.lines].map(({ id }) => id)).toContain("secondary.private");
});

it("an empty methodology is one", () => {
  const methodology = getValue(parseMethodology([tinyLayer({})]));
  expect(methodology.lines).toEqual([]);
  expect(methodology.isDemonstration).toBe(false);
});

describe("layers", () => {
  it("the last one gives the name and the years, any one makes it a demonstration", () => {
    const layers = [
      tinyLayer({}, { methodology: "kz", demonstration: true, currency: "EUR", years: [2025] }),
      tinyLayer({}, { methodology: "kz/almaty", years: [2026, 2027] }),
    ];
    expect(getValue(parseMethodology(layers))).toMatchObject({
      id: "kz/almaty",
      isDemonstration: true,
      currency: "EUR",
      years: [2026, 2027],
    });
  });

  it("a later one replaces a line, and the line keeps its place", () => {
    const base = {
      budgetCodes: [tinyBudgetCode()],
      lines: [tinyLine("a", "0"), tinyLine("b", "0")],
    };
    const layers = [tinyLayer(base), tinyLayer({ lines: [tinyLine("a", "1 KZT")] })];
    const { lines } = getValue(parseMethodology(layers));
    expect(lines.map(({ id, place }) => [id, place.path])).toEqual([
      ["a", ["lines", 0]],
      ["b", ["lines", 1]],
    ]);
    expect(lines[0]?.amount.kind).toBe("number");
  });
});

it("a circle of formulas is refused with its path", () => {
  const formulas = [
    tinyFormula("a", "1", "b + 1"),
    tinyFormula("b", "1", "if(true, c, 0)"),
    tinyFormula("c", "1", "a"),
  ];
  expect(documentFaults({ formulas })).toEqual(["formula-circle formulas.0 a → b → c → a"]);
});

describe("a name means one thing", () => {
  const codeLists = [tinyCodeList("level", ["primary"]), tinyCodeList("count", ["january"])];
  const attribute = { attribute: "x", label: labelOf("x"), type: "number", unit: "1", column: "x" };
  const formula = tinyFormula("x", "1", "1");
  const table = { table: "x", label: labelOf("x"), operandUnit: "m2", unit: "1", values: [] };
  const levels = { from: "level", to: "level", codes: { primary: "primary" } };
  const mapping = { mapping: "x", label: labelOf("x"), ...levels };
  const group = { label: labelOf("x"), type: "group", column: "x" };

  it.each([
    [{ parameters: [tinyParameter("x", "1")], formulas: [formula] }, "formulas.0 x parameter"],
    [{ attributes: [attribute], formulas: [formula] }, "formulas.0 x attribute"],
    [{ parameters: [tinyParameter("open", "1")] }, "parameters.0 open calendar"],
    [{ formulas: [tinyFormula("month_number", "1", "1")] }, "formulas.0 month_number calendar"],
    [{ parameters: [tinyParameter("line_amount", "KZT")] }, "parameters.0 line_amount line"],
    [{ tables: [table], formulas: [formula] }, "formulas.0 x table"],
    [{ parameters: [tinyParameter("x", "1")], tables: [table] }, "tables.0 x parameter"],
    [{ mappings: [mapping], formulas: [formula] }, "formulas.0 x mapping"],
    [{ attributes: [{ ...group, attribute: "level" }] }, "attributes.0 level codeList"],
  ])("%#", (sections, fault) => {
    expect(documentFaults({ codeLists, ...sections })).toEqual([`definition-duplicate ${fault}`]);
  });

  it("an attribute may be called like the list of its codes", () => {
    const level = { attribute: "level", label: labelOf("level"), type: "code", codeList: "level" };
    expect(documentFaults({ codeLists, attributes: [{ ...level, column: "level" }] })).toEqual([]);
  });

  it.each([
    [{ parameters: [tinyParameter("year", "1")] }, "parameters.0 year"],
    [{ attributes: [{ ...attribute, attribute: "KZT" }] }, "attributes.0 KZT"],
    [{ formulas: [tinyFormula("MRP", "KZT/MRP", "1 KZT/MRP")] }, "formulas.0 MRP"],
  ])("and no value is called like a unit: %#", (sections, fault) => {
    expect(documentFaults({ codeLists, ...sections })).toEqual([`name-reserved ${fault} unit`]);
  });

  it("a number may carry the unit of what a table is asked for", () => {
    const looked = tinyFormula("f", "1", "band(40 m2, x)");
    expect(documentFaults({ tables: [table], formulas: [looked] })).toEqual([]);
  });

  it("also across layers", () => {
    const layers = [
      tinyLayer({ parameters: [tinyParameter("x", "1")] }),
      tinyLayer({ formulas: [formula] }),
    ];
    expect(layerFaults(layers)).toEqual(["definition-duplicate formulas.0 x parameter"]);
  });
});

it("every fault of every document is told at once", () => {
  const faults = documentFaults({
    codeLists: [tinyCodeList("level", ["a", "a"])],
    parameters: [tinyParameter("p", "1"), tinyParameter("p", "1")],
    formulas: [tinyFormula("f", "1", "1 +"), tinyFormula("g", "KZT", "q")],
    lines: [tinyLine("l", "5")],
  });
  expect(faults.map((fault) => fault.split(" ")[0])).toEqual([
    "definition-duplicate",
    "definition-duplicate",
    "expression-syntax",
    "name-unknown",
    "reference-unknown",
    "type-mismatch",
  ]);
});

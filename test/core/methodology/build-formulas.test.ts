import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { printExpression } from "../../../packages/core/src/methodology/print-expression.ts";
import { documentFaults, layerFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import {
  tinyBudgetCode,
  tinyCodeList,
  tinyFormula,
  tinyLayer,
  tinyLine,
  tinyParameter,
} from "../../support/tiny-methodology.ts";
import { labelOf } from "../../support/tiny-names.ts";

const codeLists = [tinyCodeList("tier", ["secondary"]), tinyCodeList("level", ["primary"])];
const parameters = [tinyParameter("L", "KZT/pupil/year"), tinyParameter("m", "KZT/pupil/month")];
const budgetCodes = [tinyBudgetCode()];

function withFormula(...formulas: readonly object[]) {
  return { codeLists, parameters, formulas };
}

function withLine(...lines: readonly object[]) {
  return { codeLists, parameters, budgetCodes, lines };
}

describe("a formula is read and proved", () => {
  it("with its grain, unit, validity and expression", () => {
    const change = { grain: ["organisation", "level"], validTo: "2027-01-01" };
    const layer = tinyLayer(withFormula(tinyFormula("f", "KZT/pupil/year", "L+0", change)));
    const [formula] = getValue(parseMethodology([layer])).formulas.get("f") ?? [];
    expect(formula).toMatchObject({
      grain: { hasOrganisation: true, dimensions: ["level"] },
      validity: { from: "2020-01-01", to: "2027-01-01" },
      knownFrom: "1900-01-01",
      valuesOn: "year",
    });
    expect(formula && printExpression(formula.expression)).toBe("L + 0");
  });

  it("a long expression may stand in lines", () => {
    const lines = ["round(L", "* 2, 0)"];
    const layer = tinyLayer(withFormula(tinyFormula("f", "KZT/pupil/year", lines)));
    const [formula] = getValue(parseMethodology([layer])).formulas.get("f") ?? [];
    expect(formula && printExpression(formula.expression)).toBe("round(L * 2, 0)");
  });

  it("a number may carry any unit that some definition carries", () => {
    expect(documentFaults(withFormula(tinyFormula("f", "MRP", "96 MRP")))).toEqual([]);
    expect(documentFaults(withFormula(tinyFormula("f", "1", "96 MRP")))).toEqual([
      "unit-unknown formulas.0.expression@3 MRP",
    ]);
  });

  it("also one that only a fact or an attribute carries", () => {
    const sections = {
      codeLists: [...codeLists, tinyCodeList("count", ["january"])],
      calendar: {
        periods: [
          { dimension: "count", kind: "date", members: [{ code: "january", date: "01-01" }] },
        ],
      },
      facts: [
        {
          ...{ fact: "lessons", label: labelOf("lessons"), unit: "hour", measure: "taught" },
          ...{ period: "count", dimensions: { level: "level_or_group" }, reportedBy: "true" },
          where: { tier: "secondary", programme: "general", child_category: "general" },
        },
      ],
      attributes: [
        { attribute: "area", label: labelOf("area"), type: "number", unit: "m2", column: "area" },
      ],
    };
    const formulas = [
      tinyFormula("f", "1", "2 hour / (1 hour)"),
      tinyFormula("g", "1", "1 m2 / (1 m2)"),
    ];
    expect(documentFaults({ ...sections, formulas })).toEqual([]);
  });

  it("a condition has the unit boolean", () => {
    expect(documentFaults(withFormula(tinyFormula("f", "boolean", "L > 0")))).toEqual([]);
  });

  it("a bare zero has the unit that is asked for", () => {
    expect(documentFaults(withFormula(tinyFormula("f", "KZT", "0")))).toEqual([]);
  });
});

describe("a formula that does not prove is refused at the character", () => {
  const at = "formulas.0.expression";

  it.each([
    ["KZT/pupil/year", "L + m", {}, `unit-mismatch ${at}@4 KZT/pupil/year KZT/pupil/month +`],
    ["KZT/pupil/month", "L", {}, `type-mismatch ${at}@0 KZT/pupil/month KZT/pupil/year`],
    ["boolean", "L", {}, `type-mismatch ${at}@0 true | false KZT/pupil/year`],
    ["1", "true", {}, `type-mismatch ${at}@0 1 true | false`],
    ["1", "1 +", {}, `expression-syntax ${at}@3  value`],
    ["1", ["1", "+ x"], {}, `name-unknown ${at}@4 x`],
    ["1", "1", { grain: ["levels"] }, "reference-unknown formulas.0.grain.0 levels codeList level"],
    [
      "1",
      "1",
      { grain: ["level", "organisation", "level"] },
      "definition-duplicate formulas.0.grain.2 level dimension",
    ],
    [
      "1",
      "1",
      { valuesOn: "month", grain: ["level"] },
      "reference-unknown formulas.0.valuesOn month calendar",
    ],
    ["1", "1", { validFrom: "2026-02-30" }, "date-malformed formulas.0.validFrom 2026-02-30"],
    ["1", "1", { knownFrom: "2026-02-30" }, "date-malformed formulas.0.knownFrom 2026-02-30"],
    [
      "1",
      "1",
      { validTo: "2020-01-01" },
      "validity-order formulas.0.validTo 2020-01-01 2020-01-01",
    ],
    [
      "1",
      "1",
      { status: "draft" },
      "provenance-missing formulas.0.status draft provision | source",
    ],
  ])("%s: %s %o", (unit, text, change, fault) => {
    expect(documentFaults(withFormula(tinyFormula("f", unit, text, change)))).toEqual([fault]);
  });

  it("a value read by the month needs a month in its grain", () => {
    const monthly = tinyFormula("f", "KZT/pupil/year", "L", { valuesOn: "month" });
    const months = [...codeLists, tinyCodeList("month", ["01"])];
    const calendar = { periods: [{ dimension: "month", kind: "month" }] };
    const sections = { ...withFormula(monthly), codeLists: months, calendar };
    expect(documentFaults(sections)).toEqual([`grain-mismatch ${at}@0 L month`]);
  });
});

describe("wordings of one formula share grain and unit", () => {
  const first = tinyFormula("f", "KZT", "0", { validTo: "2026-01-01" });

  it("or the later one is refused", () => {
    const later = tinyFormula("f", "1", "0", { validFrom: "2026-01-01", grain: ["level"] });
    expect(documentFaults(withFormula(first, later))).toEqual([
      "formula-signature formulas.1 f [] KZT [level] 1",
    ]);
  });

  it("a unit may be written otherwise", () => {
    const one = tinyFormula("f", "KZT/year/pupil", "0", { validTo: "2026-01-01" });
    const other = tinyFormula("f", "KZT/child/year", "0", { validFrom: "2026-01-01" });
    expect(documentFaults(withFormula(one, other))).toEqual([]);
  });

  it("and are valid on days of their own, or known from a day of their own", () => {
    const fault = "definition-duplicate formulas.1 f formula";
    const second = { validFrom: "2025-12-31" };
    expect(documentFaults(withFormula(first, tinyFormula("f", "KZT", "0", second)))).toEqual([
      fault,
    ]);
    const later = { ...second, knownFrom: "2025-11-01" };
    expect(documentFaults(withFormula(first, tinyFormula("f", "KZT", "0", later)))).toEqual([]);
    const next = { validFrom: "2026-01-01" };
    expect(documentFaults(withFormula(first, tinyFormula("f", "KZT", "0", next)))).toEqual([]);
  });

  it("a city's wordings replace all of its country's", () => {
    const city = tinyFormula("f", "1", "2");
    const layers = [tinyLayer(withFormula(first, first)), tinyLayer({ formulas: [city] })];
    expect(layerFaults(layers)).toEqual([]);
    const wordings = getValue(parseMethodology(layers)).formulas.get("f") ?? [];
    expect(wordings.map(({ expression }) => printExpression(expression))).toEqual(["2"]);
  });
});

describe("a line pays by a condition and an amount", () => {
  it("in the currency of the methodology", () => {
    expect(documentFaults(withLine(tinyLine("l", "5 KZT")))).toEqual([]);
    const euros = [tinyLine("l", "5 EUR")];
    expect(documentFaults(withLine(...euros), { currency: "EUR" })).toEqual([]);
  });

  it.each([
    ["5", {}, "type-mismatch lines.0.amount@0 KZT 1"],
    ["L", {}, "type-mismatch lines.0.amount@0 KZT KZT/pupil/year"],
    ["0", { when: "1" }, "type-mismatch lines.0.when@0 true | false 1"],
    ["0", { tier: "primary" }, "code-unknown lines.0.tier primary secondary"],
    ["0", { budgetCode: "1" }, "reference-unknown lines.0.budgetCode 1 budgetCode"],
    ["0", { status: "local" }, "provenance-missing lines.0.status local provision, confirmedBy"],
  ])("%s %o is refused", (amount, change, fault) => {
    expect(documentFaults(withLine(tinyLine("l", amount, change)))).toEqual([fault]);
  });
});

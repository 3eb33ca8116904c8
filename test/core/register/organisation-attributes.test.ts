import { describe, expect, it } from "vitest";
import type { RegisterRules } from "../../../packages/core/src/index.ts";
import { buildAttributeReader } from "../../../packages/core/src/register/organisation-attributes.ts";
import {
  type Findings,
  openTable,
  wantedColumn,
} from "../../../packages/core/src/register/table-reader.ts";
import { briefly, type RowChange, rawTable } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";

describe("the attributes of an organisation", () => {
  it("are canonical codes, counts and dates, and properties of its codes", () => {
    const change = {
      organisation_type: "Гимназия",
      design_capacity: "1\u2009260",
      languages: "русский, казахский",
      commissioned_on: "01.11.2018",
    };
    expect(Object.fromEntries(read(change).values)).toEqual({
      district: "alatau",
      organisation_type: "gymnasium",
      ownership: "private",
      location: "urban",
      design_capacity: "1260",
      build_kind: "new",
      commissioned_on: "2018-11-01",
      languages: "kk;ru",
      tier: "secondary",
    });
  });

  it("leave out an optional value that is not given", () => {
    const { values, issues } = read({ commissioned_on: "" });
    expect(values.has("commissioned_on")).toBe(false);
    expect(issues).toEqual([]);
  });

  it.each([
    ["ownership", "", "value-missing 2 ownership"],
    ["ownership", "чужая", "code-unknown 2 ownership"],
    ["languages", "kk;de", "code-unknown 2 languages"],
    ["design_capacity", "2,5", "number-fractional 2 design_capacity"],
    ["design_capacity", "-5", "number-negative 2 design_capacity"],
    ["commissioned_on", "31.11.2018", "date-malformed 2 commissioned_on"],
  ])("are refused when %s is «%s»", (column, text, expected) => {
    expect(read({ [column]: text }).issues).toEqual([expected]);
  });

  it("that do not count people may have fractions", () => {
    const rules = withCapacityIn("KZT");
    expect(read({ design_capacity: "12,50" }, rules).values.get("design_capacity")).toBe("12.5");
  });

  it("may be groups that only the register knows", () => {
    const { attributes, ...rest } = registerRules();
    const [district, ...others] = attributes;
    if (district === undefined) throw new Error("the rules have a district");
    const rules = {
      ...rest,
      attributes: [{ ...district, type: { kind: "group" as const } }, ...others],
    };
    const { values } = read({ district_code: "Район  9" }, rules);
    expect(values.get("district")).toBe("Район 9");
    expect(read({ district_code: "citywide" }, rules).issues).toEqual([
      "id-malformed 2 district_code",
    ]);
  });

  it("are at fault when a code lacks the property that is asked for", () => {
    const { attributes, ...rest } = registerRules();
    const derivation = { from: "organisation_type", property: "funding" };
    const rules = {
      ...rest,
      attributes: attributes.map((each) => ({ ...each, ...(each.derivation && { derivation }) })),
    };
    expect(read({}, rules).issues).toEqual(["value-missing 2 organisation_type"]);
  });
});

function withCapacityIn(unit: string): RegisterRules {
  const { attributes, ...rest } = registerRules();
  const type = { kind: "number", unit } as const;
  return {
    ...rest,
    attributes: attributes.map((each) =>
      each.id === "design_capacity" ? { ...each, type } : each,
    ),
  };
}

function read(change: RowChange, rules = registerRules()) {
  const findings: Findings = { issues: [], warnings: [] };
  const table = rawTable("organisations.csv", change);
  const reader = openTable(table, table.columns.map(wantedColumn), findings);
  const row = table.rows[0] ?? { row: 0, cells: [] };
  const values = buildAttributeReader(rules, table)(reader, row);
  return { values, issues: briefly(findings.issues) };
}

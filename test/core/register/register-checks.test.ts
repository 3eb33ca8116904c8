import { describe, expect, it } from "vitest";
import {
  findMissingCounts,
  findOrganisationsWithoutRows,
  parseRegister,
  type RegisterRules,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { briefly, type RowChange, rawTable, registerTables } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL } from "../../support/small-register.ts";

describe("a headcount outside the life of its organisation", () => {
  it.each([
    ["opens on the last day of the month", { opened_on: "2026-01-31" }, []],
    ["closes on the first day of the month", { closed_on: "2026-01-01" }, []],
    ["opens later", { opened_on: "2026-02-01" }, ["headcount-outside-life 2 period"]],
    ["closed before", { closed_on: "2025-12-31" }, ["headcount-outside-life 2 period"]],
  ])("is a warning: %s", (_when, change: RowChange, expected) => {
    expect(briefly(parse(change).warnings)).toEqual(expected);
  });

  it("is told once for each period, with the life", () => {
    const basic = { level_or_group: "basic" };
    const { warnings } = parse({ opened_on: "2026-02-01" }, [{}, { ...SCHOOL_ROW, ...basic }]);
    expect(warnings).toMatchObject([
      { facts: { value: "2026-01-01", opened: "2026-02-01", closed: "" } },
    ]);
  });
});

const SCHOOL_ROW: RowChange = {
  bin: SCHOOL,
  period: "2026-01-01",
  tier: "secondary",
  level_or_group: "primary",
  programme: "general",
  child_category: "general",
};

describe("an organisation without rows", () => {
  it("is told by name", () => {
    const { snapshot } = parse({}, [SCHOOL_ROW]);
    expect(findOrganisationsWithoutRows(snapshot, registerRules(), 2026)).toMatchObject([
      {
        code: "organisation-without-rows",
        place: { file: "organisations.csv", row: 3 },
        facts: { value: KINDERGARTEN, name: "Детский сад № 2" },
      },
    ]);
  });

  it.each([
    ["was counted in that year", 2026, {}, []],
    ["was counted in another year only", 2025, {}, [SCHOOL, KINDERGARTEN]],
    ["opened after the year", 2025, { opened_on: "2026-01-01" }, [KINDERGARTEN]],
    ["closed before the year", 2025, { closed_on: "2024-12-31" }, [KINDERGARTEN]],
    [
      "closed on the first day of the year",
      2025,
      { closed_on: "2025-01-01" },
      [SCHOOL, KINDERGARTEN],
    ],
  ])("is one that was open and not counted: %s", (_when, year, change: RowChange, expected) => {
    const found = findOrganisationsWithoutRows(parse(change).snapshot, registerRules(), year);
    const ids = found.map((each) => ("value" in each.facts ? each.facts.value : ""));
    expect(ids.toSorted()).toEqual(expected.toSorted());
  });

  it("is not one that has an estimate", () => {
    const estimates = rawTable("estimates.csv", { bin: KINDERGARTEN });
    const tables = registerTables({ headcounts: rawTable("headcounts.csv", {}), estimates });
    const { snapshot } = getValue(parseRegister(tables, registerRules()));
    expect(findOrganisationsWithoutRows(snapshot, registerRules(), 2026)).toEqual([]);
  });

  it("is none of those that report nothing", () => {
    const { snapshot } = parse({}, [SCHOOL_ROW]);
    const rules = registerRules({ isReporter: () => false });
    expect(findOrganisationsWithoutRows(snapshot, rules, 2026)).toEqual([]);
  });
});

describe("a missing count", () => {
  const september = { ...SCHOOL_ROW, period: "2026-09-05" };

  it("is told by organisation, fact and date", () => {
    expect(missing({}, [SCHOOL_ROW])).toMatchObject([
      {
        code: "count-missing",
        place: { file: "organisations.csv", row: 2 },
        facts: {
          value: SCHOOL,
          name: "Школа № 1",
          fact: "secondary.enrolled",
          period: "2026-09-05",
        },
      },
    ]);
  });

  it.each([
    ["both dates were counted", {}, [SCHOOL_ROW, september], 0],
    ["only the later date was counted", {}, [september], 1],
    ["it closed on the date", { closed_on: "2026-09-05" }, [SCHOOL_ROW], 1],
    ["it closed before the date", { closed_on: "2026-09-04" }, [SCHOOL_ROW], 0],
    ["it opened on the date", { opened_on: "2026-01-01" }, [september], 1],
    ["it opened after the date", { opened_on: "2026-01-02" }, [september], 0],
    ["it was counted in another year only", {}, [{ ...SCHOOL_ROW, period: "2025-01-01" }], 0],
  ])("is one of a year that was counted otherwise: %s", (_when, change, rows, expected) => {
    expect(missing(change, rows)).toHaveLength(expected);
  });

  it("is none when months are counted", () => {
    const { snapshot } = parse({});
    const months = snapshot.headcounts.filter(({ organisationId }) => organisationId !== SCHOOL);
    const kindergarten = { ...snapshot, headcounts: months };
    expect(findMissingCounts(kindergarten, registerRules(), 2026)).toEqual([]);
  });

  it.each([
    ["of another tier", { where: { tier: "preschool", child_category: "general" } }],
    ["of another measure", { measure: "contracted" }],
  ])("is not asked of a fact %s, which may have no people", (_which, change) => {
    const { snapshot } = parse({}, [SCHOOL_ROW]);
    const [fact, ...others] = registerRules().facts;
    const facts = fact === undefined ? others : [{ ...fact, ...change }, ...others];
    const { tier = "secondary" } = "where" in change ? change.where : {};
    const { measure = "enrolled" } = "measure" in change ? change : {};
    const headcounts = snapshot.headcounts.map((row) => ({ ...row, tier, measure }));
    expect(
      findMissingCounts({ ...snapshot, headcounts }, { ...registerRules(), facts }, 2026),
    ).toEqual([]);
  });

  it("is asked of a fact without a tier", () => {
    const { snapshot } = parse({}, [SCHOOL_ROW]);
    const facts = registerRules().facts.map((fact) => ({ ...fact, where: {} }));
    expect(findMissingCounts(snapshot, { ...registerRules(), facts }, 2026)).toHaveLength(1);
  });

  function missing(school: RowChange, rows: readonly RowChange[]) {
    const rules: RegisterRules = registerRules();
    return findMissingCounts(parse(school, rows).snapshot, rules, 2026);
  }
});

function parse(school: RowChange, headcounts?: readonly RowChange[]) {
  const organisations = [rawTable("organisations.csv", school, {})];
  const rows = headcounts ?? [];
  const tables = { organisations, headcounts: rawTable("headcounts.csv", ...rows) };
  return getValue(parseRegister(registerTables(tables), registerRules()));
}

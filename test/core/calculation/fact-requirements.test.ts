import { describe, expect, it } from "vitest";
import {
  isOpenInMonth,
  openMonthsOf,
} from "../../../packages/core/src/calculation/fact-requirements.ts";
import { formula, label, planOfAmount, schoolPlan } from "../../support/school-methodology.ts";
import {
  children,
  childrenAllYear,
  FOUR_CELLS,
  factRow,
  issuesOf,
  lastYear,
  organisation,
  places,
  pupils,
} from "../../support/school-register.ts";

const CHILDREN = planOfAmount("sum(over month, level: rate * children[month, level])");
const PUPILS = schoolPlan();

describe("a period that nobody reported is missing", () => {
  it("with the fact, its measure and the periods by name", () => {
    expect(issuesOf(PUPILS, {})).toEqual([
      {
        code: "fact-missing",
        place: {},
        facts: {
          ...{ fact: "pupils", tier: "secondary", measure: "enrolled", year: "2026" },
          periods: "2026-01-01, 2026-09-05",
        },
      },
    ]);
  });

  it.each([
    ["when an organisation was open in it", {}, missingMonths(2, 12)],
    ["not before the organisation opened", { opened: "2026-11-01" }, missingMonths(11, 12)],
    ["not in a month that was not a whole one", { opened: "2026-11-02" }, ["2026-12"]],
    ["not after the organisation closed", { closed: "2026-03-31" }, missingMonths(2, 3)],
    ["not when no organisation was open", { closed: "2025-12-31" }, []],
  ])("%s", (_, life, expected) => {
    const headcounts = [children("a", "2026-01", "primary", 1)];
    expect(missingPeriods({ headcounts, organisations: [organisation(life)] })).toEqual(expected);
  });

  it("unless any organisation reported it", () => {
    const organisations = [organisation(), organisation({ id: "b" })];
    expect(missingPeriods({ headcounts: childrenAllYear("b", 1), organisations })).toEqual([]);
  });

  it("for the count date on which the organisation was open", () => {
    const headcounts = [pupils("a", "2026-09-05", "primary", 1)];
    const open = [organisation({ opened: "2026-01-02" })];
    expect(issuesOf(PUPILS, { headcounts, organisations: open })).toEqual([]);
    const early = [organisation({ opened: "2026-01-01" })];
    expect(issuesOf(PUPILS, { headcounts, organisations: early })).toHaveLength(1);
  });

  it("in the budget year only", () => {
    const headcounts = [
      pupils("a", "2025-01-01", "primary", 1),
      pupils("a", "2025-09-05", "primary", 1),
    ];
    expect(issuesOf(PUPILS, { headcounts })).toHaveLength(1);
  });
});

describe("a period that the formula names is the only one needed", () => {
  const january = "rate * pupils['january', 'basic']";
  const of = formula("of", "KZT", "sum(over level: rate * pupils[count, level])", {
    grain: ["organisation", "count"],
  });
  const missingOf = (amount: string, register: Parameters<typeof issuesOf>[1] = {}) =>
    issuesOf(planOfAmount(amount, { formulas: [of] }), register).flatMap((found) =>
      found.code === "fact-missing" ? [found.facts.periods] : [found.code],
    );

  it.each([
    [january, ["2026-01-01"]],
    ["of['september']", ["2026-09-05"]],
    [`${january} + of['september']`, ["2026-01-01, 2026-09-05"]],
    ["sum(over count: of[count])", ["2026-01-01, 2026-09-05"]],
    ["rate * children['03', 'basic']", ["2026-03"]],
  ])("%s", (amount, expected) => {
    expect(missingOf(amount)).toEqual(expected);
  });

  it("and is not needed of an organisation that was not open in it", () => {
    const organisations = [organisation({ opened: "2026-02-01" })];
    expect(missingOf(january, { organisations })).toEqual([]);
  });

  it("and is not satisfied by another", () => {
    expect(missingOf(january, { headcounts: [pupils("a", "2026-09-05", "basic", 1)] })).toEqual([
      "2026-01-01",
    ]);
  });
});

describe("a fact is needed", () => {
  const byOwnership = planOfAmount(
    "sum(over count, level: rate * if(ownership = 'private', places[count, level], pupils[count, level]))",
  );
  const inPrivate = [organisation({ attributes: { ownership: "private" } })];

  it("by the organisations that take its branch", () => {
    expect(issuesOf(byOwnership, { headcounts: FOUR_CELLS })).toEqual([]);
    const issues = issuesOf(byOwnership, { headcounts: FOUR_CELLS, organisations: inPrivate });
    expect(issues.map(({ facts }) => facts)).toMatchObject([{ fact: "places" }]);
  });

  it("not by those that take the other", () => {
    const headcounts = [
      places("a", "2026-01-01", "primary", 1),
      places("a", "2026-09-05", "primary", 1),
    ];
    expect(issuesOf(byOwnership, { headcounts, organisations: inPrivate })).toEqual([]);
  });

  it("not by an organisation that does not report it", () => {
    const reporters = { pupils: "ownership = 'private'" };
    expect(issuesOf(schoolPlan({ reporters }), {})).toEqual([]);
    expect(issuesOf(schoolPlan({ reporters }), { organisations: inPrivate })).toHaveLength(1);
  });

  it("by those that report it, whoever else may stand on it", () => {
    const reporters = { pupils: "ownership = 'private'" };
    const late = organisation({
      id: "b",
      opened: "2026-02-01",
      attributes: { ownership: "private" },
    });
    const issues = issuesOf(schoolPlan({ reporters }), { organisations: [organisation(), late] });
    expect(issues.map(({ facts }) => facts)).toMatchObject([{ periods: "2026-09-05" }]);
  });

  it("by an organisation of which it cannot be said whether it takes the branch", () => {
    const byCapacity = planOfAmount(
      "sum(over count, level: rate * if(capacity > 5 pupil, places[count, level], pupils[count, level]))",
    );
    const issues = issuesOf(byCapacity, { headcounts: FOUR_CELLS });
    expect(issues.map(({ code }) => code)).toContain("fact-missing");
    const small = [organisation({ attributes: { capacity: "5" } })];
    expect(issuesOf(byCapacity, { headcounts: FOUR_CELLS, organisations: small })).toEqual([]);
  });

  it("not by an organisation that no line is meant for", () => {
    const nobody = schoolPlan({
      lines: [
        {
          ...{ line: "none", label: { ru: "-", kk: "-", en: "-" }, tier: "secondary" },
          ...{ budgetCode: "04.2.360.040", method: "formula", when: "ownership = 'private'" },
          ...{ amount: "rate * pupils['january', 'basic']", rounding: "half-up" },
          status: "assumed",
        },
      ],
    });
    expect(issuesOf(nobody, {})).toEqual([]);
  });
});

describe("rows of other tables are needed", () => {
  const facts = [
    { fact: "fund", label: label("fund"), unit: "KZT", source: "facts" },
    { fact: "monthly", label: label("m"), unit: "KZT", source: "facts", period: "month", year: -1 },
    { fact: "before", label: label("b"), unit: "KZT", source: "last-year", of: "amount" },
  ];
  const missingOf = (amount: string, register: Parameters<typeof issuesOf>[1]) =>
    issuesOf(planOfAmount(amount, { more: [{ facts }] }), register).map(({ code, facts: told }) =>
      [code, ...Object.values(told)].join(" "),
    );

  it.each([
    ["fund", {}, ["fact-rows-missing fund 2026 2026"]],
    ["fund", { facts: [factRow("a", "fund", "1")] }, []],
    ["fund", { facts: [factRow("b", "fund", "1")] }, []],
    ["fund", { organisations: [organisation({ closed: "2025-12-31" })] }, []],
    [
      "fund",
      { organisations: [organisation({ opened: "2026-12-31" })] },
      ["fact-rows-missing fund 2026 2026"],
    ],
    ["before", {}, ["fact-rows-missing before 2025 2026"]],
    ["before", { lastYear: [lastYear("b", "1")] }, []],
    ["before", { organisations: [organisation({ opened: "2026-01-01" })] }, []],
    ["monthly['02']", {}, ["fact-rows-missing monthly 2025-02 2026"]],
    ["monthly['02']", { organisations: [organisation({ opened: "2025-02-02" })] }, []],
  ])("%s %#", (amount, register, expected) => {
    expect(missingOf(amount, register)).toEqual(expected);
  });
});

describe("an organisation is open in a month", () => {
  it.each([
    ["from its first day", { opened: "2026-02-01" }, "02", true],
    ["not when it opened on the second", { opened: "2026-02-02" }, "02", false],
    ["to its last day", { closed: "2026-02-28" }, "02", true],
    ["not when it closed the day before", { closed: "2026-02-27" }, "02", false],
    ["that the calendar has", {}, "13", false],
  ])("%s", (_, life, month, expected) => {
    expect(isOpenInMonth(PUPILS, month, organisation(life))).toBe(expected);
  });
});

it("an organisation is open in the months that it is open all of", () => {
  const open = openMonthsOf(PUPILS, organisation({ opened: "2026-10-02" }));
  expect([...open]).toEqual(["11", "12"]);
});

function missingPeriods(register: Parameters<typeof issuesOf>[1]): readonly string[] {
  return issuesOf(CHILDREN, register).flatMap((found) =>
    found.code === "fact-missing" ? found.facts.periods.split(", ") : [found.code],
  );
}

function missingMonths(first: number, last: number): readonly string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, place) => `2026-${`${first + place}`.padStart(2, "0")}`,
  );
}

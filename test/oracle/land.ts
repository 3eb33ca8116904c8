/** The land of random methodologies: its lists, attributes and facts, always the same. */
import { tinyBudgetCode, tinyCodeList } from "../support/tiny-methodology.ts";
import { labelOf } from "../support/tiny-names.ts";

export const YEAR = 2026;

export const CODES = {
  tier: ["a", "b"],
  grade: ["g1", "g2", "g3"],
  programme: ["p1", "p2"],
  step: ["s1", "s2"],
  kind: ["k1", "k2", "k3"],
  district: ["d1", "d2", "d3", "d4"],
  lang: ["kk", "ru", "en"],
  count: ["january", "september"],
  month: Array.from({ length: 12 }, (_, place) => `${place + 1}`.padStart(2, "0")),
} as const;

export type Dimension = keyof typeof CODES;

export const BUDGET_CODES = ["B1", "B2", "B3"] as const;
export const COUNT_DAYS = { january: "01-01", september: "09-05" } as const;
const STEPS = { g1: "s1", g2: "s1", g3: "s2" };

export type FactUnit = "number" | "people" | "money";

/** A fact with its index, the period first. */
export type LandFact = {
  readonly name: string;
  readonly type: FactUnit;
  readonly index: readonly Dimension[];
};

export const FACTS: readonly [LandFact, ...LandFact[]] = [
  { name: "pupils", type: "people", index: ["count", "grade", "programme"] },
  { name: "attended", type: "people", index: ["month", "grade"] },
  { name: "meals", type: "number", index: ["month"] },
  { name: "places", type: "people", index: ["count", "programme"] },
  { name: "staff", type: "number", index: ["step"] },
  { name: "area", type: "number", index: [] },
  { name: "area_before", type: "number", index: [] },
  { name: "grant", type: "money", index: [] },
  { name: "costs", type: "money", index: ["tier"] },
  { name: "last_year", type: "money", index: ["tier"] },
  { name: "last_all", type: "money", index: [] },
  { name: "last_months", type: "number", index: [] },
];

/** Behind a fact whose unit is none of the types. */
export const DIVISORS: Readonly<Record<string, string>> = {
  last_months: " / (12 pupil * 1 month)",
};

const UNITS = { number: "1", people: "pupil", money: "KZT" } as const;

function unitOf(type: FactUnit): string {
  return UNITS[type];
}

/** The sections of the documents that do not change. */
export function landSections() {
  const lists = Object.entries(CODES).map(([name, codes]) => tinyCodeList(name, codes));
  return {
    codeLists: lists,
    calendar: {
      periods: [
        { dimension: "month", kind: "month" },
        {
          dimension: "count",
          kind: "date",
          members: Object.entries(COUNT_DAYS).map(([code, date]) => ({ code, date })),
        },
      ],
    },
    attributes: [
      attribute("district", { type: "code", codeList: "district" }),
      attribute("network", { type: "group", optional: true }),
      attribute("kind", { type: "code", codeList: "kind" }),
      attribute("size", { type: "number", unit: "1" }),
      attribute("capacity", { type: "number", unit: "pupil" }),
      attribute("founded_on", { type: "date" }),
      attribute("langs", { type: "codes", codeList: "lang" }),
    ],
    mappings: [
      { mapping: "step_of", label: labelOf("step_of"), from: "grade", to: "step", codes: STEPS },
    ],
    facts: [
      headcount("pupils", "count", { grade: "level_or_group", programme: "programme" }, "a"),
      headcount("attended", "month", { grade: "level_or_group" }, "b"),
      fact("meals", { period: "month" }),
      fact("places", { period: "count", dimensions: ["programme"], wholeNumbers: true }),
      fact("staff", { dimensions: ["step"] }),
      fact("area", {}),
      fact("area_before", { measure: "area", year: -1 }),
      fact("grant", {}),
      fact("costs", { dimensions: ["tier"] }),
      lastYear("last_year", { dimensions: ["tier"], where: { method: "formula" } }),
      { ...lastYear("last_months", { of: "child-months" }), unit: "pupil*month" },
      lastYear("last_all", { inherited: "sum(over grade: pupils['january', grade, 'p1'])" }),
    ],
    budgetCodes: BUDGET_CODES.map((code) => tinyBudgetCode(code)),
  };
}

function attribute(name: string, type: object) {
  return { attribute: name, label: labelOf(name), column: name, ...type };
}

function headcount(name: string, period: string, dimensions: object, tier: string) {
  const where = { tier, child_category: "general", ...(tier === "a" ? {} : { programme: "p1" }) };
  return { ...named(name), measure: name, period, dimensions, where, reportedBy: "true" };
}

function fact(name: string, change: object) {
  return { ...named(name), source: "facts", ...change };
}

function lastYear(name: string, change: object) {
  return { ...named(name), source: "last-year", of: "amount", ...change };
}

function named(name: string) {
  const type = FACTS.find((each) => each.name === name)?.type ?? "number";
  return { fact: name, label: labelOf(name), unit: unitOf(type) };
}

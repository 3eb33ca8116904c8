/**
 * A methodology that fits on one screen, in the real document format: pupils on two count dates, children by month,
 * places under contract, and whatever parameters, formulas and lines a test is about.
 */
import {
  type CalculationPlan,
  type Methodology,
  type MethodologyLayer,
  parseMethodology,
  type Result,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "./build-plan-of.ts";
import { getValue } from "./get-value.ts";

type Document = Readonly<Record<string, unknown>>;

/** Sections in place of those the methodology has; `more` stands in documents of their own. */
export type SchoolChange = {
  readonly parameters?: readonly Document[];
  readonly formulas?: readonly Document[];
  readonly lines?: readonly Document[];
  /** Who reports a fact, by its name; without a condition everybody does. */
  readonly reporters?: Readonly<Record<string, string>>;
  readonly more?: readonly Document[];
};

export const SCHOOL_CODE = "04.2.360.040";
export const KINDERGARTEN_CODE = "04.1.360.034";
const DOCUMENT = "school.json";

/** A rate of 1,000 tenge for each pupil of a count date, and nothing else. */
export function schoolLayers(change: SchoolChange = {}): readonly MethodologyLayer[] {
  const { parameters = [RATE], formulas = [], lines = [SCHOOL_LINE], more = [] } = change;
  const { reporters = {} } = change;
  const facts = FACTS.map((each) => ({ ...each, reportedBy: reporters[each.fact] ?? "true" }));
  const content = { ...FRAME, facts, parameters, formulas, lines };
  const manifest = {
    formatVersion: 1,
    methodology: "school",
    label: label("school"),
    years: [2026],
  };
  return [
    {
      manifest: { file: "manifest.json", content: manifest },
      documents: [
        { file: DOCUMENT, content },
        ...more.map((each, place) => ({
          file: `more-${place}.json`,
          content: { formatVersion: 1, ...each },
        })),
      ],
    },
  ];
}

export function parseSchool(change: SchoolChange = {}): Result<Methodology> {
  return parseMethodology(schoolLayers(change));
}

export function schoolPlan(change: SchoolChange = {}, knownOn = "2026-12-31"): CalculationPlan {
  return buildPlanOf(getValue(parseSchool(change)), 2026, knownOn);
}

/** A plan in which the amount of every organisation is this expression of tenge. */
export function planOfAmount(
  amount: string,
  change: SchoolChange = {},
  knownOn?: string,
): CalculationPlan {
  return schoolPlan({ ...change, lines: [line("amount", amount)] }, knownOn);
}

export function label(text: string) {
  return { ru: `${text} (ru)`, kk: `${text} (kk)`, en: `${text} (en)` };
}

export function parameter(
  name: string,
  unit: string,
  values: readonly Document[],
  ...dimensions: readonly string[]
): Document {
  return { parameter: name, label: label(name), unit, dimensions, values };
}

/** A value of all of 2026, known before the year began and assumed. */
export function valued(value: string, change: Document = {}): Document {
  return {
    ...{ value, validFrom: "2026-01-01", validTo: "2027-01-01", knownFrom: "2025-12-01" },
    ...{ status: "assumed", ...change },
  };
}

export function formula(
  name: string,
  unit: string,
  expression: string | readonly string[],
  change: Document = {},
): Document {
  return {
    ...{ formula: name, label: label(name), grain: ["organisation"], unit, expression },
    ...{ valuesOn: "year", validFrom: "2020-01-01", status: "assumed", ...change },
  };
}

/** A line on the code of schools that every organisation may have. */
export function line(name: string, amount: string, change: Document = {}): Document {
  return {
    ...{ line: name, label: label(name), tier: "secondary", budgetCode: SCHOOL_CODE },
    ...{ method: "formula", when: "true", amount, rounding: "half-up", status: "assumed" },
    ...change,
  };
}

/** 1,000 tenge a pupil. */
export const RATE = parameter("rate", "KZT/pupil", [valued("1000")]);
/** The pupils of both count dates at the rate. */
export const SCHOOL_LINE = line("school", "sum(over count, level: rate * pupils[count, level])");

const MONTHS = Array.from({ length: 12 }, (_, place) => `${place + 1}`.padStart(2, "0"));

const FACTS = [
  fact("pupils", "enrolled", "count", { tier: "secondary" }),
  fact("places", "contracted", "count", { tier: "secondary" }),
  fact("children", "enrolled", "month", { tier: "preschool" }),
];

const FRAME = {
  formatVersion: 1,
  codeLists: [
    codeList("tier", "preschool", "secondary", "overhead"),
    codeList("district", "north", "south"),
    codeList("ownership", "state", "private"),
    codeList("level", "primary", "basic"),
    codeList("month", ...MONTHS),
    codeList("count", "january", "september"),
  ],
  calendar: {
    periods: [
      { dimension: "month", kind: "month" },
      {
        dimension: "count",
        kind: "date",
        members: [
          { code: "january", date: "01-01" },
          { code: "september", date: "09-05" },
        ],
      },
    ],
  },
  attributes: [
    { ...attribute("district", "code"), codeList: "district" },
    { ...attribute("ownership", "code"), codeList: "ownership" },
    { ...attribute("capacity", "number"), unit: "pupil", optional: true },
    { ...attribute("founded_on", "date"), optional: true },
  ],
  budgetCodes: [SCHOOL_CODE, KINDERGARTEN_CODE].map((budgetCode) => ({
    budgetCode,
    label: label(budgetCode),
  })),
};

function codeList(name: string, ...codes: readonly string[]) {
  return {
    codeList: name,
    label: label(name),
    codes: codes.map((code) => ({ code, label: label(code) })),
  };
}

function attribute(name: string, type: string) {
  return { attribute: name, label: label(name), type, column: name };
}

function fact(name: string, measure: string, period: string, where: Document) {
  return {
    ...{ fact: name, label: label(name), unit: "pupil", measure, period },
    dimensions: { level: "level_or_group" },
    where: { programme: "general", child_category: "general", ...where },
  };
}

/**
 * Three small schools for tests of columns, and what a line comes to in each of them: in columns,
 * having come to the same without them.
 */
import { expect } from "vitest";
import type { CalculationPlan, RegisterSnapshot } from "../../packages/core/src/index.ts";
import {
  formula,
  line,
  parameter,
  RATE,
  type SchoolChange,
  schoolPlan,
  valued,
} from "./school-methodology.ts";
import {
  childrenAllYear,
  FOUR_CELLS,
  organisation,
  places,
  pupils,
  snapshot,
} from "./school-register.ts";
import { heldLines, inColumns, oneByOne } from "./two-ways.ts";

/**
 * a: state, in the north, all counts (pupils 10, 20, 30, 40; 3 children a month; places 5 and 7).
 * b: private, in the north, open from April, without a capacity; 20 pupils and 4 places in January.
 * c: state, in the south, a capacity of zero, no counts at all.
 */
export const THREE_SCHOOLS: RegisterSnapshot = snapshot({
  organisations: [
    organisation({ attributes: { capacity: "100", founded_on: "2019-05-31" } }),
    organisation({
      ...{ id: "b", opened: "2026-04-01" },
      attributes: { ownership: "private", founded_on: "2026-04-01" },
    }),
    organisation({ id: "c", attributes: { district: "south", capacity: "0" } }),
  ],
  headcounts: [
    ...FOUR_CELLS,
    places("a", "2026-01-01", "primary", 5),
    places("a", "2026-09-05", "basic", 7),
    ...childrenAllYear("a", 3),
    pupils("b", "2026-01-01", "primary", 20),
    places("b", "2026-01-01", "basic", 4),
  ],
});

/** Pupils of all cells. */
export const ALL_PUPILS = "sum(over count, level: pupils[count, level])";

/** `gone` has no value for basic; `monthly` is 1 until July and 2 from then on. */
const PARAMETERS = [
  RATE,
  keyed("weight", "level", { primary: "0.5", basic: "1.5" }),
  keyed("share", "ownership", { state: "1", private: "0.25" }),
  keyed("gone", "level", { primary: "2" }),
  parameter("none", "1", [valued("0")]),
  parameter("monthly", "1", [
    valued("1", { validTo: "2026-07-01" }),
    valued("2", { validFrom: "2026-07-01" }),
  ]),
];

const FORMULAS = [
  formula("all_pupils", "1", `${ALL_PUPILS} / 1 pupil`),
  formula("is_large", "boolean", "all_pupils > 50"),
  formula("is_state", "boolean", "ownership = 'state'"),
];

function keyed(name: string, dimension: string, values: Readonly<Record<string, string>>) {
  const each = Object.entries(values).map(([code, value]) => {
    return valued(value, { key: { [dimension]: code } });
  });
  return parameter(name, "1", each, dimension);
}

/** A plan of one line, `amount`, of this expression of a bare number; everybody has it. */
export function planOfNumber(
  expression: string,
  change: SchoolChange = {},
  ofLine: Readonly<Record<string, unknown>> = {},
): CalculationPlan {
  return schoolPlan({
    ...change,
    parameters: [...PARAMETERS, ...(change.parameters ?? [])],
    formulas: [...FORMULAS, ...(change.formulas ?? [])],
    lines: [line("amount", `(${expression}) * 1 KZT`, { exists: "when", ...ofLine })],
  });
}

/**
 * What the expression comes to in each school, as `100` or `7/2`: in columns, and the same one by
 * one, with the same values of the law read on the way.
 */
export function valuesInColumns(
  expression: string,
  change: SchoolChange = {},
  register: RegisterSnapshot = THREE_SCHOOLS,
): readonly string[] {
  const plan = planOfNumber(expression, change);
  return valuesOfPlan(plan, register).map((text) => text.replace(/ → .*/, ""));
}

/** The schools that have the line because a count was read on the way to its amount. */
export function countedInColumns(
  expression: string,
  change: SchoolChange = {},
  register: RegisterSnapshot = THREE_SCHOOLS,
): string {
  const plan = planOfNumber(expression, change, { exists: "counted" });
  const figures = valuesOfPlan(plan, register);
  const ids = register.organisations.map(({ id }) => id);
  return ids.filter((_, row) => figures[row]?.includes("by no count") === false).join("");
}

/** The values of the law that were read, as `weight|level=basic`. */
export function usedInColumns(
  expression: string,
  change: SchoolChange = {},
  ofLine: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const plan = planOfNumber(expression, change, ofLine);
  valuesOfPlan(plan, THREE_SCHOOLS);
  return inColumns(plan, THREE_SCHOOLS).used.map((text) => text.replace(/[|][^|]*$/, ""));
}

/** The codes of what both ways refuse it for. */
export function faultsInColumns(
  expression: string,
  change: SchoolChange = {},
  register: RegisterSnapshot = THREE_SCHOOLS,
): readonly string[] {
  const plan = planOfNumber(expression, change);
  const { issues } = inColumns(plan, register);
  expect(issues).toEqual(oneByOne(plan, register).issues);
  return issues.map((text) => /"code":"([a-z-]*)"/.exec(text)?.[1] ?? text);
}

/** The figures of the one line of the plan, held in columns. */
function valuesOfPlan(plan: CalculationPlan, register: RegisterSnapshot): readonly string[] {
  const told = inColumns(plan, register);
  expect(told).toEqual(oneByOne(plan, register));
  expect(told.issues).toEqual([]);
  expect(heldLines(plan, register)).toEqual(plan.lines.map(({ id }) => id));
  return told.figures.map((text) => text.replace(/^\S+ \S+: /, ""));
}

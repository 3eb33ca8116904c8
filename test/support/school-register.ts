/** Registers in memory for the methodology beside: organisations, counts and estimates as a snapshot holds them. */
import {
  type CalculationPlan,
  type CalculationRun,
  calculate,
  explainLine,
  findCalendarDate,
  findTiyn,
  formatTenge,
  type Issue,
  lineName,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import { getValue } from "./get-value.ts";
import { planOfAmount, SCHOOL_CODE, type SchoolChange } from "./school-methodology.ts";

type Organisation = RegisterSnapshot["organisations"][number];
type Headcount = RegisterSnapshot["headcounts"][number];
type Estimate = RegisterSnapshot["estimates"][number];

/** The name of the line that schoolLayers defines. */
export const FORMULA_LINE = `secondary/${SCHOOL_CODE}/formula`;

type FactRow = RegisterSnapshot["facts"][number];
type LastYearLine = RegisterSnapshot["lastYear"][number];

export type SchoolOrganisation = {
  readonly id?: string;
  readonly opened?: string;
  readonly closed?: string;
  readonly successorIds?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
};

/** A state school of the north that was always open. */
export function organisation(change: SchoolOrganisation = {}): Organisation {
  const { id = "a", opened = "1990-09-01", closed, successorIds = [], attributes = {} } = change;
  return {
    ...{ id, nameRu: `${id} (ru)`, nameKk: `${id} (kk)`, successorIds },
    openedOn: day(opened),
    closedOn: closed === undefined ? undefined : day(closed),
    attributes: new Map(Object.entries({ district: "north", ownership: "state", ...attributes })),
    source: { file: "organisations.csv", row: 2 },
  };
}

/** `pupils`, `places` and `children` by their period: `pupils("a", "2026-01-01", "primary", 10)`. */
export function pupils(id: string, period: string, level: string, count: number): Headcount {
  return headcount(id, { measure: "enrolled", tier: "secondary" }, period, level, count);
}

export function places(id: string, period: string, level: string, count: number): Headcount {
  return headcount(id, { measure: "contracted", tier: "secondary" }, period, level, count);
}

export function children(id: string, period: string, level: string, count: number): Headcount {
  return headcount(id, { measure: "enrolled", tier: "preschool" }, period, level, count);
}

/** The same children in every month of 2026. */
export function childrenAllYear(id: string, count: number): readonly Headcount[] {
  return Array.from({ length: 12 }, (_, place) =>
    children(id, `2026-${`${place + 1}`.padStart(2, "0")}`, "primary", count),
  );
}

/** A row of facts.csv about all of 2026. */
export function factRow(
  organisationId: string,
  fact: string,
  value: string,
  change: Partial<Pick<FactRow, "period" | "key">> = {},
): FactRow {
  const source = { file: "facts.csv", row: 2 };
  return { organisationId, fact, period: "2026", key: "", value, source, ...change };
}

/** What an organisation had the year before, by formula on the code of schools. */
export function lastYear(
  organisationId: string,
  tenge: string,
  change: Partial<LastYearLine> = {},
): LastYearLine {
  return {
    ...{ organisationId, tier: "secondary", budgetCode: SCHOOL_CODE, method: "formula" },
    ...{ childMonths: undefined, amount: amountOfTenge(tenge) },
    source: { file: "last_year.csv", row: 2 },
    ...change,
  };
}

export function estimate(
  change: Partial<Omit<Estimate, "amount">> & { readonly tenge: string },
): Estimate {
  const { tenge, ...rest } = change;
  const amount = amountOfTenge(tenge);
  return {
    ...{ lineId: "E-1", budgetYear: 2026, organisationId: "", tier: "overhead", amount },
    ...{ budgetCode: SCHOOL_CODE, nameRu: "Содержание", status: "assumed", note: "" },
    source: { file: "estimates.csv", row: 2 },
    ...rest,
  };
}

export function snapshot(change: Partial<RegisterSnapshot> = {}): RegisterSnapshot {
  return {
    organisations: [organisation()],
    headcounts: [],
    facts: [],
    estimates: [],
    lastYear: [],
    ...change,
  };
}

/** Pupils of organisation `a` in two levels on both count dates: 10, 20, 30 and 40. */
export const FOUR_CELLS: readonly Headcount[] = [
  pupils("a", "2026-01-01", "primary", 10),
  pupils("a", "2026-01-01", "basic", 20),
  pupils("a", "2026-09-05", "primary", 30),
  pupils("a", "2026-09-05", "basic", 40),
];

export function run(plan: CalculationPlan, change: Partial<RegisterSnapshot>): CalculationRun {
  return getValue(calculate(plan, snapshot(change)));
}

/** Lines as `a secondary/04.2.360.040/formula 100000.00`. */
export function linesOf({ lines }: Pick<CalculationRun, "lines">): readonly string[] {
  return lines.map((line) =>
    [line.organisationId, lineName(line), formatTenge(line.amount)].join(" ").trim(),
  );
}

/** The one amount of a run. */
export function amountOf(plan: CalculationPlan, change: Partial<RegisterSnapshot>): string {
  const [line, ...others] = run(plan, change).lines;
  if (line === undefined || others.length > 0) throw new Error("the run has not exactly one line");
  return formatTenge(line.amount);
}

/**
 * The value of an expression of tenge for organisation `a` with its four cells, the explanation having come to the
 * same. The expression need not read a count: the line exists by the condition around it.
 */
export function tengeOf(
  expression: string,
  change: SchoolChange = {},
  register: Partial<RegisterSnapshot> = {},
): string {
  const counted = "sum(over count, level: pupils[count, level]) > 0";
  const plan = planOfAmount(`if(${counted}, ${expression}, 0)`, change);
  const done = run(plan, { headcounts: FOUR_CELLS, ...register });
  const traced = getValue(explainLine(done, "a", FORMULA_LINE)).value;
  if (traced.kind !== "number") throw new Error("a line is a number");
  return traced.exact;
}

/** The issues of a refused calculation; none when it was not refused. */
export function issuesOf(
  plan: CalculationPlan,
  change: Partial<RegisterSnapshot>,
): readonly Issue[] {
  const result = calculate(plan, snapshot(change));
  return result.ok ? [] : result.issues;
}

function headcount(
  organisationId: string,
  { measure, tier }: Pick<Headcount, "measure" | "tier">,
  period: string,
  level: string,
  count: number,
): Headcount {
  return {
    ...{ organisationId, measure, period, tier, level_or_group: level, headcount: count },
    ...{ programme: "general", child_category: "general" },
    source: { file: "headcounts.csv", row: 2 },
  };
}

function amountOfTenge(tenge: string): Estimate["amount"] {
  const amount = findTiyn(tenge);
  if (amount === undefined) throw new RangeError(`not an amount: ${tenge}`);
  return amount;
}

function day(text: string) {
  const found = findCalendarDate(text);
  if (found === undefined) throw new RangeError(`not a day: ${text}`);
  return found;
}

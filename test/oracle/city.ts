/** The rows of a register as the organisations of a city, each with the cells of its facts. */
import type { Row } from "./csv-rows.ts";
import { type Fraction, fraction, fractionOf, NOTHING, plus, times } from "./fraction.ts";
import type { Law } from "./law.ts";
import type { FactDocument, PeriodDocument } from "./law-documents.ts";

export type CityRows = {
  readonly organisations: readonly Row[];
  readonly headcounts: readonly Row[];
  readonly facts: readonly Row[];
  readonly estimates: readonly Row[];
  readonly lastYear: readonly Row[];
};

export type Cell = { readonly codes: readonly string[]; readonly value: Fraction };
/** By the codes of its index. */
export type Cells = ReadonlyMap<string, Cell>;

export type Organisation = {
  readonly id: string;
  readonly openedOn: string;
  /** Empty text while it is open. */
  readonly closedOn: string;
  readonly successors: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  /** By fact. */
  readonly cells: ReadonlyMap<string, Cells>;
};

export type Estimate = {
  readonly organisation: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly tiyn: bigint;
};

export function readOrganisations(law: Law, rows: CityRows): readonly Organisation[] {
  const cells = new Map<string, Map<string, Map<string, Cell>>>();
  const rowsOf = rowsByMeasure(rows);
  for (const [name, fact] of law.facts) {
    for (const [organisation, codes, value] of countedRows(fact, law, rowsOf)) {
      const own = cells.get(organisation) ?? new Map<string, Map<string, Cell>>();
      const ofFact = own.get(name) ?? new Map<string, Cell>();
      const key = codes.join("|");
      ofFact.set(key, { codes, value: plus(ofFact.get(key)?.value ?? NOTHING, value) });
      cells.set(organisation, own.set(name, ofFact));
    }
  }
  return rows.organisations
    .map((row) => organisationOf(row, law, cells.get(idOf(row)) ?? new Map()))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** The rows that a fact may be made of, by where they stand and what was measured. */
type RowsOf = (source: string, measure: string) => readonly Row[];

function rowsByMeasure({ headcounts, facts, lastYear }: CityRows): RowsOf {
  const found = new Map<string, Row[]>();
  const add = (source: string, measure: string, row: Row) => {
    const name = `${source} ${measure}`;
    const rows = found.get(name);
    if (rows === undefined) found.set(name, [row]);
    else rows.push(row);
  };
  for (const row of headcounts) add("headcounts", row["measure"] ?? "", row);
  for (const row of facts) add("facts", row["fact"] ?? "", row);
  for (const row of lastYear) add("last-year", "", row);
  return (source, measure) => found.get(`${source} ${measure}`) ?? [];
}

/** Estimates of the year, in whole tiyn. */
export function readEstimates({ year }: Law, { estimates }: CityRows): readonly Estimate[] {
  return estimates
    .filter((row) => row["fiscal_year"] === `${year}`)
    .map((row) => ({
      organisation: row["organisation"] ?? row["bin"] ?? "",
      tier: row["tier"] ?? "",
      budgetCode: row["budget_code"] ?? "",
      tiyn: times(fractionOf(row["amount"] ?? ""), fraction(100n)).top,
    }));
}

function idOf(row: Row): string {
  return row["id"] ?? row["bin"] ?? "";
}

function organisationOf(row: Row, law: Law, cells: Organisation["cells"]): Organisation {
  const attributes = new Map<string, string>();
  const read = (name: string): string => {
    const definition = law.attributes.get(name);
    const { column, from = "", property = "", codeList = "" } = definition ?? {};
    if (column !== undefined) return row[column] ?? "";
    const list = law.attributes.get(from)?.codeList ?? codeList;
    return law.properties.get([list, read(from), property].join("|")) ?? "";
  };
  for (const name of law.attributes.keys()) {
    const text = read(name);
    if (text !== "") attributes.set(name, text);
  }
  return {
    id: idOf(row),
    openedOn: row["opened_on"] ?? "",
    closedOn: row["closed_on"] ?? "",
    successors: (row["successor"] ?? row["successor_bin"] ?? "")
      .split(";")
      .filter((each) => each !== ""),
    ...{ attributes, cells },
  };
}

type Counted = readonly [organisation: string, codes: readonly string[], value: Fraction];

function countedRows(fact: FactDocument, law: Law, rowsOf: RowsOf): readonly Counted[] {
  const { source = "headcounts", measure = fact.fact } = fact;
  switch (source) {
    case "headcounts":
      return rowsOf(source, measure).flatMap((row) => headcountRow(fact, law, row));
    case "facts":
      return rowsOf(source, measure).flatMap((row) => factRow(fact, law, row));
    case "last-year":
      return rowsOf(source, "").flatMap((row) => lastYearRow(fact, row));
  }
}

function headcountRow(fact: FactDocument, law: Law, row: Row): readonly Counted[] {
  const period = periodCode(fact, law, row["period"] ?? "");
  const { where = {}, dimensions = {} } = fact;
  const fits = Object.entries(where).every(([column, code]) => row[column] === code);
  if (!fits || period === undefined) return [];
  const codes = Object.values(dimensions).map((column) => row[column] ?? "");
  const id = row["organisation"] ?? row["bin"] ?? "";
  return [[id, [...period, ...codes], fractionOf(row["headcount"] ?? "")]];
}

function factRow(fact: FactDocument, law: Law, row: Row): readonly Counted[] {
  const period = periodCode(fact, law, row["period"] ?? "");
  if (period === undefined) return [];
  const codes = (row["key"] ?? "").split(";").filter((code) => code !== "");
  return [[row["organisation"] ?? "", [...period, ...codes], fractionOf(row["value"] ?? "")]];
}

function lastYearRow({ of, dimensions = [], where = {} }: FactDocument, row: Row) {
  if (!Object.entries(where).every(([column, code]) => row[column] === code)) return [];
  const names: readonly string[] = Array.isArray(dimensions) ? dimensions : [];
  const codes = names.map((name) => row[name] ?? "");
  const text = row[of === "amount" ? "amount" : "child_months"] ?? "";
  if (text === "") return [];
  const id = row["organisation"] ?? row["bin"] ?? "";
  return [[id, codes, fractionOf(text)] as const];
}

/** The code of a period in the fact's own year, first in its index; nothing of another year. */
function periodCode(
  { period, year = 0 }: FactDocument,
  law: Law,
  text: string,
): readonly string[] | undefined {
  const [written, ...rest] = text.split("-");
  if (written !== `${law.year + year}`) return undefined;
  if (period === undefined) return rest.length === 0 ? [] : undefined;
  const code = memberOf(law.periods.get(period), rest.join("-"));
  return code === undefined ? undefined : [code];
}

function memberOf(period: PeriodDocument | undefined, rest: string): string | undefined {
  if (period?.kind === "month") return /^\d\d$/.test(rest) ? rest : undefined;
  return period?.members?.find(({ date }) => date === rest)?.code;
}

/** The facts of one budget year, by organisation: what a formula can ask of a register. */
import type { Fact, Methodology } from "../methodology/index.ts";
import {
  addRatios,
  findDecimal,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  ZERO,
} from "../money/index.ts";
import {
  findKeyCodes,
  HEADCOUNT_COLUMNS,
  type Headcount,
  type HeadcountFact,
  type LastYearFact,
  type LastYearLine,
  type RegisterSnapshot,
  type RowSource,
} from "../register/index.ts";
import { periodsOfFact } from "./fact-periods.ts";

/** The part of a cell that an organisation which is gone left to the one at hand. */
export type InheritedPart = {
  readonly organisationId: string;
  /** The part of its cell, and what that comes to. */
  readonly share: Ratio;
  readonly value: Ratio;
  readonly source: RowSource;
};

/**
 * One cell: the codes of the fact's index (period first), its value, and where it was read; the
 * first row, where several are added up.
 */
export type FactCell = {
  readonly codes: readonly string[];
  readonly value: Ratio;
  readonly source: RowSource;
  readonly inherited?: readonly InheritedPart[];
};

/** The cells of one fact of one organisation, by their codes joined with `|`. */
export type FactCells = ReadonlyMap<string, FactCell>;

export type FactTable = {
  readonly cellsOf: (organisationId: string, fact: string) => FactCells;
  /**
   * The period codes for which the whole register has at least one row of the fact; empty text for
   * a fact of the whole year.
   */
  readonly periodsOf: (fact: string) => ReadonlySet<string>;
};

export const NO_CELLS: FactCells = new Map();
const NO_PERIODS: ReadonlySet<string> = new Set();

/**
 * Sorts the rows of the year into facts; each row belongs to the facts whose columns it fits.
 */
export function buildFactTable(
  snapshot: RegisterSnapshot,
  methodology: Methodology,
  budgetYear: number,
): FactTable {
  const sheet: Sheet = { byOrganisation: new Map(), periods: new Map() };
  fillRows(sheet, snapshot.headcounts, {
    claimsOf: rememberClaims(methodology, budgetYear),
    valueOf: ({ headcount }) => ratioOf(BigInt(headcount)),
  });
  fillRows(sheet, snapshot.facts, {
    claimsOf: rememberNamedClaims(methodology, budgetYear),
    valueOf: ({ value }) => {
      const digits = findDecimal(value);
      return digits === undefined ? ZERO : ratioOfDecimal(digits);
    },
  });
  for (const fact of methodology.facts.values()) {
    if (fact.source === "last-year") fillLastYear(sheet, fact, snapshot.lastYear);
  }
  return {
    cellsOf: (organisationId, fact) =>
      sheet.byOrganisation.get(organisationId)?.get(fact) ?? NO_CELLS,
    periodsOf: (fact) => sheet.periods.get(fact) ?? NO_PERIODS,
  };
}

/** What is filled row by row. */
type Sheet = {
  readonly byOrganisation: Map<string, Map<string, Map<string, FactCell>>>;
  readonly periods: Map<string, Set<string>>;
};

/** The cell of a fact that a row fills. */
type Claim = {
  readonly fact: string;
  readonly codes: readonly string[];
  readonly period: string;
  readonly name: string;
};

type OwnedRow = { readonly organisationId: string; readonly source: RowSource };

function fillRows<Row extends OwnedRow>(
  { byOrganisation, periods }: Sheet,
  rows: readonly Row[],
  reading: {
    readonly claimsOf: (row: Row) => readonly Claim[];
    readonly valueOf: (row: Row) => Ratio;
  },
): void {
  let at = "";
  let facts = new Map<string, Map<string, FactCell>>();
  for (const row of rows) {
    const { organisationId, source } = row;
    // Rows of one organisation stand together, so its facts are looked for once.
    if (organisationId !== at) {
      at = organisationId;
      facts = getOrAdd(
        byOrganisation,
        organisationId,
        () => new Map<string, Map<string, FactCell>>(),
      );
    }
    for (const { fact, codes, period, name } of reading.claimsOf(row)) {
      const cells = getOrAdd(facts, fact, () => new Map<string, FactCell>());
      cells.set(name, { codes, value: reading.valueOf(row), source });
      getOrAdd(periods, fact, () => new Set<string>()).add(period);
    }
  }
}

function claimOf({ id, period }: Fact, codes: readonly string[]): Claim {
  const code = period === undefined ? "" : (codes[0] ?? "");
  return { fact: id, codes, period: code, name: codes.join("|") };
}

/** Rows differ in few ways beside their organisation and count, so each way is understood once. */
function rememberClaims(
  methodology: Methodology,
  budgetYear: number,
): (row: Headcount) => readonly Claim[] {
  const readers = [...methodology.facts.values()].flatMap((fact) =>
    fact.source === "headcounts"
      ? [{ fact, periodCodes: codesOfPeriods(methodology, fact, budgetYear) }]
      : [],
  );
  const remembered = new Map<string, readonly Claim[]>();
  return (row) => {
    const { measure, period, tier, level_or_group, programme, child_category } = row;
    const way = `${measure}|${period}|${tier}|${level_or_group}|${programme}|${child_category}`;
    return getOrAdd(remembered, way, () =>
      readers.flatMap(({ fact, periodCodes }) => {
        const code = periodCodes.get(period);
        if (code === undefined || fact.measure !== measure || !fits(row, fact)) return [];
        return [claimOf(fact, [code, ...fact.dimensions.map(({ column }) => row[column])])];
      }),
    );
  };
}

/** The same for rows that bear the name of their fact. */
function rememberNamedClaims(
  methodology: Methodology,
  budgetYear: number,
): (row: RegisterSnapshot["facts"][number]) => readonly Claim[] {
  const readers = [...methodology.facts.values()].flatMap((fact) => {
    if (fact.source !== "facts") return [];
    const dimensions = fact.dimensions.map(({ dimension }) => dimension);
    return [{ fact, dimensions, periodCodes: codesOfPeriods(methodology, fact, budgetYear) }];
  });
  const remembered = new Map<string, readonly Claim[]>();
  return ({ fact: measure, period, key }) =>
    getOrAdd(remembered, `${measure}|${period}|${key}`, () =>
      readers.flatMap(({ fact, dimensions, periodCodes }) => {
        const code = periodCodes.get(period);
        const codes = findKeyCodes(key, dimensions);
        if (code === undefined || fact.measure !== measure || codes === undefined) return [];
        return [claimOf(fact, fact.period === undefined ? codes : [code, ...codes])];
      }),
    );
}

/** Period texts of the year (`2026-01`, `2026-09-05`) and the codes they stand for. */
function codesOfPeriods(
  methodology: Methodology,
  fact: Fact,
  budgetYear: number,
): ReadonlyMap<string, string> {
  const periods = periodsOfFact(methodology, fact, budgetYear);
  return new Map(periods.map(({ code, text }) => [text, code]));
}

function fits(row: Headcount, { where }: HeadcountFact): boolean {
  return HEADCOUNT_COLUMNS.every((column) => {
    const fixed = where[column];
    return fixed === undefined || row[column] === fixed;
  });
}

/** Lines that differ in what the fact does not tell apart are added up. */
function fillLastYear(
  { byOrganisation, periods }: Sheet,
  fact: Fact & LastYearFact,
  lines: readonly LastYearLine[],
): void {
  for (const line of lines) {
    const value = valueOfLine(fact, line);
    if (value === undefined) continue;
    const facts = getOrAdd(
      byOrganisation,
      line.organisationId,
      () => new Map<string, Map<string, FactCell>>(),
    );
    const cells = getOrAdd(facts, fact.id, () => new Map<string, FactCell>());
    const codes = fact.dimensions.map(({ dimension }) =>
      dimension === "tier" ? line.tier : line.budgetCode,
    );
    const name = codes.join("|");
    const known = cells.get(name);
    const sum = known === undefined ? value : addRatios(known.value, value);
    cells.set(name, { codes, value: sum, source: known?.source ?? line.source });
    getOrAdd(periods, fact.id, () => new Set<string>()).add("");
  }
}

const TIYN_IN_TENGE = 100n;

/** Nothing when the line is paid by another method, or counted nobody. */
function valueOfLine({ of, method }: LastYearFact, line: LastYearLine): Ratio | undefined {
  if (method !== undefined && line.method !== method) return undefined;
  if (of === "amount") return ratioOf(line.amount, TIYN_IN_TENGE);
  return line.childMonths === undefined ? undefined : ratioOf(BigInt(line.childMonths));
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The counted facts of one budget year, by organisation: what a formula can ask of a register. */
import type { Methodology } from "../methodology/index.ts";
import { type Ratio, ratioOf } from "../money/index.ts";
import type { CalendarPeriod, Headcount, RegisterSnapshot, RowSource } from "../register/index.ts";
import { HEADCOUNT_COLUMNS } from "../register/index.ts";
import type { Fact } from "../methodology/index.ts";

/** One counted cell: the codes of the fact's index (period first), the people, and where they were counted. */
export type FactCell = {
  readonly codes: readonly string[];
  readonly value: Ratio;
  readonly source: RowSource;
};

/** The cells of one fact of one organisation, by their codes joined with `|`. */
export type FactCells = ReadonlyMap<string, FactCell>;

export type FactTable = {
  readonly cellsOf: (organisationId: string, fact: string) => FactCells;
  /** The period codes for which the whole register has at least one row of the fact. */
  readonly periodsOf: (fact: string) => ReadonlySet<string>;
  readonly hasRows: (organisationId: string) => boolean;
};

const NO_CELLS: FactCells = new Map();
const NO_PERIODS: ReadonlySet<string> = new Set();

/** Sorts the headcounts of the year into facts; each row belongs to the facts whose columns it fits. */
export function buildFactTable(
  { headcounts }: RegisterSnapshot,
  methodology: Methodology,
  budgetYear: number,
): FactTable {
  const readers = factReaders(methodology, budgetYear);
  const byOrganisation = new Map<string, Map<string, Map<string, FactCell>>>();
  const periods = new Map<string, Set<string>>();
  for (const row of headcounts) {
    for (const { fact, periodCodes } of readers.get(row.measure) ?? []) {
      const period = periodCodes.get(row.period);
      if (period === undefined || !fits(row, fact)) continue;
      const codes = [period, ...fact.dimensions.map(({ column }) => row[column])];
      const facts = getOrAdd(byOrganisation, row.organisationId, () => new Map());
      const cells = getOrAdd(facts, fact.id, () => new Map<string, FactCell>());
      cells.set(codes.join("|"), { codes, value: ratioOf(BigInt(row.headcount)), source: row.source });
      getOrAdd(periods, fact.id, () => new Set<string>()).add(period);
    }
  }
  return {
    cellsOf: (organisationId, fact) => byOrganisation.get(organisationId)?.get(fact) ?? NO_CELLS,
    periodsOf: (fact) => periods.get(fact) ?? NO_PERIODS,
    hasRows: (organisationId) => byOrganisation.has(organisationId),
  };
}

type FactReader = { readonly fact: Fact; readonly periodCodes: ReadonlyMap<string, string> };

function factReaders(
  { facts, calendar }: Methodology,
  budgetYear: number,
): ReadonlyMap<string, readonly FactReader[]> {
  const readers = new Map<string, FactReader[]>();
  for (const fact of facts.values()) {
    const period = calendar.find(({ dimension }) => dimension === fact.period);
    const periodCodes = codesOfPeriods(period, budgetYear);
    getOrAdd(readers, fact.measure, () => []).push({ fact, periodCodes });
  }
  return readers;
}

/** Period texts of the year (`2026-01`, `2026-09-05`) and the codes they stand for. */
function codesOfPeriods(
  period: CalendarPeriod | undefined,
  budgetYear: number,
): ReadonlyMap<string, string> {
  const members = period?.members ?? [];
  return new Map(
    members.map(({ code, date }) => [
      period?.kind === "month" ? `${budgetYear}-${code}` : `${budgetYear}-${date}`,
      code,
    ]),
  );
}

function fits(row: Headcount, { where }: Fact): boolean {
  return HEADCOUNT_COLUMNS.every((column) => {
    const fixed = where[column];
    return fixed === undefined || row[column] === fixed;
  });
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The counted facts of one budget year, by organisation: what a formula can ask of a register. */
import type { Fact, Methodology } from "../methodology/index.ts";
import { type Ratio, ratioOf } from "../money/index.ts";
import {
  HEADCOUNT_COLUMNS,
  type Headcount,
  type RegisterSnapshot,
  type RowSource,
} from "../register/index.ts";

/**
 * One counted cell: the codes of the fact's index (period first), the people, and where they were
 * counted.
 */
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
};

const NO_CELLS: FactCells = new Map();
const NO_PERIODS: ReadonlySet<string> = new Set();

/**
 * Sorts the headcounts of the year into facts; each row belongs to the facts whose columns it fits.
 */
export function buildFactTable(
  { headcounts }: RegisterSnapshot,
  methodology: Methodology,
  budgetYear: number,
): FactTable {
  const claimsOf = rememberClaims(methodology, budgetYear);
  const byOrganisation = new Map<string, Map<string, Map<string, FactCell>>>();
  const periods = new Map<string, Set<string>>();
  let at = "";
  let facts = new Map<string, Map<string, FactCell>>();
  for (const row of headcounts) {
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
    for (const { fact, codes, name } of claimsOf(row)) {
      const cells = getOrAdd(facts, fact, () => new Map<string, FactCell>());
      cells.set(name, { codes, value: ratioOf(BigInt(row.headcount)), source });
      getOrAdd(periods, fact, () => new Set<string>()).add(codes[0] ?? "");
    }
  }
  return {
    cellsOf: (organisationId, fact) => byOrganisation.get(organisationId)?.get(fact) ?? NO_CELLS,
    periodsOf: (fact) => periods.get(fact) ?? NO_PERIODS,
  };
}

/** The cell of a fact that a row fills. */
type Claim = { readonly fact: string; readonly codes: readonly string[]; readonly name: string };

/** Rows differ in few ways beside their organisation and count, so each way is understood once. */
function rememberClaims(
  methodology: Methodology,
  budgetYear: number,
): (row: Headcount) => readonly Claim[] {
  const readers = [...methodology.facts.values()].map((fact) => ({
    fact,
    periodCodes: codesOfPeriods(methodology, fact, budgetYear),
  }));
  const remembered = new Map<string, readonly Claim[]>();
  return (row) => {
    const { measure, period, tier, level_or_group, programme, child_category } = row;
    const way = `${measure}|${period}|${tier}|${level_or_group}|${programme}|${child_category}`;
    return getOrAdd(remembered, way, () =>
      readers.flatMap(({ fact, periodCodes }) => {
        const code = periodCodes.get(period);
        if (code === undefined || fact.measure !== measure || !fits(row, fact)) return [];
        const codes = [code, ...fact.dimensions.map(({ column }) => row[column])];
        return [{ fact: fact.id, codes, name: codes.join("|") }];
      }),
    );
  };
}

/** Period texts of the year (`2026-01`, `2026-09-05`) and the codes they stand for. */
function codesOfPeriods(
  { calendar }: Methodology,
  fact: Fact,
  budgetYear: number,
): ReadonlyMap<string, string> {
  const period = calendar.find(({ dimension }) => dimension === fact.period);
  return new Map(
    (period?.members ?? []).map(({ code, date }) => [
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

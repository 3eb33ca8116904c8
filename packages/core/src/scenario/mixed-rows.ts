/**
 * For which cause a row of a register would differ: that of the fact which reads it.
 *
 * A row that several facts read goes by the first of their causes. A row that only one of two laws
 * reads is there in every mixture, since the other law does not ask for it.
 */
import { periodsOfFact } from "../calculation/index.ts";
import type { Fact } from "../methodology/index.ts";
import {
  type FactRow,
  findKeyCodes,
  HEADCOUNT_COLUMNS,
  type Headcount,
  type LastYearLine,
} from "../register/index.ts";
import { causeOfFact, orderOfCauses } from "./causes.ts";
import { decidesTheSame } from "./mixed-sameness.ts";
import type { Side, Sides } from "./mixed-sides.ts";

/** The cause of a row; or the law that alone reads it; nothing where nobody does. */
export type RowCause = { readonly cause: string } | { readonly onlyIn: keyof Sides } | undefined;

export type RowCauses = {
  readonly ofHeadcount: (row: Headcount) => RowCause;
  readonly ofFactRow: (row: FactRow) => RowCause;
  readonly ofLastYear: (row: LastYearLine) => RowCause;
  /** Whether the laws read registers differently, so that one of them may read rows alone. */
  readonly haveOwnRows: boolean;
};

export function createRowCauses({ from, to }: Sides): RowCauses {
  const order = orderOfCauses(from.methodology, to.methodology);
  const readers = { from: readersOf(from), to: readersOf(to) };
  const causeOf = (reads: (reader: Reader) => boolean): RowCause => {
    const [earlier, later] = [readers.from.filter(reads), readers.to.filter(reads)];
    if (earlier.length === 0 && later.length === 0) return undefined;
    if (earlier.length === 0) return { onlyIn: "to" };
    if (later.length === 0) return { onlyIn: "from" };
    const causes = new Set([...earlier, ...later].map(({ fact }) => causeOfFact(fact)));
    const cause = order.find((each) => causes.has(each));
    return cause === undefined ? undefined : { cause };
  };
  return {
    haveOwnRows: !readTheSame(from, to),
    ofHeadcount: remember(
      (row) =>
        `${row.measure}|${row.period}|${HEADCOUNT_COLUMNS.map((each) => row[each]).join("|")}`,
      (row) => causeOf((reader) => readsHeadcount(reader, row)),
    ),
    ofFactRow: remember(
      ({ fact, period, key }) => `${fact}|${period}|${key}`,
      (row) => causeOf((reader) => readsFactRow(reader, row)),
    ),
    ofLastYear: remember(
      ({ method }) => method,
      (row) => causeOf((reader) => readsLastYear(reader, row)),
    ),
  };
}

function readTheSame({ methodology: earlier }: Side, { methodology: later }: Side): boolean {
  return (
    decidesTheSame(earlier.calendar, later.calendar) &&
    earlier.facts.size === later.facts.size &&
    [...earlier.facts].every(([id, fact]) => {
      const other = later.facts.get(id);
      return other?.source === fact.source && decidesTheSame(fact, other);
    })
  );
}

/** A fact and the periods that its rows may have. */
type Reader = { readonly fact: Fact; readonly periods: ReadonlySet<string> };

function readersOf({ methodology, asOf }: Side): readonly Reader[] {
  return [...methodology.facts.values()].map((fact) => {
    const periods = periodsOfFact(methodology, fact, asOf.budgetYear).map(({ text }) => text);
    return { fact, periods: new Set(periods) };
  });
}

function readsHeadcount({ fact, periods }: Reader, row: Headcount): boolean {
  if (fact.source !== "headcounts" || fact.measure !== row.measure) return false;
  const { where } = fact;
  return (
    periods.has(row.period) &&
    HEADCOUNT_COLUMNS.every((column) => (where[column] ?? row[column]) === row[column])
  );
}

function readsFactRow({ fact, periods }: Reader, row: FactRow): boolean {
  if (fact.source !== "facts" || fact.measure !== row.fact || !periods.has(row.period)) {
    return false;
  }
  const dimensions = fact.dimensions.map(({ dimension }) => dimension);
  return findKeyCodes(row.key, dimensions) !== undefined;
}

function readsLastYear({ fact }: Reader, { method }: LastYearLine): boolean {
  return fact.source === "last-year" && (fact.method ?? method) === method;
}

/** Rows differ in few ways beside their organisation and count. */
function remember<Row>(
  nameOf: (row: Row) => string,
  find: (row: Row) => RowCause,
): (row: Row) => RowCause {
  const known = new Map<string, RowCause>();
  return (row) => {
    const name = nameOf(row);
    if (!known.has(name)) known.set(name, find(row));
    return known.get(name);
  };
}

/** Rows of a snapshot replaced, added or taken away, the order of their keys kept. */
import { compareIds } from "../kernel/index.ts";
import { KEY_SEPARATOR } from "./row-checks.ts";
import { type FactRow, HEADCOUNT_COLUMNS, type Headcount } from "./snapshot.ts";

/** A row by its key, and whether it is to stand there. */
export type RowChange<Row> = { readonly row: Row; readonly isGone: boolean };

/** The last change of a key holds. */
export function replaceHeadcounts(
  rows: readonly Headcount[],
  changes: readonly RowChange<Headcount>[],
): readonly Headcount[] {
  return replaceRows(rows, changes, headcountName);
}

/** The last change of a key holds. */
export function replaceFactRows(
  rows: readonly FactRow[],
  changes: readonly RowChange<FactRow>[],
): readonly FactRow[] {
  return replaceRows(rows, changes, factRowName);
}

/** The key of a row as one text: equal for rows of one cell, and in their order. */
export function headcountName(row: Headcount): string {
  const codes = HEADCOUNT_COLUMNS.map((column) => row[column]);
  return [row.organisationId, row.measure, row.period, ...codes].join(KEY_SEPARATOR);
}

/** The same for rows that bear the name of their fact. */
export function factRowName({ organisationId, fact, period, key }: FactRow): string {
  return [organisationId, fact, period, key].join(KEY_SEPARATOR);
}

type OwnedRow = { readonly organisationId: string };

function replaceRows<Row extends OwnedRow>(
  rows: readonly Row[],
  changes: readonly RowChange<Row>[],
  nameOf: (row: Row) => string,
): readonly Row[] {
  if (changes.length === 0) return rows;
  const byName = new Map(changes.map((change) => [nameOf(change.row), change]));
  const owners = new Set(changes.map(({ row }) => row.organisationId));
  const isTouched = ({ organisationId }: Row) => owners.has(organisationId);
  const known = new Set(rows.filter(isTouched).map(nameOf));
  const added = [...byName]
    .filter(([name, { isGone }]) => !isGone && !known.has(name))
    .sort(([left], [right]) => compareIds(left, right));
  const replaced: Row[] = [];
  let next = added.shift();
  for (const row of rows) {
    while (next !== undefined && isBefore(next, row, nameOf)) {
      replaced.push(next[1].row);
      next = added.shift();
    }
    const change = isTouched(row) ? byName.get(nameOf(row)) : undefined;
    if (change === undefined) replaced.push(row);
    else if (!change.isGone) replaced.push(change.row);
  }
  if (next !== undefined) replaced.push(next[1].row);
  return [...replaced, ...added.map(([, { row }]) => row)];
}

function isBefore<Row extends OwnedRow>(
  [name, { row }]: readonly [string, RowChange<Row>],
  other: Row,
  nameOf: (row: Row) => string,
): boolean {
  const order = compareIds(row.organisationId, other.organisationId);
  return order < 0 || (order === 0 && name < nameOf(other));
}

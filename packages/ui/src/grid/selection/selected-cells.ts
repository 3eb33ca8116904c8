/** The cells of ranges one by one, and the fewest rectangles over cells. */

import type { SheetCell, SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import {
  boundsOf,
  holds,
  type RangeBounds,
  type SheetRange,
  type SheetSelection,
} from "./selection.ts";

/** A cell with what it is made of. */
export type FoundCell = { readonly row: SheetRow; readonly column: SheetColumn };

/** Every selected cell once, range by range, row by row, also where ranges overlap. */
export function* selectedCells(table: SheetTable, selection: SheetSelection): Generator<FoundCell> {
  const bounds = selection.ranges.map(boundsOf);
  for (const [index, area] of bounds.entries()) {
    const before = bounds.slice(0, index);
    yield* cellsWithin(table, area, (place) => !before.some((other) => holds(other, place)));
  }
}

/** How many cells are selected; one of several ranges counts once. */
export function countSelected({ ranges }: SheetSelection): number {
  const bounds = ranges.map(boundsOf);
  const edges = [...new Set(bounds.flatMap(({ top, bottom }) => [top, bottom + 1]))];
  edges.sort((left, right) => left - right);
  return edges.reduce((sum, top, index) => {
    const crossing = bounds.filter((area) => area.top <= top && area.bottom >= top);
    return sum + ((edges[index + 1] ?? top) - top) * widthOf(crossing);
  }, 0);
}

/** The columns that at least one of the rectangles has. */
function widthOf(areas: readonly RangeBounds[]): number {
  let [width, next] = [0, 0];
  for (const { left, right } of areas.toSorted((one, other) => one.left - other.left)) {
    width += Math.max(right + 1 - Math.max(left, next), 0);
    next = Math.max(next, right + 1);
  }
  return width;
}

/** The cell with its row and column as they are now; null where it is not on view. */
export function findCell(table: SheetTable, cell: SheetCell): FoundCell | null {
  const place = table.placeOf(cell);
  return place === null ? null : cellAtPlace(table, place);
}

/** What a place is made of; null beyond the table. */
export function cellAtPlace(table: SheetTable, place: SheetPlace): FoundCell | null {
  const row = table.rowAt(place.row);
  const column = table.columns[place.column];
  return row === undefined || column === undefined ? null : { row, column };
}

/** The ids of a cell. */
export function idOf({ row, column }: FoundCell): SheetCell {
  return { rowId: row.id, columnId: column.id };
}

/**
 * Rectangles over exactly these places, none twice; those that stand together become one. Null
 * where more than `most` would be needed.
 */
export function coverPlaces(
  places: readonly SheetPlace[],
  most: number,
): readonly SheetRange[] | null {
  const closed: RangeBounds[] = [];
  let open: RangeBounds[] = [];
  for (const [row, columns] of columnsByRow(places)) {
    const next = runsOf(columns).map(([left, right]): RangeBounds => {
      const above = open.find(
        (area) => area.bottom === row - 1 && area.left === left && area.right === right,
      );
      return { top: above?.top ?? row, left, bottom: row, right };
    });
    closed.push(
      ...open.filter(
        (area) => !next.some(({ top, left }) => top === area.top && left === area.left),
      ),
    );
    open = next;
    if (closed.length + open.length > most) return null;
  }
  return [...closed, ...open].map(rangeOf);
}

/** From the first corner of a rectangle to the last. */
function rangeOf({ top, left, bottom, right }: RangeBounds): SheetRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

function* cellsWithin(
  { rowAt, columns }: SheetTable,
  { top, left, bottom, right }: RangeBounds,
  isMeant: (place: SheetPlace) => boolean,
): Generator<FoundCell> {
  for (let index = top; index <= bottom; index += 1) {
    const row = rowAt(index);
    if (row === undefined) continue;
    for (let at = left; at <= right; at += 1) {
      const column = columns[at];
      if (column !== undefined && isMeant({ row: index, column: at })) yield { row, column };
    }
  }
}

/** Rows in order, each with its columns in order. */
function columnsByRow(places: readonly SheetPlace[]): readonly [number, readonly number[]][] {
  const byRow = new Map<number, Set<number>>();
  for (const { row, column } of places) {
    const columns = byRow.get(row);
    if (columns === undefined) byRow.set(row, new Set([column]));
    else columns.add(column);
  }
  return [...byRow]
    .sort(([left], [right]) => left - right)
    .map(([row, columns]) => [row, [...columns].sort((left, right) => left - right)]);
}

/** Numbers that follow one another, as their first and last. */
function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

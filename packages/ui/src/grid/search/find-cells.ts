/**
 * Finds the cells of a sheet that hold a text: in names, in what is shown and in what is copied.
 * It works row by row and gives way in between; what was found is kept as bare places.
 */
import type { Language } from "../../i18n/language.ts";
import { copyContent, formatContent, isWordColumn } from "../cells/cell-content.ts";
import type { SheetCell, SheetColumn, SheetRow } from "../sheet.ts";
import type { Steps } from "./run-in-slices.ts";
import { foldText, holdsNeedle, mayBeFigure, type Needles } from "./search-text.ts";

/** Where is looked: rows in the order of the sheet, folded ones too. */
export type SearchedSheet = {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly language: Language;
  /** Whether a cell belongs to the part that is looked through; left out for all of them. */
  readonly isWithin?: ((cell: SheetCell) => boolean) | undefined;
};

/** The cells that were found, as row × number of columns + column, in the order of the sheet. */
export type FoundCells = { readonly sheet: SearchedSheet; readonly places: readonly number[] };

/** Which way the next one is looked for. */
export type SearchDirection = "next" | "previous";

/** All cells that hold a needle; only those of `among` are looked at where it is given. */
export function* findCells(
  sheet: SearchedSheet,
  needles: Needles,
  among?: FoundCells,
): Steps<FoundCells> {
  const places: number[] = [];
  const { rows, columns } = sheet;
  if (needles.texts.length === 0) return { sheet, places };
  if (among === undefined) {
    for (const [index, row] of rows.entries()) {
      for (const column of columnsHolding(sheet, needles, row)) {
        places.push(index * columns.length + column);
      }
      yield;
    }
    return { sheet, places };
  }
  for (const place of among.places) {
    const { row, column } = partsOf(sheet, place);
    if (row !== undefined && column !== undefined && holds(row, column, sheet, needles)) {
      places.push(place);
    }
    yield;
  }
  return { sheet, places };
}

/** The first cell behind or before another one that holds a needle, round the edge; or none. */
export function* findNextCell(
  sheet: SearchedSheet,
  needles: Needles,
  start: SheetCell,
  direction: SearchDirection,
): Steps<SheetCell | null> {
  const { rows, columns } = sheet;
  const step = direction === "next" ? 1 : -1;
  const startRow = rows.findIndex(({ id }) => id === start.rowId);
  const startColumn = columns.findIndex(({ id }) => id === start.columnId);
  const first = startRow >= 0 ? startRow : edgeBefore(rows.length, direction);
  // The row of the start comes first with what is ahead of it, and last with the others.
  for (let count = startRow >= 0 ? 0 : 1; count <= rows.length; count += 1) {
    const row = rows[(first + step * count + rows.length) % rows.length];
    if (row === undefined) return null;
    const ahead = columnsHolding(sheet, needles, row).filter((column) => {
      const isAhead = step * (column - startColumn) > 0;
      if (startRow < 0) return true;
      return count === 0 ? isAhead : count < rows.length || !isAhead;
    });
    const column = columns[(step > 0 ? ahead[0] : ahead.at(-1)) ?? -1];
    if (column !== undefined) return { rowId: row.id, columnId: column.id };
    yield;
  }
  return null;
}

function edgeBefore(rowCount: number, direction: SearchDirection): number {
  return direction === "next" ? -1 : rowCount;
}

/** The position of a cell among those found, from 0; -1 where it is not one of them. */
export function positionIn({ sheet, places }: FoundCells, cell: SheetCell): number {
  const row = sheet.rows.findIndex(({ id }) => id === cell.rowId);
  const column = sheet.columns.findIndex(({ id }) => id === cell.columnId);
  if (row < 0 || column < 0) return -1;
  const place = row * sheet.columns.length + column;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return places[low] === place ? low : -1;
}

/** The row and the column of a place that was found. */
export function partsOf(
  { rows, columns }: SearchedSheet,
  place: number,
): { readonly row: SheetRow | undefined; readonly column: SheetColumn | undefined } {
  return {
    row: rows[Math.floor(place / columns.length)],
    column: columns[place % columns.length],
  };
}

/** Indices of the columns whose cell in the row holds a needle. */
function columnsHolding(sheet: SearchedSheet, needles: Needles, row: SheetRow): readonly number[] {
  const { columns, isWithin } = sheet;
  const held: number[] = [];
  for (const [index, column] of columns.entries()) {
    if (isWithin !== undefined && !isWithin({ rowId: row.id, columnId: column.id })) continue;
    if (holds(row, column, sheet, needles)) held.push(index);
  }
  return held;
}

function holds(
  row: SheetRow,
  column: SheetColumn,
  { language }: SearchedSheet,
  needles: Needles,
): boolean {
  const isHeld = (text: string | null, writtenIn: Language): boolean =>
    text !== null && holdsNeedle(foldText(text, writtenIn), needles);
  if (column.kind === "name") return isHeld(row.name, language) || isHeld(row.title, language);
  if (!isWordColumn(column) && !mayBeFigure(needles)) return false;
  // What is copied has a decimal comma in every language.
  return isHeld(formatContent(row, column), language) || isHeld(copyContent(row, column), "ru");
}

/** What a cell holds and how it is shown, said and copied, whatever kind its column is of. */
import type { CellValue, SheetColumn, SheetRow, WordColumn } from "../sheet.ts";

/** The figure or the words of a cell; null where there are none. A name is no content. */
export function contentOf(row: SheetRow, column: SheetColumn): CellValue | null {
  if (column.kind === "name") return null;
  return isWordColumn(column) ? (row.wordIn?.(column.id) ?? null) : row.valueIn(column.id);
}

/** Whether cells of the column hold words or dates, not figures. */
export function isWordColumn(column: SheetColumn): column is WordColumn {
  return column.kind === "text" || column.kind === "date";
}

/** What is on view; null where the cell has no content. */
export function formatContent(row: SheetRow, column: SheetColumn): string | null {
  return write(row, column, "format");
}

/** What a person says; null where the cell has no content. */
export function speakContent(row: SheetRow, column: SheetColumn): string | null {
  return write(row, column, "speak");
}

/** What goes to the clipboard: the whole name, an exact figure, words; null where nothing is. */
export function copyContent(row: SheetRow, column: SheetColumn): string | null {
  return column.kind === "name" ? row.title : write(row, column, "copy");
}

/** Whether both are the same figure or the same words; null is only the same as null. */
export function isSameContent(left: CellValue | null, right: CellValue | null): boolean {
  if (left === null || right === null) return left === right;
  if (typeof left === "string" || typeof right === "string") return left === right;
  return left.numerator * right.denominator === right.numerator * left.denominator;
}

function write(
  row: SheetRow,
  column: SheetColumn,
  how: "format" | "speak" | "copy",
): string | null {
  if (isWordColumn(column)) {
    const word = row.wordIn?.(column.id) ?? null;
    return word === null ? null : column[how](word);
  }
  const figure = column.kind === "name" ? null : row.valueIn(column.id);
  return figure === null ? null : column[how](figure);
}

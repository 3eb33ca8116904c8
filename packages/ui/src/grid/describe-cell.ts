/** A cell in words for a screen reader, and its exact figure for the clipboard. */
import type { SheetCell, SheetColumn, SheetRow } from "./sheet.ts";
import type { SheetGridProps } from "./sheet-props.ts";

type Content = Pick<SheetGridProps, "columns" | "rows" | "total" | "active">;

/**
 * `Школа № 488, Среднее, 731 136 тысяч тенге`; the name alone in the column of names. Null when the
 * cell is not on view.
 */
export function describeCell(content: Content, cell: SheetCell): string | null {
  const found = find(content, cell);
  if (found === null) return null;
  const { row, column } = found;
  if (column.kind === "name") return row.note === null ? row.name : `${row.name}, ${row.note}`;
  const value = row.valueIn(column.id);
  return [row.name, column.title, value === null ? column.absent : column.speak(value)].join(", ");
}

/** A cell's exact figure, or its name; null when it shows nothing. */
export function exactText(content: Content, cell: SheetCell): string | null {
  const found = find(content, cell);
  if (found === null) return null;
  const { row, column } = found;
  if (column.kind === "name") return row.title;
  const value = row.valueIn(column.id);
  return value === null ? null : column.copy(value);
}

function find(
  { columns, rows, total }: Content,
  { rowId, columnId }: SheetCell,
): { readonly row: SheetRow; readonly column: SheetColumn } | null {
  const row = rowId === total.id ? total : rows.find(({ row: { id } }) => id === rowId)?.row;
  const column = columns.find(({ id }) => id === columnId);
  return row === undefined || column === undefined ? null : { row, column };
}

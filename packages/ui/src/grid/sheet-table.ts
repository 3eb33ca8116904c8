/** The rows and columns on view as a table of places: what ranges, copies and pastes count in. */
import type { SheetCell, SheetColumn, SheetRow, VisibleRow } from "./sheet.ts";

/** A cell by its place on view, both from 0; the column of names is column 0. */
export type SheetPlace = { readonly row: number; readonly column: number };

/** What stands where, by ids. */
export type SheetOrder = {
  /** From the first row to the total. */
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
};

/** The total is the last row. Everything is in the order on view. */
export type SheetTable = {
  readonly columns: readonly SheetColumn[];
  readonly rowCount: number;
  readonly rowAt: (index: number) => SheetRow | undefined;
  readonly placeOf: (cell: SheetCell) => SheetPlace | null;
  readonly cellAt: (place: SheetPlace) => SheetCell | null;
  /** Changes with the order of rows or columns, and not with their figures. */
  readonly order: SheetOrder;
};

/** The table of rows and columns; `before` lends its order where that has not changed. */
export function buildTable(
  columns: readonly SheetColumn[],
  rows: readonly VisibleRow[],
  total: SheetRow,
  before: SheetTable | null = null,
): SheetTable {
  const rowIndices = new Map(rows.map(({ row }, index) => [row.id, index]));
  rowIndices.set(total.id, rows.length);
  const columnIndices = new Map(columns.map(({ id }, index) => [id, index]));
  const rowAt = (index: number): SheetRow | undefined =>
    index === rows.length ? total : rows[index]?.row;
  const rowCount = rows.length + 1;
  return {
    columns,
    rowCount,
    rowAt,
    placeOf: ({ rowId, columnId }) => {
      const row = rowIndices.get(rowId);
      const column = columnIndices.get(columnId);
      return row === undefined || column === undefined ? null : { row, column };
    },
    cellAt: ({ row, column }) => {
      const rowId = rowAt(row)?.id;
      const columnId = columns[column]?.id;
      return rowId === undefined || columnId === undefined ? null : { rowId, columnId };
    },
    order:
      before !== null && isSameOrder(before, { columns, rowCount, rowAt })
        ? before.order
        : {
            rowIds: [...rows.map(({ row }) => row.id), total.id],
            columnIds: columns.map(({ id }) => id),
          },
  };
}

type Listed = Pick<SheetTable, "columns" | "rowCount" | "rowAt">;

function isSameOrder(left: Listed, right: Listed): boolean {
  if (left.rowCount !== right.rowCount || left.columns.length !== right.columns.length)
    return false;
  if (left.columns.some(({ id }, index) => id !== right.columns[index]?.id)) return false;
  for (let index = 0; index < left.rowCount; index += 1) {
    if (left.rowAt(index)?.id !== right.rowAt(index)?.id) return false;
  }
  return true;
}

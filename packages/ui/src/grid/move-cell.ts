/** Where the active cell goes by the keys that the grid library does not have. */
import { type GridApi, getGridElement, type RowPinnedType } from "ag-grid-community";

import { NUMBER_COLUMN } from "./column-defs.ts";
import type { SheetCell, VisibleRow } from "./sheet.ts";
import type { SheetMove } from "./sheet-keys.ts";

type Place = { readonly row: number; readonly column: number };
type Edges = { readonly lastRow: number; readonly lastColumn: number; readonly page: number };

/** Moves the focus in the grid; the total is the row below the last one. */
export function moveCell(api: GridApi<VisibleRow>, to: SheetMove): void {
  const focused = api.getFocusedCell();
  // The library gives undefined, not null, until a cell has had the focus.
  if (!focused) return;
  const columns = columnIds(api);
  const totalRow = api.getDisplayedRowCount();
  const page = api.getVerticalPixelRange();
  const place = placeAfter(
    {
      row: focused.rowPinned === "bottom" ? totalRow : focused.rowIndex,
      column: Math.max(0, columns.indexOf(focused.column.getColId())),
    },
    to,
    {
      lastRow: totalRow,
      lastColumn: columns.length - 1,
      page: Math.max(
        1,
        Math.floor((page.bottom - page.top) / api.getSizesForCurrentTheme().rowHeight) - 2,
      ),
    },
  );
  focusPlace(api, place, columns[place.column] ?? "");
}

/** Puts the focus of the browser on a cell; nothing happens when its row is not on view. */
export function focusCell(api: GridApi<VisibleRow>, { rowId, columnId }: SheetCell): void {
  if (api.isDestroyed()) return;
  const node = api.getRowNode(rowId);
  const column = columnIds(api).indexOf(columnId);
  const row = node?.rowIndex ?? api.getDisplayedRowCount();
  focusPlace(api, { row, column }, columnId);
}

/** Gives the focus of the browser to the cell that the grid has it on, when that one is drawn. */
export function takeFocus(api: GridApi<VisibleRow>): void {
  const cell = getGridElement(api)?.querySelector<HTMLElement>(".ag-cell-focus");
  if (cell !== document.activeElement) cell?.focus({ preventScroll: true });
}

/** Where a move ends, kept within the edges; `lastRow` is the total. */
export function placeAfter(from: Place, to: SheetMove, edges: Edges): Place {
  const row = (index: number): Place => ({
    ...from,
    row: Math.min(Math.max(index, 0), edges.lastRow),
  });
  const lastOfData = Math.max(edges.lastRow - 1, 0);
  switch (to) {
    case "down":
      return row(from.row + 1);
    case "up":
      return row(from.row - 1);
    case "page-down":
      return row(from.row + edges.page);
    case "page-up":
      return row(from.row - edges.page);
    case "first-row":
      return row(0);
    case "last-row":
      return row(from.row < lastOfData ? lastOfData : edges.lastRow);
    case "row-start":
      return { ...from, column: 0 };
    case "row-end":
      return { ...from, column: edges.lastColumn };
    case "sheet-start":
      return { row: 0, column: 0 };
    case "sheet-end":
      return { row: edges.lastRow, column: edges.lastColumn };
  }
}

function focusPlace(api: GridApi<VisibleRow>, { row }: Place, columnId: string): void {
  const isTotal = row >= api.getDisplayedRowCount();
  const pinned: RowPinnedType = isTotal ? "bottom" : null;
  if (!isTotal) api.ensureIndexVisible(row);
  api.ensureColumnVisible(columnId);
  api.setFocusedCell(isTotal ? 0 : row, columnId, pinned);
  settleFocus(api, FRAMES_TO_SETTLE);
}

/** A row far away is drawn some frames after the jump to it, and its cell must still get focus. */
const FRAMES_TO_SETTLE = 5;

function settleFocus(api: GridApi<VisibleRow>, frames: number): void {
  requestAnimationFrame(() => {
    if (api.isDestroyed()) return;
    const { activeElement, body } = document;
    if (activeElement !== body && !activeElement?.closest(".ag-cell")) return;
    takeFocus(api);
    if (frames > 1) settleFocus(api, frames - 1);
  });
}

function columnIds(api: GridApi<VisibleRow>): readonly string[] {
  return api
    .getAllDisplayedColumns()
    .map((column) => column.getColId())
    .filter((id) => id !== NUMBER_COLUMN);
}

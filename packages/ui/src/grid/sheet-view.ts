/**
 * Where the rows and columns of a sheet are on the screen, drawn or not: rows are of one height,
 * columns of known widths, and the total, the names and the headers lie over what scrolls.
 */
import type { GridApi } from "ag-grid-community";

import type { VisibleRow } from "./sheet.ts";
import type { SheetHandle } from "./sheet-handle.ts";
import type { SheetPlace } from "./sheet-table.ts";

/** A point of the window in CSS pixels. */
export type Point = { readonly x: number; readonly y: number };

/** A part of the window. */
export type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** How a sheet lies in the window at the moment. */
export type SheetView = {
  /** The element that scrolls. */
  readonly scroller: Element;
  /** Where rows and columns scroll: without headers, pinned columns and the total. */
  readonly body: Area;
  /** The place at a point; the nearest one where there is none. */
  readonly placeAt: (point: Point) => SheetPlace;
};

/** Null until the sheet is drawn. */
export function viewOf(handle: SheetHandle): SheetView | null {
  const api = handle.api();
  const root = handle.root.current;
  const scroller = root?.querySelector(".ag-grid-viewport");
  const rows = root?.querySelector(".ag-grid-scrolling-rows");
  const header = root?.querySelector(".ag-grid-pinned-top-rows");
  const total = root?.querySelector(".ag-grid-pinned-bottom-rows");
  if (api === null || !scroller || !rows || !header || !total) return null;
  const whole = scroller.getBoundingClientRect();
  const pinned = pinnedWidthOf(api);
  const totalTop = total.getBoundingClientRect().top;
  const body: Area = {
    top: header.getBoundingClientRect().bottom,
    left: whole.left + pinned,
    bottom: totalTop,
    right: whole.left + scroller.clientWidth,
  };
  const content = rows.getBoundingClientRect();
  return {
    scroller,
    body,
    placeAt: ({ x, y }) => ({
      row: rowAt(y, { handle, api, top: content.top, totalTop }),
      column: columnAt(x, { handle, api, left: whole.left, pinned, contentLeft: content.left }),
    }),
  };
}

/** The first row that is wholly on view; with few rows the total may be the only one. */
export function topRowOf(handle: SheetHandle): number {
  const view = viewOf(handle);
  const api = handle.api();
  if (view === null || api === null) return 0;
  const top = view.scroller.scrollTop;
  return Math.min(Math.ceil(top / rowHeightOf(api)), Math.max(handle.table().rowCount - 2, 0));
}

/** How many rows are on view, and whether a row is one; all are where nothing is laid out. */
export function rowsOnView(handle: SheetHandle): {
  readonly count: number;
  readonly isOnView: (row: number) => boolean;
} {
  const view = viewOf(handle);
  const api = handle.api();
  const height = view === null ? 0 : view.body.bottom - view.body.top;
  if (view === null || api === null || height <= 0) return { count: 1, isOnView: () => true };
  const count = Math.max(Math.floor(height / rowHeightOf(api)), 1);
  const top = topRowOf(handle);
  const total = handle.table().rowCount - 1;
  return { count, isOnView: (row) => row === total || (row >= top - 1 && row <= top + count) };
}

type Rows = {
  readonly handle: SheetHandle;
  readonly api: GridApi<VisibleRow>;
  readonly top: number;
  readonly totalTop: number;
};

function rowAt(y: number, { handle, api, top, totalTop }: Rows): number {
  const last = Math.max(handle.table().rowCount - 1, 0);
  if (y >= totalTop) return last;
  return Math.max(Math.min(Math.floor((y - top) / rowHeightOf(api)), last - 1), 0);
}

type Columns = {
  readonly handle: SheetHandle;
  readonly api: GridApi<VisibleRow>;
  readonly left: number;
  readonly pinned: number;
  readonly contentLeft: number;
};

function columnAt(x: number, { handle, api, left, pinned, contentLeft }: Columns): number {
  const isPinned = x < left + pinned;
  const from = isPinned ? left : contentLeft + pinned;
  let nearest = 0;
  for (const [index, { id }] of handle.table().columns.entries()) {
    const column = api.getColumn(id);
    if (column === null || column.isPinnedLeft() !== isPinned) continue;
    nearest = index;
    if (x < from + (column.getLeft() ?? 0) + column.getActualWidth()) break;
  }
  return nearest;
}

function pinnedWidthOf(api: GridApi<VisibleRow>): number {
  return api
    .getAllDisplayedColumns()
    .filter((column) => column.isPinnedLeft())
    .reduce((width, column) => width + column.getActualWidth(), 0);
}

function rowHeightOf(api: GridApi<VisibleRow>): number {
  return api.getGridOption("rowHeight") ?? api.getSizesForCurrentTheme().rowHeight;
}

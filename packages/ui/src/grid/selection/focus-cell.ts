/** Brings cells on view and gives them the focus of the browser, in step with the grid library. */
import { type GridApi, getGridElement, type RowPinnedType } from "ag-grid-community";
import { flushSync } from "react-dom";

import type { SheetCell, VisibleRow } from "../sheet.ts";

/** Brings a cell on view; nothing happens when its row is not there. */
export function showCell(api: GridApi<VisibleRow>, { rowId, columnId }: SheetCell): void {
  if (api.isDestroyed()) return;
  const row = rowOf(api, rowId);
  if (row === null) return;
  if (row.pinned === null) api.ensureIndexVisible(row.index);
  if (api.getColumn(columnId) !== null) api.ensureColumnVisible(columnId);
}

/** Shows a cell and puts the focus on it, as soon as it is drawn. */
export function focusCell(api: GridApi<VisibleRow>, cell: SheetCell): void {
  if (api.isDestroyed()) return;
  const row = rowOf(api, cell.rowId);
  if (row === null) return;
  showCell(api, cell);
  api.setFocusedCell(row.index, cell.columnId, row.pinned);
  settleFocus(api, FRAMES_TO_SETTLE);
}

/**
 * Draws the cell that a key has moved to and gives it the focus before the next key is read, which
 * would otherwise be pressed in the cell of the key before, or in none.
 */
export function drawFocus(api: GridApi<VisibleRow> | null): void {
  if (api === null || api.isDestroyed()) return;
  // Rows first: drawn, they ask for a frame to draw their cells in.
  flushSync(() => undefined);
  flushSync(() => api.flushAllAnimationFrames());
  if (isFocusOurs()) takeFocus(api);
}

/** On the element of a sheet that keeps the focus for its active cell, which is far from view. */
const STAND_IN = "data-stand-in";

/** Lets the sheet itself keep the focus for its active cell, without scrolling to that. */
export function standIn(root: HTMLElement | null): void {
  if (root === null) return;
  root.setAttribute(STAND_IN, "");
  root.focus({ preventScroll: true });
}

/** Whether the sheet got the focus as a stand-in; asked once for each time. */
export function takesStandIn(root: Element): boolean {
  const isOne = root.hasAttribute(STAND_IN);
  root.removeAttribute(STAND_IN);
  return isOne;
}

/** Gives the focus of the browser to the cell that the grid has it on, when that one is drawn. */
function takeFocus(api: GridApi<VisibleRow>): void {
  const cell = getGridElement(api)?.querySelector<HTMLElement>(".ag-cell-focus");
  if (cell !== document.activeElement) cell?.focus({ preventScroll: true });
}

/** A row far away is drawn some frames after the jump to it, and its cell must still get focus. */
const FRAMES_TO_SETTLE = 5;

function settleFocus(api: GridApi<VisibleRow>, frames: number): void {
  requestAnimationFrame(() => {
    if (api.isDestroyed() || !isFocusOurs()) return;
    takeFocus(api);
    if (frames > 1) settleFocus(api, frames - 1);
  });
}

/** Nobody has the focus, as when its cell went away, or a cell or the sheet for it has it. */
function isFocusOurs(): boolean {
  const { activeElement, body } = document;
  return (
    activeElement === body ||
    activeElement?.matches(".sheet") === true ||
    activeElement?.closest(".ag-cell") !== null
  );
}

function rowOf(
  api: GridApi<VisibleRow>,
  rowId: string,
): { readonly index: number; readonly pinned: RowPinnedType } | null {
  if (api.getPinnedBottomRow<VisibleRow>(0)?.data?.row.id === rowId) {
    return { index: 0, pinned: "bottom" };
  }
  const index = api.getRowNode(rowId)?.rowIndex ?? null;
  return index === null ? null : { index, pinned: null };
}

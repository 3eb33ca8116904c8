/** Keeps what is painted true: after the selection, the rows, their marks or the view changed. */
import type { GridApi } from "ag-grid-community";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { OwnerLink } from "../owner-link.ts";
import { showCell, standIn } from "../selection/focus-cell.ts";
import { activeOf } from "../selection/selection.ts";
import type { VisibleRow } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { rowsOnView } from "../sheet-view.ts";
import { paintCells } from "./paint-cells.ts";

/** The selection is painted as it changes; everything else after React has drawn it. */
export function useCellPaint(handle: SheetHandle, api: GridApi<VisibleRow> | null): void {
  const { columns, rows, total, revision, isStale, editing } = handle.props();
  const refusals = handle.refusals();
  useEffect(() => handle.selection.subscribe(() => paintCells(handle, "selection")), [handle]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: figures changed in rows that stayed
  useEffect(() => {
    if (api !== null && !api.isDestroyed()) api.refreshCells({ suppressFlash: true });
  }, [api, revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they change what is painted
  useEffect(() => {
    paintCells(handle, "all");
  }, [handle, api, columns, rows, total, revision, isStale, editing?.lock, refusals]);
}

/** Takes over what the owner has drawn, and brings on view what it wants to be seen. */
export function useOwner(
  handle: SheetHandle,
  link: OwnerLink,
  api: GridApi<VisibleRow> | null,
): void {
  const { active, arrangement } = handle.props();
  const { order } = handle.table();
  const wish = useRef({ isToShow: true, isToFocus: false, isRearranged: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the owner changes
  useLayoutEffect(() => {
    // Asked before the library draws, which may take the cell with the focus away.
    const hasFocus = hasFocusedCell(handle);
    const followed = link.follow();
    wish.current = {
      isToShow: wish.current.isToShow || followed.isToShow,
      isToFocus: wish.current.isToFocus || followed.isToFocus,
      isRearranged: wish.current.isRearranged || (followed.isRearranged && hasFocus),
    };
  }, [link, active.rowId, active.columnId, order]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them asks for the active cell
  useEffect(() => {
    if (api === null) return;
    wish.current.isToShow = true;
  }, [api, arrangement]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what the owner changes
  useEffect(() => {
    if (api === null) return;
    const { isToShow, isToFocus, isRearranged } = wish.current;
    wish.current = { isToShow: false, isToFocus: false, isRearranged: false };
    if (isToFocus || (isRearranged && isToShow)) handle.focus();
    else if (isRearranged) keepFocus(handle, api);
    if (isToShow) requestAnimationFrame(() => showCell(api, handle.activeCell()));
  }, [handle, api, arrangement, active.rowId, active.columnId, order]);
}

/**
 * The library counts its focus in rows, which are others now. A cell that went far away by an order
 * of rows is not scrolled to: until the next key the sheet itself has the focus in its place.
 */
function keepFocus(handle: SheetHandle, api: GridApi<VisibleRow>): void {
  const { row } = activeOf(handle.selection.get());
  if (rowsOnView(handle).isOnView(row)) handle.focus();
  else {
    api.clearFocusedCell();
    standIn(handle.root.current);
  }
}

function hasFocusedCell({ root }: SheetHandle): boolean {
  const { activeElement } = document;
  return (
    root.current?.contains(activeElement) === true &&
    (activeElement === root.current || activeElement?.closest(".ag-cell") !== null)
  );
}

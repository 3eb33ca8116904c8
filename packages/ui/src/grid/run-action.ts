/** What keys do in a sheet: the parts are asked first, then it moves, selects and folds itself. */
import { flushSync } from "react-dom";

import { drawFocus, focusCell, showCell } from "./selection/focus-cell.ts";
import { activeRange, boundsOf, isSinglePlace, lastRange } from "./selection/selection.ts";
import { extendIn, type MoveSpace, moveIn, selectWhole } from "./selection/sheet-moves.ts";
import type { VisibleRow } from "./sheet.ts";
import type { SheetHandle } from "./sheet-handle.ts";
import type { SelectedWhole, SheetAction, SheetMove } from "./sheet-keys.ts";
import type { SheetPart } from "./sheet-part.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import { rowsOnView } from "./sheet-view.ts";

type FoldAction = SheetAction & { readonly kind: "fold" };

/**
 * All of it starts from the selection and not from the cell with the browser's focus, which a quick
 * hand is ahead of; when it returns, the focus is on the new active cell.
 */
export function runAction(
  action: SheetAction,
  handle: SheetHandle,
  parts: readonly SheetPart[],
): boolean {
  return parts.some((part) => part.run(action)) || runOwn(action, handle);
}

function runOwn(action: SheetAction, handle: SheetHandle): boolean {
  if (action.kind === "move") move(action.to, handle);
  else if (action.kind === "extend") extend(action.to, handle);
  else if (action.kind === "select") return selectMore(action.what, handle);
  else if (action.kind === "fold") foldActive(action, handle);
  else return false;
  return true;
}

function move(to: SheetMove, handle: SheetHandle): void {
  handle.selection.set(moveIn(handle.selection.get(), to, spaceOf(handle)));
  handle.focus();
  drawFocus(handle.api());
}

/** What the range reaches to now is shown; whole rows that grow do not lead to their far end. */
function extend(to: SheetMove, handle: SheetHandle): void {
  const { selection } = handle;
  const before = activeRange(selection.get()).head.column;
  selection.set(extendIn(selection.get(), to, spaceOf(handle)));
  const range = lastRange(selection.get());
  const head = handle.table().cellAt(range.head);
  const api = handle.api();
  if (api === null || head === null) return;
  const { left, right } = boundsOf(range);
  const isWhole = left === 0 && right === handle.table().columns.length - 1;
  const shown = isWhole && range.head.column === before ? handle.activeCell() : head;
  showCell(api, { rowId: head.rowId, columnId: shown.columnId });
}

function selectMore(what: SelectedWhole, handle: SheetHandle): boolean {
  const { selection } = handle;
  if (what === "active" && isSinglePlace(selection.get())) return false;
  selection.set(selectWhole(selection.get(), what, handle.table()));
  return true;
}

/**
 * A member that is folded away gives its place to its group, and the rows are drawn before the next
 * key: the active cell, the focus and the rows are never of different moments.
 */
function foldActive(action: FoldAction, handle: SheetHandle): void {
  const { rowId, columnId } = handle.activeCell();
  const props = handle.props();
  const group = groupOf(rowId, props);
  const keptRow = action.isOpen === false ? (group?.row.id ?? rowId) : rowId;
  const kept = handle.table().placeOf({ rowId: keptRow, columnId });
  if (keptRow !== rowId && kept !== null) {
    handle.selection.set({ ranges: [{ anchor: kept, head: kept }] });
  }
  flushSync(() => {
    handle.tell();
    fold(action, rowId, group, props);
  });
  const api = handle.api();
  if (api !== null) focusCell(api, handle.activeCell());
  drawFocus(api);
}

/** The group that a row is or stands in. */
function groupOf(rowId: string, { rows }: SheetGridProps): VisibleRow | undefined {
  const position = rows.findIndex(({ row }) => row.id === rowId);
  const own = rows[position];
  if (own === undefined || own.isOpen !== null) return own;
  if (own.row.level !== 2) return undefined;
  return rows.slice(0, position).findLast((visible) => visible.isOpen !== null);
}

/** One group, or all of them; a member folds the group it stands in. */
function fold(
  { isOpen, scope }: FoldAction,
  rowId: string,
  group: VisibleRow | undefined,
  props: SheetGridProps,
): void {
  if (scope === "all" && isOpen !== "toggle") props.onFoldAll(isOpen);
  else if (group === undefined) return;
  else if (isOpen !== "toggle") props.onFold(group.row.id, isOpen);
  else if (group.row.id === rowId) props.onFold(rowId, group.isOpen !== true);
}

/** A page is the rows on view, one of which stays to be seen. */
function spaceOf(handle: SheetHandle): MoveSpace {
  return { table: handle.table(), page: Math.max(rowsOnView(handle).count - 1, 1) };
}

/**
 * What the mouse does in a sheet. It is heard before the grid library, which knows one cell only.
 * Fingers scroll: the browser makes a press of the mouse of a tap, and never a drag.
 */
import type { HTMLAttributes, MouseEvent, PointerEvent, RefObject } from "react";
import { flushSync } from "react-dom";
import { cellOf, placeOf } from "../cells/cell-element.ts";
import { NUMBER_COLUMN } from "../cells/column-defs.ts";
import { nextSort } from "../cells/sort-order.ts";
import { NAME_COLUMN, type VisibleRow } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetPart } from "../sheet-part.ts";
import type { SheetPlace } from "../sheet-table.ts";
import { topRowOf } from "../sheet-view.ts";
import { startDrag } from "./drag-range.ts";
import { isOnHandle } from "./mark-handle.ts";
import { type PressTarget, type PressWay, selectByPress } from "./press-selection.ts";
import { activeOf, isSelected } from "./selection.ts";

type Parts = Readonly<RefObject<readonly SheetPart[]>>;
type MouseHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  | "onClickCapture"
  | "onDoubleClickCapture"
  | "onMouseDownCapture"
  | "onMouseMove"
  | "onPointerDownCapture"
>;

const MAIN = 0;
const SECOND = 2;

/** For the element around the grid. */
export function mouseEvents(handle: SheetHandle, parts: Parts): MouseHandlers {
  return {
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      // The library would take the focus and the header's drag from it.
      if (isOurs(event, handle) || isHeaderButton(event)) event.stopPropagation();
    },
    onMouseDownCapture: (event: MouseEvent<HTMLElement>) => press(event, handle, parts.current),
    onMouseMove: (event: MouseEvent<HTMLElement>) => {
      const isOver = handle.props().editing !== undefined && isOnHandle(event, event.currentTarget);
      event.currentTarget.classList.toggle("sheet-on-handle", isOver);
    },
    onClickCapture: (event: MouseEvent<HTMLElement>) => click(event, handle),
    onDoubleClickCapture: (event: MouseEvent<HTMLElement>) => {
      const pressed = placeOf(cellOf(event.target));
      if (pressed?.columnId !== NAME_COLUMN || isFoldArrow(event)) return;
      const visible = visibleRow(pressed.rowId, handle);
      if (visible !== undefined) toggleFold(visible, "row", handle);
    },
  };
}

function press(
  event: MouseEvent<HTMLElement>,
  handle: SheetHandle,
  parts: readonly SheetPart[],
): void {
  if (event.button === MAIN && parts.some((part) => part.press?.(event) === true)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (isHeaderButton(event)) {
    // The focus stays in its cell.
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const target = targetOf(event.target, handle);
  if (target === null || !isOurs(event, handle)) return;
  event.preventDefault();
  event.stopPropagation();
  if (event.button === MAIN) {
    pressMain(event, target, handle);
    return;
  }
  const isInside = target.kind === "cell" && isSelected(handle.selection.get(), target.place);
  if (event.button === SECOND && !isInside) select(target, "only", handle);
  handle.focus();
}

function pressMain(event: MouseEvent, target: PressTarget, handle: SheetHandle): void {
  const isAdded = event.ctrlKey || event.metaKey;
  const before = handle.activeCell();
  select(target, event.shiftKey ? "extend" : isAdded ? "add" : "only", handle);
  const isKept = before === handle.activeCell() && cellOf(document.activeElement) !== null;
  if (!isKept) handle.focus();
  if (target.kind === "all") return;
  startDrag(handle, activeOf(handle.selection.get()), {
    ...(target.kind === "row" ? { along: "rows" } : {}),
    ...(target.kind === "column" ? { along: "columns" } : {}),
    onPlace: (place) => select(sameKind(target, place), "extend", handle),
  });
}

/** Rows drag on to rows, and columns to columns, wherever on them the mouse is. */
function sameKind({ kind }: PressTarget, place: SheetPlace): PressTarget {
  switch (kind) {
    case "row":
      return { kind, row: place.row };
    case "column":
      return { kind, column: place.column };
    case "cell":
    case "all":
      return { kind: "cell", place };
  }
}

function select(target: PressTarget, way: PressWay, handle: SheetHandle): void {
  const space = { table: handle.table(), topRow: topRowOf(handle) };
  handle.selection.set(selectByPress(handle.selection.get(), target, way, space));
}

/** Whether a press selects. Columns that are selected as a whole are moved by their headers. */
function isOurs(event: MouseEvent<HTMLElement>, handle: SheetHandle): boolean {
  if (!(event.target instanceof Element)) return false;
  if (cellOf(event.target) !== null) return true;
  const header = event.target.closest(".ag-header-cell");
  if (header === null || isOfHeaderPart(event)) return false;
  const isHeld = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
  if (event.button !== MAIN || event.altKey) return false;
  return (
    isHeld ||
    handle.props().onOrder === undefined ||
    !header.classList.contains("sheet-whole-column")
  );
}

function isHeaderButton({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest(".ag-header-cell button") !== null;
}

/** What of the sheet an element stands for; null where it is none of its places. */
function targetOf(element: EventTarget | null, handle: SheetHandle): PressTarget | null {
  if (!(element instanceof Element)) return null;
  const table = handle.table();
  const pressed = placeOf(cellOf(element));
  if (pressed !== null) {
    const columnId = pressed.columnId === NUMBER_COLUMN ? NAME_COLUMN : pressed.columnId;
    const place = table.placeOf({ ...pressed, columnId });
    if (place === null) return null;
    return pressed.columnId === NUMBER_COLUMN
      ? { kind: "row", row: place.row }
      : { kind: "cell", place };
  }
  const header = element.closest(".ag-header-cell[col-id]")?.getAttribute("col-id");
  if (header === NUMBER_COLUMN) return { kind: "all" };
  const column = table.columns.findIndex(({ id }) => id === header);
  return column < 0 ? null : { kind: "column", column };
}

/** Arrows, triangles and the buttons of headers; a click on a header's text orders nothing. */
function click(event: MouseEvent<HTMLElement>, handle: SheetHandle): void {
  if (!(event.target instanceof Element)) return;
  const { target } = event;
  const sorted = target.closest("[data-sort]")?.getAttribute("data-sort");
  const opened = target.closest("[data-parts]")?.getAttribute("data-parts");
  const isHeader = target.closest(".ag-header-cell") !== null;
  const props = handle.props();
  if (sorted) props.onSort(nextSort(props.sort, sorted));
  else if (opened) props.onPartsToggle(opened);
  if (isHeader && (!event.altKey || sorted || opened)) event.stopPropagation();
  if (isHeader) pickColumn(event, handle);
  const rowId = placeOf(cellOf(target))?.rowId;
  const visible = rowId === undefined ? undefined : visibleRow(rowId, handle);
  if (visible === undefined) return;
  if (isFoldArrow(event)) toggleFold(visible, event.altKey ? "all" : "row", handle);
  else if (target.closest("[data-warning]") !== null) props.onWarning?.(visible.row.id);
}

/** Of several whole columns that one could have been moved by its header, and was not. */
function pickColumn(event: MouseEvent<HTMLElement>, handle: SheetHandle): void {
  const isHeld = event.shiftKey || event.ctrlKey || event.metaKey || event.altKey;
  if (isHeld || isOfHeaderPart(event)) return;
  const target = targetOf(event.target, handle);
  const { ranges } = handle.selection.get();
  const [{ anchor, head }] = ranges;
  const isAlone = ranges.length === 1 && anchor.column === head.column;
  if (target?.kind !== "column" || isAlone) return;
  select(target, "only", handle);
  handle.focus();
}

/** The edge that makes a column wider, and the buttons. */
function isOfHeaderPart({ target }: MouseEvent): boolean {
  return (
    target instanceof Element &&
    target.closest(".ag-header-cell-resize, .ag-header-cell button") !== null
  );
}

function isFoldArrow({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest("[data-fold]") !== null;
}

function visibleRow(rowId: string, handle: SheetHandle): VisibleRow | undefined {
  const { rows } = handle.props();
  return rows.find(({ row }) => row.id === rowId);
}

function toggleFold({ row, isOpen }: VisibleRow, scope: "row" | "all", handle: SheetHandle): void {
  if (isOpen === null) return;
  flushSync(() => {
    handle.tell();
    if (scope === "all") handle.props().onFoldAll(!isOpen);
    else handle.props().onFold(row.id, !isOpen);
  });
}

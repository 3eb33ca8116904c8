/** What a person does in a sheet, from the events of the browser and of the grid library. */
import type {
  CellFocusedEvent,
  ColumnMovedEvent,
  ColumnResizedEvent,
  SortChangedEvent,
} from "ag-grid-community";
import type { AgGridReactProps } from "ag-grid-react";
import {
  type ClipboardEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type FocusEvent as ReactFocusEvent,
  type RefObject,
  useMemo,
} from "react";

import { cellOf, placeOf } from "./cells/cell-element.ts";
import { NUMBER_COLUMN } from "./cells/column-defs.ts";
import { paintCells } from "./cells/paint-cells.ts";
import { takesStandIn } from "./selection/focus-cell.ts";
import { mouseEvents } from "./selection/mouse-events.ts";
import { activeOf, selectPlace } from "./selection/selection.ts";
import { NAME_COLUMN, type SheetCell, type VisibleRow } from "./sheet.ts";
import type { SheetHandle } from "./sheet-handle.ts";
import { findSheetAction } from "./sheet-keys.ts";
import type { SheetPart } from "./sheet-part.ts";

type Parts = Readonly<RefObject<readonly SheetPart[]>>;
type GridEvents = Pick<
  AgGridReactProps<VisibleRow>,
  | "onBodyScrollEnd"
  | "onCellFocused"
  | "onColumnMoved"
  | "onColumnResized"
  | "onSortChanged"
  | "focusGridInnerElement"
>;

/** For the element around the grid, which hands its focus on to the active cell, and the grid. */
export type SheetEvents = {
  readonly root: HTMLAttributes<HTMLElement>;
  readonly grid: GridEvents;
};

/** The listeners ask the parts of the moment and the handle for what is on view. */
export function useGridEvents(handle: SheetHandle, parts: Parts): SheetEvents {
  return useMemo(
    () => ({
      root: { ...rootEvents(handle, parts), ...mouseEvents(handle, parts) },
      grid: gridEvents(handle),
    }),
    [handle, parts],
  );
}

function rootEvents(handle: SheetHandle, parts: Parts): SheetEvents["root"] {
  return {
    tabIndex: -1,
    onFocus: ({ target, currentTarget }: ReactFocusEvent) => {
      if (target === currentTarget) {
        if (!takesStandIn(currentTarget)) handle.focus();
      } else if (isOfOurs(target)) handle.api()?.clearFocusedCell();
    },
    onKeyDownCapture: (event: KeyboardEvent) => {
      const isOfCell = event.target === event.currentTarget || cellOf(event.target) !== null;
      const isTaken = isOfCell ? pressKey(event, handle, parts.current) : comeBack(event, handle);
      if (!isTaken) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onCopy: (event) => passClipboard(event, parts.current, "copy"),
    onCut: (event) => passClipboard(event, parts.current, "cut"),
    onPaste: (event) => passClipboard(event, parts.current, "paste"),
  };
}

/**
 * A field or a dialog of the sheet, which keeps the focus: to a cell that was jumped to the library
 * gives it a moment after it was drawn, also when somebody types elsewhere by then.
 */
function isOfOurs(target: EventTarget): boolean {
  return target instanceof Element && target.closest(".ag-root-wrapper") === null;
}

function pressKey(event: KeyboardEvent, handle: SheetHandle, parts: readonly SheetPart[]): boolean {
  const action = findSheetAction(event);
  if (action === undefined) return parts.some((part) => part.type?.(event) === true);
  return !isWayToHeader(event, handle) && handle.run(action);
}

/** Up from the first row is into the header, where the library leads. */
function isWayToHeader(key: KeyboardEvent, handle: SheetHandle): boolean {
  const isHeld = key.ctrlKey || key.metaKey || key.altKey || key.shiftKey;
  return key.code === "ArrowUp" && !isHeld && activeOf(handle.selection.get()).row === 0;
}

/** Down from the name of a column is to its first cell. */
function comeBack(event: KeyboardEvent, handle: SheetHandle): boolean {
  if (event.code !== "ArrowDown" || event.altKey || !(event.target instanceof Element))
    return false;
  const columnId = event.target.closest(".ag-header-cell[col-id]")?.getAttribute("col-id");
  const row = handle.table().rowAt(0);
  if (!columnId || row === undefined) return false;
  handle.goTo(standable({ rowId: row.id, columnId }));
  return true;
}

/** What is selected as text, or typed into a field, is the browser's to copy. */
function passClipboard(
  event: ClipboardEvent,
  parts: readonly SheetPart[],
  what: "copy" | "cut" | "paste",
): void {
  if (cellOf(event.target) === null || window.getSelection()?.isCollapsed === false) return;
  for (const part of parts) part[what]?.(event);
}

function gridEvents(handle: SheetHandle): GridEvents {
  return {
    onBodyScrollEnd: () => paintCells(handle, "all"),
    onCellFocused: (event: CellFocusedEvent<VisibleRow>) => {
      const cell = isMoveOfPerson(event) && isStillFocused(event) ? focusedCell(event) : null;
      const place = cell === null ? null : handle.table().placeOf(cell);
      if (cell === null || place === null || isSameCell(cell, handle.activeCell())) return;
      const pressed = placeOf(cellOf(document.activeElement));
      if (pressed === null || !isSameCell(cell, standable(pressed))) return;
      handle.selection.set(selectPlace(place));
    },
    onSortChanged: ({ api, source }: SortChangedEvent<VisibleRow>) => {
      if (source === "api" || source === "gridOptionsChanged") return;
      const sorted = api.getColumnState().find(({ sort }) => sort === "asc" || sort === "desc");
      const direction = sorted?.sort;
      handle
        .props()
        .onSort(
          sorted === undefined || (direction !== "asc" && direction !== "desc")
            ? null
            : { columnId: sorted.colId, direction },
        );
    },
    onColumnMoved: ({ api, finished, source }: ColumnMovedEvent<VisibleRow>) => {
      if (!finished || source !== "uiColumnMoved") return;
      const ids = api.getAllGridColumns().map((column) => column.getColId());
      handle.props().onOrder?.(ids.filter((id) => id !== NUMBER_COLUMN));
    },
    onColumnResized: ({ column, finished, source }: ColumnResizedEvent<VisibleRow>) => {
      if (!finished || column === null || source !== "uiColumnResized") return;
      handle.props().onResize(column.getColId(), column.getActualWidth());
    },
    focusGridInnerElement: () => {
      handle.focus();
      return true;
    },
  };
}

/**
 * When rows go away, the library moves its focus to the last row there is: no wish of anybody. Only
 * then, and at a click, it forbids the browser to scroll.
 */
function isMoveOfPerson(event: CellFocusedEvent<VisibleRow>): boolean {
  return event.preventScrollOnBrowserFocus !== true || event.sourceEvent !== undefined;
}

/** The library tells of the focus late and by places: after a move a place may be another row. */
function isStillFocused(event: CellFocusedEvent<VisibleRow>): boolean {
  const focused = event.api.getFocusedCell();
  return (
    focused?.rowIndex === event.rowIndex &&
    focused.rowPinned === event.rowPinned &&
    focused.column === event.column
  );
}

function focusedCell(event: CellFocusedEvent<VisibleRow>): SheetCell | null {
  const { api, column, rowIndex, rowPinned } = event;
  if (column === null || typeof column === "string" || rowIndex === null) return null;
  const node =
    rowPinned === "bottom"
      ? api.getPinnedBottomRow<VisibleRow>(rowIndex)
      : api.getDisplayedRowAtIndex(rowIndex);
  const rowId = node?.data?.row.id;
  return rowId === undefined ? null : standable({ rowId, columnId: column.getColId() });
}

/** The cell itself, or that of the name where a number was pressed. */
function standable(cell: SheetCell): SheetCell {
  return cell.columnId === NUMBER_COLUMN ? { ...cell, columnId: NAME_COLUMN } : cell;
}

function isSameCell(left: SheetCell, right: SheetCell): boolean {
  return left.rowId === right.rowId && left.columnId === right.columnId;
}

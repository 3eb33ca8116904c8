/** What a person does in a sheet, from the events of the browser and of the grid library. */
import type {
  CellClickedEvent,
  CellFocusedEvent,
  ColumnResizedEvent,
  GridApi,
  SortChangedEvent,
} from "ag-grid-community";
import type { AgGridReactProps } from "ag-grid-react";
import type {
  ClipboardEvent,
  HTMLAttributes,
  KeyboardEvent,
  FocusEvent as ReactFocusEvent,
  RefObject,
} from "react";
import { useEffect, useMemo } from "react";
import { flushSync } from "react-dom";

import { NUMBER_COLUMN } from "./column-defs.ts";
import { describeCell, exactText } from "./describe-cell.ts";
import { focusCell, moveCell, takeFocus } from "./move-cell.ts";
import { NAME_COLUMN, type SheetCell, type VisibleRow } from "./sheet.ts";
import { findSheetAction, type SheetAction } from "./sheet-keys.ts";
import type { SheetGridProps } from "./sheet-props.ts";

type Latest = Readonly<RefObject<SheetGridProps>>;
type GridEvents = Pick<
  AgGridReactProps<VisibleRow>,
  | "onCellFocused"
  | "onCellClicked"
  | "onCellDoubleClicked"
  | "onSortChanged"
  | "onColumnResized"
  | "focusGridInnerElement"
>;

/** For the element around the grid, which hands its focus on to the active cell, and the grid. */
export type SheetEvents = {
  readonly root: HTMLAttributes<HTMLElement>;
  readonly grid: GridEvents;
};

/**
 * Gives the cell with the focus its words. The library may move the focus while React draws, when
 * React tells nobody of it, so the browser itself is listened to.
 */
export function useSpokenCell(root: RefObject<HTMLElement | null>, latest: Latest): void {
  useEffect(() => {
    const element = root.current;
    const say = ({ target }: FocusEvent): void => sayCell(target, latest, FRAMES_TO_DRAW);
    const hush = ({ target }: FocusEvent): void => cellOf(target)?.removeAttribute("aria-label");
    element?.addEventListener("focusin", say);
    element?.addEventListener("focusout", hush);
    return () => {
      element?.removeEventListener("focusin", say);
      element?.removeEventListener("focusout", hush);
    };
  }, [root, latest]);
}

/** The listeners stay the same while `latest` brings what is on view. */
export function useGridEvents(api: GridApi<VisibleRow> | null, latest: Latest): SheetEvents {
  return useMemo(
    () => ({ root: rootEvents(api, latest), grid: gridEvents(latest) }),
    [api, latest],
  );
}

function rootEvents(api: GridApi<VisibleRow> | null, latest: Latest): SheetEvents["root"] {
  return {
    tabIndex: -1,
    onFocus: ({ target, currentTarget }: ReactFocusEvent) => {
      if (target === currentTarget && api !== null) focusCell(api, latest.current.active);
    },
    onKeyDownCapture: (event: KeyboardEvent) => {
      const place = placeOf(cellOf(event.target));
      const action = place === null ? undefined : findSheetAction(event);
      if (place === null || action === undefined || isWayToHeader(event, api)) return;
      run(action, place, api, latest);
      drawFocus(api);
      event.preventDefault();
      event.stopPropagation();
    },
    onCopy: (event: ClipboardEvent) => {
      const cell = placeOf(cellOf(event.target));
      if (cell === null || window.getSelection()?.isCollapsed === false) return;
      const text = exactText(latest.current, cell);
      if (text === null) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    },
  };
}

function gridEvents(latest: Latest): GridEvents {
  return {
    onCellFocused: (event: CellFocusedEvent<VisibleRow>) => {
      const cell = isMoveOfPerson(event) && isStillFocused(event) ? focusedCell(event) : null;
      if (cell !== null) flushSync(() => latest.current.onActivate(cell));
    },
    onCellClicked: ({ data, event }: CellClickedEvent<VisibleRow>) => {
      const isArrow = event?.target instanceof Element && event.target.closest("[data-fold]");
      if (!isArrow || data === undefined || data.isOpen === null) return;
      const isAll = event instanceof MouseEvent && event.altKey;
      const isOpen = !data.isOpen;
      flushSync(() => {
        if (isAll) latest.current.onFoldAll(isOpen);
        else latest.current.onFold(data.row.id, isOpen);
      });
    },
    onCellDoubleClicked: ({ data, column, event }) => {
      const isArrow = event?.target instanceof Element && event.target.closest("[data-fold]");
      if (isArrow || data === undefined || data.isOpen === null) return;
      const isOpen = !data.isOpen;
      if (column.getColId() !== NAME_COLUMN) return;
      flushSync(() => latest.current.onFold(data.row.id, isOpen));
    },
    onSortChanged: ({ api, source }: SortChangedEvent<VisibleRow>) => {
      if (source === "api" || source === "gridOptionsChanged") return;
      const sorted = api.getColumnState().find(({ sort }) => sort === "asc" || sort === "desc");
      const direction = sorted?.sort;
      latest.current.onSort(
        sorted === undefined || (direction !== "asc" && direction !== "desc")
          ? null
          : { columnId: sorted.colId, direction },
      );
    },
    onColumnResized: ({ column, finished, source }: ColumnResizedEvent<VisibleRow>) => {
      if (!finished || column === null || source !== "uiColumnResized") return;
      latest.current.onResize(column.getColId(), column.getActualWidth());
    },
    focusGridInnerElement: ({ api }) => {
      focusCell(api, latest.current.active);
      return true;
    },
  };
}

/**
 * The cell is the pressed one, not the active one: a quick hand is ahead of what was drawn. A
 * member that is folded away gives its place to its group, and the rows are drawn before the next
 * key: the active cell, the focus and the rows are never of different moments.
 */
function run(
  action: SheetAction,
  pressed: SheetCell,
  api: GridApi<VisibleRow> | null,
  latest: Latest,
): void {
  switch (action.kind) {
    case "move":
      if (api === null) return;
      if (!api.getFocusedCell()) focusCell(api, pressed);
      moveCell(api, action.to);
      return;
    case "fold": {
      const group = groupOf(pressed.rowId, latest.current);
      const rowId = action.isOpen === false ? (group?.row.id ?? pressed.rowId) : pressed.rowId;
      const kept = { rowId, columnId: standableColumn(pressed.columnId) };
      flushSync(() => {
        latest.current.onActivate(kept);
        fold(action, pressed.rowId, group, latest.current);
      });
      if (api !== null) focusCell(api, kept);
      return;
    }
  }
}

/**
 * Draws the cell that a key has moved to and gives it the focus before the next key is read, which
 * would otherwise be pressed in the cell of the key before, or in none.
 */
function drawFocus(api: GridApi<VisibleRow> | null): void {
  if (api === null || api.isDestroyed()) return;
  // Rows first: drawn, they ask for a frame to draw their cells in.
  flushSync(() => undefined);
  flushSync(() => api.flushAllAnimationFrames());
  const { activeElement, body } = document;
  if (activeElement === body || cellOf(activeElement) !== null) takeFocus(api);
}

/** Up from the first row is into the header, where the library leads. */
function isWayToHeader(key: KeyboardEvent, api: GridApi<VisibleRow> | null): boolean {
  const isHeld = key.ctrlKey || key.metaKey || key.altKey || key.shiftKey;
  const focused = api?.getFocusedCell();
  return key.code === "ArrowUp" && !isHeld && focused?.rowIndex === 0 && !focused.rowPinned;
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
  { isOpen, scope }: SheetAction & { readonly kind: "fold" },
  rowId: string,
  group: VisibleRow | undefined,
  props: SheetGridProps,
): void {
  if (scope === "all" && isOpen !== "toggle") props.onFoldAll(isOpen);
  else if (group === undefined) return;
  else if (isOpen !== "toggle") props.onFold(group.row.id, isOpen);
  else if (group.row.id === rowId) props.onFold(rowId, group.isOpen !== true);
}

/** A cell may have the focus before it says which one it is. */
const FRAMES_TO_DRAW = 3;

/** The focus tells the whole cell: a screen reader reads the label that stands at that moment. */
function sayCell(target: EventTarget | null, latest: Latest, frames: number): void {
  const cell = cellOf(target);
  const place = placeOf(cell);
  const label = place === null ? null : describeCell(latest.current, place);
  if (label !== null) cell?.setAttribute("aria-label", label);
  else if (frames > 0 && target === document.activeElement) {
    requestAnimationFrame(() => sayCell(target, latest, frames - 1));
  }
}

function cellOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".ag-cell") : null;
}

/** The place of a cell as it stands on the page. */
function placeOf(cell: Element | null): SheetCell | null {
  const columnId = cell?.getAttribute("col-id");
  const rowId = cell?.closest("[row-id]")?.getAttribute("row-id");
  return rowId && columnId ? { rowId, columnId } : null;
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
  return rowId === undefined ? null : { rowId, columnId: standableColumn(column.getColId()) };
}

/** The column itself, or that of names where a number was pressed. */
function standableColumn(columnId: string): string {
  return columnId === NUMBER_COLUMN ? NAME_COLUMN : columnId;
}

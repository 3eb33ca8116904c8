/**
 * Paints selection and marks. Cells that the grid library draws get their classes from it as they
 * are drawn; those on view already are gone through once, and only differences are written. React
 * has no part in it, so that a drag costs what its cells cost.
 */

import type { SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { describeFault, isReadOnly } from "./describe-cell.ts";
import {
  lookOf,
  MARK_CLASSES,
  type MarkGround,
  markMask,
  SELECTION_CLASSES,
  type SelectionLook,
  selectionMask,
} from "./mark-cells.ts";

/** The selection alone, or also what is to be seen of the cells themselves. */
export type Painted = "selection" | "all";

/** The classes of a cell that is drawn now. */
export function cellClasses(
  handle: SheetHandle,
  row: SheetRow,
  column: SheetColumn,
): readonly string[] {
  const place = handle.table().placeOf({ rowId: row.id, columnId: column.id });
  const marks = namesOf(MARK_CLASSES, markMask(row, column, groundOf(handle)));
  if (place === null) return marks;
  const mask = selectionMask(lookOf(handle.selection.get()), place);
  return mask === 0 ? marks : [...namesOf(SELECTION_CLASSES, mask), ...marks];
}

/** The classes of the number of a row that is drawn now. */
export function numberClasses(handle: SheetHandle, rowId: string): readonly string[] {
  const row = handle.table().placeOf({ rowId, columnId: firstColumn(handle) })?.row;
  return row === undefined ? [] : namesOf(NUMBER_CLASSES, rowMask(lookOfHandle(handle), row));
}

/** The classes of a header that is drawn now. */
export function headerClasses(handle: SheetHandle, columnId: string): readonly string[] {
  const { columns, rowCount } = handle.table();
  const column = columns.findIndex(({ id }) => id === columnId);
  if (column < 0) return NONE;
  return namesOf(HEADER_CLASSES, headerMask(lookOfHandle(handle), column, rowCount));
}

/** Goes through the cells, row numbers and headers on view. */
export function paintCells(handle: SheetHandle, what: Painted): void {
  const root = handle.root.current;
  if (root === null) return;
  const look = lookOfHandle(handle);
  const table = handle.table();
  const columnIndices = new Map(table.columns.map(({ id }, index) => [id, index]));
  const brush: Brush = { handle, what, look, ground: groundOf(handle), columnIndices };
  for (const element of root.querySelectorAll("[role=row][row-id]")) {
    const rowId = element.getAttribute("row-id") ?? "";
    const index = table.placeOf({ rowId, columnId: firstColumn(handle) })?.row;
    if (index !== undefined) paintRow(element, index, brush);
  }
  paintHeaders(root, look, columnIndices, table.rowCount);
}

/** What the rows of one painting have in common. */
type Brush = {
  readonly handle: SheetHandle;
  readonly what: Painted;
  readonly look: SelectionLook;
  readonly ground: MarkGround;
  readonly columnIndices: ReadonlyMap<string, number>;
};

function paintRow(element: Element, index: number, brush: Brush): void {
  const { handle, what, look, ground, columnIndices } = brush;
  const table = handle.table();
  const row = table.rowAt(index);
  if (row === undefined) return;
  for (const cell of element.getElementsByClassName("ag-cell")) {
    const at = columnIndices.get(cell.getAttribute("col-id") ?? "");
    const column = at === undefined ? undefined : table.columns[at];
    if (column === undefined || at === undefined) {
      toggle(cell, NUMBER_CLASSES, rowMask(look, index));
      continue;
    }
    paintSelection(cell, selectionMask(look, { row: index, column: at }));
    if (what === "selection") continue;
    if (column.kind === "name") setAttribute(cell, "aria-expanded", openness(handle, index));
    paintMarks(cell, row, column, ground);
  }
}

const NUMBER_CLASSES = ["sheet-range-number", "sheet-active-row"] as const;
const HEADER_CLASSES = ["sheet-range-header", "sheet-header-active", "sheet-whole-column"] as const;

function paintSelection(cell: Element, mask: number): void {
  toggle(cell, SELECTION_CLASSES, mask);
  setAttribute(cell, "aria-selected", mask === 0 ? null : "true");
}

function paintMarks(cell: Element, row: SheetRow, column: SheetColumn, ground: MarkGround): void {
  toggle(cell, MARK_CLASSES, markMask(row, column, ground));
  const fault = column.kind === "name" ? null : describeFault(row, column, ground);
  setAttribute(cell, "aria-invalid", fault === null ? null : "true");
  setAttribute(cell, "aria-readonly", isReadOnly(row, column, ground) ? "true" : null);
  setAttribute(cell, "title", fault ?? row.marksIn?.(column.id)?.lock ?? null);
}

function paintHeaders(
  root: HTMLElement,
  look: SelectionLook,
  columnIndices: ReadonlyMap<string, number>,
  rowCount: number,
): void {
  for (const header of root.querySelectorAll(".ag-header-cell[col-id]")) {
    const column = columnIndices.get(header.getAttribute("col-id") ?? "");
    if (column === undefined) continue;
    toggle(header, HEADER_CLASSES, headerMask(look, column, rowCount));
  }
}

function headerMask(look: SelectionLook, column: number, rowCount: number): number {
  const ranges = look.isSingle ? [] : look.ranges;
  const crossing = ranges.filter(({ left, right }) => column >= left && column <= right);
  const isWhole = crossing.some(({ top, bottom }) => top === 0 && bottom === rowCount - 1);
  const isActive = column === look.active.column;
  return (crossing.length > 0 ? 1 : 0) | (isActive ? 2 : 0) | (isWhole ? 4 : 0);
}

/** Whether the group of a row is open; null where the row is none. */
function openness(handle: SheetHandle, index: number): string | null {
  const isOpen = handle.props().rows[index]?.isOpen ?? null;
  return isOpen === null ? null : `${isOpen}`;
}

function rowMask(look: SelectionLook, row: number): number {
  const isActive = row === look.active.row;
  const isCrossed =
    !look.isSingle && look.ranges.some(({ top, bottom }) => row >= top && row <= bottom);
  return (isCrossed ? 1 : 0) | (isActive ? 2 : 0);
}

function lookOfHandle(handle: SheetHandle): SelectionLook {
  return lookOf(handle.selection.get());
}

/** What the marks of a sheet's cells are taken from. */
export function groundOf(handle: SheetHandle): MarkGround {
  const { editing, isStale = false } = handle.props();
  return { editing, isStale, refusals: handle.refusals() };
}

function firstColumn(handle: SheetHandle): string {
  return handle.table().columns[0]?.id ?? "";
}

function namesOf(names: readonly string[], mask: number): readonly string[] {
  return mask === 0 ? NONE : names.filter((_, bit) => (mask & (1 << bit)) !== 0);
}

const NONE: readonly string[] = [];

function toggle(element: Element, names: readonly string[], mask: number): void {
  for (const [bit, name] of names.entries()) {
    element.classList.toggle(name, (mask & (1 << bit)) !== 0);
  }
}

function setAttribute(element: Element, name: string, value: string | null): void {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

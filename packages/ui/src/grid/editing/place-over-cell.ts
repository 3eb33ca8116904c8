/**
 * Where cells stand within the sheet, also those of rows that are not drawn, and what of them the
 * scrolled sheet shows between its header, its total and its pinned columns.
 */
import type { RangeBounds } from "../selection/selection.ts";
import type { SheetHandle } from "../sheet-handle.ts";

/** Edges in CSS pixels from the upper left of the sheet. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where cells are, and the room in which they can be seen. */
export type PlacedBox = { readonly box: Box; readonly room: Box };

const HEADER = ".ag-grid-pinned-top-rows";
const TOTAL = ".ag-grid-pinned-bottom-rows";
const ROWS = ".ag-grid-scrolling-container";
const VIEWPORT = ".ag-grid-viewport";

/** Null where the cells are not of the table, or nothing is drawn yet. */
export function placeOver(handle: SheetHandle, bounds: RangeBounds): PlacedBox | null {
  const sheet = handle.root.current;
  const viewport = sheet?.querySelector(VIEWPORT);
  if (sheet === null || viewport === null || viewport === undefined) return null;
  const { top, left, bottom, right } = bounds;
  const [first, last] = [rowBox(handle, top), rowBox(handle, bottom)];
  const [start, end] = [columnBox(handle, left), columnBox(handle, right)];
  if (first === null || last === null || start === null || end === null) return null;
  const origin = sheet.getBoundingClientRect();
  const view = viewport.getBoundingClientRect();
  const header = sheet.querySelector(HEADER)?.getBoundingClientRect() ?? view;
  const total = sheet.querySelector(TOTAL)?.getBoundingClientRect();
  const floor = view.top + viewport.clientHeight;
  const shift = (box: Box): Box => ({
    left: box.left - origin.left,
    top: box.top - origin.top,
    right: box.right - origin.left,
    bottom: box.bottom - origin.top,
  });
  return {
    box: shift({ left: start.left, top: first.top, right: end.right, bottom: last.bottom }),
    room: shift({
      left: start.isPinned ? view.left : pinnedEdge(sheet, view.left),
      top: header.bottom,
      right: view.left + viewport.clientWidth,
      bottom: last.isPinned ? floor : Math.min(total?.top ?? floor, floor),
    }),
  };
}

/** How far a box reaches beyond the room on each side; null where it is not to be seen at all. */
export function hiddenEdges({ box, room }: PlacedBox): Box | null {
  const isSeen =
    box.right > room.left &&
    box.left < room.right &&
    box.bottom > room.top &&
    box.top < room.bottom;
  if (!isSeen) return null;
  return {
    left: Math.max(room.left - box.left, 0),
    top: Math.max(room.top - box.top, 0),
    right: Math.max(box.right - room.right, 0),
    bottom: Math.max(box.bottom - room.bottom, 0),
  };
}

type RowBox = { readonly top: number; readonly bottom: number; readonly isPinned: boolean };
type ColumnBox = { readonly left: number; readonly right: number; readonly isPinned: boolean };

function rowBox(handle: SheetHandle, index: number): RowBox | null {
  const sheet = handle.root.current;
  const row = handle.table().rowAt(index);
  if (row === undefined || sheet === null) return null;
  const node = handle.api()?.getRowNode(row.id);
  const rows = sheet.querySelector(ROWS)?.getBoundingClientRect();
  if (node === undefined) {
    const total = sheet.querySelector(TOTAL)?.getBoundingClientRect();
    return total === undefined ? null : { top: total.top, bottom: total.bottom, isPinned: true };
  }
  if (rows === undefined || node.rowTop === null) return null;
  const top = rows.top + node.rowTop;
  return { top, bottom: top + (node.rowHeight ?? 0), isPinned: false };
}

/** Headers are always drawn, rows are not. */
function columnBox(handle: SheetHandle, index: number): ColumnBox | null {
  const id = handle.table().columns[index]?.id;
  if (id === undefined) return null;
  const headers = handle.root.current?.querySelectorAll(".ag-header-cell") ?? [];
  const header = Array.from(headers).find((cell) => cell.getAttribute("col-id") === id);
  if (header === undefined) return null;
  const { left, right } = header.getBoundingClientRect();
  return { left, right, isPinned: handle.api()?.getColumn(id)?.isPinned() === true };
}

function pinnedEdge(sheet: Element, left: number): number {
  const pinned = sheet.querySelector(".ag-header .ag-grid-pinned-left-cells");
  return Math.max(left, pinned?.getBoundingClientRect().right ?? left);
}

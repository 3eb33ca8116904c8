/**
 * Follows a pressed mouse over the sheet and beyond its edges, where the sheet scrolls the faster
 * the further away the mouse is. Nothing of it is drawn by React.
 */

import { cellOf, placeOf } from "../cells/cell-element.ts";
import { NUMBER_COLUMN } from "../cells/column-defs.ts";
import { NAME_COLUMN } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetPlace } from "../sheet-table.ts";
import { type Area, type Point, type SheetView, viewOf } from "../sheet-view.ts";

/** What a drag does on its way and at its end. */
export type Drag = {
  /** Whole rows scroll up and down only, whole columns sideways; left out where both do. */
  readonly along?: "rows" | "columns";
  /** The place under the mouse, or the nearest one; told once for each change. */
  readonly onPlace: (place: SheetPlace) => void;
  /** With the event of the button that went up; null where the drag was broken off. */
  readonly onEnd?: (released: MouseEvent | null) => void;
};

/**
 * Begins with a press at a place; ends by itself when the button is up. Returns what breaks it off.
 */
export function startDrag(handle: SheetHandle, from: SheetPlace, drag: Drag): () => void {
  const listening = new AbortController();
  let pointer: Point | null = null;
  let told: SheetPlace = from;
  let frame: number | null = null;

  const tell = (place: SheetPlace): void => {
    if (place.row === told.row && place.column === told.column) return;
    told = place;
    drag.onPlace(place);
  };
  const scroll = (): void => {
    frame = null;
    const view = viewOf(handle);
    if (view === null || pointer === null) return;
    const speed = alongAxis(speedOf(pointer, view, from, handle), drag.along);
    if (speed.x === 0 && speed.y === 0) return;
    view.scroller.scrollBy(speed.x, speed.y);
    const moved = viewOf(handle) ?? view;
    tell(moved.placeAt(heldWithin(pointer, moved, speed)));
    frame = requestAnimationFrame(scroll);
  };
  const end = (released: MouseEvent | null): void => {
    listening.abort();
    if (frame !== null) cancelAnimationFrame(frame);
    drag.onEnd?.(released);
  };
  const breakOff = (): void => end(null);
  const move = (event: MouseEvent): void => {
    if (event.buttons === 0) {
      breakOff();
      return;
    }
    event.preventDefault();
    pointer = { x: event.clientX, y: event.clientY };
    const view = viewOf(handle);
    if (view === null) return;
    const speed = alongAxis(speedOf(pointer, view, from, handle), drag.along);
    if (speed.x === 0 && speed.y === 0) tell(placeUnder(event, handle) ?? view.placeAt(pointer));
    else frame ??= requestAnimationFrame(scroll);
  };
  const { signal } = listening;
  document.addEventListener("mousemove", move, { signal });
  document.addEventListener("mouseup", end, { signal });
  window.addEventListener("blur", breakOff, { signal });
  return breakOff;
}

/** The slowest and the fastest way, in CSS pixels a frame, and what each pixel away adds. */
const SLOWEST = 3;
const FASTEST = 96;
const GROWTH = 0.3;

/** How fast the sheet scrolls for a mouse at a point, where there is something to scroll to. */
export function speedOf(
  pointer: Point,
  { scroller, body, placeAt }: Pick<SheetView, "scroller" | "body" | "placeAt">,
  from: SheetPlace,
  handle: SheetHandle,
): Point {
  const right = scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft;
  const down = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const room = {
    // From a name, the mouse goes over other names without moving the columns.
    left: isPinned(from, handle) && isPinned(placeAt(pointer), handle) ? 0 : scroller.scrollLeft,
    right,
    top: scroller.scrollTop,
    bottom: down,
  };
  const isFromTotal = from.row === handle.table().rowCount - 1;
  const isOnTotal = pointer.y >= body.bottom && pointer.y <= body.bottom + TOTAL_REACH;
  return {
    x: axisSpeed(pointer.x, body.left, body.right, { back: room.left, on: room.right }),
    y:
      isFromTotal && isOnTotal
        ? 0
        : axisSpeed(pointer.y, body.top, body.bottom, { back: room.top, on: room.bottom }),
  };
}

function alongAxis({ x, y }: Point, along: Drag["along"]): Point {
  return { x: along === "rows" ? 0 : x, y: along === "columns" ? 0 : y };
}

/** The total is so high at most. */
const TOTAL_REACH = 44;

function axisSpeed(
  at: number,
  start: number,
  end: number,
  room: { readonly back: number; readonly on: number },
): number {
  if (at < start && room.back >= 1) return -Math.min(SLOWEST + (start - at) * GROWTH, FASTEST);
  if (at >= end && room.on >= 1) return Math.min(SLOWEST + (at - end) * GROWTH, FASTEST);
  return 0;
}

/** While the sheet scrolls, the selection reaches to the edge of what scrolls, not under it. */
function heldWithin(pointer: Point, { body }: { readonly body: Area }, speed: Point): Point {
  return {
    x: speed.x === 0 ? pointer.x : Math.min(Math.max(pointer.x, body.left), body.right - 1),
    y: speed.y === 0 ? pointer.y : Math.min(Math.max(pointer.y, body.top), body.bottom - 1),
  };
}

function isPinned({ column }: SheetPlace, handle: SheetHandle): boolean {
  const id = handle.table().columns[column]?.id;
  return id !== undefined && handle.api()?.getColumn(id)?.isPinnedLeft() === true;
}

function placeUnder({ target }: Event, handle: SheetHandle): SheetPlace | null {
  const cell = cellOf(target);
  if (cell === null || handle.root.current?.contains(cell) !== true) return null;
  const pressed = placeOf(cell);
  if (pressed === null) return null;
  const columnId = pressed.columnId === NUMBER_COLUMN ? NAME_COLUMN : pressed.columnId;
  return handle.table().placeOf({ ...pressed, columnId });
}

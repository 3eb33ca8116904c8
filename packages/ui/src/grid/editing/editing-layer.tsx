/**
 * What editing draws over a sheet: the open editor, words beside a cell, the outline of a fill. It
 * is placed by hand, so that scrolling and typing draw nothing of the sheet anew.
 */
import {
  type JSX,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from "react";

import { Icon } from "../../components/icon.tsx";
import { idOf } from "../selection/selected-cells.ts";
import type { RangeBounds } from "../selection/selection.ts";
import type { SheetCell } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { EditingContext } from "./edit-actions.ts";
import { hiddenEdges, type PlacedBox, placeOver } from "./place-over-cell.ts";

import "./cell-editor.css";

/** Nothing is on view until something is opened. */
export function EditingLayer({ context }: { readonly context: EditingContext }): JSX.Element {
  const { handle, store } = context;
  const { editor, notice, outline } = useSyncExternalStore(store.subscribe, store.get);
  return (
    <>
      {outline === null ? null : <Outline handle={handle} bounds={outline} />}
      {editor === null ? null : <PlacedEditor context={context} />}
      {notice === null ? null : (
        <OverCell handle={handle} cell={notice.cell}>
          <div className="cell-note cell-note-lock" role="alert">
            <Icon name="lock" />
            {notice.text}
          </div>
        </OverCell>
      )}
    </>
  );
}

function PlacedEditor({ context }: { readonly context: EditingContext }): JSX.Element | null {
  const { handle, store } = context;
  const { editor } = useSyncExternalStore(store.subscribe, store.get);
  const frame = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    const open = store.get().editor;
    if (open === null || frame.current === null) return;
    placeFrame(frame.current, placedCell(handle, idOf(open.found)));
    widen(frame.current, handle);
  }, [handle, store]);
  useFollowing(handle, place);
  if (editor === null) return null;
  return (
    <div ref={frame} className="cell-editor" data-invalid={editor.fault !== null}>
      <CellEditor context={context} editor={editor} onRoom={place} />
    </div>
  );
}

function OverCell(props: {
  readonly handle: SheetHandle;
  readonly cell: SheetCell;
  readonly children: ReactNode;
}): JSX.Element {
  const { handle, cell, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { rowId, columnId } = cell;
  const place = useCallback(() => {
    if (frame.current !== null) placeFrame(frame.current, placedCell(handle, { rowId, columnId }));
  }, [handle, rowId, columnId]);
  useFollowing(handle, place);
  return (
    <div ref={frame} className="cell-frame">
      {children}
    </div>
  );
}

function Outline(props: { readonly handle: SheetHandle; readonly bounds: RangeBounds }) {
  const { handle, bounds } = props;
  const frame = useRef<HTMLDivElement>(null);
  const place = useCallback(() => {
    if (frame.current === null) return;
    const placed = placeOver(handle, bounds);
    placeFrame(frame.current, placed);
    const hidden = placed === null ? null : hiddenEdges(placed);
    frame.current.style.clipPath = clip(hidden);
  }, [handle, bounds]);
  useFollowing(handle, place);
  return <div ref={frame} className="fill-outline" />;
}

/** Places at once, and again whenever cells may have moved. */
function useFollowing({ root, api }: SheetHandle, place: () => void): void {
  useLayoutEffect(() => {
    place();
    const sheet = root.current;
    const grid = api();
    if (sheet === null) return;
    sheet.addEventListener("scroll", place, { capture: true, passive: true });
    grid?.addEventListener("modelUpdated", place);
    grid?.addEventListener("displayedColumnsChanged", place);
    grid?.addEventListener("columnResized", place);
    grid?.addEventListener("gridSizeChanged", place);
    return () => {
      sheet.removeEventListener("scroll", place, { capture: true });
      if (grid === null || grid.isDestroyed()) return;
      grid.removeEventListener("modelUpdated", place);
      grid.removeEventListener("displayedColumnsChanged", place);
      grid.removeEventListener("columnResized", place);
      grid.removeEventListener("gridSizeChanged", place);
    };
  }, [root, api, place]);
}

function placedCell(handle: SheetHandle, cell: SheetCell): PlacedBox | null {
  const place = handle.table().placeOf(cell);
  if (place === null) return null;
  const { row, column } = place;
  return placeOver(handle, { top: row, left: column, bottom: row, right: column });
}

/** Below this there is no room for words under a cell, and they stand above it. */
const NOTE_HEIGHT = 56;
const NOTE_WIDTH = 320;

/** A cell that is scrolled away keeps its editor, unseen, with its text and the focus. */
function placeFrame(frame: HTMLElement, placed: PlacedBox | null): void {
  const hidden = placed === null ? null : hiddenEdges(placed);
  frame.dataset["away"] = `${placed === null || hidden === null}`;
  if (placed === null) return;
  const { box } = placed;
  Object.assign(frame.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.right - box.left}px`,
    height: `${box.bottom - box.top}px`,
  });
  const height = frame.parentElement?.clientHeight ?? 0;
  frame.dataset["note"] = box.bottom + NOTE_HEIGHT > height ? "above" : "below";
  frame.dataset["side"] = box.right < NOTE_WIDTH ? "left" : "right";
  const field = frame.querySelector("input");
  if (field !== null) field.style.clipPath = clip(hidden);
}

/** Grows to the right as far as the text needs, then to the left; never beyond the room. */
function widen(frame: HTMLElement, handle: SheetHandle): void {
  const field = frame.querySelector("input");
  const sheet = handle.root.current;
  if (field === null || sheet === null) return;
  const missing = field.scrollWidth - field.clientWidth;
  if (missing <= 0) return;
  const left = frame.offsetLeft;
  const width = Math.min(frame.offsetWidth + missing + 2, sheet.clientWidth);
  const shift = Math.max(left + width - sheet.clientWidth, 0);
  Object.assign(frame.style, { left: `${left - shift}px`, width: `${width}px` });
}

function clip(hidden: ReturnType<typeof hiddenEdges>): string {
  if (hidden === null) return "inset(100%)";
  const { top, right, bottom, left } = hidden;
  return top + right + bottom + left === 0
    ? "none"
    : `inset(${top}px ${right}px ${bottom}px ${left}px)`;
}

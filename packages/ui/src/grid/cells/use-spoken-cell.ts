/** Tells those who do not see the sheet which cell has the focus, and what is selected. */
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { countSelected } from "../selection/selected-cells.ts";
import { boundsOf, isSinglePlace, lastRange, type SheetSelection } from "../selection/selection.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetTable } from "../sheet-table.ts";
import { cellOf, placeOf } from "./cell-element.ts";
import { describeCell, markWordsOf } from "./describe-cell.ts";
import { groundOf } from "./paint-cells.ts";

/** A range is said once it has stood still for so long, in milliseconds. */
const STILL = 400;

/**
 * Gives the cell with the focus its words. The library may move the focus while React draws, when
 * React tells nobody of it, so the browser itself is listened to.
 */
export function useSpokenCell(handle: SheetHandle): void {
  const { t } = useTranslation();
  useEffect(() => {
    const element = handle.root.current;
    const say = ({ target }: FocusEvent): void => sayCell(target, handle, t, FRAMES_TO_DRAW);
    const hush = ({ target }: FocusEvent): void => cellOf(target)?.removeAttribute("aria-label");
    element?.addEventListener("focusin", say);
    element?.addEventListener("focusout", hush);
    return () => {
      element?.removeEventListener("focusin", say);
      element?.removeEventListener("focusout", hush);
    };
  }, [handle, t]);
}

/** Says a selected range politely, not each cell that a drag goes over. */
export function useSpokenSelection(handle: SheetHandle): void {
  const { t } = useTranslation();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasRange = false;
    const wait = (): void => {
      clearTimeout(timer);
      const isRange = !isSinglePlace(handle.selection.get());
      if (isRange || wasRange) timer = setTimeout(say, STILL);
      wasRange = isRange;
    };
    const say = (): void => {
      const text = describeSelection(handle.selection.get(), handle.table(), t);
      if (text !== null) handle.say(text, "polite");
    };
    const leave = handle.selection.subscribe(wait);
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [handle, t]);
}

/** How many cells are selected, and from where to where; null for one cell. */
function describeSelection(
  selection: SheetSelection,
  table: SheetTable,
  t: TFunction,
): string | null {
  if (isSinglePlace(selection)) return null;
  const count = countSelected(selection);
  const ranges = selection.ranges.length;
  if (ranges > 1) return t("grid.selection.several", { count, ranges });
  const { top, left, bottom, right } = boundsOf(lastRange(selection));
  const nameAt = (row: number, column: number): string =>
    t("grid.selection.place", {
      row: table.rowAt(row)?.name ?? "",
      column: table.columns[column]?.title ?? "",
    });
  return t("grid.selection.range", {
    count,
    from: nameAt(top, left),
    to: nameAt(bottom, right),
  });
}

/** A cell may have the focus before it says which one it is. */
const FRAMES_TO_DRAW = 3;

/** The focus tells the whole cell: a screen reader reads the label that stands at that moment. */
function sayCell(
  target: EventTarget | null,
  handle: SheetHandle,
  t: TFunction,
  frames: number,
): void {
  const cell = cellOf(target);
  const place = placeOf(cell);
  const label =
    place === null ? null : describeCell(handle.table(), place, groundOf(handle), markWordsOf(t));
  if (label !== null) cell?.setAttribute("aria-label", label);
  else if (frames > 0 && target === document.activeElement) {
    requestAnimationFrame(() => sayCell(target, handle, t, frames - 1));
  }
}

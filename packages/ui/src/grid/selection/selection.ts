/** What is selected in a sheet: one or more rectangles of places, with the active cell in them. */
import type { SheetPlace } from "../sheet-table.ts";

/** A rectangle from where it was begun to where it reaches; both corners belong to it. */
export type SheetRange = { readonly anchor: SheetPlace; readonly head: SheetPlace };

/** There is always one range, and the active cell is in one of them. */
export type SheetSelection = {
  readonly ranges: readonly [SheetRange, ...SheetRange[]];
  /** Where Enter and Tab have gone to within the ranges; else the anchor of the last one. */
  readonly active?: SheetPlace;
  /** The column in which a run of Tabs began, to which Enter returns. */
  readonly tabColumn?: number;
};

/** Edges of a rectangle, all within it. */
export type RangeBounds = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One cell. */
export function selectPlace(place: SheetPlace): SheetSelection {
  return { ranges: [{ anchor: place, head: place }] };
}

/** The place of the active cell. */
export function activeOf(selection: SheetSelection): SheetPlace {
  return selection.active ?? lastRange(selection).anchor;
}

/** The range that was drawn last. */
export function lastRange({ ranges }: SheetSelection): SheetRange {
  return ranges.at(-1) ?? ranges[0];
}

/** The range with the active cell, which the next key or press extends; of several the last. */
export function activeRange(selection: SheetSelection): SheetRange {
  const active = activeOf(selection);
  const found = selection.ranges.findLast((range) => holds(boundsOf(range), active));
  return found ?? lastRange(selection);
}

/** The same ranges, that of the active cell reaching to another place; the cell stays in it. */
export function extendTo(selection: SheetSelection, head: SheetPlace): SheetSelection {
  return replaceActive(selection, { anchor: activeRange(selection).anchor, head });
}

/**
 * The same ranges with another one, now the last, in place of that of the active cell. The cell
 * stays if the new one holds it.
 */
export function replaceActive(selection: SheetSelection, range: SheetRange): SheetSelection {
  const replaced = activeRange(selection);
  const [first, ...others] = [...selection.ranges.filter((other) => other !== replaced), range];
  const active = activeOf(selection);
  return {
    ranges: [first ?? range, ...others],
    ...(holds(boundsOf(range), active) ? { active } : {}),
  };
}

/** One range more, with the active cell at its anchor. */
export function addRange({ ranges }: SheetSelection, range: SheetRange): SheetSelection {
  return { ranges: [...ranges, range] };
}

/** The edges of a range, whichever way it was drawn. */
export function boundsOf({ anchor, head }: SheetRange): RangeBounds {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

/** Whether the place stands in the rectangle. */
export function holds({ top, left, bottom, right }: RangeBounds, place: SheetPlace): boolean {
  const { row, column } = place;
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Whether the place stands in one of the ranges. */
export function isSelected({ ranges }: SheetSelection, place: SheetPlace): boolean {
  return ranges.some((range) => holds(boundsOf(range), place));
}

/** Whether nothing but the active cell is selected. */
export function isSinglePlace({ ranges }: SheetSelection): boolean {
  const [{ anchor, head }] = ranges;
  return ranges.length === 1 && anchor.row === head.row && anchor.column === head.column;
}

/** The number of cells in a rectangle. */
export function cellCount({ top, left, bottom, right }: RangeBounds): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Holds the selection outside of React, so that a drag draws cells and nothing else. */
export type SelectionStore = {
  readonly get: () => SheetSelection;
  readonly set: (selection: SheetSelection) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store that begins at one place; at the first cell where none is named. */
export function createSelectionStore(first: SheetPlace = { row: 0, column: 0 }): SelectionStore {
  let selection = selectPlace(first);
  const listeners = new Set<() => void>();
  return {
    get: () => selection,
    set: (next) => {
      selection = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

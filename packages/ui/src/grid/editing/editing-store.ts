/** What of editing is drawn over a sheet, held outside of React: only it is drawn at a key. */

import type { FoundCell } from "../selection/selected-cells.ts";
import type { RangeBounds } from "../selection/selection.ts";
import type { SheetCell } from "../sheet.ts";

/** Arrows accept and move, as after typing, or go through the text, as after F2. */
export type EditMode = "replace" | "edit";

/** A cell that is open for typing. */
export type OpenEditor = {
  /** As it was when it was opened; its row may leave the view while it is open. */
  readonly found: FoundCell;
  readonly mode: EditMode;
  /** What F2 opened with: entered unchanged it is no edit. Null where typing replaces. */
  readonly opening: string | null;
  readonly text: string;
  /** Why the text was refused; null until then, and when it is changed. */
  readonly fault: string | null;
};

/** Words beside a cell until the next key. */
export type CellNotice = { readonly cell: SheetCell; readonly text: string };

/** All of it; null is not on view. */
export type EditingState = {
  readonly editor: OpenEditor | null;
  readonly notice: CellNotice | null;
  /** Cells that a drag of the handle would fill. */
  readonly outline: RangeBounds | null;
};

/** Changes are told at once. */
export type EditingStore = {
  readonly get: () => EditingState;
  readonly set: (change: Partial<EditingState>) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store with nothing on view. */
export function createEditingStore(): EditingStore {
  let state: EditingState = { editor: null, notice: null, outline: null };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

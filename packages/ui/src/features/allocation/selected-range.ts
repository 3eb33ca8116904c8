/**
 * What is selected in the sheet, for the status line: held outside of React, so that a drag over
 * the sheet draws the status line and nothing else.
 */
import type { SheetSelection } from "../../grid/selection/selection.ts";
import type { SheetTable } from "../../grid/sheet-table.ts";

/** A selection and the table it is counted in. */
export type SelectedRange = { readonly selection: SheetSelection; readonly table: SheetTable };

/** Null until the sheet has told what is selected. */
export type SelectedRangeStore = {
  readonly get: () => SelectedRange | null;
  readonly tell: (selection: SheetSelection, table: SheetTable) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store in which nothing is selected yet. */
export function createSelectedRange(): SelectedRangeStore {
  let selected: SelectedRange | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => selected,
    tell: (selection, table) => {
      selected = { selection, table };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

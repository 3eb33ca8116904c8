/** What a person looks for in a sheet; it outlives the bar, so that F3 goes on without it. */
import type { SheetSelection } from "../selection/selection.ts";
import type { SheetTable } from "../sheet-table.ts";

/** Which part of the search is open. */
export type SearchState = {
  readonly bar: "closed" | "find" | "replace";
  readonly isGoToOpen: boolean;
  readonly text: string;
  readonly isWhole: boolean;
  /** The range that was selected when the bar was opened; null where it was one cell. */
  readonly scope: SearchScope | null;
  readonly isScoped: boolean;
  /** Grows whenever the field is asked to take the focus. */
  readonly asked: number;
};

/** A selection with the table in which it was counted. */
export type SearchScope = { readonly selection: SheetSelection; readonly table: SheetTable };

/** Holds the state outside of React: letters typed into the bar do not draw the sheet. */
export type SearchStore = {
  readonly get: () => SearchState;
  readonly change: (part: Partial<SearchState>) => void;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A store in which nothing is looked for. */
export function createSearchStore(): SearchStore {
  let state: SearchState = {
    ...{ bar: "closed", isGoToOpen: false, text: "", isWhole: false },
    ...{ scope: null, isScoped: false, asked: 0 },
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    change: (part) => {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a sheet is given. It is controlled: what is active, folded and ordered comes in. */
import type { EditBatch, EditRefusal } from "./editing/edit-batch.ts";
import type { UndoOutcome } from "./history/edit-history.ts";
import type { SheetSelection } from "./selection/selection.ts";
import type { SheetCell, SheetColumn, SheetRow, SheetSort, VisibleRow } from "./sheet.ts";
import type { SheetTable } from "./sheet-table.ts";

/** Wishes of the person go out through the `on…` functions. */
export type SheetGridProps = {
  /** The name of the sheet for assistive technology. */
  readonly label: string;
  /** In the order on view; that of names is the first. */
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly VisibleRow[];
  readonly total: SheetRow;
  /** Rows of the full sheet with all groups open, without the total. */
  readonly fullRowCount: number;
  /** Rows that a search looks through, folded ones too; those on view where it is left out. */
  readonly searchedRows?: readonly SheetRow[];
  /** Changes when figures or marks changed while rows and columns are the same objects. */
  readonly revision?: unknown;
  /** Whether inputs have changed since the figures were calculated. */
  readonly isStale?: boolean;
  /** Rows may be of groups that are folded now: then the owner unfolds them. */
  readonly active: SheetCell;
  /** What gives rows their places and room; when it changes, the active cell is brought on view. */
  readonly arrangement: string;
  readonly sort: SheetSort | null;
  /** Whether fingers point at it: rows are taller. */
  readonly isTouch: boolean;
  /** Left out where nothing can be entered. */
  readonly editing?: SheetEditing;
  readonly onActivate: (cell: SheetCell) => void;
  /** What is selected, with the table it is counted in; told after it was drawn. */
  readonly onSelect?: (selection: SheetSelection, table: SheetTable) => void;
  readonly onFold: (rowId: string, isOpen: boolean) => void;
  readonly onFoldAll: (isOpen: boolean) => void;
  readonly onSort: (sort: SheetSort | null) => void;
  readonly onPartsToggle: (columnId: string) => void;
  /** A column was made this many CSS pixels wide. */
  readonly onResize: (columnId: string, width: number) => void;
  /** A column was dragged: all columns in their new order. Left out where they stay. */
  readonly onOrder?: (columnIds: readonly string[]) => void;
  /** The triangle of a row was pressed. */
  readonly onWarning?: (rowId: string) => void;
};

/** Edits that are to be shown; a new object shows the same batch again. */
export type ShownEdits = { readonly batch: EditBatch };

/** How edits reach their owner, who alone keeps and judges them. */
export type SheetEditing = {
  /** Names this sheet in batches. */
  readonly sheetId: string;
  /** Why nothing can be edited at the moment, such as an approved scenario; null where it can. */
  readonly lock: string | null;
  /** Takes all edits of the batch or none; returns why none were taken. */
  readonly apply: (batch: EditBatch) => readonly EditRefusal[];
  /** Takes the last batch back, on whatever sheet it was. */
  readonly undo: () => UndoOutcome;
  readonly redo: () => UndoOutcome;
  /** What was taken back or done again last: its cells get selected, once for each object. */
  readonly shown?: ShownEdits | null;
};

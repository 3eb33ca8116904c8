/** What a sheet is given. It is controlled: what is active, folded and ordered comes in. */
import type { SheetCell, SheetColumn, SheetRow, SheetSort, VisibleRow } from "./sheet.ts";

/** Wishes of the person go out through the `on…` functions. */
export type SheetGridProps = {
  /** The name of the sheet for assistive technology. */
  readonly label: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly VisibleRow[];
  readonly total: SheetRow;
  /** Rows of the full sheet with all groups open, without the total. */
  readonly fullRowCount: number;
  readonly active: SheetCell;
  /** What gives rows their places and room; when it changes, the active cell is brought on view. */
  readonly arrangement: string;
  readonly sort: SheetSort | null;
  /** Whether fingers point at it: rows are taller. */
  readonly isTouch: boolean;
  readonly onActivate: (cell: SheetCell) => void;
  readonly onFold: (rowId: string, isOpen: boolean) => void;
  readonly onFoldAll: (isOpen: boolean) => void;
  readonly onSort: (sort: SheetSort | null) => void;
  readonly onPartsToggle: (columnId: string) => void;
  /** A column was made this many CSS pixels wide. */
  readonly onResize: (columnId: string, width: number) => void;
};

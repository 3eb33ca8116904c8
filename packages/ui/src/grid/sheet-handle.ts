/** What the parts of the grid layer share about the sheet they work on. */
import type { GridApi } from "ag-grid-community";
import type { RefObject } from "react";

import type { EditRefusal } from "./editing/edit-batch.ts";
import type { SelectionStore } from "./selection/selection.ts";
import type { SheetCell, VisibleRow } from "./sheet.ts";
import type { SheetAction } from "./sheet-keys.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import type { SheetTable } from "./sheet-table.ts";

/** All of it is of the moment when it is asked. The handle itself stays the same. */
export type SheetHandle = {
  /** Null until the library is ready, and when it has gone. */
  readonly api: () => GridApi<VisibleRow> | null;
  readonly root: RefObject<HTMLDivElement | null>;
  readonly props: () => SheetGridProps;
  readonly table: () => SheetTable;
  /** What is set here is painted at once; its owner is told a moment later. */
  readonly selection: SelectionStore;
  /** The active cell of the selection; the owner's own may be a moment behind. */
  readonly activeCell: () => SheetCell;
  /** Tells the owner of the active cell and the selection at once. */
  readonly tell: () => void;
  /** Does what a key would in the active cell; true where somebody did. */
  readonly run: (action: SheetAction) => boolean;
  /** Makes a cell the active one, alone selected, on view and with the focus. */
  readonly goTo: (cell: SheetCell) => void;
  /** Gives the focus back to the active cell. */
  readonly focus: () => void;
  /** Says something to those who do not see it; what refuses is said at once. */
  readonly say: (text: string, urgency: "polite" | "assertive") => void;
  /** Marks cells as refused and lists why; an empty list takes all marks away. */
  readonly refuse: (refusals: readonly EditRefusal[]) => void;
  /** What is refused at the moment. */
  readonly refusals: () => readonly EditRefusal[];
  /** Draws selection and marks of the cells on view anew. */
  readonly paint: () => void;
};

/** What is selected by a press of the mouse: a cell, whole rows or columns, or everything. */

import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import {
  activeOf,
  addRange,
  replaceActive,
  type SheetRange,
  type SheetSelection,
} from "./selection.ts";

/** Where the mouse was pressed or has been dragged to. */
export type PressTarget =
  | { readonly kind: "cell"; readonly place: SheetPlace }
  | { readonly kind: "row"; readonly row: number }
  | { readonly kind: "column"; readonly column: number }
  | { readonly kind: "all" };

/** Alone, from the active cell on (Shift), or beside what is selected (Ctrl, ⌘). */
export type PressWay = "only" | "extend" | "add";

/** The table, and the row of the view where the active cell of a whole column stands. */
export type PressSpace = { readonly table: SheetTable; readonly topRow: number };

/** What is selected after a press. A drag extends step by step from the cell that was pressed. */
export function selectByPress(
  selection: SheetSelection,
  target: PressTarget,
  way: PressWay,
  { table, topRow }: PressSpace,
): SheetSelection {
  const active = activeOf(selection);
  if (target.kind === "all") return { ranges: [rangeTo(target, active, table)], active };
  if (way === "extend") return replaceActive(selection, rangeTo(target, active, table));
  const from = beginOf(target, topRow);
  const range = rangeTo(target, from, table);
  return { ...(way === "add" ? addRange(selection, range) : { ranges: [range] }), active: from };
}

/** From a place to a target; whole rows and columns reach over the whole table. */
function rangeTo(target: PressTarget, from: SheetPlace, table: SheetTable): SheetRange {
  const last = {
    row: Math.max(table.rowCount - 1, 0),
    column: Math.max(table.columns.length - 1, 0),
  };
  switch (target.kind) {
    case "cell":
      return { anchor: from, head: target.place };
    case "row":
      return {
        anchor: { row: from.row, column: 0 },
        head: { row: target.row, column: last.column },
      };
    case "column":
      return {
        anchor: { row: 0, column: from.column },
        head: { row: last.row, column: target.column },
      };
    case "all":
      return { anchor: { row: 0, column: 0 }, head: last };
  }
}

/** The active cell of a row is its name, that of a column its first cell on view. */
function beginOf(target: Exclude<PressTarget, { kind: "all" }>, topRow: number): SheetPlace {
  switch (target.kind) {
    case "cell":
      return target.place;
    case "row":
      return { row: target.row, column: 0 };
    case "column":
      return { row: topRow, column: target.column };
  }
}

/** Why a cell cannot be edited, in the words of whoever locked it. */
import type { TFunction } from "i18next";

import type { SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetEditing } from "../sheet-props.ts";

/** Why nothing of the sheet can be edited at the moment; null where it can. */
export function lockOfSheet(editing: SheetEditing | undefined, t: TFunction): string | null {
  return editing === undefined ? t("grid.edit.readOnly") : editing.lock;
}

/** Why nothing can be entered in this cell of a sheet that takes input; null where it can. */
export function lockOfCell(row: SheetRow, column: SheetColumn, t: TFunction): string | null {
  if (row.kind !== "member") return t("grid.edit.total");
  const lock = row.marksIn?.(column.id)?.lock ?? column.lock;
  if (lock !== undefined) return lock;
  if (column.input !== undefined) return null;
  return t(column.kind === "name" ? "grid.edit.name" : "grid.edit.computed");
}

/** Whether an action on a range goes round the cell in silence: nobody could mean it. */
export function isPassedOver(row: SheetRow, column: SheetColumn): boolean {
  return row.kind !== "member" || (column.input === undefined && column.lock === undefined);
}

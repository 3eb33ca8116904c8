/** Why a cell cannot take the value of another one: its lock, its unit, its bounds. */
import type { TFunction } from "i18next";

import type { Language } from "../../i18n/language.ts";
import { isWordColumn } from "../cells/cell-content.ts";
import { readStored, readWritten } from "../reading/read-cell.ts";
import { faultText } from "../reading/read-fault.ts";
import type { FoundCell } from "../selection/selected-cells.ts";
import type { CellValue, SheetColumn } from "../sheet.ts";
import { lockOfCell } from "./edit-lock.ts";
import type { FillRules } from "./fill-range.ts";

/** Values are copied as they are kept: a figure of another dimension is no figure here. */
export function fillRules(way: FillRules["way"], language: Language, t: TFunction): FillRules {
  return {
    way,
    refuse: ({ row, column }, value, from) => {
      const lock = lockOfCell(row, column, t);
      if (lock !== null || value === null) return lock;
      return isAlike(column, from)
        ? faultOf(value, column, language, t)
        : t("grid.edit.otherKind", { from: nameOf(from, t), to: nameOf(column, t) });
    },
  };
}

function isAlike(left: SheetColumn, right: SheetColumn): boolean {
  if (left.id === right.id) return true;
  if (isWordColumn(left) || isWordColumn(right)) return left.kind === right.kind;
  return left.unit?.dimension === right.unit?.dimension;
}

function faultOf(
  value: CellValue,
  column: SheetColumn,
  language: Language,
  t: TFunction,
): string | null {
  // A date is kept in one way in every column of dates.
  if (column.kind === "date") return null;
  const reading =
    typeof value === "string" ? readWritten(value, column, language) : readStored(value, column);
  return "fault" in reading ? faultText(t, reading.fault) : null;
}

/** What the column is of, in a word. */
function nameOf(column: FoundCell["column"], t: TFunction): string {
  if (isWordColumn(column)) return t(`grid.edit.kind.${column.kind}`);
  return column.unit?.name ?? t("grid.edit.kind.number");
}

/** A cell in words for a screen reader: what it is of, what it holds, and its marks. */
import type { TFunction } from "i18next";
import { isEditable } from "../editing/edit-batch.ts";
import type { SheetCell, SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetTable } from "../sheet-table.ts";
import { speakContent } from "./cell-content.ts";
import { type MarkGround, refusalOf } from "./mark-cells.ts";

/** The words of marks, in the language of the page. */
export type MarkWords = {
  readonly assumed: string;
  readonly changed: string;
  readonly readOnly: string;
};

/** What marks are called. */
export function markWordsOf(t: TFunction): MarkWords {
  return {
    assumed: t("grid.mark.assumed"),
    changed: t("grid.mark.changed"),
    readOnly: t("grid.mark.readOnly"),
  };
}

/**
 * `Школа № 488, Среднее, 731 136 тысяч тенге, условное`; the name with what a check says of the row
 * in the column of names. Null when the cell is not on view.
 */
export function describeCell(
  table: SheetTable,
  cell: SheetCell,
  ground: MarkGround,
  words: MarkWords,
): string | null {
  const place = table.placeOf(cell);
  const row = place === null ? undefined : table.rowAt(place.row);
  const column = place === null ? undefined : table.columns[place.column];
  if (row === undefined || column === undefined) return null;
  const told =
    column.kind === "name"
      ? [row.name, row.note, row.warning]
      : [
          row.name,
          column.title,
          speakContent(row, column) ?? column.absent,
          ...tellMarks(row, column, ground, words),
        ];
  return told.filter((text) => text !== null && text !== undefined && text !== "").join(", ");
}

/** Why the cell is wrong: it did not take what was entered, or a check refuses its value. */
export function describeFault(
  row: SheetRow,
  column: SheetColumn,
  { refusals }: MarkGround,
): string | null {
  return refusalOf(row, column, refusals) ?? row.marksIn?.(column.id)?.fault ?? null;
}

/** Whether the sheet takes input and this cell does not. */
export function isReadOnly(row: SheetRow, column: SheetColumn, { editing }: MarkGround): boolean {
  return editing !== undefined && (editing.lock !== null || !isEditable(row, column));
}

function tellMarks(
  row: SheetRow,
  column: SheetColumn,
  ground: MarkGround,
  words: MarkWords,
): readonly (string | null)[] {
  const marks = row.marksIn?.(column.id) ?? null;
  return [
    marks?.isAssumed === true ? words.assumed : null,
    marks?.isOverridden === true ? words.changed : null,
    isReadOnly(row, column, ground) ? words.readOnly : null,
    describeFault(row, column, ground),
  ];
}

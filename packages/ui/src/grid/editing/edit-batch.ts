/** Edits of a sheet as data: what one action of a person changes is one batch, all or nothing. */

import { contentOf, isSameContent } from "../cells/cell-content.ts";
import type { CellValue, SheetCell, SheetColumn, SheetRow } from "../sheet.ts";

/** What was entered in a cell before and after; null lets the value of the base stand. */
export type CellEdit = {
  readonly cell: SheetCell;
  readonly before: CellValue | null;
  readonly after: CellValue | null;
};

/** By what action the batch came about; history and reasons name it. */
export type EditKind = "type" | "fill" | "paste" | "cut" | "clear" | "replace";

/** One action of a person on one sheet. */
export type EditBatch = {
  readonly sheetId: string;
  readonly kind: EditKind;
  readonly edits: readonly CellEdit[];
};

/** Why a cell cannot take what was to be entered, in a person's words. */
export type EditRefusal = { readonly cell: SheetCell; readonly reason: string };

/** What brings the sheet back to where it was before the batch. */
export function inverseOf(batch: EditBatch): EditBatch {
  return {
    ...batch,
    edits: batch.edits.map(({ cell, before, after }) => ({ cell, before: after, after: before })),
  };
}

/**
 * The edit that lets a cell hold a value; null where it shows that value already.
 * One that was entered stays entered, also where the base has come to the same.
 */
export function editOf(
  row: SheetRow,
  column: SheetColumn,
  after: CellValue | null,
): CellEdit | null {
  const before = row.ownIn?.(column.id) ?? null;
  const isKept =
    after === null || before !== null
      ? isSameContent(before, after)
      : isSameContent(contentOf(row, column), after);
  return isKept ? null : { cell: { rowId: row.id, columnId: column.id }, before, after };
}

/** Whether a person may enter something here; otherwise see the lock of the cell or its column. */
export function isEditable(row: SheetRow, column: SheetColumn): boolean {
  return (
    column.input !== undefined &&
    column.lock === undefined &&
    row.kind === "member" &&
    row.marksIn?.(column.id)?.lock === undefined
  );
}

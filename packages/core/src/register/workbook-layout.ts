/**
 * A workbook as a department keeps it: several sheets that together list the organisations, and a
 * dictionary.
 */
import { fail, issue, ok, type Result } from "../kernel/index.ts";
import type { RawSheet, RawTable } from "./raw-table.ts";
import type { WorkbookLayout } from "./register-rules.ts";
import type { DictionaryWord } from "./vocabulary.ts";
import { readDictionary } from "./workbook-dictionary.ts";
import { findHeader } from "./workbook-header.ts";
import { readSheetRows } from "./workbook-rows.ts";

/** What a workbook gave. */
export type RegisterSheets = {
  /** One table a sheet that has the layout's header, in the workbook's order. */
  readonly tables: readonly RawTable[];
  readonly dictionary: readonly DictionaryWord[];
};

/** Finds the register among the sheets; others may stand beside it. */
export function readRegisterSheets(
  file: string,
  sheets: readonly RawSheet[],
  layout: WorkbookLayout,
): Result<RegisterSheets> {
  const tables = sheets.flatMap((sheet) => {
    const header = findHeader(sheet, layout);
    return header === undefined ? [] : [readSheetRows(sheet, header, layout)];
  });
  if (tables.length > 0) return ok({ tables, dictionary: readDictionary(sheets, layout) });
  const expected = layout.columns.flatMap(({ headers }) => headers.slice(0, 1)).join(", ");
  return fail(issue("workbook-without-register", { file }, { expected }));
}

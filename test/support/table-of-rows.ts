/** Rows by column name as the table a reader of files would hand over. */
import type { RawTable } from "../../packages/core/src/index.ts";

export function tableOfRows(
  file: string,
  rows: readonly Readonly<Record<string, string>>[],
): RawTable {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    file,
    columns,
    rows: rows.map((row, place) => ({
      row: place + 2,
      cells: columns.map((column) => row[column] ?? ""),
    })),
  };
}

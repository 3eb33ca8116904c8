/** A CSV as a table, or every fault of its form. */
import { FILE_SIZE_LIMIT } from "../../packages/api/src/files/decode-text.ts";
import { scanCsv } from "../../packages/api/src/files/read-csv.ts";
import { type RawTable, type Result, unlessIssues } from "../../packages/core/src/index.ts";

export function readCsv(file: string, bytes: Uint8Array): Result<RawTable> {
  const scan = scanCsv({ file, bytes, sizeLimit: FILE_SIZE_LIMIT });
  if (!scan.ok) return scan;
  return unlessIssues(scan.value.issues, () => scan.value.table);
}

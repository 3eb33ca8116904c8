/**
 * CSV as people save it, as one table with places: any encoding of `decode-text.ts`; comma,
 * semicolon or tab.
 *
 * Rows count from 1 as in a spreadsheet, empty ones included.
 */
import {
  fail,
  type Issue,
  issue,
  ok,
  type RawRow,
  type RawTable,
  type Result,
} from "@zhanbasy/core";
import { type CsvRecords, exceedsLimits, readRecords, type TableLimits } from "./csv-records.ts";
import { decodeText, type FileBytes } from "./decode-text.ts";

const NO_CELLS: readonly string[] = [];
/** As many as a sheet of a workbook may have. */
const COLUMNS = 16_384;

/** What could be read, and every fault of form; rows at fault stand apart in the table. */
export type CsvScan = { readonly table: RawTable; readonly issues: readonly Issue[] };

/**
 * The table with trimmed lower-case column names; reads on behind faults, so that the cells of all
 * other rows can be checked in the same run. `isNoRow` knows records below the header that are no
 * rows of the table.
 */
export function scanCsv(
  input: FileBytes,
  isNoRow: (cells: readonly string[]) => boolean = isBlank,
): Result<CsvScan> {
  const text = decodeText(input);
  if (!text.ok) return text;
  const limits = limitsOf(input);
  if (exceedsLimits(text.value, limits)) return tooManyCells(input, limits);
  const { records, faults } = readRecords(text.value);
  const headerAt = records.findIndex((record) => !isBlank(record));
  const header = records[headerAt];
  if (header === undefined) return fail(issue("table-empty", { file: input.file }, {}));
  const left = records.map((record, at) => (at > headerAt && isNoRow(record) ? NO_CELLS : record));
  return ok(layRows(input.file, headerAt, { records: left, faults }));
}

/** What fills a file of the size limit with rows and cells as short as they ever are. */
function limitsOf({ sizeLimit }: FileBytes): TableLimits {
  return { rows: Math.ceil(sizeLimit / 32), columns: COLUMNS, cells: Math.ceil(sizeLimit / 8) };
}

function tooManyCells({ file }: FileBytes, { rows, columns, cells }: TableLimits): Result<never> {
  const facts = { rows: String(rows), columns: String(columns), cells: String(cells) };
  return fail(issue("table-too-large", { file }, facts));
}

function layRows(file: string, headerAt: number, { records, faults }: CsvRecords): CsvScan {
  const columns = (records[headerAt] ?? []).map((name) => name.trim().toLowerCase());
  const issues: Issue[] = [];
  const rows: RawRow[] = [];
  const brokenRows: RawRow[] = [];
  for (const [at, cells] of records.entries()) {
    const place = { file, row: at + 1 };
    const reason = faults.get(at);
    if (reason !== undefined) issues.push(issue("quote-broken", place, { reason }));
    if (at <= headerAt || isBlank(cells)) continue;
    const isWhole = cells.length === columns.length;
    if (reason === undefined && !isWhole) {
      const facts = { found: String(cells.length), expected: String(columns.length) };
      issues.push(issue("row-width", place, facts));
    }
    const target = reason === undefined && isWhole ? rows : brokenRows;
    target.push({ row: at + 1, cells });
  }
  return { table: { file, columns, rows, brokenRows }, issues };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}

/**
 * CSV for people and programs: UTF-8, comma, `\n`, decimal point; no cell becomes a formula in a
 * spreadsheet.
 */
import type { Result } from "@zhanbasy/core";
import { stringify } from "csv-stringify/sync";
import { writeWholeFile } from "./write-whole-file.ts";

/** A table of text, header apart. */
export type CsvOutput = {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
};

const FORMULA_START = /^[=+\-@\t\r\n]/;
/** Also one whose digits go on. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?…?$/;

/** Writes the file whole or not at all. */
export function writeCsv(path: string, output: CsvOutput): Promise<Result<undefined>> {
  return writeWholeFile(path, formatCsv(output));
}

/** The content of the file. */
export function formatCsv({ columns, rows }: CsvOutput): string {
  const guarded = Array.from(rows, (row) => row.map(guardCell));
  return stringify([[...columns], ...guarded], {
    record_delimiter: "\n",
    // Readers take a lone carriage return for the end of a row.
    quoted_match: /\r/,
  });
}

/**
 * Text that a spreadsheet would calculate is shown instead; plain numbers such as `-12.50` stay
 * numbers.
 */
function guardCell(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

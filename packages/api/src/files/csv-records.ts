/**
 * Text as records of cells.
 *
 * A file is read strictly and at once. Only when its quotes are broken is it read line by line, so
 * that every broken line is named and all others are still read: a line with an open quote takes
 * the lines that close it if together they have as many cells as the header; otherwise it is at
 * fault by itself.
 */
import { CsvError, parse } from "csv-parse/sync";
import { splitRecords } from "./split-records.ts";

/** The records of a text, empty ones included. */
export type CsvRecords = {
  readonly records: readonly (readonly string[])[];
  /** By place in `records`, why its quotes cannot be understood; its cells are then a guess. */
  readonly faults: ReadonlyMap<number, string>;
};

/** The most that a table may hold; a file of line breaks alone is small, and its rows are not. */
export type TableLimits = {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
};

type Line = { readonly cells: readonly string[]; readonly fault: string | undefined };

const DELIMITERS = [";", "\t", ","];
const LINE_BREAK = /\r\n|\n|\r/;
/** `sep=;`: spreadsheets obey this first line and do not show it. */
const SEPARATOR_LINE = /^"?sep=([^\w\s"]|\t)"?[\t ,;]*(?:\r\n|\n|\r|$)/i;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** So much of the header tells the separator. */
const HEADER_LENGTH = 65_536;
const LINES_IN_A_CELL = 20;
const REASONS: ReadonlyMap<string, string> = new Map([
  ["CSV_QUOTE_NOT_CLOSED", "quote-not-closed"],
  ["CSV_INVALID_CLOSING_QUOTE", "text-after-quote"],
  ["INVALID_OPENING_QUOTE", "quote-inside-text"],
]);

/** Whether more may stand in the text than that; what stands in quotes is counted as well. */
export function exceedsLimits(text: string, limits: TableLimits): boolean {
  const { body, delimiter } = findForm(text);
  const { rows, columns, cells } = countSigns(body, delimiter);
  return rows > limits.rows || columns > limits.columns || cells > limits.cells;
}

/** Reads strictly when the quotes allow it, line by line when not. */
export function readRecords(text: string): CsvRecords {
  const { body, delimiter } = findForm(text);
  const records = splitRecords(body, delimiter);
  if (records !== undefined) return { records, faults: new Map() };
  return readLineByLine(body.split(LINE_BREAK), delimiter);
}

/** The text below a line that names its separator, and the separator. */
function findForm(text: string): { readonly body: string; readonly delimiter: string } {
  const [line = "", told] = SEPARATOR_LINE.exec(text) ?? [];
  const body = text.slice(line.length);
  return { body, delimiter: told ?? findDelimiter(body) };
}

/** At least as many as there are: every sign of a line break counts as a row. */
function countSigns(text: string, delimiter: string): TableLimits {
  const separator = delimiter.charCodeAt(0);
  const found = { rows: 1, columns: 1, cells: 1 };
  let columns = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === separator) {
      columns += 1;
      found.cells += 1;
      if (columns > found.columns) found.columns = columns;
    } else if (sign === LINE_FEED || sign === CARRIAGE_RETURN) {
      columns = 1;
      // The two signs of one break are two rows at most.
      found.rows += 1;
      found.cells += 1;
    }
  }
  return found;
}

/** The separator that the header has most of. */
function findDelimiter(text: string): string {
  const line = /\S.*/.exec(text)?.[0].slice(0, HEADER_LENGTH) ?? "";
  const header = line.replace(/"[^"]*"/g, "");
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) >= count(best) ? each : best));
}

/** The records of a few lines, or why their quotes are broken. */
function parseStrictly(text: string, delimiter: string): string[][] | string {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return REASONS.get(error.code) ?? error.code;
  }
}

function readLineByLine(lines: readonly string[], delimiter: string): CsvRecords {
  const records: (readonly string[])[] = [];
  const faults = new Map<number, string>();
  let at = 0;
  while (at < lines.length) {
    const width = records.find((record) => record.length > 1)?.length;
    const { line, taken } = readLine(lines, at, delimiter, width);
    if (line.fault !== undefined) faults.set(records.length, line.fault);
    records.push(line.cells);
    at += taken;
  }
  return { records, faults };
}

/** The line at `at`, together with those that close its quote. */
function readLine(
  lines: readonly string[],
  at: number,
  delimiter: string,
  width: number | undefined,
): { readonly line: Line; readonly taken: number } {
  const line = splitLine(lines[at] ?? "", delimiter);
  if (line.fault !== "quote-not-closed") return { line, taken: 1 };
  for (let taken = 2; taken <= LINES_IN_A_CELL && at + taken <= lines.length; taken += 1) {
    const joined = splitLine(lines.slice(at, at + taken).join("\n"), delimiter);
    if (joined.fault === undefined && joined.cells.length === width) return { line: joined, taken };
  }
  return { line, taken: 1 };
}

function splitLine(text: string, delimiter: string): Line {
  if (!text.includes('"')) return { cells: text.split(delimiter), fault: undefined };
  const strict = parseStrictly(text, delimiter);
  if (typeof strict !== "string") return { cells: strict[0] ?? [], fault: undefined };
  return { cells: text.replaceAll('"', "").split(delimiter), fault: strict };
}

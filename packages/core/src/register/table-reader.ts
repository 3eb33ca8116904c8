/** Reads the cells of a table by column name and keeps every fault with its place. */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import { CELL_LENGTH_LIMIT, type Decoder } from "./cell.ts";
import type { CellMark, RawRow, RawTable } from "./raw-table.ts";
import type { RowSource } from "./snapshot.ts";

/** A column that a table should have; `title` is what its users call it. */
export type WantedColumn = {
  readonly column: string;
  readonly title: string;
  readonly isOptional: boolean;
};

/** A row of which some fields may have been at fault. */
export type PartialRow<Row> = { readonly [Field in keyof Row]: Row[Field] | undefined };

/** Faults and warnings gathered while tables are read. */
export type Findings = { readonly issues: Issue[]; readonly warnings: Issue[] };

/** A table whose columns were found, and where its faults go. */
export type TableReader = {
  readonly table: RawTable;
  readonly places: ReadonlyMap<string, number>;
  readonly findings: Findings;
};

/** A column that must be there, called by its own name. */
export function wantedColumn(column: string): WantedColumn {
  return { column, title: column, isOptional: false };
}

/** Finds the wanted columns; one that is missing or there twice is a fault of the table. */
export function openTable(
  table: RawTable,
  wanted: readonly WantedColumn[],
  findings: Findings,
): TableReader {
  const places = new Map<string, number>();
  const base = sheetPlace(table);
  for (const { column, title, isOptional } of wanted) {
    const first = table.columns.indexOf(column);
    const second = table.columns.indexOf(column, first + 1);
    if (first >= 0) places.set(column, first);
    else if (!isOptional) findings.issues.push(issue("column-missing", base, { expected: title }));
    if (first >= 0 && second > first) {
      const place = { ...base, column: table.titles?.[second] ?? column };
      findings.issues.push(issue("column-duplicate", place, { value: title }));
    }
  }
  return { table, places, findings };
}

/** The decoded cell, which must be filled; nothing after a fault, which is kept. */
export function readCell<Value>(
  reader: TableReader,
  row: RawRow,
  column: string,
  decoder: Decoder<Value>,
): Value | undefined {
  const text = readText(reader, row, column);
  if (text === "") {
    const facts = { expected: decoder.expected };
    reader.findings.issues.push(issue("value-missing", cellPlaceOf(reader, row, column), facts));
    return undefined;
  }
  return text === undefined ? undefined : decodeCell(reader, row, column, text, decoder);
}

/** The decoded cell; nothing when it is empty or after a fault, which is kept. */
export function readOptionalCell<Value>(
  reader: TableReader,
  row: RawRow,
  column: string,
  decoder: Decoder<Value>,
): Value | undefined {
  const text = readText(reader, row, column);
  if (text === undefined || text === "") return undefined;
  return decodeCell(reader, row, column, text, decoder);
}

/**
 * The trimmed text of a cell; nothing when the column is missing or the cell itself is at fault.
 */
export function readText(reader: TableReader, row: RawRow, column: string): string | undefined {
  const at = reader.places.get(column);
  if (at === undefined) return undefined;
  const text = (row.cells[at] ?? "").trim();
  const mark = row.marks?.get(at);
  if (mark !== undefined && !admits(reader, row, column, mark, text)) return undefined;
  if (text.length <= CELL_LENGTH_LIMIT) return text;
  const facts = { limit: String(CELL_LENGTH_LIMIT) };
  reader.findings.issues.push(issue("value-too-long", cellPlaceOf(reader, row, column), facts));
  return undefined;
}

/** The row when none of its fields is missing; what is missing has been kept as a fault before. */
export function completeRow<Row extends object>(fields: PartialRow<Row>): Row | undefined {
  return Object.values(fields).includes(undefined) ? undefined : (fields as Row);
}

/** Where people find the cell, or the row when no column is named. */
export function placeOf(reader: TableReader, row: RawRow, column?: string): Place {
  const place = { ...sheetPlace(reader.table), row: row.row };
  if (column === undefined) return place;
  const at = reader.places.get(column);
  const title = at === undefined ? undefined : reader.table.titles?.[at];
  return { ...place, column: title ?? column };
}

/** Where the text of the cell stands: in another row when the cell is merged down from there. */
function cellPlaceOf(reader: TableReader, row: RawRow, column: string): Place {
  const merged = row.mergedFrom?.get(reader.places.get(column) ?? -1);
  return placeOf(reader, merged === undefined ? row : { ...row, row: merged }, column);
}

/** The row as a source of facts. */
export function sourceOf(table: RawTable, row: RawRow): RowSource {
  const { file, sheet } = table;
  return sheet === undefined ? { file, row: row.row } : { file, sheet, row: row.row };
}

function sheetPlace(table: RawTable): { readonly file: string; readonly sheet?: string } {
  return table.sheet === undefined
    ? { file: table.file }
    : { file: table.file, sheet: table.sheet };
}

function decodeCell<Value>(
  reader: TableReader,
  row: RawRow,
  column: string,
  text: string,
  decoder: Decoder<Value>,
): Value | undefined {
  const result = decoder.decode(text);
  if (result.ok) return result.value;
  reader.findings.issues.push(result.fault(cellPlaceOf(reader, row, column)));
  return undefined;
}

/** Whether the text of a marked cell may be used; what is wrong with it is kept. */
function admits(
  reader: TableReader,
  row: RawRow,
  column: string,
  mark: CellMark,
  text: string,
): boolean {
  const place = cellPlaceOf(reader, row, column);
  const { issues, warnings } = reader.findings;
  switch (mark) {
    case "formula":
      warnings.push(issue("formula-cell", place, { value: text }));
      return true;
    case "formula-without-value":
      issues.push(issue("formula-without-value", place, {}));
      return false;
    case "error":
      issues.push(issue("cell-error", place, { value: text }));
      return false;
    case "imprecise":
      issues.push(issue("number-out-of-range", place, { value: text, expected: "digits-15" }));
      return false;
  }
}

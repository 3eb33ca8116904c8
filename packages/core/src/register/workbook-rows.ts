/**
 * The rows of a sheet below its header, in the layout's columns.
 *
 * A row with a БИН is data, whatever else it says. Without one, a row that begins with a word of
 * the layout's list is a total or a note; a row without any imported cell is not ours; every other
 * row is handed on, to be refused by name.
 */
import type { CellMark, RawCell, RawRow, RawSheet, RawTable } from "./raw-table.ts";
import type { WorkbookLayout } from "./register-rules.ts";
import { isTotal } from "./total-rows.ts";
import type { SheetColumn, SheetHeader } from "./workbook-header.ts";

const ID_COLUMNS: ReadonlySet<string> = new Set(["bin", "successor_bin"]);
const BIN_LENGTH = 12;
/** A total may stand in the column of the БИН; it never has so many digits. */
const BIN_DIGITS_AT_LEAST = 9;
const SIGNIFICANT_DIGITS_LIMIT = 15;
const SMALL_NUMBER = /^\d{1,3}$/;

/** A cell and the row where it stands. */
type SheetCell = { readonly cell: RawCell | undefined; readonly row: number };

/** The sheet as a table whose columns carry the names of ours. */
export function readSheetRows(
  sheet: RawSheet,
  header: SheetHeader,
  layout: WorkbookLayout,
): RawTable {
  const anchors = findAnchors(sheet, header);
  const rows: RawRow[] = [];
  for (let at = header.bodyFrom; at < sheet.rows.length; at += 1) {
    if (at === header.bodyFrom && isNumbering(sheet.rows[at] ?? [])) continue;
    if (isSkipped(sheet.rows[at] ?? [], header, layout)) continue;
    const cells = header.columns.map(({ index }): SheetCell => {
      const cell = sheet.rows[at]?.[index];
      const anchor = isBlank(cell) ? anchors.get(index)?.get(at) : undefined;
      if (anchor === undefined) return { cell, row: at + 1 };
      return { cell: sheet.rows[anchor.row]?.[anchor.index], row: anchor.row + 1 };
    });
    rows.push(readRow(at + 1, header.columns, cells));
  }
  return {
    file: sheet.file,
    sheet: sheet.sheet,
    columns: header.columns.map(({ column }) => column),
    titles: header.columns.map(({ title }) => title),
    rows,
  };
}

function readRow(
  row: number,
  columns: readonly SheetColumn[],
  cells: readonly SheetCell[],
): RawRow {
  const marks = new Map<number, CellMark>();
  const mergedFrom = new Map<number, number>();
  const texts = cells.map(({ cell, row: from }, place) => {
    const mark = cell === undefined ? undefined : markOf(cell);
    if (mark !== undefined) marks.set(place, mark);
    if (from !== row) mergedFrom.set(place, from);
    return textOf(cell, columns[place]?.column ?? "");
  });
  return {
    row,
    cells: texts,
    ...(marks.size === 0 ? {} : { marks }),
    ...(mergedFrom.size === 0 ? {} : { mergedFrom }),
  };
}

/** A БИН kept as a number has lost its leading zeros. */
function textOf(cell: RawCell | undefined, column: string): string {
  if (cell === undefined) return "";
  if (cell.kind !== "number" || !ID_COLUMNS.has(column)) return cell.text;
  return cell.text.padStart(BIN_LENGTH, "0");
}

function markOf({ kind, text, isFormula }: RawCell): CellMark | undefined {
  if (kind === "error") return "error";
  if (isFormula && text === "") return "formula-without-value";
  if (kind === "number" && countSignificant(text) > SIGNIFICANT_DIGITS_LIMIT) return "imprecise";
  return isFormula ? "formula" : undefined;
}

function countSignificant(plainDigits: string): number {
  const digits = plainDigits.replace(/[-.]/g, "").replace(/^0+/, "");
  return plainDigits.includes(".") ? digits.length : digits.replace(/0+$/, "").length;
}

/** The row of column numbers below a header: 1, 2, 3 …, or another order; none as long as a БИН. */
function isNumbering(cells: readonly (RawCell | undefined)[]): boolean {
  const written = cells.filter((cell) => !isBlank(cell));
  return written.length > 2 && written.every((cell) => SMALL_NUMBER.test(cell?.text.trim() ?? ""));
}

function isSkipped(
  cells: readonly (RawCell | undefined)[],
  { columns }: SheetHeader,
  layout: WorkbookLayout,
): boolean {
  const bin = cells[columns.find(({ column }) => column === "bin")?.index ?? -1];
  if ((bin?.text.replace(/\D/g, "") ?? "").length >= BIN_DIGITS_AT_LEAST) return false;
  if (columns.every(({ index }) => isBlank(cells[index]))) return true;
  const texts = Array.from(cells, (cell) => cell?.text ?? "");
  return isTotal(texts, layout.ignoredFirstCells);
}

type Anchor = { readonly row: number; readonly index: number };

/** By column and row, the cell whose value a vertical merge gives. */
function findAnchors(
  sheet: RawSheet,
  header: SheetHeader,
): ReadonlyMap<number, ReadonlyMap<number, Anchor>> {
  const anchors = new Map(header.columns.map(({ index }) => [index, new Map<number, Anchor>()]));
  for (const { top, left, bottom, right } of sheet.merges) {
    if (top < header.bodyFrom || bottom === top) continue;
    for (const [index, rows] of anchors) {
      if (index < left || index > right) continue;
      for (let row = top; row <= bottom && row < sheet.rows.length; row += 1) {
        rows.set(row, { row: top, index: left });
      }
    }
  }
  return anchors;
}

function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || (!cell.isFormula && cell.text.trim() === "");
}

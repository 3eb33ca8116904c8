/** What a cell of the clipboard means in a column, and whether a cell shows that already. */
import type { Language } from "../../i18n/language.ts";
import { contentOf, copyContent, formatContent, isSameContent } from "../cells/cell-content.ts";
import { compareExact, type ExactValue, multiplyExact } from "../exact-value.ts";
import { type CellReading, readQuotient, readStored, readWritten } from "../reading/read-cell.ts";
import { readNumber } from "../reading/read-number.ts";
import type { SheetColumn, SheetRow, SheetUnit } from "../sheet.ts";
import type { ClipboardCell } from "./clipboard-table.ts";

/** A cell of the clipboard with the unit that its column had. */
export type PastedCell = { readonly cell: ClipboardCell; readonly unit: SheetUnit | null };

/** What becomes of figures of another unit: turned into the column's, or taken as written. */
export type UnitWay = "convert" | "as-is";

/**
 * The value in the column. A figure of a sheet of ours is taken exactly; that of a spreadsheet
 * from what it holds, unless decimals are shown that the column cannot keep; anything else as it
 * is written.
 */
export function readPasted(
  { cell, unit }: PastedCell,
  column: SheetColumn,
  { language, way }: { readonly language: Language; readonly way: UnitWay },
): CellReading {
  const input = column.input;
  if (input?.kind !== "number") return readWritten(wordsOf(cell, column), column, language);
  if (cell.stored !== undefined && unit !== null && column.unit !== undefined) {
    const stored =
      way === "convert" ? cell.stored : resize(cell.stored, column.unit.size, unit.size);
    return readStored(stored, column);
  }
  if (cell.number === undefined) return readWritten(cell.text, column, language);
  const written = readNumber(cell.text, language);
  const shown = "fault" in written ? null : written.number;
  if (shown?.isPercent === true && !input.isPercent) {
    return readWritten(cell.text, column, language);
  }
  const isBare = input.isPercent && shown?.isPercent !== true;
  const reading = readQuotient(isBare ? resize(cell.number, 1n, 100n) : cell.number, column);
  const isCut = shown !== null && shown.places > input.places;
  return isCut && !("fault" in reading) && reading.isRounded
    ? readWritten(cell.text, column, language)
    : reading;
}

/** Whether the cell of the sheet shows exactly what would be pasted over it. */
export function isShownAlready(
  { cell, unit }: PastedCell,
  row: SheetRow,
  column: SheetColumn,
  language: Language,
): boolean {
  const content = contentOf(row, column);
  if (cell.stored !== undefined && unit !== null && column.unit?.dimension === unit.dimension) {
    if (isSameContent(content, cell.stored)) return true;
  }
  const pasted = plainText(cell.text);
  const copied = copyContent(row, column) ?? "";
  const shown = column.kind === "name" ? row.name : (formatContent(row, column) ?? "");
  if ([copied, shown].some((text) => plainText(text) === pasted)) return true;
  if (content === null || typeof content === "string") return false;
  const number = cell.number ?? numberOf(cell.text, language);
  return number !== null && isSameNumber(number, numberOf(copied, "ru"));
}

/** A long code is shown as `9,9E+11` by spreadsheets that took it for a number. */
function wordsOf({ text, number }: ClipboardCell, column: SheetColumn): string {
  if (column.kind !== "text" || number === undefined || !/\d[eE][+-]?\d/.test(text)) return text;
  const { numerator, denominator } = number;
  return numerator % denominator === 0n ? `${numerator / denominator}` : text;
}

function resize(value: ExactValue, numerator: bigint, denominator: bigint): ExactValue {
  return multiplyExact(value, { numerator, denominator });
}

/** The number of a text; of `12 %` it is 0.12. */
function numberOf(text: string, language: Language): ExactValue | null {
  const read = readNumber(text, language);
  if ("fault" in read) return null;
  const { value, isPercent } = read.number;
  return isPercent ? resize(value, 1n, 100n) : value;
}

function isSameNumber(left: ExactValue, right: ExactValue | null): boolean {
  return right !== null && compareExact(left, right) === 0;
}

function plainText(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

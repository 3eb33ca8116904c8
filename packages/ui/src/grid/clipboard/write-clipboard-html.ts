/**
 * A table as HTML for spreadsheets. Each of them takes a number from its own attribute, without
 * reading what is shown: LibreOffice from `sdval`, Excel from `x:num`, Google Sheets from
 * `data-sheets-value`. What is no number stays text in all three, so that codes keep their zeros,
 * and so do figures of more digits than a spreadsheet keeps.
 */
import type { ExactValue } from "../exact-value.ts";
import type { CellValue, SheetUnit } from "../sheet.ts";
import {
  MARK_UNITS,
  MARK_VALUE,
  MARK_VERSION,
  VERSION,
  writeStored,
  writeUnits,
} from "./sheet-mark.ts";
import { isKeptBySpreadsheet } from "./spreadsheet-number.ts";

/** A cell on its way out: what is written, and the exact value behind it. */
export type CopiedCell = {
  readonly text: string;
  readonly kind: "number" | "date" | "text";
  readonly stored: CellValue | null;
};

const TEXT_FORMAT = String.raw`sdnum="1033;0;@" style="mso-number-format:'\@'" x:str`;
const DATE_FORMAT = String.raw`sdnum="1033;1049;DD.MM.YYYY" style="mso-number-format:'dd\.mm\.yyyy'"`;
const GOOGLE_DATE_FORMAT = `data-sheets-numberformat='{"1":5,"2":"dd.mm.yyyy"}'`;
const NUMBER = /^(-?)(\d+)(?:,(\d+))?(%?)$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MILLISECONDS = 86_400_000;
/** Spreadsheets count days from 1899, and this is how many before 1970. */
const DAYS_BEFORE = 25_569;
/** Before it Excel and the others count differently. */
const FIRST_COMMON_DAY = 61;

/** The HTML with our own mark; units are those of the columns. */
export function writeClipboardHtml(
  rows: readonly (readonly CopiedCell[])[],
  units: readonly (SheetUnit | null)[],
): string {
  const lines = rows.map(
    (row) => `<tr>${row.map((cell, at) => writeCell(cell, units[at] ?? null)).join("")}</tr>`,
  );
  return [
    '<meta charset="utf-8"><google-sheets-html-origin>',
    '<table xmlns:x="urn:schemas-microsoft-com:office:excel" data-sheets-root="1"',
    ` ${MARK_VERSION}="${VERSION}" ${MARK_UNITS}="${escapeText(writeUnits(units))}">`,
    ...lines,
    "</table></google-sheets-html-origin>",
  ].join("\n");
}

function writeCell(cell: CopiedCell, unit: SheetUnit | null): string {
  if (cell.text === "") return "<td></td>";
  const { stored } = cell;
  switch (cell.kind) {
    case "number":
      return writeNumber(cell.text, typeof stored === "string" ? null : stored, unit);
    case "date":
      return writeDay(cell.text, typeof stored === "string" ? stored : "");
    case "text":
      return writeText(cell.text, "");
  }
}

function writeNumber(text: string, stored: ExactValue | null, unit: SheetUnit | null): string {
  const [, sign = "", whole = "", fraction = "", percent = ""] = NUMBER.exec(text) ?? [];
  const digits = percent === "" ? { whole, fraction } : hundredth(whole, fraction);
  const number = `${sign}${digits.whole}${digits.fraction === "" ? "" : `.${digits.fraction}`}`;
  const isNumber = whole !== "" && isKeptBySpreadsheet(number);
  const isTold =
    isNumber && stored !== null && unit !== null && isDerived(sign, digits, stored, unit);
  const mark =
    stored === null || unit === null || isTold ? "" : ` ${MARK_VALUE}="${writeStored(stored)}"`;
  if (!isNumber) return writeText(text, mark);
  // LibreOffice takes a percent for one in its own two formats only.
  const places = fraction === "" ? "" : `,${"0".repeat(fraction.length)}`;
  const format = percent === "" ? `# ##0${places}` : `0${fraction === "" ? "" : ",00"}%`;
  const google = `data-sheets-value='{"1":3,"3":${number}}'`;
  return `<td x:num="${number}" sdval="${number}" sdnum="1033;1049;${format}" ${google}${mark}>${text}</td>`;
}

function writeDay(text: string, day: string): string {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(date));
  const number = moment / DAY_MILLISECONDS + DAYS_BEFORE;
  if (!(number >= FIRST_COMMON_DAY)) return writeText(text, "");
  const google = `data-sheets-value='{"1":3,"3":${number}}' ${GOOGLE_DATE_FORMAT}`;
  const attributes = `x:num="${number}" sdval="${number}" ${DATE_FORMAT} ${google}`;
  return `<td ${attributes}>${escapeText(text)}</td>`;
}

/** A line break stays within its cell. */
function writeText(text: string, mark: string): string {
  const shown = escapeText(text).replaceAll(
    /\r\n|\r|\n/g,
    '<br style="mso-data-placement:same-cell">',
  );
  const google = escapeText(JSON.stringify({ 1: 2, 2: text }));
  return `<td ${TEXT_FORMAT} data-sheets-value="${google}"${mark}>${shown}</td>`;
}

type Digits = { readonly whole: string; readonly fraction: string };

/** `12` and `5` as `0` and `125`. */
function hundredth(whole: string, fraction: string): Digits {
  const padded = whole.padStart(3, "0");
  return { whole: padded.slice(0, -2), fraction: padded.slice(-2) + fraction };
}

/** Whether the written number and the unit tell the stored figure exactly. */
function isDerived(
  sign: string,
  { whole, fraction }: Digits,
  stored: ExactValue,
  unit: SheetUnit,
): boolean {
  const scaled = BigInt(sign + whole + fraction) * unit.size * stored.denominator;
  return scaled === stored.numerator * 10n ** BigInt(fraction.length);
}

function escapeText(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

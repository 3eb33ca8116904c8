/**
 * The table of a clipboard's HTML. The HTML is parsed into a document that nothing runs in and
 * nothing is shown of; only texts and numbers leave it.
 */

import { type ExactValue, multiplyExact } from "../exact-value.ts";
import type { SheetUnit } from "../sheet.ts";
import {
  type ClipboardCell,
  type ClipboardContent,
  MOST_CLIPBOARD_CELLS,
  tableOf,
} from "./clipboard-table.ts";
import {
  findStored,
  MARK_UNITS,
  MARK_VALUE,
  MARK_VERSION,
  readUnits,
  VERSION,
} from "./sheet-mark.ts";
import { findSpreadsheetNumber, isDateFormat } from "./spreadsheet-number.ts";

const MOST_LETTERS = 100_000_000;
const HIDDEN = /display\s*:\s*none/i;
const NUMBER_FORMAT = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|[^;]+)/i;

/** Empty where the HTML is of no table, or of several: then its text is to be read. */
export function readClipboardHtml(html: string): ClipboardContent {
  if (html.length > MOST_LETTERS) return { kind: "too-large" };
  if (!/<table/i.test(html)) return { kind: "empty" };
  const page = new DOMParser().parseFromString(html, "text/html");
  const [table, other] = [...page.querySelectorAll("table")].filter(
    (found) => found.parentElement?.closest("table") === null,
  );
  if (table === undefined || other !== undefined) return { kind: "empty" };
  const isOurs = table.getAttribute(MARK_VERSION) === VERSION;
  const units = isOurs ? readUnits(table.getAttribute(MARK_UNITS) ?? "") : [];
  const source: Source = { isOurs, units, formats: formatsOf(page) };
  const rows = readRows(table, source);
  return rows === null ? { kind: "too-large" } : tableOf(rows, units);
}

type Source = {
  readonly isOurs: boolean;
  readonly units: readonly (SheetUnit | null)[];
  /** Number formats by the class that carries them. */
  readonly formats: ReadonlyMap<string, string>;
};

/** Null where there are more cells than can be read. */
function readRows(table: HTMLTableElement, source: Source): ClipboardCell[][] | null {
  const shown = [...table.rows].filter((row) => !isHidden(row));
  const rows: ClipboardCell[][] = shown.map(() => []);
  let count = 0;
  for (const [index, row] of shown.entries()) {
    let at = 0;
    for (const cell of row.cells) {
      if (isHidden(cell)) continue;
      while (rows[index]?.[at] !== undefined) at += 1;
      const span = { width: Math.max(1, cell.colSpan), height: Math.max(1, cell.rowSpan) };
      const below = rows.slice(index, index + span.height);
      count += span.width * below.length;
      if (count > MOST_CLIPBOARD_CELLS) return null;
      emptySpan(below, at, span.width);
      below[0]?.splice(at, 1, readHtmlCell(cell, source, at));
      at += span.width;
    }
  }
  return rows.map((cells) => Array.from(cells, (cell) => cell ?? EMPTY));
}

const EMPTY: ClipboardCell = { text: "" };

/** A cell that spans others leaves those empty. */
function emptySpan(rows: readonly ClipboardCell[][], from: number, width: number): void {
  for (const cells of rows) {
    for (let at = from; at < from + width; at += 1) cells[at] = EMPTY;
  }
}

function readHtmlCell(cell: HTMLTableCellElement, source: Source, column: number): ClipboardCell {
  const text = textOf(cell, source.isOurs);
  const number = numberOf(cell, text, source);
  const unit = source.units[column] ?? null;
  const marked = source.isOurs ? findStored(cell.getAttribute(MARK_VALUE) ?? "") : undefined;
  const derived =
    source.isOurs && number !== undefined && unit !== null
      ? multiplyExact(number, { numerator: unit.size, denominator: 1n })
      : undefined;
  const stored = marked ?? derived;
  return {
    text,
    ...(number === undefined ? {} : { number }),
    ...(stored === undefined || unit === null ? {} : { stored }),
  };
}

/** A day is counted too, but means nothing as a number. */
function numberOf(
  cell: HTMLTableCellElement,
  text: string,
  { formats }: Source,
): ExactValue | undefined {
  const written =
    cell.getAttribute("sdval") ??
    (cell.getAttribute("x:num") === "" ? text : cell.getAttribute("x:num")) ??
    googleNumber(cell.getAttribute("data-sheets-value") ?? "");
  if (written === null) return undefined;
  return formatsOfCell(cell, formats).some(isDateFormat)
    ? undefined
    : findSpreadsheetNumber(written);
}

/** The number of `{"1":3,"3":305000.5}`; other kinds are of text and truth. */
function googleNumber(written: string): string | null {
  if (!/"1":\s*3\b/.test(written)) return null;
  return /"3":\s*([-+\d.eE]+)\s*[,}]/.exec(written)?.[1] ?? null;
}

function formatsOfCell(
  cell: HTMLTableCellElement,
  formats: ReadonlyMap<string, string>,
): readonly string[] {
  const [, , ofOffice = ""] = (cell.getAttribute("sdnum") ?? "").split(";");
  const google = cell.getAttribute("data-sheets-numberformat") ?? "";
  const ofGoogle = /"2":\s*"((?:[^"\\]|\\.)*)"/.exec(google)?.[1] ?? "";
  const ofExcel =
    NUMBER_FORMAT.exec(cell.getAttribute("style") ?? "")?.[1] ?? formats.get(cell.className) ?? "";
  return [ofOffice, ofGoogle, unquoted(ofExcel)];
}

/** Number formats of classes as Excel names them, `.xl65 {mso-number-format:"Short Date";}`. */
function formatsOf(page: Document): ReadonlyMap<string, string> {
  const formats = new Map<string, string>();
  for (const { textContent } of page.querySelectorAll("style")) {
    for (const [, name, rules] of (textContent ?? "").matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) {
      const format = NUMBER_FORMAT.exec(rules ?? "")?.[1];
      if (name !== undefined && format !== undefined) formats.set(name, format);
    }
  }
  return formats;
}

function unquoted(format: string): string {
  return format.replace(/^"|"$/g, "");
}

function isHidden(element: Element): boolean {
  return HIDDEN.test(element.getAttribute("style") ?? "");
}

/** The text as it was shown: line breaks where `<br>` is; in ours also every space is meant. */
function textOf(cell: Element, isOurs: boolean): string {
  const parts: string[] = [];
  collectText(cell, parts, isOurs);
  const text = parts.join("");
  if (isOurs) return text;
  return text
    .replaceAll("\u00A0", " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .trim();
}

const UNREAD: readonly string[] = ["TABLE", "STYLE", "SCRIPT", "TEMPLATE"];

function collectText(element: Element, parts: string[], isOurs: boolean): void {
  for (const node of element.childNodes) {
    if (node instanceof Text) parts.push(isOurs ? node.data : node.data.replaceAll(BLANKS, " "));
    else if (node instanceof Element && isRead(node)) {
      if (node.tagName === "BR") parts.push("\n");
      collectText(node, parts, isOurs);
    }
  }
}

const BLANKS = /[ \t\r\n\f]+/g;

function isRead(element: Element): boolean {
  return !UNREAD.includes(element.tagName) && !isHidden(element);
}

/** Tables as tab-separated text, as Excel, LibreOffice and Google Sheets write and read them. */
import { type ClipboardContent, MOST_CLIPBOARD_CELLS, tableOf } from "./clipboard-table.ts";

/** One cell stands alone; of several, each row ends with a line break, as spreadsheets end it. */
export function writeTabbed(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(writeField).join("\t"));
  const isOne = rows.length === 1 && rows[0]?.length === 1;
  return isOne ? lines.join("") : lines.map((line) => `${line}\r\n`).join("");
}

/** Rows of fields; the last line break begins no row. Rows may be of different lengths. */
export function readTabbed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { field, end } = readField(text, at);
    row.push(field);
    at = end + 1;
    if (text.charAt(end) === "\t") continue;
    if (text.startsWith("\r\n", end)) at = end + 2;
    rows.push(row);
    row = [];
    if (at === text.length || rows.length > MOST_CLIPBOARD_CELLS) break;
  }
  return rows;
}

/** The table of a tab-separated text. */
export function readClipboardText(text: string): ClipboardContent {
  if (text === "") return { kind: "empty" };
  return tableOf(readTabbed(text).map((row) => row.map((field) => ({ text: field }))));
}

/** Quotes are needed where a field would end too early or seem to be quoted. */
function writeField(field: string): string {
  return /[\t\r\n]|^"/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

type Field = { readonly field: string; readonly end: number };

const FIELD_END = /[\t\r\n]/g;

/** The field at a place and where it ends: at a tab, a line break or the end of the text. */
function readField(text: string, from: number): Field {
  const quoted = text.charAt(from) === '"' ? readQuoted(text, from) : null;
  if (quoted !== null) return quoted;
  FIELD_END.lastIndex = from;
  const end = FIELD_END.exec(text)?.index ?? text.length;
  return { field: text.slice(from, end), end };
}

/** Null where the quotes are only letters of the field, as in `"Алатау" лицей`. */
function readQuoted(text: string, from: number): Field | null {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  const end = at + 1;
  if (at < 0 || (end < text.length && !/[\t\r\n]/.test(text.charAt(end)))) return null;
  return { field: text.slice(from + 1, at).replaceAll('""', '"'), end };
}

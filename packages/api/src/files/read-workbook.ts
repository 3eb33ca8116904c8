/**
 * XLSX as people keep it, as sheets of cells: nothing is understood yet, but numbers and dates are
 * what they show.
 *
 * Numbers become plain digits. A binary fraction is written with 15 digits as long as no tiyn
 * depends on the rest; a number with more digits than a spreadsheet keeps stays long, and is
 * refused where it is imported.
 */
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from "@e965/xlsx";
import { ok, type RawCell, type RawSheet, type Result } from "@zhanbasy/core";
import { type FileBytes, startsWith, tooLarge, unreadable } from "./decode-text.ts";
import { findUnpackedSize } from "./zip-size.ts";

type DateParts = Readonly<Record<"y" | "m" | "d" | "H" | "M" | "S", number>>;
type DenseRows = readonly (readonly (CellObject | undefined)[] | undefined)[];

const ZIP_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const COLUMNS_LIMIT = 512;
const KEPT_DIGITS = 15;
/** Below it, 15 digits reach past the tiyn. */
const EXACT_TIYN_BELOW = 1e13;
const READ_OPTIONS = { dense: true, cellNF: true, cellText: false, cellHTML: false } as const;

const ERROR_NAMES: ReadonlyMap<unknown, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/** The library declares its formatter as `any`. */
type DateFormatter = {
  readonly is_date: (format: string) => boolean;
  readonly parse_date_code: (
    value: number,
    options: { readonly date1904: boolean },
  ) => DateParts | null;
};
const formatter = SSF as DateFormatter;

/** The sheets in the workbook's order, hidden ones included. */
export function readWorkbook(input: FileBytes): Result<readonly RawSheet[]> {
  const { file, bytes, sizeLimit } = input;
  if (!startsWith(bytes, ZIP_SIGNATURE)) return unreadable(file, "not-a-workbook");
  const unpackedSize = findUnpackedSize(bytes);
  if (unpackedSize === undefined) return unreadable(file, "workbook-damaged");
  if (bytes.length > sizeLimit || unpackedSize > sizeLimit) return tooLarge(file, sizeLimit);
  const workbook = parseWorkbook(bytes);
  if (workbook === undefined) return unreadable(file, "workbook-damaged");
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined ? [] : [readSheet(file, name, sheet, date1904)];
  });
  return ok(sheets);
}

function parseWorkbook(bytes: Uint8Array): WorkBook | undefined {
  try {
    return read(bytes, { type: "buffer", ...READ_OPTIONS });
  } catch {
    return undefined;
  }
}

function readSheet(file: string, name: string, sheet: WorkSheet, date1904: boolean): RawSheet {
  const dense: DenseRows = sheet["!data"] ?? [];
  return {
    file,
    sheet: name,
    rows: Array.from(dense, (cells) =>
      Array.from(cells?.slice(0, COLUMNS_LIMIT) ?? [], (cell) => readCell(cell, date1904)),
    ),
    merges: (sheet["!merges"] ?? []).map(({ s: from, e: to }) => ({
      top: from.r,
      left: from.c,
      bottom: to.r,
      right: to.c,
    })),
  };
}

function readCell(cell: CellObject | undefined, date1904: boolean): RawCell | undefined {
  if (cell === undefined) return undefined;
  const isFormula = cell.f !== undefined || cell.F !== undefined;
  const value = cell.v;
  if (value === undefined) return isFormula ? { kind: "text", text: "", isFormula } : undefined;
  if (cell.t === "e") {
    return { kind: "error", text: ERROR_NAMES.get(value) ?? "#ERROR!", isFormula };
  }
  if (typeof value === "boolean") return { kind: "boolean", text: String(value), isFormula };
  if (typeof value !== "number") return { kind: "text", text: String(value), isFormula };
  const format = String(cell.z ?? "General");
  if (!formatter.is_date(format)) return { kind: "number", text: plainDigits(value), isFormula };
  return { kind: "date", text: isoDate(value, date1904), isFormula };
}

function isoDate(value: number, date1904: boolean): string {
  const parts = formatter.parse_date_code(value, { date1904 });
  if (parts === null) return plainDigits(value);
  const [month, day, ...time] = [parts.m, parts.d, parts.H, parts.M, parts.S].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${parts.y}-${month}-${day}T${time.join(":")}`;
}

function plainDigits(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(
    Math.abs(value) < EXACT_TIYN_BELOW ? Number(value.toPrecision(KEPT_DIGITS)) : value,
  );
}

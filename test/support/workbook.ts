/** Real XLSX bytes from rows of values, formulas and errors. */
import { createRequire } from "node:module";

/** A formula without a value was never calculated. */
export type WorkbookCell =
  | string
  | number
  | null
  | { readonly formula: string; readonly value?: number | string }
  | { readonly number: number; readonly format: string }
  | { readonly error: number };

export type WorkbookSheets = Readonly<Record<string, readonly (readonly WorkbookCell[])[]>>;

type XlsxCell = Readonly<Record<string, string | number>>;
type XlsxSheet = Record<string, unknown>;
type Xlsx = {
  readonly utils: {
    readonly aoa_to_sheet: (rows: readonly (readonly (XlsxCell | null)[])[]) => XlsxSheet;
    readonly decode_range: (range: string) => unknown;
  };
  readonly write: (workbook: object, options: object) => Uint8Array;
};

/** Test code has no dependencies of its own: the library is the one of packages/api. */
const load = createRequire(new URL("../../packages/api/package.json", import.meta.url));
const xlsx = load("@e965/xlsx") as Xlsx;

/** `merges` by sheet, such as `B7:B9`. */
export function workbookBytes(
  sheets: WorkbookSheets,
  options: {
    readonly merges?: Readonly<Record<string, readonly string[]>>;
    readonly date1904?: boolean;
  } = {},
): Uint8Array {
  const entries = Object.entries(sheets).map(([name, rows]) => {
    const sheet = xlsx.utils.aoa_to_sheet(rows.map((cells) => cells.map(xlsxCell)));
    const merges = options.merges?.[name] ?? [];
    return [name, { ...sheet, "!merges": merges.map(xlsx.utils.decode_range) }] as const;
  });
  const workbook = {
    SheetNames: Object.keys(sheets),
    Sheets: Object.fromEntries(entries),
    Workbook: { WBProps: { date1904: options.date1904 ?? false } },
  };
  return xlsx.write(workbook, { type: "buffer", bookType: "xlsx", compression: true });
}

function xlsxCell(value: WorkbookCell): XlsxCell | null {
  if (value === null || value === "") return null;
  if (typeof value === "string") return { t: "s", v: value };
  if (typeof value === "number") return { t: "n", v: value };
  if ("error" in value) return { t: "e", v: value.error };
  if ("format" in value) return { t: "n", v: value.number, z: value.format };
  if (value.value === undefined) return { t: "n", f: value.formula };
  return { t: typeof value.value === "number" ? "n" : "s", f: value.formula, v: value.value };
}

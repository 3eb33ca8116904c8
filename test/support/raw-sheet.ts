/** Sheets as a reader of workbooks hands them over, from rows of plain values. */
import type { MergedRange, RawCell, RawSheet } from "../../packages/core/src/register/index.ts";

type CellValue = string | number | Partial<RawCell>;

export function rawSheet(
  rows: readonly (readonly CellValue[])[],
  change: { readonly sheet?: string; readonly merges?: readonly MergedRange[] } = {},
): RawSheet {
  return {
    file: "register.xlsx",
    sheet: change.sheet ?? "Школы",
    rows: rows.map((cells) => cells.map(rawCell)),
    merges: change.merges ?? [],
  };
}

function rawCell(value: CellValue): RawCell | undefined {
  if (value === "") return undefined;
  if (typeof value === "string") return { kind: "text", text: value, isFormula: false };
  if (typeof value === "number") return { kind: "number", text: String(value), isFormula: false };
  return { kind: "text", text: "", isFormula: false, ...value };
}

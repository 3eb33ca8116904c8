/** What a clipboard holds, as a table of cells, wherever it was copied. */
import type { ExactValue } from "../exact-value.ts";
import type { SheetUnit } from "../sheet.ts";

/** A cell as it was shown, with what is known of its figure beyond that. */
export type ClipboardCell = {
  readonly text: string;
  /** The figure that a spreadsheet holds behind its text; of `12 %` it is 0.12. */
  readonly number?: ExactValue;
  /** The exact figure of a sheet of ours, in stored units. */
  readonly stored?: ExactValue;
};

/** All rows are of one length; there is at least one cell. */
export type ClipboardTable = {
  readonly rows: readonly (readonly ClipboardCell[])[];
  /** By column, for what was copied from a sheet of ours; null where a column has no unit. */
  readonly units: readonly (SheetUnit | null)[];
};

/** More cells than these are neither copied nor read. */
export const MOST_CLIPBOARD_CELLS = 250_000;

/** What may be in a clipboard. */
export type ClipboardContent =
  | { readonly kind: "table"; readonly table: ClipboardTable }
  | { readonly kind: "empty" | "too-large" };

/** The table of rows that may be of different lengths; the shorter ones end with empty cells. */
export function tableOf(
  rows: readonly (readonly ClipboardCell[])[],
  units: ClipboardTable["units"] = [],
): ClipboardContent {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return { kind: "empty" };
  if (width * rows.length > MOST_CLIPBOARD_CELLS) return { kind: "too-large" };
  return { kind: "table", table: { rows: rows.map((row) => lengthen(row, width)), units } };
}

function lengthen(row: readonly ClipboardCell[], width: number): readonly ClipboardCell[] {
  if (row.length === width) return row;
  return [...row, ...Array.from({ length: width - row.length }, () => ({ text: "" }))];
}

/**
 * Copies what is selected out of a sheet: exact figures, whatever unit is on view, group rows and
 * the total as they stand. Several ranges are copied when they align into one table.
 */
import { plainDigits } from "../../format/scaled.ts";
import { copyContent, isWordColumn } from "../cells/cell-content.ts";
import { type ExactValue, reduceExact } from "../exact-value.ts";
import { boundsOf, type RangeBounds, type SheetSelection } from "../selection/selection.ts";
import type { FigureColumn, SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetTable } from "../sheet-table.ts";
import { MOST_CLIPBOARD_CELLS } from "./clipboard-table.ts";
import { writeTabbed } from "./clipboard-text.ts";
import { type CopiedCell, writeClipboardHtml } from "./write-clipboard-html.ts";

/** Both forms of one table, or why nothing can be copied. */
export type Copied =
  | {
      readonly kind: "copied";
      readonly text: string;
      readonly html: string;
      readonly cellCount: number;
    }
  | { readonly kind: "apart" | "too-large" };

/** Ranges of the same rows stand side by side, those of the same columns one below another. */
export function copyRange(table: SheetTable, selection: SheetSelection): Copied {
  const places = alignRanges(selection.ranges.map(boundsOf));
  if (places === null) return { kind: "apart" };
  const columns = places.columns.flatMap((index) => table.columns[index] ?? []);
  const cellCount = places.rows.length * columns.length;
  if (cellCount > MOST_CLIPBOARD_CELLS) return { kind: "too-large" };
  const cells = places.rows.map((index) => {
    const row = table.rowAt(index);
    return columns.map((column) => (row === undefined ? NOTHING : copyCell(row, column)));
  });
  const text = writeTabbed(cells.map((line) => line.map((cell) => cell.text)));
  const units = columns.map(({ unit }) => unit ?? null);
  return { kind: "copied", text, html: writeClipboardHtml(cells, units), cellCount };
}

const NOTHING: CopiedCell = { text: "", kind: "text", stored: null };

type Places = { readonly rows: readonly number[]; readonly columns: readonly number[] };

/** Null where the ranges do not make one table. */
function alignRanges(ranges: readonly RangeBounds[]): Places | null {
  const [first] = ranges;
  if (first === undefined) return null;
  const areOfRows = ranges.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  const areOfColumns = ranges.every(
    ({ left, right }) => left === first.left && right === first.right,
  );
  if (!areOfRows && !areOfColumns) return null;
  return {
    rows: union(ranges.map(({ top, bottom }) => [top, bottom])),
    columns: union(ranges.map(({ left, right }) => [left, right])),
  };
}

/** All numbers of the spans once, in order. */
function union(spans: readonly (readonly [number, number])[]): readonly number[] {
  const numbers = new Set<number>();
  for (const [first, last] of spans) {
    for (let number = first; number <= last; number += 1) numbers.add(number);
  }
  return [...numbers].sort((left, right) => left - right);
}

function copyCell(row: SheetRow, column: SheetColumn): CopiedCell {
  if (isWordColumn(column)) {
    const stored = row.wordIn?.(column.id) ?? null;
    if (stored === null) return NOTHING;
    return { text: column.copy(stored), kind: column.kind, stored };
  }
  if (column.kind === "name") return { ...NOTHING, text: copyContent(row, column) ?? "" };
  const stored = row.valueIn(column.id);
  if (stored === null) return NOTHING;
  return { text: writePercent(stored, column) ?? column.copy(stored), kind: "number", stored };
}

/**
 * Where percents are typed, a percent goes out with its sign: read as text it is then no hundred
 * times itself. Null where the column is of no percents or the figure has no end.
 */
function writePercent(stored: ExactValue, { input, unit }: FigureColumn): string | null {
  if (input?.kind !== "number" || !input.isPercent) return null;
  const { numerator, denominator } = reduceExact({
    numerator: stored.numerator * 100n,
    denominator: stored.denominator * (unit?.size ?? 1n),
  });
  let places = 0;
  while (10n ** BigInt(places) % denominator !== 0n) {
    places += 1;
    if (places > MOST_PLACES) return null;
  }
  const scaled = (numerator * 10n ** BigInt(places)) / denominator;
  return `${plainDigits(scaled, places).replace(".", ",")}%`;
}

const MOST_PLACES = 20;

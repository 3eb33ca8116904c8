/**
 * The header of a sheet, wherever it stands: one row, or two of which the upper is merged over
 * groups.
 *
 * Labels of two rows are joined `top / sub`. A row is the header when it names at least half of the
 * layout's columns; the best one wins.
 */
import { fold } from "./cell.ts";
import type { RawSheet } from "./raw-table.ts";
import type { WorkbookLayout } from "./register-rules.ts";

/** Where a sheet's columns stand, and where its rows begin. */
export type SheetHeader = {
  /** Index of the first row below the header. */
  readonly bodyFrom: number;
  readonly columns: readonly SheetColumn[];
};

/** A column of ours, found in a sheet. */
export type SheetColumn = {
  readonly column: string;
  readonly index: number;
  /** Letter and header, as in `C (БИН)`. */
  readonly title: string;
};

const ROWS_SEARCHED = 60;
const LETTERS = 26;
const LETTER_A = 65;

/** The best header of the sheet, or nothing when the sheet is not ours. */
export function findHeader(sheet: RawSheet, layout: WorkbookLayout): SheetHeader | undefined {
  const known = knownHeaders(layout);
  let best: SheetHeader | undefined;
  for (let top = 0; top < sheet.rows.length && top < ROWS_SEARCHED; top += 1) {
    for (const height of [1, 2]) {
      const columns = matchColumns(labelsAt(sheet, top, height), known);
      if (countColumns(columns) <= countColumns(best?.columns ?? [])) continue;
      best = { bodyFrom: top + height, columns };
    }
  }
  return countColumns(best?.columns ?? []) * 2 >= layout.columns.length ? best : undefined;
}

function knownHeaders(layout: WorkbookLayout): ReadonlyMap<string, string> {
  return new Map(
    layout.columns.flatMap(({ column, headers }) =>
      headers.map((header) => [foldLabel(header.split("/")), column] as const),
    ),
  );
}

function matchColumns(
  labels: readonly (readonly string[])[],
  known: ReadonlyMap<string, string>,
): readonly SheetColumn[] {
  return labels.flatMap((candidates, index) => {
    for (const label of candidates) {
      const column = known.get(foldLabel(label.split("/")));
      if (column !== undefined) return [{ column, index, title: `${letterOf(index)} (${label})` }];
    }
    return [];
  });
}

function countColumns(columns: readonly SheetColumn[]): number {
  return new Set(columns.map(({ column }) => column)).size;
}

/** What each column may be called, by one header row or by two. */
function labelsAt(sheet: RawSheet, top: number, height: number): readonly (readonly string[])[] {
  const upper = rowLabels(sheet, top);
  if (height === 1) return upper.map((label) => [label]);
  const lower = rowLabels(sheet, top + 1);
  const longer = upper.length > lower.length ? upper : lower;
  return longer.map((_, index) => {
    const own = upper[index] ?? "";
    const sub = lower[index] ?? "";
    if (sub === "") return [own];
    if (own !== "") return [`${own} / ${sub}`];
    // Copied sheets lose their merges: the group then is the next label to the left, if it is one.
    const joined = `${upper.slice(0, index).findLast((label) => label !== "") ?? ""} / ${sub}`;
    return isMergedOver(sheet, top, index) ? [joined] : [joined, sub];
  });
}

function isMergedOver(sheet: RawSheet, row: number, index: number): boolean {
  return sheet.merges.some(({ top, left, right }) => top === row && left < index && right >= index);
}

function rowLabels(sheet: RawSheet, row: number): readonly string[] {
  const cells = sheet.rows[row] ?? [];
  return Array.from(cells, (cell) => (cell?.text ?? "").trim().replace(/\s+/g, " "));
}

function foldLabel(parts: readonly string[]): string {
  return parts.map(fold).join(" / ");
}

/** `A`, `Z`, `AA`: the column as spreadsheets call it. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(LETTER_A + (index % LETTERS));
  const before = (index - (index % LETTERS)) / LETTERS;
  return before === 0 ? letter : letterOf(before - 1) + letter;
}

/**
 * What replacing a text would do to the cells in which it was found, before anything is done. A
 * part is replaced in the exact text of a cell, as it is copied; only inputs can take anything.
 */
import type { Language } from "../../i18n/language.ts";
import { copyContent, isWordColumn } from "../cells/cell-content.ts";
import { type CellEdit, editOf, isEditable } from "../editing/edit-batch.ts";
import { readWritten } from "../reading/read-cell.ts";
import type { ReadFault } from "../reading/read-fault.ts";
import type { SheetColumn, SheetRow } from "../sheet.ts";
import { type FoundCells, partsOf } from "./find-cells.ts";
import type { Steps } from "./run-in-slices.ts";
import { foldText, holdsNeedle, type Needles } from "./search-text.ts";

/** What becomes of one cell: an edit, or why its new text is refused. */
export type Replacement = {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly before: string;
  /** The text that is read; empty where the value of the base returns. */
  readonly after: string;
  readonly result: { readonly edit: CellEdit } | { readonly fault: ReadFault };
};

/** All that would change, and what was found and cannot be replaced. */
export type ReplacementPlan = {
  readonly replacements: readonly Replacement[];
  /** Found in cells that take no input. */
  readonly computedCount: number;
  /** Found in what an input shows and not in its exact text. */
  readonly shownOnlyCount: number;
};

/** What is looked for, and what stands in its place afterwards. */
export type ReplacedText = { readonly needles: Needles; readonly replacement: string };

/** Cells that would stay as they are, are in no list. */
export function* planReplacement(
  { sheet, places }: FoundCells,
  replaced: ReplacedText,
): Steps<ReplacementPlan> {
  const replacements: Replacement[] = [];
  let [computedCount, shownOnlyCount] = [0, 0];
  for (const place of places) {
    const { row, column } = partsOf(sheet, place);
    if (row === undefined || column === undefined) continue;
    const planned = planCell(row, column, sheet.language, replaced);
    if (planned === "computed") computedCount += 1;
    else if (planned === "shown-only") shownOnlyCount += 1;
    else if (planned !== null) replacements.push(planned);
    yield;
  }
  return { replacements, computedCount, shownOnlyCount };
}

function planCell(
  row: SheetRow,
  column: SheetColumn,
  language: Language,
  { needles, replacement }: ReplacedText,
): Replacement | "computed" | "shown-only" | null {
  if (!isEditable(row, column)) return "computed";
  const before = copyContent(row, column) ?? "";
  // Copied figures have a decimal comma in every language; words are as they are.
  const writtenIn = isWordColumn(column) ? language : "ru";
  const after = needles.isWhole
    ? replacement
    : replaceParts(before, { needles, replacement }, writtenIn);
  if (after === null) return "shown-only";
  const reading = readWritten(after, column, needles.isWhole ? language : writtenIn);
  if ("fault" in reading) return { row, column, before, after, result: reading };
  const edit = editOf(row, column, reading.value);
  return edit === null ? null : { row, column, before, after, result: { edit } };
}

/** Every place of the first needle that is there, from left to right; null where none is. */
function replaceParts(
  text: string,
  { needles, replacement }: ReplacedText,
  language: Language,
): string | null {
  const origins: number[] = [];
  const folded = foldText(text, language, origins);
  if (!holdsNeedle(folded, needles)) return null;
  const needle = needles.texts.find((sought) => folded.includes(sought)) ?? "";
  let replaced = "";
  let from = 0;
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    replaced += text.slice(from, origins[at]) + replacement;
    from = (origins[at + needle.length - 1] ?? text.length) + 1;
  }
  return replaced + text.slice(from);
}

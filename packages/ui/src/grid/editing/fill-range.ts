/**
 * Fills cells from others: down, up, right or left. Pure; what was to be filled and cannot be is
 * told, and nothing beyond the target is touched.
 */

import { contentOf, isWordColumn } from "../cells/cell-content.ts";
import { cellAtPlace, type FoundCell, idOf } from "../selection/selected-cells.ts";
import { boundsOf, type RangeBounds, type SheetRange } from "../selection/selection.ts";
import { type CellValue, NAME_COLUMN, type SheetColumn } from "../sheet.ts";
import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import { type Continuation, continueBlock, repeatBlock } from "./continue-series.ts";
import { type CellEdit, type EditRefusal, editOf } from "./edit-batch.ts";
import { isPassedOver } from "./edit-lock.ts";

/** Where the filled cells stand, seen from those they are filled from. */
export type FillDirection = "down" | "up" | "right" | "left";

/** Cells to fill from and cells to fill, beside one another and of one width or height. */
export type FillTask = {
  readonly source: RangeBounds;
  readonly target: RangeBounds;
  readonly direction: FillDirection;
};

/** What judges the values of a fill. */
export type FillRules = {
  /** Whether series go on, or everything is only repeated. */
  readonly way: "series" | "copy";
  /** Why the cell cannot take the value that came from the other column; null where it can. */
  readonly refuse: (cell: FoundCell, value: CellValue | null, from: SheetColumn) => string | null;
};

/** Edits of all cells, or why some cannot be filled. Both empty where all is so already. */
export type Filled = {
  readonly edits: readonly CellEdit[];
  readonly refusals: readonly EditRefusal[];
};

/** Group rows and computed columns are gone round; they are no source either. */
export function fillRange(
  table: SheetTable,
  { source, target, direction }: FillTask,
  rules: FillRules,
): Filled {
  const edits: CellEdit[] = [];
  const refusals: EditRefusal[] = [];
  for (const line of linesOf(target, direction)) {
    const from = placesOf(line(source), direction).flatMap((place) => sourceAt(table, place));
    const [first] = from;
    if (first === undefined) continue;
    const next = continuation(from, direction, rules.way);
    const cells = placesOf(line(target), direction).flatMap((place) => targetAt(table, place));
    for (const [index, cell] of cells.entries()) {
      const value = next(index + 1);
      const giver = from[index % from.length]?.column ?? first.column;
      const reason = rules.refuse(cell, value, giver);
      if (reason !== null) refusals.push({ cell: idOf(cell), reason });
      const edit = reason === null ? editOf(cell.row, cell.column, value) : null;
      if (edit !== null) edits.push(edit);
    }
  }
  return { edits, refusals };
}

/**
 * What Ctrl+D and Ctrl+R fill: all of the range from its first row or column; one row or column
 * from the one before it. Null where there is nothing to fill from.
 */
export function taskOfKey(
  table: SheetTable,
  range: SheetRange,
  from: "above" | "left",
): FillTask | null {
  const bounds = boundsOf(range);
  const isDown = from === "above";
  const [first, last] = isDown ? [bounds.top, bounds.bottom] : [bounds.left, bounds.right];
  const canGive = (index: number): boolean =>
    isDown ? table.rowAt(index)?.kind === "member" : table.columns[index]?.id !== NAME_COLUMN;
  const cut = (low: number, high: number): RangeBounds =>
    isDown ? { ...bounds, top: low, bottom: high } : { ...bounds, left: low, right: high };
  const direction = isDown ? "down" : "right";
  const giving = first === last ? null : findIndex(first, last, canGive);
  if (giving !== null && giving < last) {
    return { source: cut(giving, giving), target: cut(giving + 1, last), direction };
  }
  const before = first === 0 ? null : findIndex(first - 1, 0, canGive);
  return before === null ? null : { source: cut(before, before), target: bounds, direction };
}

/** What dragging the handle of a range to a place fills; null while it is within the range. */
export function taskOfDrag(source: RangeBounds, { row, column }: SheetPlace): FillTask | null {
  const below = row - source.bottom;
  const above = source.top - row;
  const right = column - source.right;
  const left = source.left - column;
  const farthest = Math.max(below, above, right, left);
  if (farthest <= 0) return null;
  switch (farthest) {
    case below:
      return {
        source,
        target: { ...source, top: source.bottom + 1, bottom: row },
        direction: "down",
      };
    case above:
      return { source, target: { ...source, top: row, bottom: source.top - 1 }, direction: "up" };
    case right:
      return {
        source,
        target: { ...source, left: source.right + 1, right: column },
        direction: "right",
      };
    default:
      return {
        source,
        target: { ...source, left: column, right: source.left - 1 },
        direction: "left",
      };
  }
}

/** What a double click on the handle fills: down to the end of the group; null at the end. */
export function taskToEnd(table: SheetTable, source: RangeBounds): FillTask | null {
  let bottom = source.bottom;
  while (table.rowAt(bottom + 1)?.kind === "member") bottom += 1;
  return bottom === source.bottom
    ? null
    : { source, target: { ...source, top: source.bottom + 1, bottom }, direction: "down" };
}

type Line = (area: RangeBounds) => RangeBounds;

/** One line for each column that is filled down or up, or each row that is filled sideways. */
function linesOf(target: RangeBounds, direction: FillDirection): readonly Line[] {
  const isUpright = direction === "down" || direction === "up";
  const [first, last] = isUpright ? [target.left, target.right] : [target.top, target.bottom];
  return Array.from({ length: last - first + 1 }, (_, index): Line => {
    const at = first + index;
    return (area) =>
      isUpright ? { ...area, left: at, right: at } : { ...area, top: at, bottom: at };
  });
}

/** The places of a line in the order they are filled in. */
function placesOf(
  { top, left, bottom, right }: RangeBounds,
  direction: FillDirection,
): readonly SheetPlace[] {
  const places: SheetPlace[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  }
  return direction === "up" || direction === "left" ? places.reverse() : places;
}

/** A computed column may give its figures, such as those of the base. */
function sourceAt(table: SheetTable, place: SheetPlace): readonly FoundCell[] {
  const cell = cellAtPlace(table, place);
  return cell === null || cell.row.kind !== "member" || cell.column.kind === "name" ? [] : [cell];
}

function targetAt(table: SheetTable, place: SheetPlace): readonly FoundCell[] {
  const cell = cellAtPlace(table, place);
  return cell === null || isPassedOver(cell.row, cell.column) ? [] : [cell];
}

function continuation(
  from: readonly FoundCell[],
  direction: FillDirection,
  way: FillRules["way"],
): Continuation {
  const block = {
    values: from.map(({ row, column }) => contentOf(row, column)),
    kind: kindOf(from.map(({ column }) => column)),
    dayStep: direction === "up" || direction === "left" ? -1 : 1,
  } as const;
  return way === "series" ? continueBlock(block) : repeatBlock(block);
}

/** Sideways the columns of a block may be of several kinds, and then it is no series. */
function kindOf(columns: readonly SheetColumn[]): "figures" | "dates" | "words" {
  if (columns.every(({ kind }) => kind === "date")) return "dates";
  const [first] = columns;
  const isOneUnit = columns.every(
    (column) => !isWordColumn(column) && column.unit?.id === first?.unit?.id,
  );
  return isOneUnit ? "figures" : "words";
}

/** The first index that is meant, from one to the other, either way. */
function findIndex(from: number, to: number, isMeant: (index: number) => boolean): number | null {
  const step = from <= to ? 1 : -1;
  for (let index = from; index !== to + step; index += step) {
    if (isMeant(index)) return index;
  }
  return null;
}

/** Which classes a cell has: where it stands in the selection, and what is to be seen of it. */

import { type EditRefusal, isEditable } from "../editing/edit-batch.ts";
import {
  activeOf,
  boundsOf,
  holds,
  isSinglePlace,
  lastRange,
  type RangeBounds,
  type SheetSelection,
} from "../selection/selection.ts";
import type { SheetColumn, SheetRow } from "../sheet.ts";
import type { SheetEditing } from "../sheet-props.ts";
import type { SheetPlace } from "../sheet-table.ts";
import { contentOf } from "./cell-content.ts";

/** A selection as painting asks for it. */
export type SelectionLook = {
  readonly active: SheetPlace;
  readonly ranges: readonly RangeBounds[];
  /** The lower right cell of the last range, where the fill handle is. */
  readonly corner: SheetPlace;
  readonly isSingle: boolean;
};

/** What a cell's marks are taken from beside its row and column. */
export type MarkGround = {
  readonly editing: SheetEditing | undefined;
  readonly isStale: boolean;
  readonly refusals: readonly EditRefusal[];
};

/** The bits of a selection mask, from the lowest. */
export const SELECTION_CLASSES = [
  "sheet-active",
  "sheet-in-range",
  "sheet-range-top",
  "sheet-range-right",
  "sheet-range-bottom",
  "sheet-range-left",
  "sheet-corner",
] as const;

/** The bits of a mask of marks, from the lowest. */
export const MARK_CLASSES = [
  "sheet-absent",
  "sheet-negative",
  "sheet-overridden",
  "sheet-assumed",
  "sheet-locked",
  "sheet-fault",
  "sheet-stale",
] as const;

const looks = new WeakMap<SheetSelection, SelectionLook>();

/** Worked out once for each selection. */
export function lookOf(selection: SheetSelection): SelectionLook {
  const known = looks.get(selection);
  if (known !== undefined) return known;
  const { bottom, right } = boundsOf(lastRange(selection));
  const look = {
    active: activeOf(selection),
    ranges: selection.ranges.map(boundsOf),
    corner: { row: bottom, column: right },
    isSingle: isSinglePlace(selection),
  };
  looks.set(selection, look);
  return look;
}

/** Bits of the selection's classes; one cell alone is no range. */
export function selectionMask(look: SelectionLook, place: SheetPlace): number {
  let mask = (isSamePlace(place, look.active) ? 1 : 0) | (isSamePlace(place, look.corner) ? 64 : 0);
  if (look.isSingle) return mask;
  for (const bounds of look.ranges) {
    if (holds(bounds, place)) mask |= rangeMask(bounds, place);
  }
  return mask;
}

/** Bits of a cell within a range: that it is, and at which edges. */
function rangeMask(bounds: RangeBounds, { row, column }: SheetPlace): number {
  return (
    2 |
    (row === bounds.top ? 4 : 0) |
    (column === bounds.right ? 8 : 0) |
    (row === bounds.bottom ? 16 : 0) |
    (column === bounds.left ? 32 : 0)
  );
}

function isSamePlace(left: SheetPlace, right: SheetPlace): boolean {
  return left.row === right.row && left.column === right.column;
}

/** Bits of the classes of marks. */
export function markMask(row: SheetRow, column: SheetColumn, ground: MarkGround): number {
  if (column.kind === "name") return ground.isStale ? 64 : 0;
  const content = contentOf(row, column);
  const marks = row.marksIn?.(column.id) ?? null;
  const isFault = marks?.fault !== undefined || refusalOf(row, column, ground.refusals) !== null;
  return (
    (content === null ? 1 : 0) |
    (content !== null && typeof content !== "string" && content.numerator < 0n ? 2 : 0) |
    (marks?.isOverridden === true ? 4 : 0) |
    (marks?.isAssumed === true ? 8 : 0) |
    (isLocked(row, column, ground) ? 16 : 0) |
    (isFault ? 32 : 0) |
    (ground.isStale ? 64 : 0)
  );
}

/** Why the cell did not take what was to be entered; null where it did. */
export function refusalOf(
  row: SheetRow,
  column: SheetColumn,
  refusals: readonly EditRefusal[],
): string | null {
  if (refusals.length === 0) return null;
  return refusalsByCell(refusals).get(`${row.id}\n${column.id}`) ?? null;
}

/** Whether the cell is drawn as one that only shows, in a sheet where others take input. */
function isLocked(row: SheetRow, column: SheetColumn, { editing }: MarkGround): boolean {
  if (editing === undefined || row.kind !== "member") return false;
  if (column.input === undefined) return column.lock !== undefined;
  return editing.lock !== null || !isEditable(row, column);
}

const refused = new WeakMap<readonly EditRefusal[], ReadonlyMap<string, string>>();

function refusalsByCell(refusals: readonly EditRefusal[]): ReadonlyMap<string, string> {
  const known = refused.get(refusals);
  if (known !== undefined) return known;
  const byCell = new Map(
    refusals.map(({ cell, reason }) => [`${cell.rowId}\n${cell.columnId}`, reason]),
  );
  refused.set(refusals, byCell);
  return byCell;
}

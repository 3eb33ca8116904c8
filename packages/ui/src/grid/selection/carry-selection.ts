/** What becomes of a selection when rows or columns get other places: by order, filter or fold. */
import type { SheetOrder, SheetPlace, SheetTable } from "../sheet-table.ts";
import {
  boundsOf,
  isSelected,
  isSinglePlace,
  type SheetRange,
  type SheetSelection,
} from "./selection.ts";

/**
 * The same cells at their new places. Whole rows and columns stay whole; of other ranges all must
 * stand together as before. Null where one does not, and for one cell alone.
 */
export function carrySelection(
  selection: SheetSelection,
  before: SheetOrder,
  table: SheetTable,
  active: SheetPlace,
): SheetSelection | null {
  if (isSinglePlace(selection)) return null;
  const ranges: SheetRange[] = [];
  for (const range of selection.ranges) {
    const carried = carryRange(range, before, table.order);
    if (carried === null) return null;
    ranges.push(carried);
  }
  const [first, ...others] = ranges;
  if (first === undefined) return null;
  const next: SheetSelection = { ranges: [first, ...others], active };
  return isSelected(next, active) ? next : null;
}

function carryRange(range: SheetRange, before: SheetOrder, now: SheetOrder): SheetRange | null {
  const { top, bottom, left, right } = boundsOf(range);
  const rows = carrySpan({ first: top, last: bottom }, before.rowIds, now.rowIds);
  const columns = carrySpan({ first: left, last: right }, before.columnIds, now.columnIds);
  if (rows === null || columns === null) return null;
  const carry = ({ row, column }: SheetPlace): SheetPlace => ({
    row: row === top ? rows.first : rows.last,
    column: column === left ? columns.first : columns.last,
  });
  return { anchor: carry(range.anchor), head: carry(range.head) };
}

/** Neighbours by their places, from the first to the last. */
type Span = { readonly first: number; readonly last: number };

function carrySpan(
  { first, last }: Span,
  before: readonly string[],
  now: readonly string[],
): Span | null {
  if (first === 0 && last > 0 && last === before.length - 1) {
    return { first: 0, last: now.length - 1 };
  }
  const start = now.indexOf(before[first] ?? "");
  if (start < 0) return null;
  for (let index = first; index <= last; index += 1) {
    if (before[index] !== now[start + index - first]) return null;
  }
  return { first: start, last: start + last - first };
}

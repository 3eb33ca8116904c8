/**
 * Where keys lead in a sheet, from the table of its places alone. The total is the row below the
 * last one; edges of data are those of Excel.
 */

import { contentOf } from "../cells/cell-content.ts";
import type { SelectedWhole, SheetMove } from "../sheet-keys.ts";
import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import {
  activeOf,
  activeRange,
  boundsOf,
  cellCount,
  extendTo,
  holds,
  isSinglePlace,
  type RangeBounds,
  type SheetSelection,
  selectPlace,
} from "./selection.ts";

/** What moves are made in: the table, and how many rows a page is. */
export type MoveSpace = { readonly table: SheetTable; readonly page: number };

type Edge = "edge-down" | "edge-up" | "edge-left" | "edge-right";
type Round = "next-down" | "next-up" | "next-right" | "next-left";

/** The selection after a move: one cell, or the same ranges with the active cell elsewhere. */
export function moveIn(selection: SheetSelection, to: SheetMove, space: MoveSpace): SheetSelection {
  if (!isRound(to)) return selectPlace(placeAfter(activeOf(selection), to, space));
  if (!isSinglePlace(selection)) {
    return { ranges: selection.ranges, active: stepInRanges(selection, to) };
  }
  return stepInSheet(selection, to, space);
}

/** The selection with its last range reaching further; the active cell stays. */
export function extendIn(
  selection: SheetSelection,
  to: SheetMove,
  space: MoveSpace,
): SheetSelection {
  const { head } = activeRange(selection);
  if (!isEdge(to)) return extendTo(selection, placeAfter(head, to, space));
  const active = activeOf(selection);
  if (isSideways(to)) {
    const { column } = edgeOf({ row: active.row, column: head.column }, to, space.table);
    return extendTo(selection, { ...head, column });
  }
  const { row } = edgeOf({ row: head.row, column: active.column }, to, space.table);
  return extendTo(selection, { ...head, row });
}

/** Whole rows or columns of what is selected, everything, or the active cell alone. */
export function selectWhole(
  selection: SheetSelection,
  what: SelectedWhole,
  { columns, rowCount }: SheetTable,
): SheetSelection {
  const active = activeOf(selection);
  const [lastRow, lastColumn] = [Math.max(rowCount - 1, 0), Math.max(columns.length - 1, 0)];
  const [first, ...others] = selection.ranges;
  switch (what) {
    case "active":
      return selectPlace(active);
    case "all":
      return {
        ranges: [{ anchor: { row: 0, column: 0 }, head: { row: lastRow, column: lastColumn } }],
        active,
      };
    case "row": {
      const widen = ({ anchor, head }: typeof first): typeof first => ({
        anchor: { ...anchor, column: 0 },
        head: { ...head, column: lastColumn },
      });
      return { ranges: [widen(first), ...others.map(widen)], active };
    }
    case "column": {
      const widen = ({ anchor, head }: typeof first): typeof first => ({
        anchor: { ...anchor, row: 0 },
        head: { ...head, row: lastRow },
      });
      return { ranges: [widen(first), ...others.map(widen)], active };
    }
  }
}

/** Where a move from a place ends, always within the table. */
export function placeAfter(
  from: SheetPlace,
  to: SheetMove,
  { table, page }: MoveSpace,
): SheetPlace {
  const last = { row: Math.max(table.rowCount - 1, 0), column: table.columns.length - 1 };
  const row = (index: number): SheetPlace => ({ ...from, row: within(index, last.row) });
  const column = (index: number): SheetPlace => ({ ...from, column: within(index, last.column) });
  switch (to) {
    case "down":
    case "next-down":
      return row(from.row + 1);
    case "up":
    case "next-up":
      return row(from.row - 1);
    case "left":
    case "next-left":
      return column(from.column - 1);
    case "right":
    case "next-right":
      return column(from.column + 1);
    case "page-down":
      return row(from.row + page);
    case "page-up":
      return row(from.row - page);
    case "edge-up":
    case "edge-down":
    case "edge-left":
    case "edge-right":
      return edgeOf(from, to, table);
    case "row-start":
      return column(0);
    case "row-end":
      return column(last.column);
    case "sheet-start":
      return { row: 0, column: 0 };
    case "sheet-end":
      return { row: last.row, column: within(last.column, last.column) };
  }
}

/**
 * The edge of data in a direction: from a figure with a figure beside it the last one before a gap,
 * else the next one there is, else the last place. The total is a stop of its own below the rest.
 */
function edgeOf(from: SheetPlace, to: Edge, table: SheetTable): SheetPlace {
  const total = Math.max(table.rowCount - 1, 0);
  if (to === "edge-down" && from.row >= total - 1) return { ...from, row: total };
  const { length, at } = laneOf(from, to, table);
  const isFilled = (steps: number): boolean => steps <= length && hasContent(at(steps), table);
  let steps = Math.min(1, length);
  if (isFilled(0) && isFilled(1)) while (isFilled(steps + 1)) steps += 1;
  else while (steps < length && !isFilled(steps)) steps += 1;
  return at(steps);
}

/** How many steps a direction has from a place on, and where each of them leads. */
function laneOf(
  from: SheetPlace,
  to: Edge,
  { rowCount, columns }: SheetTable,
): { readonly length: number; readonly at: (steps: number) => SheetPlace } {
  const { row, column } = from;
  switch (to) {
    case "edge-down":
      return { length: rowCount - 2 - row, at: (steps) => ({ row: row + steps, column }) };
    case "edge-up":
      return { length: row, at: (steps) => ({ row: row - steps, column }) };
    case "edge-right":
      return {
        length: columns.length - 1 - column,
        at: (steps) => ({ row, column: column + steps }),
      };
    case "edge-left":
      return { length: column, at: (steps) => ({ row, column: column - steps }) };
  }
}

function hasContent({ row, column }: SheetPlace, table: SheetTable): boolean {
  const [of, under] = [table.rowAt(row), table.columns[column]];
  if (of === undefined || under === undefined) return false;
  return under.kind === "name" || contentOf(of, under) !== null;
}

/** Tab goes along the rows of the sheet; Enter goes down where the run of Tabs began. */
function stepInSheet(selection: SheetSelection, to: Round, space: MoveSpace): SheetSelection {
  const from = activeOf(selection);
  const { table } = space;
  const lastColumn = table.columns.length - 1;
  if (to === "next-down" || to === "next-up") {
    const column = to === "next-down" ? (selection.tabColumn ?? from.column) : from.column;
    return selectPlace(placeAfter({ ...from, column: within(column, lastColumn) }, to, space));
  }
  const isBack = to === "next-left";
  const isEdge = from.column === (isBack ? 0 : lastColumn);
  const beyond = from.row + (isBack ? -1 : 1);
  const hasBeyond = beyond >= 0 && beyond < table.rowCount;
  const next = isEdge
    ? hasBeyond
      ? { row: beyond, column: isBack ? lastColumn : 0 }
      : from
    : placeAfter(from, to, space);
  return { ...selectPlace(next), tabColumn: selection.tabColumn ?? from.column };
}

type Stop = { readonly range: number; readonly place: SheetPlace };

/**
 * The next cell of the ranges: Enter goes down their columns, Tab along their rows, from the last
 * range to the first one. A cell of several ranges is visited in the first of them only.
 */
function stepInRanges(selection: SheetSelection, to: Round): SheetPlace {
  const bounds = selection.ranges.map(boundsOf);
  const active = activeOf(selection);
  let stop: Stop = { range: Math.max(ownerOf(active, bounds), 0), place: active };
  do stop = nextStop(stop, to, bounds);
  while (ownerOf(stop.place, bounds) !== stop.range);
  return stop.place;
}

function ownerOf(place: SheetPlace, bounds: readonly RangeBounds[]): number {
  return bounds.findIndex((area) => holds(area, place));
}

function nextStop({ range, place }: Stop, to: Round, bounds: readonly RangeBounds[]): Stop {
  const along = to === "next-down" || to === "next-up" ? "columns" : "rows";
  const step = to === "next-down" || to === "next-right" ? 1 : -1;
  const area = bounds[range] ?? EMPTY;
  const next = numberOf(place, area, along) + step;
  if (next >= 0 && next < cellCount(area)) {
    return { range, place: placeAt(next, area, along) };
  }
  const other = (range + step + bounds.length) % bounds.length;
  const beyond = bounds[other] ?? EMPTY;
  return { range: other, place: placeAt(step > 0 ? 0 : cellCount(beyond) - 1, beyond, along) };
}

const EMPTY: RangeBounds = { top: 0, left: 0, bottom: 0, right: 0 };

/** The cells of a rectangle are counted down its columns or along its rows. */
function numberOf(
  { row, column }: SheetPlace,
  { top, left, bottom, right }: RangeBounds,
  along: "columns" | "rows",
): number {
  return along === "columns"
    ? (column - left) * (bottom - top + 1) + (row - top)
    : (row - top) * (right - left + 1) + (column - left);
}

function placeAt(
  number: number,
  { top, left, bottom, right }: RangeBounds,
  along: "columns" | "rows",
): SheetPlace {
  const length = along === "columns" ? bottom - top + 1 : right - left + 1;
  const [line, within] = [Math.floor(number / length), number % length];
  return along === "columns"
    ? { row: top + within, column: left + line }
    : { row: top + line, column: left + within };
}

function isEdge(to: SheetMove): to is Edge {
  return to === "edge-down" || to === "edge-up" || isSideways(to);
}

function isSideways(to: SheetMove): to is "edge-left" | "edge-right" {
  return to === "edge-left" || to === "edge-right";
}

function isRound(to: SheetMove): to is Round {
  return to === "next-down" || to === "next-up" || to === "next-right" || to === "next-left";
}

function within(index: number, last: number): number {
  return Math.min(Math.max(index, 0), Math.max(last, 0));
}

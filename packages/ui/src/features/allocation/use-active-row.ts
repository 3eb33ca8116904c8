/**
 * The workbook names a figure, the sheet a cell: this keeps both the same. A figure that is chosen
 * elsewhere is brought on view; one that is folded away gives its place to what holds it.
 */
import { useEffect, useRef } from "react";

import { NAME_COLUMN, type SheetCell, type SheetColumn } from "../../grid/sheet.ts";
import {
  type ActiveFigure,
  type FigureColumnId,
  useWorkbook,
} from "../workbook/workbook-context.ts";
import { type AllocationRow, CITY_ROW, rowIdOf } from "./build-rows.ts";
import type { TierColumns } from "./tier-columns.ts";
import type { AllocationRows } from "./use-allocation-rows.ts";
import type { SheetView } from "./use-sheet-view.ts";

/** The active row and cell, and the ways to another one. */
export type ActiveRow = {
  readonly cell: SheetCell;
  /** The row that holds the active figure; undefined when a filter hides it. */
  readonly row: AllocationRow | undefined;
  readonly members: readonly AllocationRow[];
  readonly activate: (cell: SheetCell) => void;
  /** Goes to the member after the active one, and from the last to the first. */
  readonly next: () => void;
};

/** What the active cell stands in. */
export type ActivePlace = {
  readonly allocation: AllocationRows;
  readonly tiers: readonly TierColumns[];
  readonly columns: readonly SheetColumn[];
  readonly view: SheetView;
  readonly change: (change: Partial<SheetView>) => void;
  /** What decides about rows beside folding: the search. */
  readonly query: string;
  /** A phone has no cells: nothing is unfolded for them. */
  readonly hasCells: boolean;
};

/** Follows the active figure of the workbook in the sheet. */
export function useActiveRow(place: ActivePlace): ActiveRow {
  const { activeFigure, setActiveFigure } = useWorkbook();
  const { tree } = place.allocation;
  const members = tree.groups.flatMap((group) => group.members);
  const groups = tree.groups.flatMap(({ row }) => (row === null ? [] : [row]));
  const all = [...groups, ...members, tree.total];
  const rowId = rowIdOf(activeFigure);
  const row = all.find(({ id }) => id === rowId);
  const folding = foldingGroup(place, rowId);
  const shownColumn = columnOnView(place, activeFigure.columnId);
  const go = (to: AllocationRow | undefined, columnId: FigureColumnId): void => {
    if (to === undefined) return;
    const isSame = rowIdOf(to.figure) === rowId && columnId === activeFigure.columnId;
    if (!isSame) setActiveFigure({ ...to.figure, columnId });
  };
  useKeptOnView(place, activeFigure, () => go(folding ?? row, shownColumn));
  return {
    cell: { rowId: folding?.id ?? rowId, columnId: shownColumn },
    row,
    members,
    activate: (cell) =>
      go(
        all.find(({ id }) => id === cell.rowId),
        isFigureColumn(cell.columnId) ? cell.columnId : NAME_COLUMN,
      ),
    next: () => {
      const position = members.findIndex(({ id }) => id === rowId);
      go(members[(position + 1) % members.length], activeFigure.columnId);
    },
  };
}

/**
 * A figure seen before that is not on view any more was folded away by the person. One that was
 * not seen came from the panel, another grouping or a search that ended: the sheet opens for it.
 */
function useKeptOnView(place: ActivePlace, figure: ActiveFigure, giveWay: () => void): void {
  const { group } = useWorkbook();
  const { allocation, columns, view, change, query, hasCells } = place;
  const rowId = rowIdOf(figure);
  const folding = foldingGroup(place, rowId);
  const tier = tierOf(place.tiers, figure.columnId);
  const isColumnShown = tier === undefined || columns.some(({ id }) => id === figure.columnId);
  const address = JSON.stringify([group, query, rowId, figure.columnId]);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!hasCells) return;
    if (folding === undefined && isColumnShown) seen.current = address;
    else if (seen.current === address) giveWay();
    else {
      if (folding !== undefined) allocation.fold(folding.id, true);
      if (!isColumnShown && tier !== undefined) change(openedFor(view, tier, figure.columnId));
    }
  });
}

/** The folded group that hides a row. */
function foldingGroup({ allocation }: ActivePlace, rowId: string): AllocationRow | undefined {
  const { tree, rows } = allocation;
  if (rowId === CITY_ROW || rows.some(({ row }) => row.id === rowId)) return undefined;
  return (
    tree.groups.find(({ members }) => members.some(({ id }) => id === rowId))?.row ?? undefined
  );
}

/** The column itself, or that of its tier, or the total, whichever is on view. */
function columnOnView({ columns, tiers }: ActivePlace, columnId: FigureColumnId): FigureColumnId {
  const isShown = (id: string): boolean => columns.some((column) => column.id === id);
  if (isShown(columnId)) return columnId;
  const tierColumn = `tier:${tierOf(tiers, columnId)}` as const;
  return isShown(tierColumn) ? tierColumn : "total";
}

function tierOf(tiers: readonly TierColumns[], columnId: FigureColumnId): string | undefined {
  return tiers.find(
    ({ tier, lines }) =>
      columnId === `tier:${tier}` || lines.some(({ line }) => columnId === `line:${line}`),
  )?.tier;
}

/** The view with a tier shown, and opened into its lines where one of them is asked for. */
function openedFor(view: SheetView, tier: string, columnId: FigureColumnId): Partial<SheetView> {
  const isLine = columnId !== `tier:${tier}`;
  return {
    hiddenTiers: view.hiddenTiers.filter((hidden) => hidden !== tier),
    openTiers: isLine ? [...new Set([...view.openTiers, tier])] : view.openTiers,
  };
}

function isFigureColumn(columnId: string): columnId is FigureColumnId {
  return (
    ["name", "headcount", "total", "perHead"].includes(columnId) ||
    columnId.startsWith("tier:") ||
    columnId.startsWith("line:")
  );
}

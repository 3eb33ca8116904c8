/**
 * The workbook names a figure, the sheet a cell: this keeps both the same. A figure that is chosen
 * elsewhere is brought on view; one that is folded away gives its place to what holds it.
 */
import { useEffect, useMemo, useRef } from "react";
import type { KeptLayout } from "../../grid/columns/use-column-layout.ts";
import { NAME_COLUMN, type SheetCell, type SheetColumn } from "../../grid/sheet.ts";
import {
  type ActiveFigure,
  type FigureColumnId,
  useWorkbook,
} from "../workbook/workbook-context.ts";
import { type AllocationRow, rowIdOf } from "./build-rows.ts";
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
  readonly changeLayout: KeptLayout[1];
  /** What decides about rows beside folding: the search. */
  readonly query: string;
  /** A phone has no cells: nothing is unfolded for them. */
  readonly hasCells: boolean;
};

/** Follows the active figure of the workbook in the sheet. */
export function useActiveRow(place: ActivePlace): ActiveRow {
  const { activeFigure, setActiveFigure } = useWorkbook();
  const index = useTreeIndex(place.allocation);
  const { rowsById, members } = index;
  const rowId = rowIdOf(activeFigure);
  const row = rowsById.get(rowId);
  const folding = foldingGroup(place, index, rowId);
  const shownColumn = columnOnView(place, activeFigure.columnId);
  const go = (to: AllocationRow | undefined, columnId: FigureColumnId): void => {
    if (to === undefined) return;
    const isSame = rowIdOf(to.figure) === rowId && columnId === activeFigure.columnId;
    if (!isSame) setActiveFigure({ ...to.figure, columnId });
  };
  useKeptOnView(place, activeFigure, folding, () => go(folding ?? row, shownColumn));
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (folding === undefined) asked.current = null;
  });
  // A row that the sheet itself asked for keeps its name while its group opens: it is waited for.
  const shownRow = asked.current === rowId ? rowId : (folding?.id ?? rowId);
  return {
    cell: { rowId: shownRow, columnId: shownColumn },
    row,
    members,
    activate: (cell) => {
      asked.current = cell.rowId;
      go(rowsById.get(cell.rowId), isFigureColumn(cell.columnId) ? cell.columnId : NAME_COLUMN);
    },
    next: () => {
      const position = members.findIndex(({ id }) => id === rowId);
      go(members[(position + 1) % members.length], activeFigure.columnId);
    },
  };
}

type TreeIndex = {
  readonly rowsById: ReadonlyMap<string, AllocationRow>;
  readonly groupsByMember: ReadonlyMap<string, AllocationRow>;
  readonly members: readonly AllocationRow[];
};

/** Made once for a tree: a move of the active cell looks through no rows. */
function useTreeIndex({ tree, searched }: AllocationRows): TreeIndex {
  return useMemo(
    () => ({
      rowsById: new Map(searched.map((row) => [row.id, row])),
      groupsByMember: new Map(
        tree.groups.flatMap(({ row, members }) =>
          row === null ? [] : members.map(({ id }) => [id, row] as const),
        ),
      ),
      members: tree.groups.flatMap(({ members }) => members),
    }),
    [tree, searched],
  );
}

/**
 * A figure seen before that is not on view any more was folded away by the person. One that was
 * not seen came from the panel, another grouping or a search that ended: the sheet opens for it.
 */
function useKeptOnView(
  place: ActivePlace,
  figure: ActiveFigure,
  folding: AllocationRow | undefined,
  giveWay: () => void,
): void {
  const { group } = useWorkbook();
  const { allocation, columns, query, hasCells } = place;
  const rowId = rowIdOf(figure);
  const isColumnShown = columns.some(({ id }) => id === figure.columnId);
  const address = JSON.stringify([group, query, rowId, figure.columnId]);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!hasCells) return;
    if (folding === undefined && isColumnShown) seen.current = address;
    else if (seen.current === address) giveWay();
    else {
      if (folding !== undefined) allocation.fold(folding.id, true);
      if (!isColumnShown) showColumn(place, figure.columnId);
    }
  });
}

/** The folded group that hides a row. */
function foldingGroup(
  { allocation }: ActivePlace,
  { groupsByMember }: TreeIndex,
  rowId: string,
): AllocationRow | undefined {
  const group = groupsByMember.get(rowId);
  return group === undefined || allocation.isOpen(group.id) ? undefined : group;
}

/** The column itself, or that of its tier, the total, or the names, whichever is on view. */
function columnOnView({ columns, tiers }: ActivePlace, columnId: FigureColumnId): FigureColumnId {
  const wanted = [columnId, wholeOf(tiers, columnId), "total"] as const;
  return wanted.find((wish) => columns.some(({ id }) => id === wish)) ?? NAME_COLUMN;
}

/** The column that a person hides and shows: that of the tier where it is one of its lines. */
function wholeOf(tiers: readonly TierColumns[], columnId: FigureColumnId): FigureColumnId {
  const tier = tierOf(tiers, columnId);
  return tier === undefined ? columnId : `tier:${tier}`;
}

function tierOf(tiers: readonly TierColumns[], columnId: FigureColumnId): string | undefined {
  return tiers.find(
    ({ tier, lines }) =>
      columnId === `tier:${tier}` || lines.some(({ line }) => columnId === `line:${line}`),
  )?.tier;
}

/** Shows a column, and opens its tier where it is a line of one. */
function showColumn({ tiers, view, change, changeLayout }: ActivePlace, id: FigureColumnId): void {
  const whole = wholeOf(tiers, id);
  changeLayout((before) => ({ ...before, hidden: before.hidden.filter((one) => one !== whole) }));
  const tier = tierOf(tiers, id);
  if (tier === undefined || whole === id || view.openTiers.includes(tier)) return;
  change({ openTiers: [...view.openTiers, tier] });
}

function isFigureColumn(columnId: string): columnId is FigureColumnId {
  return (
    ["name", "headcount", "total", "perHead"].includes(columnId) ||
    columnId.startsWith("tier:") ||
    columnId.startsWith("line:")
  );
}

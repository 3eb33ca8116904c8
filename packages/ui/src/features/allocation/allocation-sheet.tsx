/**
 * The sheet «Распределение»: what every organisation gets, by tier, with groups and the city's
 * total. It fills the toolbar, the body and the status line of the workbook.
 */
import { type JSX, useDeferredValue, useEffect, useState } from "react";

import { NAME_COLUMN, type SheetCell } from "../../grid/sheet.ts";
import { SheetGrid } from "../../grid/sheet-grid.tsx";
import { useTouch } from "../../grid/use-touch.ts";
import { SheetBody, SheetToolbar, StatusLine } from "../workbook/frame-regions.tsx";
import { useLayout } from "../workbook/layout.ts";
import { type FigureColumnId, useWorkbook } from "../workbook/workbook-context.ts";
import { AllocationCards } from "./allocation-cards.tsx";
import { AllocationStatus } from "./allocation-status.tsx";
import { AllocationToolbar } from "./allocation-toolbar.tsx";
import { type AllocationRow, CITY_ROW, rowIdOf } from "./build-rows.ts";
import { NothingFound } from "./nothing-found.tsx";
import { useAllocationColumns } from "./use-allocation-columns.ts";
import {
  type AllocationRows,
  useAllocationRows,
  useAllocationText,
} from "./use-allocation-rows.ts";
import { FIRST_VIEW, toggled, useSheetView } from "./use-sheet-view.ts";
import { useUnitKeys } from "./use-unit-keys.ts";
import "./allocation.css";

/** The sheet inside of a workbook; a phone gets cards in place of the grid. */
export function AllocationSheet(): JSX.Element {
  const { setTierFilter, setUnit } = useWorkbook();
  const [query, setQuery] = useState("");
  const searched = useDeferredValue(query);
  const [view, change] = useSheetView();
  const allocation = useAllocationRows({ query: searched, view, change });
  const { tiers, columns } = useAllocationColumns(view, allocation.figures.city);
  const active = useActiveRow(allocation);
  useShownMembers(allocation);
  const isPhone = useLayout() === "phone";
  useUnitKeys(setUnit);
  const isEmpty = allocation.tree.groups.length === 0;
  const clear = (): void => {
    setQuery("");
    setTierFilter(null);
  };
  return (
    <>
      <SheetToolbar>
        <AllocationToolbar
          query={query}
          onQuery={setQuery}
          onNextHit={active.next}
          hits={searched.trim() === "" ? null : active.members.length}
          tiers={tiers}
          view={view}
          onView={change}
          onFirstView={() => change({ ...FIRST_VIEW, openGroups: view.openGroups })}
        />
      </SheetToolbar>
      <SheetBody>
        {isEmpty ? <NothingFound query={searched} tiers={tiers} onClear={clear} /> : null}
        {isEmpty || !isPhone ? null : <AllocationCards allocation={allocation} />}
        {isEmpty || isPhone ? null : (
          <AllocationGrid
            allocation={allocation}
            columns={columns}
            active={active.cell}
            onActivate={active.activate}
            view={view}
            onView={change}
          />
        )}
      </SheetBody>
      <StatusLine>
        <AllocationStatus
          row={active.row}
          columns={columns}
          shown={allocation.tree.total.figures}
          city={allocation.figures.city}
        />
      </StatusLine>
    </>
  );
}

/** Sums on view are of these members: what explains them must know. */
function useShownMembers({ tree, isFiltered }: AllocationRows): void {
  const { setShownMembers } = useWorkbook();
  useEffect(() => {
    const members = tree.groups.flatMap((group) => group.members.map(({ figure }) => figure.id));
    setShownMembers(isFiltered ? new Set(members) : null);
  }, [tree, isFiltered, setShownMembers]);
}

type GridProps = {
  readonly allocation: AllocationRows;
  readonly columns: ReturnType<typeof useAllocationColumns>["columns"];
  readonly active: SheetCell;
  readonly onActivate: (cell: SheetCell) => void;
  readonly view: ReturnType<typeof useSheetView>[0];
  readonly onView: ReturnType<typeof useSheetView>[1];
};

function AllocationGrid(props: GridProps): JSX.Element {
  const { allocation, columns, active, onActivate, view, onView } = props;
  const text = useAllocationText();
  const isTouch = useTouch();
  return (
    <SheetGrid
      label={text("label")}
      columns={columns}
      rows={allocation.rows}
      total={allocation.tree.total}
      fullRowCount={allocation.fullRowCount}
      active={active}
      sort={view.sort}
      isTouch={isTouch}
      onActivate={onActivate}
      onFold={allocation.fold}
      onFoldAll={allocation.foldAll}
      onSort={(sort) => onView({ sort })}
      onPartsToggle={(columnId) =>
        onView({ openTiers: toggled(view.openTiers, columnId.replace(/^tier:/, "")) })
      }
      onResize={(columnId, width) => onView({ widths: { ...view.widths, [columnId]: width } })}
    />
  );
}

type ActiveRow = {
  readonly cell: SheetCell;
  /** The row that holds the active figure; undefined when a filter hides it. */
  readonly row: AllocationRow | undefined;
  readonly members: readonly AllocationRow[];
  readonly activate: (cell: SheetCell) => void;
  /** Goes to the member after the active one, and from the last to the first. */
  readonly next: () => void;
};

/** The workbook names a figure, the sheet a cell: this keeps both the same. */
function useActiveRow({ tree, rows }: AllocationRows): ActiveRow {
  const { activeFigure, setActiveFigure } = useWorkbook();
  const members = tree.groups.flatMap((group) => group.members);
  const all = [
    ...tree.groups.flatMap(({ row }) => (row === null ? [] : [row])),
    ...members,
    tree.total,
  ];
  const rowId = rowIdOf(activeFigure);
  const go = (row: AllocationRow | undefined, columnId: FigureColumnId): void => {
    if (row === undefined) return;
    const isSame = rowIdOf(row.figure) === rowId && columnId === activeFigure.columnId;
    if (!isSame) setActiveFigure({ ...row.figure, columnId });
  };
  const isOnView = rowId === CITY_ROW || rows.some(({ row }) => row.id === rowId);
  const group = tree.groups.find(({ members: inside }) => inside.some(({ id }) => id === rowId));
  return {
    cell: {
      rowId: isOnView ? rowId : (group?.row?.id ?? rowId),
      columnId: activeFigure.columnId,
    },
    row: all.find(({ id }) => id === rowId),
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

function isFigureColumn(columnId: string): columnId is FigureColumnId {
  return (
    ["name", "headcount", "total", "perHead"].includes(columnId) ||
    columnId.startsWith("tier:") ||
    columnId.startsWith("line:")
  );
}

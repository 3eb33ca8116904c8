/**
 * The sheet «Распределение»: what every organisation gets, by tier, with groups and the city's
 * total. It fills the toolbar, the body and the status line of the workbook.
 */
import { type JSX, useDeferredValue, useEffect, useState } from "react";

import type { SheetCell } from "../../grid/sheet.ts";
import { SheetGrid } from "../../grid/sheet-grid.tsx";
import { useTouch } from "../../grid/use-touch.ts";
import { SheetBody, SheetToolbar, StatusLine } from "../workbook/frame-regions.tsx";
import { useLayout } from "../workbook/layout.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { AllocationCards } from "./allocation-cards.tsx";
import { AllocationStatus } from "./allocation-status.tsx";
import { AllocationToolbar } from "./allocation-toolbar.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { useActiveRow } from "./use-active-row.ts";
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
  const { group, isPanelOpen, setTierFilter, setUnit } = useWorkbook();
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed);
  const [view, change] = useSheetView();
  const allocation = useAllocationRows({ query, view, change });
  const { tiers, columns } = useAllocationColumns(view, allocation.figures.city);
  const isPhone = useLayout() === "phone";
  const hasCells = !isPhone;
  const active = useActiveRow({ allocation, tiers, columns, view, change, query, hasCells });
  useShownMembers(allocation);
  useUnitKeys(setUnit);
  const isEmpty = allocation.tree.groups.length === 0;
  const clear = (): void => {
    setTyped("");
    setTierFilter(null);
  };
  return (
    <>
      <SheetToolbar>
        <AllocationToolbar
          query={typed}
          onQuery={setTyped}
          onNextHit={active.next}
          hits={query.trim() === "" ? null : active.members.length}
          tiers={tiers}
          view={view}
          onView={change}
          onFirstView={() => change({ ...FIRST_VIEW, openGroups: view.openGroups })}
        />
      </SheetToolbar>
      <SheetBody>
        {isEmpty ? <NothingFound query={query} tiers={tiers} onClear={clear} /> : null}
        {isEmpty || !isPhone ? null : <AllocationCards allocation={allocation} />}
        {isEmpty || isPhone ? null : (
          <AllocationGrid
            allocation={allocation}
            columns={columns}
            active={active.cell}
            arrangement={`${group} ${query} ${isPanelOpen}`}
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
  readonly arrangement: string;
  readonly onActivate: (cell: SheetCell) => void;
  readonly view: ReturnType<typeof useSheetView>[0];
  readonly onView: ReturnType<typeof useSheetView>[1];
};

function AllocationGrid(props: GridProps): JSX.Element {
  const { allocation, columns, active, arrangement, onActivate, view, onView } = props;
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
      arrangement={arrangement}
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

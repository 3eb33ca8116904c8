/**
 * The sheet «Распределение»: what every organisation gets, by tier, with groups and the city's
 * total. It fills the toolbar, the body and the status line of the workbook.
 */
import { type JSX, useDeferredValue, useEffect, useMemo, useState } from "react";

import { shownSort, withColumnWidth, withOrder } from "../../grid/columns/column-layout.ts";
import { ColumnsPopover } from "../../grid/columns/columns-popover.tsx";
import { type KeptLayout, useColumnLayout } from "../../grid/columns/use-column-layout.ts";
import { SheetGrid } from "../../grid/sheet-grid.tsx";
import type { SheetGridProps } from "../../grid/sheet-props.ts";
import { useTouch } from "../../grid/use-touch.ts";
import { useFoundSession } from "../shell/session.ts";
import { SheetBody, SheetToolbar, StatusLine } from "../workbook/frame-regions.tsx";
import { useLayout } from "../workbook/layout.ts";
import { useWorkbook } from "../workbook/workbook-context.ts";
import { AllocationCards } from "./allocation-cards.tsx";
import { AllocationStatus } from "./allocation-status.tsx";
import { AllocationToolbar } from "./allocation-toolbar.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { createSelectedRange } from "./selected-range.ts";
import { TierPartsField } from "./tier-parts-field.tsx";
import { useActiveRow } from "./use-active-row.ts";
import { useAllocationColumns } from "./use-allocation-columns.ts";
import {
  type AllocationRows,
  useAllocationRows,
  useAllocationText,
  useCityFigures,
} from "./use-allocation-rows.ts";
import { FIRST_VIEW, toggled, useSheetView } from "./use-sheet-view.ts";
import { useUnitKeys } from "./use-unit-keys.ts";
import "./allocation.css";

const SHEET_ID = "allocation";

/** The sheet inside of a workbook; a phone gets cards in place of the grid. */
export function AllocationSheet(): JSX.Element {
  const { group, isPanelOpen, setTierFilter, setUnit } = useWorkbook();
  const personId = useFoundSession()?.person.id ?? "";
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed);
  const [selected] = useState(createSelectedRange);
  const [view, change] = useSheetView(personId);
  const [layout, changeLayout] = useColumnLayout({ personId, sheetId: SHEET_ID });
  const figures = useCityFigures();
  const { tiers, all, columns } = useAllocationColumns(view.openTiers, layout, figures.city);
  const sort = useMemo(() => shownSort(all, layout), [all, layout]);
  const allocation = useAllocationRows({ figures, query, sort, view, change });
  const isPhone = useLayout() === "phone";
  const moves = { view, change, changeLayout, query, hasCells: !isPhone };
  const active = useActiveRow({ allocation, tiers, columns, ...moves });
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
          columns={
            <ColumnsPopover
              columns={all}
              layout={layout}
              onLayout={changeLayout}
              renderExtra={(columnId) => (
                <TierPartsField columnId={columnId} tiers={tiers} view={view} onView={change} />
              )}
              onReset={() => change({ openTiers: FIRST_VIEW.openTiers })}
            />
          }
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
            sort={sort}
            onActivate={active.activate}
            onSelect={selected.tell}
            onPartsToggle={(columnId) => {
              const tier = columnId.replace(/^tier:/, "");
              change({ openTiers: toggled(view.openTiers, tier) });
            }}
            onLayout={changeLayout}
            onOrder={(ids) => changeLayout((before) => withOrder(all, before, ids))}
          />
        )}
      </SheetBody>
      <StatusLine>
        <AllocationStatus
          selected={selected}
          hasCells={!isEmpty && !isPhone}
          shown={allocation.tree.total.figures}
          city={figures.city}
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

type GridProps = Pick<
  SheetGridProps,
  "columns" | "active" | "arrangement" | "sort" | "onActivate" | "onPartsToggle"
> &
  Required<Pick<SheetGridProps, "onSelect" | "onOrder">> & {
    readonly allocation: AllocationRows;
    readonly onLayout: KeptLayout[1];
  };

function AllocationGrid({ allocation, onLayout, ...given }: GridProps): JSX.Element {
  const text = useAllocationText();
  const isTouch = useTouch();
  return (
    <SheetGrid
      {...given}
      label={text("label")}
      rows={allocation.rows}
      total={allocation.tree.total}
      fullRowCount={allocation.fullRowCount}
      searchedRows={allocation.searched}
      isTouch={isTouch}
      onFold={allocation.fold}
      onFoldAll={allocation.foldAll}
      onSort={(sort) => onLayout((before) => ({ ...before, sort }))}
      onResize={(columnId, width) => onLayout((before) => withColumnWidth(before, columnId, width))}
    />
  );
}

/**
 * A sheet: rows of groups and members with exact figures, a total that stays at the bottom, one
 * active cell, and the keys of a spreadsheet. It is the only door to the grid library.
 */
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  type GetRowIdParams,
  type GridApi,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  type RowClassRules,
  RowStyleModule,
  ScrollApiModule,
  type Theme,
  themeQuartz,
} from "ag-grid-community";
import { AgGridProvider, AgGridReact } from "ag-grid-react";
import { type JSX, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { buildColumnDefs } from "./column-defs.ts";
import { SheetContext } from "./header-cell.tsx";
import { useRowMarks } from "./mark-rows.ts";
import type { SheetCell, SheetSort, VisibleRow } from "./sheet.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import { useGridEvents, useSpokenCell } from "./use-grid-events.ts";

import "./sheet-grid.css";

const MODULES = [
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
];
const RULE = { style: "solid", width: 1, color: "var(--line)" } as const;
const SOFT_RULE = { style: "solid", width: 1, color: "var(--line-soft)" } as const;

/** Hairline rules and tight cells, all from the tokens: a theme switch needs no code. */
const SHEET_THEME: Theme = themeQuartz.withParams({
  accentColor: "var(--accent)",
  backgroundColor: "var(--bg)",
  borderColor: "var(--line)",
  borderRadius: 0,
  browserColorScheme: "inherit",
  cellFontFamily: "var(--font)",
  cellFontSize: 12.5,
  cellHorizontalPadding: 9,
  cellTextColor: "var(--text)",
  columnBorder: SOFT_RULE,
  dataBackgroundColor: "var(--bg)",
  focusShadow: "none",
  fontFamily: "var(--font)",
  fontSize: 12.5,
  foregroundColor: "var(--text)",
  headerBackgroundColor: "var(--chrome)",
  headerCellHoverBackgroundColor: "transparent",
  headerColumnBorder: RULE,
  headerColumnBorderHeight: "100%",
  headerColumnResizeHandleColor: "transparent",
  headerFontFamily: "var(--font)",
  headerFontSize: 11.5,
  headerFontWeight: 500,
  headerRowBorder: RULE,
  headerTextColor: "var(--text-2)",
  iconSize: 12,
  pinnedColumnBorder: RULE,
  pinnedRowBackgroundColor: "var(--sunk)",
  pinnedRowBorder: { style: "solid", width: 1.5, color: "var(--text-3)" },
  pinnedRowFontWeight: 600,
  rowBorder: SOFT_RULE,
  rowHoverColor: "transparent",
  selectedRowBackgroundColor: "transparent",
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
const ROW_CLASSES: RowClassRules<VisibleRow> = {
  "sheet-group-row": ({ data }) => data?.row.kind === "group",
  "sheet-total-row": ({ data }) => data?.row.kind === "total",
};
const ROW_HEIGHT = 24;
const TOTAL_HEIGHT = 28;
const HEADER_HEIGHT = 20;
const TOUCH_HEIGHT = 44;

/** The sheet fills its container. Its own texts follow the language of the page. */
export function SheetGrid(props: SheetGridProps): JSX.Element {
  const { columns, rows, total, active, isTouch, onPartsToggle } = props;
  const { t, i18n } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const latest = useLatest(props);
  const [api, setApi] = useState<GridApi<VisibleRow> | null>(null);
  const columnDefs = useMemo(
    () =>
      buildColumnDefs(columns, {
        numberHeader: t("grid.rowNumber"),
        activeCell: () => latest.current.active,
      }),
    [columns, latest, t],
  );
  const totals = useMemo((): VisibleRow[] => [{ row: total, isOpen: null }], [total]);
  const events = useGridEvents(api, latest);
  useSpokenCell(root, latest);
  useRowMarks(root, props);
  useActiveCell(api, active, props.arrangement);
  useShownSort(api, props.sort, columnDefs);
  const context = useMemo(
    () => ({
      activeColumnId: active.columnId,
      togglePartsText: (header: string, isOpen: boolean) =>
        t(isOpen ? "grid.closeParts" : "grid.openParts", { name: header }),
      onPartsToggle,
    }),
    [active.columnId, onPartsToggle, t],
  );
  return (
    <div ref={root} className="sheet" data-region-entry="" {...events.root}>
      <SheetContext value={context}>
        <AgGridProvider modules={MODULES}>
          <AgGridReact<VisibleRow>
            key={`${i18n.language} ${isTouch}`}
            theme={SHEET_THEME}
            columnDefs={columnDefs}
            rowData={rows as VisibleRow[]}
            pinnedBottomRowData={totals}
            getRowId={rowIdOf}
            getLocaleText={({ key, defaultValue }) => t(`grid.words.${key}`, { defaultValue })}
            rowClassRules={ROW_CLASSES}
            rowHeight={isTouch ? TOUCH_HEIGHT : ROW_HEIGHT}
            getRowHeight={({ node }) => (node.rowPinned && !isTouch ? TOTAL_HEIGHT : undefined)}
            headerHeight={isTouch ? TOUCH_HEIGHT : HEADER_HEIGHT}
            groupHeaderHeight={HEADER_HEIGHT}
            animateRows={false}
            suppressColumnVirtualisation
            suppressMovableColumns
            suppressNoRowsOverlay
            suppressMultiSort
            suppressDragLeaveHidesColumns
            onGridReady={({ api: ready }) => setApi(ready)}
            onGridPreDestroyed={() => setApi(null)}
            {...events.grid}
          />
        </AgGridProvider>
      </SheetContext>
    </div>
  );
}

function rowIdOf({ data }: GetRowIdParams<VisibleRow>): string {
  return data.row.id;
}

/** Read by listeners; set while rendering, because cells below are drawn before effects run. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}

/** Redraws the frame of the active cell: the row that had it, and the one that has it now. */
function useActiveCell(
  api: GridApi<VisibleRow> | null,
  { rowId, columnId }: SheetCell,
  arrangement: string,
): void {
  const drawn = useRef(rowId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows moved, and the cell with them
  useEffect(() => {
    if (api === null) return;
    const rowNodes = [drawn.current, rowId].flatMap((id) => findNode(api, id));
    drawn.current = rowId;
    api.refreshCells({ rowNodes, force: true, suppressFlash: true });
    const frame = requestAnimationFrame(() => showCell(api, { rowId, columnId }));
    return () => cancelAnimationFrame(frame);
  }, [api, rowId, columnId, arrangement]);
}

/** Scrolls to a cell that became active from elsewhere; one with the focus is on view already. */
function showCell(api: GridApi<VisibleRow>, { rowId, columnId }: SheetCell): void {
  const [node] = findNode(api, rowId);
  if (api.isDestroyed() || node === undefined) return;
  if (!node.rowPinned && node.rowIndex !== null) api.ensureIndexVisible(node.rowIndex);
  if (api.getColumn(columnId) !== null) api.ensureColumnVisible(columnId);
}

function findNode(api: GridApi<VisibleRow>, rowId: string) {
  const total = api.getPinnedBottomRow<VisibleRow>(0);
  const node = total?.data?.row.id === rowId ? total : api.getRowNode(rowId);
  return node === undefined ? [] : [node];
}

/** Shows by which column the rows are ordered, also after the columns were built anew. */
function useShownSort(
  api: GridApi<VisibleRow> | null,
  sort: SheetSort | null,
  columnDefs: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: new columns forget their sort
  useEffect(() => {
    if (api === null || api.isDestroyed()) return;
    api.applyColumnState({
      state: sort === null ? [] : [{ colId: sort.columnId, sort: sort.direction }],
      defaultState: { sort: null },
    });
  }, [api, sort, columnDefs]);
}

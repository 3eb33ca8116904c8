/**
 * A sheet: rows of groups and members with exact figures, a total that stays at the bottom, one
 * active cell, and the keys of a spreadsheet. It is the only door to the grid library.
 */
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  type GetRowIdParams,
  type GridApi,
  type IRowNode,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  type RowClassRules,
  RowStyleModule,
  ScrollApiModule,
} from "ag-grid-community";
import { AgGridProvider, AgGridReact, type AgGridReactProps } from "ag-grid-react";
import type { TFunction } from "i18next";
import { Fragment, type JSX, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { buildColumnDefs } from "./cells/column-defs.ts";
import { SheetContext, type SheetContextValue } from "./cells/header-cell.tsx";
import { useRowMarks } from "./cells/mark-rows.ts";
import { cellClasses, headerClasses, numberClasses } from "./cells/paint-cells.ts";
import { useCellPaint, useOwner } from "./cells/use-cell-paint.ts";
import { useSpokenCell, useSpokenSelection } from "./cells/use-spoken-cell.ts";
import { useClipboardPart } from "./clipboard/use-clipboard-part.tsx";
import { useEditingPart } from "./editing/use-editing-part.tsx";
import { libraryWord } from "./library-words.ts";
import { useSearchPart } from "./search/use-search-part.tsx";
import type { SheetColumn, SheetSort, VisibleRow } from "./sheet.ts";
import type { SheetHandle } from "./sheet-handle.ts";
import type { SheetGridProps } from "./sheet-props.ts";
import { SHEET_THEME } from "./sheet-theme.ts";
import { useGridEvents } from "./use-grid-events.ts";
import { useSheetHandle } from "./use-sheet-handle.tsx";

import "./sheet-grid.css";
import "./cells/sheet-marks.css";

const MODULES = [
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
];
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
  const { columns, rows, total, isTouch, sort } = props;
  const { t, i18n } = useTranslation();
  const [api, setApi] = useState<GridApi<VisibleRow> | null>(null);
  const { handle, link, parts, live } = useSheetHandle(props, api);
  const drawn = [useEditingPart(handle), useClipboardPart(handle), useSearchPart(handle)];
  parts.current = drawn;
  const columnDefs = useColumnDefs(handle, columns);
  const totals = usePinnedTotal(handle, api, total.id);
  const events = useGridEvents(handle, parts);
  const marks = useRowMarks(handle, api);
  useOwner(handle, link, api);
  useCellPaint(handle, api);
  useSpokenCell(handle);
  useSpokenSelection(handle);
  useShownSort(api, sort, columnDefs);
  const isVirtual = useRef(columns.length > MOST_DRAWN_COLUMNS);
  const options = useMemo(() => optionsOf(t, isTouch, setApi), [t, isTouch]);
  return (
    <div ref={handle.root} className={classesOf(props)} data-region-entry="" {...events.root}>
      <SheetContext value={useHeaderContext(props)}>
        <AgGridProvider modules={MODULES}>
          <AgGridReact<VisibleRow>
            key={`${i18n.language} ${isTouch}`}
            {...options}
            columnDefs={columnDefs}
            rowData={rows as VisibleRow[]}
            pinnedBottomRowData={totals}
            suppressColumnVirtualisation={!isVirtual.current}
            suppressMovableColumns={props.onOrder === undefined}
            processRowPostCreate={marks.processRowPostCreate}
            onModelUpdated={marks.markAll}
            {...events.grid}
          />
        </AgGridProvider>
      </SheetContext>
      {drawn.map(({ element }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are always the same
        <Fragment key={index}>{element}</Fragment>
      ))}
      {live}
    </div>
  );
}

function classesOf({ onOrder, isTouch }: SheetGridProps): string {
  return `sheet${onOrder === undefined ? "" : " sheet-movable"}${isTouch ? " sheet-touch" : ""}`;
}

/** More columns than these are drawn as they come on view; fewer are all there at once. */
const MOST_DRAWN_COLUMNS = 24;

/** The same objects as long as nothing changes: the library goes through all rows otherwise. */
function optionsOf(
  t: TFunction,
  isTouch: boolean,
  setApi: (api: GridApi<VisibleRow> | null) => void,
): AgGridReactProps<VisibleRow> {
  return {
    theme: SHEET_THEME,
    getRowId: rowIdOf,
    getLocaleText: (asked) => libraryWord(t, asked),
    rowClassRules: ROW_CLASSES,
    rowHeight: isTouch ? TOUCH_HEIGHT : ROW_HEIGHT,
    headerHeight: isTouch ? TOUCH_HEIGHT : HEADER_HEIGHT,
    groupHeaderHeight: HEADER_HEIGHT,
    animateRows: false,
    suppressNoRowsOverlay: true,
    suppressMultiSort: true,
    suppressDragLeaveHidesColumns: true,
    onGridReady: ({ api }) => setApi(api),
    onGridPreDestroyed: () => setApi(null),
  };
}

function rowIdOf({ data }: GetRowIdParams<VisibleRow>): string {
  return data.row.id;
}

/**
 * The same object for the life of the sheet, whatever the figures of the total: the library takes
 * its height back with new data. A height asked for row by row would cost every row at each scroll.
 */
function usePinnedTotal(
  handle: SheetHandle,
  api: GridApi<VisibleRow> | null,
  rowId: string,
): VisibleRow[] {
  const { total, isTouch } = handle.props();
  useEffect(() => {
    const node = totalNode(api);
    if (isTouch || node === undefined || node.rowHeight === TOTAL_HEIGHT) return;
    node.setRowHeight(TOTAL_HEIGHT);
    api?.onRowHeightChanged();
  }, [api, isTouch]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its cells show the total of now
  useEffect(() => {
    const node = totalNode(api);
    if (node !== undefined) api?.refreshCells({ rowNodes: [node], suppressFlash: true });
  }, [api, total]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another total is another row
  return useMemo(
    () => [
      {
        get row() {
          return handle.props().total;
        },
        isOpen: null,
      },
    ],
    [handle, rowId],
  );
}

/** None before the library is ready and after it has gone, as when the language changes. */
function totalNode(api: GridApi<VisibleRow> | null): IRowNode<VisibleRow> | undefined {
  return api === null || api.isDestroyed() ? undefined : api.getPinnedBottomRow(0);
}

function useColumnDefs(handle: SheetHandle, columns: readonly SheetColumn[]) {
  const { t } = useTranslation();
  return useMemo(
    () =>
      buildColumnDefs(columns, {
        numberHeader: t("grid.rowNumber"),
        cellClasses: (row, column) => cellClasses(handle, row, column),
        numberClasses: (rowId) => numberClasses(handle, rowId),
        headerClasses: (columnId) => headerClasses(handle, columnId),
      }),
    [columns, handle, t],
  );
}

/** What headers draw changes with the order of the rows and the language, not with a selection. */
function useHeaderContext({ sort, editing }: SheetGridProps): SheetContextValue {
  const { t } = useTranslation();
  const isInput = editing !== undefined;
  return useMemo(
    () => ({
      sort,
      isInput,
      togglePartsText: (header, isOpen) =>
        t(isOpen ? "grid.closeParts" : "grid.openParts", { name: header }),
      sortText: (header) => t("grid.sortBy", { name: header }),
    }),
    [sort, isInput, t],
  );
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

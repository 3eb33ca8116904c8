/**
 * What a sheet tells assistive technology beyond the grid library: places and counts of the full
 * sheet instead of the rows on view, levels, which groups are open, and that several cells can be
 * selected.
 */
import type { GridApi, ProcessRowParams } from "ag-grid-community";
import { useEffect, useMemo } from "react";

import type { VisibleRow } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";

/** One row of bands and one of names. */
const HEADER_ROWS = 2;

/** Marks every row as it is drawn, and those on view when they change. */
export type RowMarks = {
  readonly processRowPostCreate: (params: ProcessRowParams<VisibleRow>) => void;
  readonly markAll: () => void;
};

/** For the options of the grid library; the same for the life of the sheet. */
export function useRowMarks(handle: SheetHandle, api: GridApi<VisibleRow> | null): RowMarks {
  const marks = useMemo(
    (): RowMarks => ({
      processRowPostCreate: ({ eRow, node }) => {
        if (node.data !== undefined) markRow(eRow, node.data, rowCountOf(handle));
      },
      markAll: () => markAll(handle),
    }),
    [handle],
  );
  const { rows, total, fullRowCount, label, editing } = handle.props();
  // biome-ignore lint/correctness/useExhaustiveDependencies: they change what is marked
  useEffect(marks.markAll, [marks, api, rows, total, fullRowCount, label, editing?.lock]);
  useEffect(() => keepGridMarked(handle, api), [handle, api]);
  return marks;
}

/** The library writes its own role and counts now and then, on the grid's element only. */
function keepGridMarked(handle: SheetHandle, api: GridApi<VisibleRow> | null): () => void {
  const grid = gridOf(handle);
  if (api === null || grid === null) return () => undefined;
  const observer = new MutationObserver(() => markGrid(grid, handle));
  observer.observe(grid, { attributeFilter: ["role", "aria-rowcount", "aria-multiselectable"] });
  return () => observer.disconnect();
}

function markAll(handle: SheetHandle): void {
  const grid = gridOf(handle);
  if (grid === null) return;
  markGrid(grid, handle);
  const { rows, total } = handle.props();
  const rowCount = rowCountOf(handle);
  const table = handle.table();
  const columnId = table.columns[0]?.id ?? "";
  for (const element of grid.querySelectorAll("[role=row][row-id]")) {
    const rowId = element.getAttribute("row-id") ?? "";
    const index = table.placeOf({ rowId, columnId })?.row;
    const visible =
      index === rows.length
        ? { row: total, isOpen: null }
        : index === undefined
          ? null
          : rows[index];
    if (visible) markRow(element, visible, rowCount);
  }
}

function markGrid(grid: Element, handle: SheetHandle): void {
  const { label, editing } = handle.props();
  setAttribute(grid, "role", "treegrid");
  setAttribute(grid, "aria-label", label);
  setAttribute(grid, "aria-rowcount", `${HEADER_ROWS + rowCountOf(handle)}`);
  setAttribute(grid, "aria-multiselectable", "true");
  setAttribute(grid, "aria-readonly", `${editing === undefined || editing.lock !== null}`);
}

/** Writes a row's place in the full sheet, its level, and whether it is open. */
function markRow(element: Element, { row, isOpen }: VisibleRow, rowCount: number): void {
  setAttribute(element, "aria-rowindex", `${HEADER_ROWS + (row.number ?? rowCount)}`);
  setAttribute(element, "aria-level", `${row.level}`);
  if (isOpen === null) element.removeAttribute("aria-expanded");
  else setAttribute(element, "aria-expanded", `${isOpen}`);
}

function gridOf(handle: SheetHandle): Element | null {
  return handle.root.current?.querySelector("[role=grid], [role=treegrid]") ?? null;
}

/** The total is the last row of the full sheet. */
function rowCountOf(handle: SheetHandle): number {
  return handle.props().fullRowCount + 1;
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

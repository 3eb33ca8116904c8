/**
 * What a sheet tells assistive technology beyond the grid library: places and counts of the full
 * sheet instead of the rows on view, levels, and which groups are open.
 */
import { type RefObject, useEffect } from "react";

import { NAME_COLUMN, type VisibleRow } from "./sheet.ts";
import type { SheetGridProps } from "./sheet-props.ts";

/** What the marks are taken from; row counts do not include the header. */
export type SheetMarks = {
  readonly label: string;
  readonly headerRowCount: number;
  readonly rowCount: number;
  readonly findRow: (rowId: string) => VisibleRow | undefined;
};

const ROWS = "[role=row][row-id]";

/** One row of bands and one of names. */
const HEADER_ROWS = 2;

/** Rows on view are looked up by id; the total is the last row of the full sheet. */
export function useRowMarks(root: RefObject<HTMLElement | null>, props: SheetGridProps): void {
  const { rows, total, fullRowCount } = props;
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const byId = new Map<string, VisibleRow>(rows.map((visible) => [visible.row.id, visible]));
    byId.set(total.id, { row: total, isOpen: null });
    const marks: SheetMarks = {
      label: props.label,
      headerRowCount: HEADER_ROWS,
      rowCount: fullRowCount + 1,
      findRow: (rowId) => byId.get(rowId),
    };
    markRows(element, element.querySelectorAll(ROWS), marks);
    return keepRowsMarked(element, marks);
  }, [root, rows, total, fullRowCount, props.label]);
}

/**
 * Keeps the marks on all rows below `root` true while the library draws and moves them. Returns the
 * function that stops it.
 */
function keepRowsMarked(root: HTMLElement, marks: SheetMarks): () => void {
  const observer = new MutationObserver((mutations) => {
    const rows = new Set(mutations.flatMap(changedRows));
    markRows(root, rows, marks);
  });
  observer.observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ["aria-rowindex", "aria-rowcount", "role"],
  });
  return () => observer.disconnect();
}

/** Writes the marks once. Only attributes that differ are written. */
export function markRows(root: HTMLElement, rows: Iterable<Element>, marks: SheetMarks): void {
  const grid = root.querySelector("[role=grid], [role=treegrid]");
  if (grid !== null) {
    setAttribute(grid, "role", "treegrid");
    setAttribute(grid, "aria-label", marks.label);
    setAttribute(grid, "aria-rowcount", `${marks.headerRowCount + marks.rowCount}`);
  }
  for (const element of rows) {
    const visible = marks.findRow(element.getAttribute("row-id") ?? "");
    if (visible !== undefined) markRow(element, visible, marks);
  }
}

function markRow(element: Element, { row, isOpen }: VisibleRow, marks: SheetMarks): void {
  const place = row.number ?? marks.rowCount;
  setAttribute(element, "aria-rowindex", `${marks.headerRowCount + place}`);
  setAttribute(element, "aria-level", `${row.level}`);
  const name = element.querySelector(`[col-id="${NAME_COLUMN}"]`);
  for (const told of name === null ? [element] : [element, name]) {
    if (isOpen === null) told.removeAttribute("aria-expanded");
    else setAttribute(told, "aria-expanded", `${isOpen}`);
  }
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Rows that came, changed, or got cells; cells come after their row. */
function changedRows({ target, addedNodes }: MutationRecord): readonly Element[] {
  const touched = [target, ...addedNodes].filter((node) => node instanceof Element);
  return touched.flatMap((element) => {
    const row = element.closest(ROWS);
    return row === null ? [...element.querySelectorAll(`:scope > ${ROWS}`)] : [row];
  });
}

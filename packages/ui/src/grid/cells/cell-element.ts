/** Which cell of a sheet an element of the page is or stands in. */
import type { SheetCell } from "../sheet.ts";

/** The cell that holds an element. */
export function cellOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".ag-cell") : null;
}

/** The place of a cell as it stands on the page. */
export function placeOf(cell: Element | null): SheetCell | null {
  const columnId = cell?.getAttribute("col-id");
  const rowId = cell?.closest("[row-id]")?.getAttribute("row-id");
  return rowId && columnId ? { rowId, columnId } : null;
}

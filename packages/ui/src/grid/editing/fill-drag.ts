/** Dragging the fill handle: an outline of what would be filled follows the mouse. */

import { startDrag } from "../selection/drag-range.ts";
import { boundsOf, lastRange } from "../selection/selection.ts";
import type { SheetPlace, SheetTable } from "../sheet-table.ts";
import type { EditingContext } from "./edit-actions.ts";
import { fillByDrag } from "./fill-actions.ts";
import { type FillTask, taskOfDrag } from "./fill-range.ts";

/** Ends when the button goes up, which fills, or at Esc, which does not. Ctrl copies. */
export function startFillDrag(context: EditingContext): void {
  const { handle, store } = context;
  const source = boundsOf(lastRange(handle.selection.get()));
  const listening = new AbortController();
  let task: FillTask | null = null;
  const corner = { row: source.bottom, column: source.right };
  const breakOff = startDrag(handle, corner, {
    onPlace: (place) => {
      task = taskOfDrag(source, fillablePlace(place, handle.table()));
      store.set({ outline: task?.target ?? null });
    },
    onEnd: (released) => {
      listening.abort();
      store.set({ outline: null });
      if (released === null || task === null) return;
      fillByDrag(context, task, released.ctrlKey || released.metaKey ? "copy" : "series");
    },
  });
  const cancel = (event: KeyboardEvent): void => {
    if (event.code !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    breakOff();
  };
  document.addEventListener("keydown", cancel, { capture: true, signal: listening.signal });
}

/** Over the total or the names the fill reaches to the row or the column beside them. */
function fillablePlace({ row, column }: SheetPlace, { rowCount }: SheetTable): SheetPlace {
  return { row: Math.max(Math.min(row, rowCount - 2), 0), column: Math.max(column, 1) };
}

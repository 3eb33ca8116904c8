/** Selects the cells of a batch that was taken back or done again, and brings them on view. */
import { cellOf } from "../cells/cell-element.ts";
import { showCell } from "../selection/focus-cell.ts";
import { coverPlaces } from "../selection/selected-cells.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { ShownEdits } from "../sheet-props.ts";

/** More would be no selection that a person can survey, and slow to draw. */
const MOST_RANGES = 200;

/** What was shown already, also by a sheet that has gone and come back since. */
const seen = new WeakSet<ShownEdits>();

/**
 * Once for each object. Nothing happens to a batch of another sheet, or of rows that are not on
 * view. The focus comes along where nobody else has it, such as the button that was pressed.
 */
export function showEdits(handle: SheetHandle, shown: ShownEdits): void {
  const { batch } = shown;
  if (seen.has(shown) || batch.sheetId !== handle.props().editing?.sheetId) return;
  seen.add(shown);
  const table = handle.table();
  const places = batch.edits.flatMap(({ cell }) => table.placeOf(cell) ?? []);
  const [first] = places;
  if (first === undefined) return;
  const [range, ...others] = coverPlaces(places, MOST_RANGES) ?? [{ anchor: first, head: first }];
  if (range === undefined) return;
  handle.selection.set({ ranges: [range, ...others], active: first });
  const api = handle.api();
  if (api !== null) showCell(api, handle.activeCell());
  if (isFocusOurs(handle)) handle.focus();
}

function isFocusOurs({ root }: SheetHandle): boolean {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body || activeElement === root.current) {
    return true;
  }
  return root.current?.contains(activeElement) === true && cellOf(activeElement) !== null;
}

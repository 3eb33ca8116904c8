/** What the next wish to order by a column leads to. */
import { NAME_COLUMN, type SheetSort } from "../sheet.ts";

type Direction = SheetSort["direction"];

/** Figures from the largest at first, names from the first; the third wish is no order. */
export function directionsOf(columnId: string): readonly (Direction | null)[] {
  return columnId === NAME_COLUMN ? ["asc", "desc", null] : ["desc", "asc", null];
}

/** The order after one wish more; null where rows go back to the order they came in. */
export function nextSort(sort: SheetSort | null, columnId: string): SheetSort | null {
  const directions = directionsOf(columnId);
  const before = sort?.columnId === columnId ? sort.direction : null;
  const direction = directions[(directions.indexOf(before) + 1) % directions.length] ?? null;
  return direction === null ? null : { columnId, direction };
}

/** The sheet «План по месяцам»: what follows from the roll, over the same values, read-only. */
import type { SheetColumn } from "../../../packages/ui/src/grid/sheet.ts";
import type { PageSheet } from "./page-sheet.ts";
import { type ColumnSource, rollColumns } from "./roll-columns.ts";

/** Columns of the roll that stand here too, before the months. */
const SHARED = new Set(["name", "type", "average", "amount", "change"]);

/** Its rows, sums and groups are those of the roll. */
export function planSheet(roll: PageSheet, source: ColumnSource): PageSheet {
  const columns = rollColumns(source, 40).filter(
    ({ id }) => SHARED.has(id) || id.startsWith("month-"),
  );
  return {
    ...{ ...roll, id: "plan", name: source.text("plan"), columns: columns.map(withoutInput) },
    store: { ...roll.store, apply: () => [], isChanged: () => false },
    isReadOnly: true,
  };
}

/** Alone, the average needs no band and has its whole name. */
function withoutInput(column: SheetColumn): SheetColumn {
  const { input: _input, lock: _lock, ...shown } = column;
  return column.id === "average"
    ? { ...shown, header: column.title, band: null, width: 190 }
    : shown;
}

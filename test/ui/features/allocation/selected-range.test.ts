import { expect, it } from "vitest";

import { createSelectedRange } from "../../../../packages/ui/src/features/allocation/selected-range.ts";
import { selectPlace } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { SHEET_COLUMNS, TREE } from "../../support/small-sheet.ts";

it("tells who listens what was selected last, and nobody who has gone", () => {
  const store = createSelectedRange();
  const heard: unknown[] = [];
  expect(store.get()).toBeNull();
  const leave = store.subscribe(() => heard.push(store.get()?.selection));
  const table = buildTable(SHEET_COLUMNS, [], TREE.total);
  const first = selectPlace({ row: 0, column: 1 });
  store.tell(first, table);
  leave();
  store.tell(selectPlace({ row: 0, column: 0 }), table);
  expect(heard).toEqual([first]);
  expect(store.get()?.selection).not.toBe(first);
});

import { describe, expect, it } from "vitest";

import type { SheetRow } from "../../../packages/ui/src/grid/sheet.ts";
import { buildTable } from "../../../packages/ui/src/grid/sheet-table.ts";
import { NORM_COLUMNS, normRow } from "../support/norm-sheet.ts";

const TOTAL = normRow("city", {}, { kind: "total" });

function visible(...ids: readonly string[]): { row: SheetRow; isOpen: null }[] {
  return ids.map((id) => ({ row: normRow(id, {}), isOpen: null }));
}

describe("the table of a sheet", () => {
  it("tells places from cells and cells from places; the total is the last row", () => {
    const table = buildTable(NORM_COLUMNS, visible("n1", "n2"), TOTAL);
    expect(table.rowCount).toBe(3);
    expect(table.rowAt(2)?.id).toBe("city");
    expect(table.rowAt(3)).toBeUndefined();
    const cell = { rowId: "n2", columnId: "factor" };
    expect(table.placeOf(cell)).toEqual({ row: 1, column: 2 });
    expect(table.cellAt({ row: 1, column: 2 })).toEqual(cell);
    expect(table.placeOf({ rowId: "n3", columnId: "factor" })).toBeNull();
    expect(table.cellAt({ row: 0, column: 9 })).toBeNull();
  });

  it("keeps its order while rows and columns have the same places", () => {
    const first = buildTable(NORM_COLUMNS, visible("n1", "n2"), TOTAL);
    const again = buildTable([...NORM_COLUMNS], visible("n1", "n2"), TOTAL, first);
    expect(again.order).toBe(first.order);
    expect(buildTable(NORM_COLUMNS, visible("n2", "n1"), TOTAL, first).order).not.toBe(first.order);
    expect(buildTable(NORM_COLUMNS.slice(1), visible("n1", "n2"), TOTAL, first).order).not.toBe(
      first.order,
    );
  });
});

import { describe, expect, it } from "vitest";
import {
  describeCell,
  describeFault,
  isReadOnly,
} from "../../../../packages/ui/src/grid/cells/describe-cell.ts";
import type { MarkGround } from "../../../../packages/ui/src/grid/cells/mark-cells.ts";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import type { CellMarks, SheetRow } from "../../../../packages/ui/src/grid/sheet.ts";
import type { SheetEditing } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { SHEET_COLUMNS, sheetColumn, sheetRow, TREE } from "../../support/small-sheet.ts";

const WORDS = { assumed: "assumed", changed: "changed", readOnly: "read-only" };
const EDITING: SheetEditing = {
  ...{ sheetId: "s", lock: null, apply: () => [] },
  ...{ undo: () => ({ kind: "empty" }), redo: () => ({ kind: "empty" }) },
};
const PLAIN: MarkGround = { editing: undefined, isStale: false, refusals: [] };
const INPUT = { kind: "number", places: 2, isPercent: false, least: null, most: null } as const;

const rows = visibleRows(TREE, () => true);
const table = buildTable(SHEET_COLUMNS, rows, TREE.total);
const describeAt = (rowId: string, columnId: string) =>
  describeCell(table, { rowId, columnId }, PLAIN, WORDS);

/** The words of one cell, in a sheet of nothing else. */
function describeAlone(row: SheetRow, ground: MarkGround, column = sheetColumn("total")) {
  const alone = buildTable([column], [{ row, isOpen: null }], TREE.total);
  return describeCell(alone, { rowId: row.id, columnId: column.id }, ground, WORDS);
}

const marked = (marks: CellMarks) => sheetRow("n1", { total: 5n }, { marksIn: () => marks });

describe("a cell in words", () => {
  it("says the row, the column's whole name and the figure with its unit", () => {
    expect(describeAt("n1", "total")).toBe("n1, whole total, 5 tiyn");
  });

  it("says that there is nothing, which is not zero", () => {
    expect(describeAt("n2", "total")).toBe("n2, whole total, none");
  });

  it("says how many members a group has", () => {
    expect(describeAt("north", "name")).toBe("north, 2");
  });

  it("says nothing of a row that is not on view", () => {
    expect(describeAt("north", "gone")).toBeNull();
    expect(describeAt("gone", "total")).toBeNull();
  });

  it("says with a name what a check says of the row", () => {
    const name = sheetColumn("name", { kind: "name" });
    const row = sheetRow("n1", {}, { warning: "above 150 %" });
    expect(describeAlone(row, PLAIN, name)).toBe("n1, above 150 %");
  });

  it("has a word for every mark", () => {
    expect(describeAlone(marked({ isAssumed: true, isOverridden: true }), PLAIN)).toBe(
      "n1, whole total, 5 tiyn, assumed, changed",
    );
    expect(describeAlone(marked({ fault: "too small" }), PLAIN)).toBe(
      "n1, whole total, 5 tiyn, too small",
    );
    expect(describeAlone(marked({ lock: "computed" }), { ...PLAIN, editing: EDITING })).toBe(
      "n1, whole total, 5 tiyn, read-only",
    );
  });
});

describe("what is wrong with a cell", () => {
  it("is why it took nothing, before what a check says of what it holds", () => {
    const refusals = [{ cell: { rowId: "n1", columnId: "total" }, reason: "not a number" }];
    const row = marked({ fault: "too small" });
    expect(describeFault(row, sheetColumn("total"), { ...PLAIN, refusals })).toBe("not a number");
    expect(describeFault(row, sheetColumn("total"), PLAIN)).toBe("too small");
    expect(describeFault(sheetRow("n1", {}), sheetColumn("total"), PLAIN)).toBeNull();
  });
});

describe("a cell that only shows", () => {
  it("is told apart in a sheet that takes input, and nowhere else", () => {
    const [row, input] = [sheetRow("n1", {}), sheetColumn("total", { input: INPUT })];
    const ground = { ...PLAIN, editing: EDITING };
    expect(isReadOnly(row, input, ground)).toBe(false);
    expect(isReadOnly(row, sheetColumn("total"), ground)).toBe(true);
    expect(isReadOnly(TREE.total, input, ground)).toBe(true);
    expect(isReadOnly(row, input, { ...PLAIN, editing: { ...EDITING, lock: "approved" } })).toBe(
      true,
    );
    expect(isReadOnly(row, sheetColumn("total"), PLAIN)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import {
  type PressTarget,
  selectByPress,
} from "../../../../packages/ui/src/grid/selection/press-selection.ts";
import {
  activeOf,
  boundsOf,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { SHEET_COLUMNS, TREE } from "../../support/small-sheet.ts";

/** Six rows with the total, two columns. */
const table = buildTable(
  SHEET_COLUMNS,
  visibleRows(TREE, () => true),
  TREE.total,
);
const space = { table, topRow: 2 };
const begun = selectPlace({ row: 1, column: 1 });
const cell = (row: number, column: number): PressTarget => ({
  kind: "cell",
  place: { row, column },
});
const boundsAfter = (target: PressTarget, way: "only" | "extend" | "add") =>
  selectByPress(begun, target, way, space).ranges.map((range) =>
    Object.values(boundsOf(range)).join(" "),
  );

describe("a press", () => {
  it("selects a cell, a row from its name, a column from its first cell on view", () => {
    expect(boundsAfter(cell(3, 0), "only")).toEqual(["3 0 3 0"]);
    const row = selectByPress(begun, { kind: "row", row: 4 }, "only", space);
    expect([boundsOf(row.ranges[0]), activeOf(row)]).toEqual([
      { top: 4, left: 0, bottom: 4, right: 1 },
      { row: 4, column: 0 },
    ]);
    const column = selectByPress(begun, { kind: "column", column: 1 }, "only", space);
    expect([boundsOf(column.ranges[0]), activeOf(column)]).toEqual([
      { top: 0, left: 1, bottom: 5, right: 1 },
      { row: 2, column: 1 },
    ]);
  });

  it("with Shift reaches from the active cell, which stays", () => {
    expect(boundsAfter(cell(3, 0), "extend")).toEqual(["1 0 3 1"]);
    expect(boundsAfter({ kind: "row", row: 3 }, "extend")).toEqual(["1 0 3 1"]);
    expect(boundsAfter({ kind: "column", column: 0 }, "extend")).toEqual(["0 0 5 1"]);
    const extended = selectByPress(begun, { kind: "row", row: 3 }, "extend", space);
    expect(activeOf(extended)).toEqual({ row: 1, column: 1 });
  });

  it("with Ctrl adds a range, in which the active cell is from now on", () => {
    expect(boundsAfter(cell(3, 0), "add")).toEqual(["1 1 1 1", "3 0 3 0"]);
    const added = selectByPress(begun, { kind: "row", row: 3 }, "add", space);
    expect(activeOf(added)).toEqual({ row: 3, column: 0 });
  });

  it("on the corner selects everything and leaves the active cell where it is", () => {
    const all = selectByPress(begun, { kind: "all" }, "only", space);
    expect(boundsAfter({ kind: "all" }, "only")).toEqual(["0 0 5 1"]);
    expect(activeOf(all)).toEqual({ row: 1, column: 1 });
  });
});

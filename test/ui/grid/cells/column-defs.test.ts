import type { CellClassParams, ColDef, ColGroupDef } from "ag-grid-community";
import { describe, expect, it } from "vitest";

import {
  buildColumnDefs,
  type ColumnContext,
  cellText,
} from "../../../../packages/ui/src/grid/cells/column-defs.ts";
import type { VisibleRow, WordColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const context: ColumnContext = {
  numberHeader: "Row",
  cellClasses: (row, column) => [`painted-${row.id}-${column.id}`],
  numberClasses: (rowId) => [`painted-${rowId}`],
  headerClasses: (columnId) => [`painted-${columnId}`],
};

const summary = (definition: ColDef<VisibleRow> | ColGroupDef<VisibleRow>) => [
  definition.headerName,
  "children" in definition ? definition.children.length : 0,
];

/** What the library asks with as it draws a cell of a row; it gives more than is looked at. */
function drawnWith(row: VisibleRow | undefined) {
  return { data: row } as CellClassParams<VisibleRow>;
}

function classesIn(definition: ColDef<VisibleRow> | undefined, row: VisibleRow | undefined) {
  const { cellClass } = definition ?? {};
  return typeof cellClass === "function" ? cellClass(drawnWith(row)) : cellClass;
}

describe("columns for the grid library", () => {
  it("stand under one header for each band of neighbours", () => {
    const columns = [
      sheetColumn("name", { kind: "name" }),
      sheetColumn("a", { band: "Tiers" }),
      sheetColumn("b", { band: "Tiers" }),
      sheetColumn("c", { band: "Total" }),
    ];
    expect(buildColumnDefs(columns, context).map(summary)).toEqual([
      ["Row", 0],
      ["name", 0],
      ["Tiers", 2],
      ["Total", 1],
    ]);
  });

  it("stand apart from their band where they stay at the left and the others scroll", () => {
    const columns = [
      sheetColumn("a", { band: "Tiers", isPinned: true }),
      sheetColumn("b", { band: "Tiers" }),
    ];
    expect(buildColumnDefs(columns, context).slice(1).map(summary)).toEqual([
      ["Tiers", 1],
      ["Tiers", 1],
    ]);
  });

  it("draw cells and numbers with the marks of their rows", () => {
    const visible = { row: sheetRow("n1", {}), isOpen: null };
    const [number, column] = buildColumnDefs(
      [sheetColumn("total", { isPart: true, weight: "quiet" })],
      context,
    ) as ColDef<VisibleRow>[];
    expect(classesIn(column, visible)).toEqual([
      ...["sheet-money", "sheet-quiet", "sheet-part", "painted-n1-total"],
    ]);
    expect(classesIn(column, undefined)).toEqual(["sheet-money", "sheet-quiet", "sheet-part"]);
    expect(classesIn(number, visible)).toEqual(["sheet-number", "painted-n1"]);
  });

  it("show a dash where there is no figure", () => {
    const row = sheetRow("n2", { other: 0n });
    expect(cellText({ row, isOpen: null }, sheetColumn("total"))).toBe("—");
    expect(cellText({ row, isOpen: null }, sheetColumn("other"))).toBe("0");
  });

  it("show nothing where there are no words", () => {
    const text = { ...sheetColumn("code"), kind: "text", format: String } as const;
    const words: WordColumn = { ...text, speak: String, copy: String };
    const row = sheetRow("n1", {}, { wordIn: () => null });
    expect(cellText({ row, isOpen: null }, words)).toBe("");
  });

  it("draw a name anew when its group is folded", () => {
    const [row, name] = [sheetRow("north", {}), sheetColumn("name", { kind: "name" })];
    expect(cellText({ row, isOpen: true }, name)).not.toBe(cellText({ row, isOpen: false }, name));
  });
});

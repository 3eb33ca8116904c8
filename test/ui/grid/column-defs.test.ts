import { describe, expect, it } from "vitest";

import { buildColumnDefs, cellText } from "../../../packages/ui/src/grid/column-defs.ts";
import { sheetColumn, sheetRow } from "../support/small-sheet.ts";

const context = { numberHeader: "Row", activeCell: () => ({ rowId: "", columnId: "" }) };

describe("columns for the grid library", () => {
  it("stand under one header for each band of neighbours", () => {
    const columns = [
      sheetColumn("name", { kind: "name" }),
      sheetColumn("a", { band: "Tiers" }),
      sheetColumn("b", { band: "Tiers" }),
      sheetColumn("c", { band: "Total" }),
    ];
    const headers = buildColumnDefs(columns, context).map((definition) => [
      definition.headerName,
      "children" in definition ? definition.children.length : 0,
    ]);
    expect(headers).toEqual([
      ["Row", 0],
      ["name", 0],
      ["Tiers", 2],
      ["Total", 1],
    ]);
  });

  it("show a dash where there is no figure", () => {
    const row = sheetRow("n2", { other: 0n });
    expect(cellText({ row, isOpen: null }, sheetColumn("total"))).toBe("—");
    expect(cellText({ row, isOpen: null }, sheetColumn("other"))).toBe("0");
  });

  it("draw a name anew when its group is folded", () => {
    const [row, name] = [sheetRow("north", {}), sheetColumn("name", { kind: "name" })];
    expect(cellText({ row, isOpen: true }, name)).not.toBe(cellText({ row, isOpen: false }, name));
  });
});

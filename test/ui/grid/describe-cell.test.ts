import { describe, expect, it } from "vitest";
import { visibleRows } from "../../../packages/ui/src/grid/arrange-rows.ts";
import { describeCell, exactText } from "../../../packages/ui/src/grid/describe-cell.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

const sheet = sheetProps(visibleRows(TREE, () => true));

describe("a cell in words", () => {
  it("says the row, the column's whole name and the figure with its unit", () => {
    expect(describeCell(sheet, { rowId: "n1", columnId: "total" })).toBe("n1, whole total, 5 tiyn");
  });

  it("says that there is nothing, which is not zero", () => {
    expect(describeCell(sheet, { rowId: "n2", columnId: "total" })).toBe("n2, whole total, none");
  });

  it("says how many members a group has", () => {
    expect(describeCell(sheet, { rowId: "north", columnId: "name" })).toBe("north, 2");
  });
});

describe("a copied cell", () => {
  it("is the exact figure of the active one", () => {
    expect(exactText(sheet, sheet.active)).toBe("14,00");
  });

  it("is nothing where there is no figure", () => {
    expect(exactText(sheet, { rowId: "n2", columnId: "total" })).toBeNull();
  });
});

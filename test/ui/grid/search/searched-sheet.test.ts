import { expect, it } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { searchedSheet } from "../../../../packages/ui/src/grid/search/searched-sheet.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { SHEET_COLUMNS, TREE } from "../../support/small-sheet.ts";

const ROWS = visibleRows(TREE, () => false);
const PROPS = { columns: SHEET_COLUMNS, rows: ROWS, total: TREE.total };

it("is what is on view with the total, and folded rows too where the owner names them", () => {
  const idsOf = (props: Parameters<typeof searchedSheet>[0]) =>
    searchedSheet(props, "ru", null).rows.map(({ id }) => id);
  expect(idsOf(PROPS)).toEqual(["north", "south", "city"]);
  const searchedRows = visibleRows(TREE, () => true).map(({ row }) => row);
  expect(idsOf({ ...PROPS, searchedRows })).toEqual(["north", "n1", "n2", "south", "s1", "city"]);
});

it("is the cells of the range that was selected", () => {
  const table = buildTable(SHEET_COLUMNS, ROWS, TREE.total);
  const range = { anchor: { row: 0, column: 1 }, head: { row: 1, column: 1 } };
  const { isWithin } = searchedSheet(PROPS, "ru", { selection: { ranges: [range] }, table });
  expect(isWithin?.({ rowId: "south", columnId: "total" })).toBe(true);
  expect(isWithin?.({ rowId: "south", columnId: "name" })).toBe(false);
  expect(isWithin?.({ rowId: "s1", columnId: "total" })).toBe(false);
});

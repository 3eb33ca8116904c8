import { describe, expect, it } from "vitest";
import { nameOrder } from "../../../../packages/ui/src/format/kazakh-order.ts";
import {
  countRows,
  numberTree,
  sortTree,
  visibleRows,
} from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import type { SheetTree } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetRow, TREE } from "../../support/small-sheet.ts";

const idsOf = (tree: SheetTree) => visibleRows(tree, () => true).map(({ row }) => row.id);

describe("the rows of a sheet", () => {
  it("are ordered by exact figures within their groups, and the groups likewise", () => {
    const sorted = sortTree(TREE, { columnId: "total", direction: "desc" });
    expect(idsOf(sorted)).toEqual(["south", "s1", "north", "n1", "n2"]);
  });

  it("come last without a figure, whatever the direction", () => {
    const sorted = sortTree(TREE, { columnId: "total", direction: "asc" });
    expect(idsOf(sorted)).toEqual(["north", "n1", "n2", "south", "s1"]);
  });

  it("turn round by name as a whole", () => {
    const sorted = sortTree(TREE, { columnId: "name", direction: "desc" });
    expect(idsOf(sorted)).toEqual(["south", "s1", "north", "n2", "n1"]);
  });

  it("keep the number of the full sheet when a group is folded", () => {
    const rows = visibleRows(numberTree(TREE), (id) => id === "south");
    expect(rows.map(({ row, isOpen }) => [row.id, row.number, isOpen])).toEqual([
      ["north", 1, false],
      ["south", 4, true],
      ["s1", 5, null],
    ]);
  });

  it("are counted with all groups open", () => {
    expect(countRows(TREE)).toBe(5);
  });
});

describe("the order of words", () => {
  const words: Readonly<Record<string, string>> = {
    k1: "Ңыгмет",
    k2: "Нұр",
    k3: "№ 10",
    k4: "№ 9",
  };
  const members = ["k1", "k2", "k3", "k4", "none"].map((id) =>
    sheetRow(id, {}, { wordIn: () => words[id] ?? null }),
  );
  const tree: SheetTree = { groups: [{ row: null, members }], total: TREE.total };

  it("is that of the language, with numbers as numbers and rows without words last", () => {
    const sort = { columnId: "act", direction: "asc" } as const;
    const sorted = sortTree(tree, sort, nameOrder("kk"));
    expect(idsOf(sorted)).toEqual(["k4", "k3", "k2", "k1", "none"]);
    const turned = sortTree(tree, { ...sort, direction: "desc" }, nameOrder("kk"));
    expect(idsOf(turned)).toEqual(["k1", "k2", "k3", "k4", "none"]);
  });
});

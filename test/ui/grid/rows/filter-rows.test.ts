import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import {
  type FilteredSheet,
  filterTree,
  rowFilter,
  type SheetCondition,
} from "../../../../packages/ui/src/grid/rows/filter-rows.ts";
import { summedTree } from "../../../../packages/ui/src/grid/rows/sum-rows.ts";
import type { SheetColumn, SheetRow } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetColumn, sheetRow, TREE } from "../../support/small-sheet.ts";

const WORDS = { format: String, speak: String, copy: String };
const COLUMNS: readonly SheetColumn[] = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("total"),
  { ...sheetColumn("act"), kind: "text", ...WORDS },
  { ...sheetColumn("day"), kind: "date", ...WORDS },
];
const SHEET: FilteredSheet = { columns: COLUMNS, language: "ru" };
const words: Readonly<Record<string, string>> = { act: "Приказ № 5", day: "2026-02-12" };
const FULL = sheetRow(
  "full",
  { total: 500n },
  {
    title: "Школа-лицей № 488 · 990391018056",
    warning: "мест не хватает",
    wordIn: (id) => words[id] ?? null,
    marksIn: (id) => (id === "total" ? { isOverridden: true } : null),
  },
);
const BARE = sheetRow("bare", {});

function fits(row: SheetRow, condition: SheetCondition): boolean {
  return rowFilter([condition], SHEET)(row);
}

describe("a condition", () => {
  const value = exactWhole(500n);
  it.each<readonly [SheetCondition, full: boolean, bare: boolean]>([
    [{ columnId: "total", operator: "equal", value }, true, false],
    [{ columnId: "total", operator: "unequal", value }, false, true],
    [{ columnId: "total", operator: "above", value }, false, false],
    [{ columnId: "total", operator: "at-least", value }, true, false],
    [{ columnId: "total", operator: "below", value }, false, false],
    [{ columnId: "total", operator: "at-most", value }, true, false],
    [{ columnId: "total", operator: "between", value, most: value }, true, false],
    [{ columnId: "total", operator: "empty" }, false, true],
    [{ columnId: "total", operator: "filled" }, true, false],
    [{ columnId: "name", operator: "contains", text: "лицей №488" }, true, false],
    [{ columnId: "name", operator: "excludes", text: "990391" }, false, true],
    [{ columnId: "act", operator: "is", text: "приказ № 5" }, true, false],
    [{ columnId: "act", operator: "is", text: "приказ" }, false, false],
    [{ columnId: "act", operator: "excludes", text: "приказ" }, false, true],
    [{ columnId: "act", operator: "empty" }, false, true],
    [{ columnId: "day", operator: "before", date: "2026-02-13" }, true, false],
    [{ columnId: "day", operator: "after", date: "2026-02-12" }, false, false],
    [{ columnId: "day", operator: "on", date: "2026-02-12" }, true, false],
    [{ columnId: null, operator: "overridden" }, true, false],
    [{ columnId: null, operator: "warned" }, true, false],
    [{ columnId: "gone", operator: "filled" }, true, true],
  ])("%o holds for the full row: %s, for the bare one: %s", (condition, full, bare) => {
    expect(fits(FULL, condition)).toBe(full);
    expect(fits(BARE, condition)).toBe(bare);
  });

  it("compares thirds exactly", () => {
    const third = { numerator: 1n, denominator: 3n };
    const row = sheetRow("r", {}, { valueIn: () => ({ numerator: 2n, denominator: 6n }) });
    expect(fits(row, { columnId: "total", operator: "equal", value: third })).toBe(true);
  });
});

describe("a filtered tree", () => {
  const texts = {
    group: (row: SheetRow, members: readonly SheetRow[]) => ({ ...row, note: `${members.length}` }),
    total: (members: readonly SheetRow[]) => sheetRow("city", {}, { name: `${members.length}` }),
  };

  it("has the groups that have members left, and is the same without conditions", () => {
    expect(filterTree(TREE, [], SHEET, texts)).toBe(TREE);
    const condition: SheetCondition = {
      columnId: "total",
      operator: "at-most",
      value: exactWhole(5n),
    };
    const { groups, total } = filterTree(TREE, [condition], SHEET, texts);
    expect(groups.map(({ row, members }) => [row?.id, row?.note, members.length])).toEqual([
      ["north", "1", 1],
    ]);
    expect(total.name).toBe("1");
  });
});

describe("laws", () => {
  it("the total of what is left is the sum of the rows that are left", () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 20n })),
        fc.bigInt({ min: 0n, max: 20n }),
        (amounts, bound) => {
          const members = amounts.map((amount, index) => sheetRow(`r${index}`, { total: amount }));
          const tree = { groups: [{ row: null, members }], total: TREE.total };
          const sum = (rows: readonly SheetRow[]): SheetRow =>
            summedTree({
              ...{ members: rows, groupIds: [], groupOf: () => null, isSummed: () => true },
              groupRow: () => TREE.total,
              totalRow: (_own, valueIn) => sheetRow("city", {}, { valueIn }),
            }).tree.total;
          const { total } = filterTree(
            tree,
            [{ columnId: "total", operator: "above", value: exactWhole(bound) }],
            SHEET,
            { group: (row) => row, total: sum },
          );
          const left = amounts.filter((amount) => amount > bound);
          expect(total.valueIn("total")?.numerator ?? 0n).toBe(
            left.reduce((all, amount) => all + amount, 0n),
          );
        },
      ),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Filled,
  type FillTask,
  fillRange,
  taskOfDrag,
  taskOfKey,
  taskToEnd,
} from "../../../../packages/ui/src/grid/editing/fill-range.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { holds } from "../../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetRow } from "../../../../packages/ui/src/grid/sheet.ts";
import { buildTable, type SheetTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const INPUT = { kind: "number", places: 2, isPercent: false, least: null, most: null } as const;
const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("base"),
  sheetColumn("a", { input: INPUT }),
  sheetColumn("b", { input: INPUT }),
];
const TAKES_ALL = { way: "series", refuse: () => null } as const;

/** Rows of a letter each: `g` is a group, any digit a member with that amount everywhere. */
function tableOf(letters: string, own: ReadonlyMap<string, bigint> = new Map()): SheetTable {
  const rows = Array.from(letters, (letter, index): SheetRow => {
    const id = `r${index}`;
    const amount = BigInt(letter === "g" ? 0 : letter);
    const ownIn = (column: string) => {
      const value = own.get(`${id} ${column}`);
      return value === undefined ? null : exactWhole(value);
    };
    const amounts = { base: amount, a: amount, b: amount };
    const row = sheetRow(id, amounts, { kind: letter === "g" ? "group" : "member" });
    return { ...row, ownIn, valueIn: (column) => ownIn(column) ?? row.valueIn(column) };
  });
  const visible = rows.map((row) => ({ row, isOpen: null }));
  return buildTable(COLUMNS, visible, sheetRow("total", {}, { kind: "total" }));
}

function area(top: number, left: number, bottom: number, right: number) {
  return { top, left, bottom, right };
}

function range(top: number, left: number, bottom: number, right: number) {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

function written({ edits }: Filled): readonly string[] {
  return edits.map(({ cell, after }) =>
    [cell.rowId, cell.columnId, typeof after === "string" ? after : after?.numerator].join(" "),
  );
}

describe("a fill", () => {
  it("goes on with a series round group rows", () => {
    const task: FillTask = {
      source: area(0, 2, 1, 2),
      target: area(2, 2, 4, 2),
      direction: "down",
    };
    expect(written(fillRange(tableOf("13g99"), task, TAKES_ALL))).toEqual(["r3 a 5", "r4 a 7"]);
  });

  it("repeats its block upwards so that it lines up", () => {
    const task: FillTask = { source: area(2, 2, 3, 2), target: area(0, 2, 1, 2), direction: "up" };
    const filled = fillRange(tableOf("9956"), task, { ...TAKES_ALL, way: "copy" });
    expect(written(filled)).toEqual(["r1 a 6", "r0 a 5"]);
  });

  it("copies a computed column into the inputs beside it, and not the other way round", () => {
    const own = new Map([["r0 b", 7n]]);
    const right: FillTask = {
      source: area(0, 1, 0, 1),
      target: area(0, 2, 0, 3),
      direction: "right",
    };
    expect(written(fillRange(tableOf("4", own), right, TAKES_ALL))).toEqual(["r0 b 4"]);
    const left: FillTask = {
      source: area(0, 3, 0, 3),
      target: area(0, 1, 0, 2),
      direction: "left",
    };
    expect(written(fillRange(tableOf("4", own), left, TAKES_ALL))).toEqual(["r0 a 7"]);
  });

  it("tells every cell that cannot be filled", () => {
    const task: FillTask = {
      source: area(0, 2, 0, 2),
      target: area(1, 2, 2, 2),
      direction: "down",
    };
    const rules = { way: "copy", refuse: ({ row }: { row: SheetRow }) => `no ${row.id}` } as const;
    expect(fillRange(tableOf("123"), task, rules)).toEqual({
      edits: [],
      refusals: ["r1", "r2"].map((rowId) => ({
        cell: { rowId, columnId: "a" },
        reason: `no ${rowId}`,
      })),
    });
  });
});

describe("what is filled", () => {
  it("is the range below its first member, or one row from the member above it", () => {
    const table = tableOf("1g234");
    expect(taskOfKey(table, range(1, 2, 4, 3), "above")).toMatchObject({
      source: area(2, 2, 2, 3),
      target: area(3, 2, 4, 3),
    });
    expect(taskOfKey(table, range(2, 2, 2, 2), "above")?.source).toEqual(area(0, 2, 0, 2));
    expect(taskOfKey(table, range(0, 2, 0, 2), "above")).toBeNull();
    expect(taskOfKey(table, range(0, 1, 0, 1), "left")).toBeNull();
  });

  it("is dragged to the side where the pointer is farthest", () => {
    const source = area(2, 2, 3, 2);
    expect(taskOfDrag(source, { row: 3, column: 2 })).toBeNull();
    expect(taskOfDrag(source, { row: 6, column: 3 })).toMatchObject({
      direction: "down",
      target: area(4, 2, 6, 2),
    });
    expect(taskOfDrag(source, { row: 2, column: 0 })).toMatchObject({ direction: "left" });
  });

  it("reaches to the end of the group at a double click", () => {
    expect(taskToEnd(tableOf("111g1"), area(0, 2, 0, 2))?.target).toEqual(area(1, 2, 2, 2));
    expect(taskToEnd(tableOf("111g1"), area(2, 2, 2, 2))).toBeNull();
  });
});

describe("laws", () => {
  it("never fills beyond its target, and fills nothing the second time", () => {
    const rows = fc.stringMatching(/^[1-9g]{2,8}$/);
    fc.assert(
      fc.property(rows, fc.nat(7), fc.nat(7), (letters, from, to) => {
        const table = tableOf(letters);
        const last = letters.length - 1;
        const task = taskOfKey(
          table,
          range(Math.min(from, last), 2, Math.min(to, last), 3),
          "above",
        );
        if (task === null) return;
        const { edits } = fillRange(table, task, { ...TAKES_ALL, way: "copy" });
        for (const { cell } of edits) {
          const place = table.placeOf(cell);
          expect(place !== null && holds(task.target, place)).toBe(true);
        }
        const own = new Map(
          edits.flatMap(({ cell, after }) =>
            after === null || typeof after === "string"
              ? []
              : [[`${cell.rowId} ${cell.columnId}`, after.numerator] as const],
          ),
        );
        const again = fillRange(tableOf(letters, own), task, { ...TAKES_ALL, way: "copy" });
        expect(again.edits).toEqual([]);
      }),
    );
  });
});

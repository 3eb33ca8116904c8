import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  activeOf,
  boundsOf,
  isSelected,
  lastRange,
  type SheetSelection,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import {
  extendIn,
  moveIn,
  placeAfter,
  selectWhole,
} from "../../../../packages/ui/src/grid/selection/sheet-moves.ts";
import type { SheetMove } from "../../../../packages/ui/src/grid/sheet-keys.ts";
import { buildTable, type SheetPlace } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  ...["a", "b", "c", "d"].map((id) => sheetColumn(id)),
];
/** Ten rows; column `b` has gaps in rows 3, 4 and 9, row 5 has one in `c`. */
const ROWS = Array.from({ length: 10 }, (_, index) => ({
  row: sheetRow(`r${index}`, {
    ...{ a: 1n, d: 1n },
    ...([3, 4, 9].includes(index) ? {} : { b: 1n }),
    ...(index === 5 ? {} : { c: 1n }),
  }),
  isOpen: null,
}));
const table = buildTable(COLUMNS, ROWS, sheetRow("city", { a: 1n, b: 1n, c: 1n, d: 1n }));
const space = { table, page: 6 };

const at = (row: number, column: number): SheetPlace => ({ row, column });
const landing = (from: SheetPlace, to: SheetMove): SheetPlace => placeAfter(from, to, space);

describe("the active cell", () => {
  it.each([
    ["down", at(4, 2)],
    ["left", at(3, 1)],
    ["page-up", at(0, 2)],
    ["page-down", at(9, 2)],
    ["row-end", at(3, 4)],
    ["sheet-start", at(0, 0)],
    ["sheet-end", at(10, 4)],
  ] as const)("goes %s", (to, place) => {
    expect(landing(at(3, 2), to)).toEqual(place);
  });

  it("stops at the last row of data before it goes to the total", () => {
    expect(landing(at(3, 1), "edge-down")).toEqual(at(9, 1));
    expect(landing(at(9, 1), "edge-down")).toEqual(at(10, 1));
    expect(landing(at(10, 1), "down")).toEqual(at(10, 1));
  });

  it("goes up from the total to the top of what is filled, or over a gap to it", () => {
    expect(landing(at(10, 1), "edge-up")).toEqual(at(0, 1));
    expect(landing(at(10, 2), "edge-up")).toEqual(at(8, 2));
    expect(landing(at(0, 1), "edge-up")).toEqual(at(0, 1));
  });

  it("stops before a gap, behind a gap, and at the edge where nothing more is", () => {
    expect(landing(at(0, 2), "edge-down")).toEqual(at(2, 2));
    expect(landing(at(2, 2), "edge-down")).toEqual(at(5, 2));
    expect(landing(at(3, 2), "edge-down")).toEqual(at(5, 2));
    expect(landing(at(8, 2), "edge-down")).toEqual(at(9, 2));
    expect(landing(at(5, 4), "edge-left")).toEqual(at(5, 2));
    expect(landing(at(5, 2), "edge-left")).toEqual(at(5, 0));
    expect(landing(at(0, 0), "edge-right")).toEqual(at(0, 4));
  });

  it("goes by Tab from row to row, and by Enter back below where the Tabs began", () => {
    const keys = ["next-right", "next-right", "next-down"] as const;
    const begun = selectPlace(at(1, 3));
    const tabbed = keys.slice(0, 2).reduce((selection, to) => moveIn(selection, to, space), begun);
    expect(activeOf(tabbed)).toEqual(at(2, 0));
    expect(activeOf(moveIn(tabbed, "next-down", space))).toEqual(at(3, 3));
    expect(activeOf(moveIn(selectPlace(at(2, 0)), "next-left", space))).toEqual(at(1, 4));
  });

  it("leaves the way of the Tabs by any other move", () => {
    const tabbed = moveIn(selectPlace(at(1, 1)), "next-right", space);
    const moved = moveIn(tabbed, "down", space);
    expect(activeOf(moveIn(moved, "next-down", space))).toEqual(at(3, 2));
  });
});

describe("a range by keys", () => {
  it("reaches to the edge of the column of the active cell, which stays", () => {
    const range: SheetSelection = { ranges: [{ anchor: at(0, 2), head: at(0, 4) }] };
    const extended = extendIn(range, "edge-down", space);
    expect(boundsOf(lastRange(extended))).toEqual({ top: 0, left: 2, bottom: 2, right: 4 });
    expect(activeOf(extended)).toEqual(at(0, 2));
  });

  it("reaches over gaps of the row of the active cell, not of its own edge", () => {
    const range: SheetSelection = { ranges: [{ anchor: at(2, 1), head: at(5, 1) }] };
    const extended = extendIn(range, "edge-right", space);
    expect(boundsOf(lastRange(extended))).toEqual({ top: 2, left: 1, bottom: 5, right: 4 });
    const back = extendIn(extended, "edge-left", space);
    expect(boundsOf(lastRange(back))).toEqual({ top: 2, left: 0, bottom: 5, right: 1 });
  });

  it("becomes whole rows, whole columns, everything, and one cell again", () => {
    const range: SheetSelection = { ranges: [{ anchor: at(2, 1), head: at(3, 2) }] };
    const boundsAfter = (what: "all" | "row" | "column" | "active") =>
      boundsOf(lastRange(selectWhole(range, what, table)));
    expect(boundsAfter("row")).toEqual({ top: 2, left: 0, bottom: 3, right: 4 });
    expect(boundsAfter("column")).toEqual({ top: 0, left: 1, bottom: 10, right: 2 });
    expect(boundsAfter("all")).toEqual({ top: 0, left: 0, bottom: 10, right: 4 });
    expect(boundsAfter("active")).toEqual({ top: 2, left: 1, bottom: 2, right: 1 });
    expect(activeOf(selectWhole(range, "all", table))).toEqual(at(2, 1));
  });
});

const place = fc.record({
  row: fc.integer({ min: 0, max: 10 }),
  column: fc.integer({ min: 0, max: 4 }),
});
const range = fc.record({ anchor: place, head: place });
const selections = fc
  .tuple(range, fc.array(range, { maxLength: 3 }))
  .map(([first, others]): SheetSelection => ({ ranges: [first, ...others] }));
const MOVES = [
  ...(["down", "up", "left", "right", "next-down", "next-up", "next-right"] as const),
  ...(["next-left", "edge-down", "edge-up", "edge-left", "edge-right"] as const),
  ...(["row-start", "row-end", "sheet-start", "sheet-end", "page-down", "page-up"] as const),
];

describe("laws", () => {
  it("never leave the table", () => {
    fc.assert(
      fc.property(selections, fc.array(fc.constantFrom(...MOVES)), (begun, moves) => {
        let selection = begun;
        for (const [index, to] of moves.entries()) {
          selection = (index % 3 === 2 ? extendIn : moveIn)(selection, to, space);
          expect(table.cellAt(activeOf(selection))).not.toBeNull();
          expect(isSelected(selection, activeOf(selection))).toBe(true);
        }
      }),
    );
  });

  it.each(["next-down", "next-up", "next-right", "next-left"] as const)(
    "visit every selected cell once a round: %s",
    (to) => {
      fc.assert(
        fc.property(selections, (begun) => {
          const cells = new Set<string>();
          for (const bounds of begun.ranges.map(boundsOf)) {
            for (let row = bounds.top; row <= bounds.bottom; row += 1) {
              for (let column = bounds.left; column <= bounds.right; column += 1) {
                cells.add(`${row} ${column}`);
              }
            }
          }
          fc.pre(cells.size > 1);
          const visited: string[] = [];
          let selection = begun;
          for (let step = 0; step < cells.size; step += 1) {
            selection = moveIn(selection, to, space);
            const { row, column } = activeOf(selection);
            visited.push(`${row} ${column}`);
          }
          expect(new Set(visited)).toEqual(cells);
          expect(selection.ranges).toEqual(begun.ranges);
          expect(activeOf(selection)).toEqual(activeOf(begun));
        }),
      );
    },
  );

  it("lead back by the opposite way", () => {
    fc.assert(
      fc.property(selections, (begun) => {
        for (const [to, back] of [
          ["next-down", "next-up"],
          ["next-right", "next-left"],
        ] as const) {
          const there = moveIn(begun, to, space);
          fc.pre(activeOf(there).row < 10 || begun.ranges.length > 1);
          if (isSingle(begun)) continue;
          expect(activeOf(moveIn(there, back, space))).toEqual(activeOf(begun));
        }
      }),
    );
  });
});

function isSingle({ ranges }: SheetSelection): boolean {
  const [{ anchor, head }] = ranges;
  return ranges.length === 1 && anchor.row === head.row && anchor.column === head.column;
}

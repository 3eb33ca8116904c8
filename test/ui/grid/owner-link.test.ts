import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { linkOwner } from "../../../packages/ui/src/grid/owner-link.ts";
import { numberTree, visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import {
  activeOf,
  boundsOf,
  createSelectionStore,
  lastRange,
  selectPlace,
} from "../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetCell } from "../../../packages/ui/src/grid/sheet.ts";
import { buildTable } from "../../../packages/ui/src/grid/sheet-table.ts";
import { SHEET_COLUMNS, TREE } from "../support/small-sheet.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const tableWith = (...open: readonly string[]) =>
  buildTable(
    SHEET_COLUMNS,
    visibleRows(numberTree(TREE), (id) => open.includes(id)),
    TREE.total,
  );

/** An owner of the sheet that draws what it is told when `draw` is called, and not before. */
function begin(rowId: string, ...open: readonly string[]) {
  const told: string[] = [];
  const selected: string[] = [];
  let table = tableWith(...open);
  const owner = {
    current: {
      active: { rowId, columnId: "total" },
      onActivate: (cell: SheetCell) => told.push(cell.rowId),
      onSelect: () => selected.push(Object.values(boundsOf(lastRange(selection.get()))).join(" ")),
    },
  };
  const selection = createSelectionStore();
  const link = linkOwner(owner, () => table, selection);
  link.follow();
  vi.runAllTimers();
  selected.length = 0;
  return {
    ...{ told, selected, selection, link },
    go: (row: number) => selection.set(selectPlace({ row, column: 1 })),
    draw: (active: string, ...drawn: readonly string[]) => {
      table = tableWith(...drawn);
      owner.current = { ...owner.current, active: { rowId: active, columnId: "total" } };
      return link.follow();
    },
    isAt: () => `${link.activeCell().rowId} ${activeOf(selection.get()).row}`,
  };
}

describe("the owner of a sheet", () => {
  it("is told only where a quick hand has stopped", () => {
    const sheet = begin("north", "north", "south");
    for (const row of [1, 2, 3]) sheet.go(row);
    expect(sheet.told).toEqual([]);
    vi.runAllTimers();
    expect(sheet.told).toEqual(["south"]);
    expect(sheet.selected).toEqual(["3 1 3 1"]);
  });

  it("hears of a range once it has paused, and of no cell", () => {
    const sheet = begin("north", "north", "south");
    for (const row of [1, 2, 3]) {
      const anchor = { row: 0, column: 1 };
      sheet.selection.set({ ranges: [{ anchor, head: { row, column: 1 } }] });
      vi.advanceTimersByTime(20);
    }
    expect(sheet.selected).toEqual([]);
    vi.runAllTimers();
    expect(sheet.selected).toEqual(["0 1 3 1"]);
    expect(sheet.told).toEqual([]);
  });

  it("does not call a quick hand back by drawing what it was told before", () => {
    const sheet = begin("north", "north", "south");
    sheet.go(1);
    vi.runAllTimers();
    sheet.go(3);
    expect(sheet.draw("n1", "north", "south").isToShow).toBe(false);
    expect(sheet.isAt()).toBe("south 3");
    vi.runAllTimers();
    expect(sheet.told).toEqual(["n1", "south"]);
  });

  it("wins where it changes the active cell on its own, and is not told what it said", () => {
    const sheet = begin("north", "north", "south");
    expect(sheet.draw("s1", "north", "south").isToShow).toBe(true);
    vi.runAllTimers();
    expect(sheet.isAt()).toBe("s1 4");
    expect(sheet.told).toEqual([]);
  });

  it("may unfold rows for a cell later, which then is shown", () => {
    const sheet = begin("north");
    expect(sheet.draw("n2").isToShow).toBe(false);
    expect(sheet.draw("n2", "north")).toMatchObject({ isToShow: true, isToFocus: false });
    expect(sheet.isAt()).toBe("n2 2");
  });

  it("is asked for a cell that is folded away, which gets the focus when it comes", () => {
    const sheet = begin("north");
    sheet.go(1);
    sheet.link.awaitCell({ rowId: "n2", columnId: "total" });
    vi.runAllTimers();
    expect(sheet.told.at(-1)).toBe("n2");
    expect(sheet.draw("n2", "north")).toMatchObject({ isToShow: true, isToFocus: true });
    expect(sheet.isAt()).toBe("n2 2");
  });

  it("has no say any more in a cell that was awaited once the person has gone elsewhere", () => {
    const sheet = begin("north");
    sheet.link.awaitCell({ rowId: "n2", columnId: "total" });
    sheet.go(1);
    vi.runAllTimers();
    expect(sheet.draw("south", "north").isToFocus).toBe(false);
    expect(sheet.isAt()).toBe("south 3");
  });
});

describe("a selection when rows get other places", () => {
  it("follows its cell", () => {
    const sheet = begin("south", "north");
    expect(sheet.draw("south").isRearranged).toBe(true);
    expect(sheet.isAt()).toBe("south 1");
  });

  it("tells of its cell, though they did so before the owner heard of it", () => {
    const sheet = begin("north", "north");
    sheet.go(3);
    sheet.draw("north");
    vi.runAllTimers();
    expect(sheet.told).toEqual(["south"]);
  });

  it("stays where it was in a whole column, and its owner hears of the new one", () => {
    const sheet = begin("south", "north");
    sheet.selection.set({
      ranges: [{ anchor: { row: 0, column: 1 }, head: { row: 4, column: 1 } }],
      active: { row: 3, column: 1 },
    });
    vi.runAllTimers();
    sheet.draw("south");
    vi.runAllTimers();
    expect(sheet.selected).toEqual(["0 1 4 1", "0 1 2 1"]);
    expect(sheet.isAt()).toBe("south 1");
  });

  it("goes to the nearest cell where its own has gone away", () => {
    const sheet = begin("north", "north", "south");
    sheet.go(4);
    vi.runAllTimers();
    sheet.draw("s1");
    expect(sheet.isAt()).toBe("city 2");
  });

  it("ends silently", () => {
    const sheet = begin("north", "north");
    sheet.go(1);
    sheet.link.end();
    vi.runAllTimers();
    expect([sheet.told, sheet.selected]).toEqual([[], []]);
  });
});

import { describe, expect, it } from "vitest";
import {
  lookOf,
  MARK_CLASSES,
  markMask,
  refusalOf,
  SELECTION_CLASSES,
  selectionMask,
} from "../../../../packages/ui/src/grid/cells/mark-cells.ts";
import type { EditRefusal } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { addRange, selectPlace } from "../../../../packages/ui/src/grid/selection/selection.ts";
import type { CellMarks } from "../../../../packages/ui/src/grid/sheet.ts";
import type { SheetEditing } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const namesOf = (names: readonly string[], mask: number) =>
  names.filter((_, bit) => (mask & (1 << bit)) !== 0).map((name) => name.replace("sheet-", ""));

const RANGE = { anchor: { row: 4, column: 3 }, head: { row: 2, column: 1 } };

describe("a cell in a selection", () => {
  const look = lookOf({ ranges: [RANGE] });
  const at = (row: number, column: number) =>
    namesOf(SELECTION_CLASSES, selectionMask(look, { row, column }));

  it("knows the edges of its range, whichever way it was drawn", () => {
    expect(at(2, 1)).toEqual(["in-range", "range-top", "range-left"]);
    expect(at(3, 2)).toEqual(["in-range"]);
    expect(at(5, 2)).toEqual([]);
  });

  it("has the handle at the lower right of the last range, the frame where that began", () => {
    expect(at(4, 3)).toEqual(["active", "in-range", "range-right", "range-bottom", "corner"]);
    const both = addRange(
      { ranges: [RANGE] },
      { anchor: { row: 9, column: 0 }, head: { row: 9, column: 0 } },
    );
    const other = lookOf(both);
    expect(namesOf(SELECTION_CLASSES, selectionMask(other, { row: 4, column: 3 }))).not.toContain(
      "corner",
    );
    expect(namesOf(SELECTION_CLASSES, selectionMask(other, { row: 9, column: 0 }))).toContain(
      "corner",
    );
  });

  it("is no range when it is alone", () => {
    const alone = lookOf(selectPlace({ row: 1, column: 1 }));
    expect(namesOf(SELECTION_CLASSES, selectionMask(alone, { row: 1, column: 1 }))).toEqual([
      "active",
      "corner",
    ]);
  });
});

describe("a cell's marks", () => {
  const input = { kind: "number", places: 2, isPercent: false, least: null, most: null } as const;
  const column = sheetColumn("total", { input });
  const editing: SheetEditing = {
    ...{ sheetId: "s", lock: null, apply: () => [] },
    ...{ undo: () => ({ kind: "empty" }), redo: () => ({ kind: "empty" }) },
  };
  const ground = { editing, isStale: false, refusals: [] as readonly EditRefusal[] };
  const marksOf = (marks: CellMarks, given: Partial<typeof ground> = {}, total = -5n) =>
    namesOf(
      MARK_CLASSES,
      markMask(sheetRow("n1", { total }, { marksIn: () => marks }), column, {
        ...ground,
        ...given,
      }),
    );

  it("stand beside one another", () => {
    expect(marksOf({ isOverridden: true, isAssumed: true, fault: "too small" })).toEqual([
      ...["negative", "overridden", "assumed", "fault"],
    ]);
    expect(marksOf({ lock: "computed" }, { isStale: true }, 5n)).toEqual(["locked", "stale"]);
  });

  it("tell nothing from zero", () => {
    const mask = markMask(sheetRow("n2", {}), column, ground);
    expect(namesOf(MARK_CLASSES, mask)).toEqual(["absent"]);
    expect(marksOf({}, {}, 0n)).toEqual([]);
  });

  it("show what is read-only only in a sheet that takes input", () => {
    const locked = { ...editing, lock: "approved" };
    expect(marksOf({}, { editing: locked }, 1n)).toEqual(["locked"]);
    const row = sheetRow("n1", { other: 1n });
    const computed = sheetColumn("other", { lock: "computed" });
    expect(namesOf(MARK_CLASSES, markMask(row, computed, ground))).toEqual(["locked"]);
    const plain = { ...ground, editing: undefined };
    expect(namesOf(MARK_CLASSES, markMask(row, computed, plain))).toEqual([]);
    const total = sheetRow("city", { other: 1n }, { kind: "total" });
    expect(namesOf(MARK_CLASSES, markMask(total, computed, ground))).toEqual([]);
  });

  it("tell the refused cell and why", () => {
    const refusals = [{ cell: { rowId: "n1", columnId: "total" }, reason: "not a number" }];
    expect(marksOf({}, { refusals }, 1n)).toEqual(["fault"]);
    expect(refusalOf(sheetRow("n1", {}), column, refusals)).toBe("not a number");
    expect(refusalOf(sheetRow("n2", {}), column, refusals)).toBeNull();
  });
});

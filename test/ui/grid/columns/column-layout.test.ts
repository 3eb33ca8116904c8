import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  type ColumnLayout,
  FIRST_LAYOUT,
  isLastShown,
  layOutColumns,
  moveColumn,
  orderedColumns,
  readLayout,
  shownSort,
  togglePinned,
  toggleShown,
  withColumnWidth,
  withOrder,
} from "../../../../packages/ui/src/grid/columns/column-layout.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("a"),
  sheetColumn("b", { parts: "open" }),
  sheetColumn("b1", { isPart: true }),
  sheetColumn("c"),
];

function shown(given: Partial<ColumnLayout>): readonly string[] {
  return layOutColumns(COLUMNS, { ...FIRST_LAYOUT, ...given }).map(({ id }) => id);
}

describe("the columns of a sheet", () => {
  it("stand as the sheet has them until a person arranges them", () => {
    expect(layOutColumns(COLUMNS, FIRST_LAYOUT)).toEqual(COLUMNS);
  });

  it("stand in the chosen order behind the names, parts behind what they are parts of", () => {
    expect(shown({ order: ["c", "b", "a"] })).toEqual(["name", "c", "b", "b1", "a"]);
    expect(shown({ order: ["c", "b", "a"], hidden: ["b"] })).toEqual(["name", "c", "a"]);
  });

  it("that are pinned come first, with their parts", () => {
    const columns = layOutColumns(COLUMNS, togglePinned(FIRST_LAYOUT, "b"));
    expect(columns.map(({ id, isPinned }) => [id, isPinned])).toEqual([
      ["name", undefined],
      ["b", true],
      ["b1", true],
      ["a", undefined],
      ["c", undefined],
    ]);
  });

  it("that are new appear where the sheet has them", () => {
    expect(shown({ order: ["c", "a"] })).toEqual(["name", "c", "a", "b", "b1"]);
    expect(shown({ order: ["c", "b"] })).toEqual(["name", "a", "c", "b", "b1"]);
  });

  it("are never all hidden", () => {
    expect(shown({ hidden: ["a", "b", "c"] })).toEqual(["name", "a", "b", "b1", "c"]);
    const last = { ...FIRST_LAYOUT, hidden: ["a", "b"] };
    expect(isLastShown(COLUMNS, last, "c")).toBe(true);
    expect(toggleShown(COLUMNS, last, "c")).toBe(last);
    const stale = toggleShown(COLUMNS, { ...FIRST_LAYOUT, hidden: ["a", "b", "c"] }, "a");
    expect(stale.hidden).toEqual(["a"]);
  });

  it("take the order of rows along when they are hidden", () => {
    const sorted: ColumnLayout = { ...FIRST_LAYOUT, sort: { columnId: "a", direction: "asc" } };
    expect(shownSort(COLUMNS, sorted)).toEqual(sorted.sort);
    expect(toggleShown(COLUMNS, sorted, "a").sort).toBeNull();
    expect(shownSort(COLUMNS, { ...sorted, hidden: ["a"] })).toBeNull();
  });

  it("move by places, within the edges", () => {
    const ids = (layout: ColumnLayout) => orderedColumns(COLUMNS, layout).map(({ id }) => id);
    expect(ids(moveColumn(COLUMNS, FIRST_LAYOUT, "a", 1))).toEqual(["b", "a", "c"]);
    expect(ids(moveColumn(COLUMNS, FIRST_LAYOUT, "a", -1))).toEqual(["a", "b", "c"]);
    expect(ids(moveColumn(COLUMNS, FIRST_LAYOUT, "a", 9))).toEqual(["b", "c", "a"]);
  });

  it("that were dragged keep hidden ones behind their neighbours", () => {
    const hidden = { ...FIRST_LAYOUT, hidden: ["b"] };
    expect(withOrder(COLUMNS, hidden, ["name", "c", "a"]).order).toEqual(["c", "a", "b"]);
  });

  it("are as wide as they were made", () => {
    const wide = layOutColumns(COLUMNS, withColumnWidth(FIRST_LAYOUT, "a", 321));
    expect(wide.map(({ width }) => width)).toEqual([100, 321, 100, 100, 100]);
  });
});

describe("a layout that was kept", () => {
  it("is read piece by piece", () => {
    const written = {
      order: ["a", 5, "a"],
      hidden: "b",
      pinned: ["c"],
      widths: { a: 100, b: "wide", c: -3, d: 1e9 },
      sort: { columnId: "a", direction: "sideways" },
    };
    expect(readLayout(JSON.stringify(written))).toEqual({
      ...FIRST_LAYOUT,
      order: ["a"],
      pinned: ["c"],
      widths: { a: 100 },
    });
  });
});

describe("laws", () => {
  const id = fc.constantFrom("a", "b", "c", "b1", "name", "gone");
  const rubbish = fc.oneof(fc.string(), fc.json());
  const layout = fc.record({
    order: fc.array(id),
    hidden: fc.array(id),
    pinned: fc.array(id),
    widths: fc.dictionary(id, fc.integer({ min: 40, max: 1200 })),
    sort: fc.option(fc.record({ columnId: id, direction: fc.constantFrom("asc", "desc") })),
  });

  it("rubbish leaves a sheet with its names and at least one column", () => {
    fc.assert(
      fc.property(fc.oneof(rubbish, fc.json()), (written) => {
        const columns = layOutColumns(COLUMNS, readLayout(written));
        expect(columns[0]?.id).toBe("name");
        expect(columns.length).toBeGreaterThan(1);
      }),
    );
  });

  it("whatever is kept, each column is on view at most once, and written is read again", () => {
    fc.assert(
      fc.property(layout, (given) => {
        const kept = readLayout(JSON.stringify(given));
        const ids = layOutColumns(COLUMNS, kept).map((column) => column.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids[0]).toBe("name");
        expect(ids.length).toBeGreaterThan(1);
        expect(readLayout(JSON.stringify(kept))).toEqual(kept);
      }),
    );
  });
});

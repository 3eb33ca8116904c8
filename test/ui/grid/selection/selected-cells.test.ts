import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  cellAtPlace,
  countSelected,
  coverPlaces,
  findCell,
  idOf,
  selectedCells,
} from "../../../../packages/ui/src/grid/selection/selected-cells.ts";
import {
  boundsOf,
  holds,
  type SheetSelection,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import { buildTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const table = buildTable(
  ["name", "a", "b", "c"].map((id) => sheetColumn(id)),
  ["r0", "r1", "r2", "r3"].map((id) => ({ row: sheetRow(id, {}), isOpen: null })),
  sheetRow("city", {}),
);
const place = fc.record({
  row: fc.integer({ min: 0, max: 4 }),
  column: fc.integer({ min: 0, max: 3 }),
});
const range = fc.record({ anchor: place, head: place });

describe("selected cells", () => {
  it("come row by row, range by range, the total as a row like others", () => {
    const selection: SheetSelection = {
      ranges: [
        { anchor: { row: 4, column: 2 }, head: { row: 3, column: 1 } },
        { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } },
      ],
    };
    const ids = [...selectedCells(table, selection)].map(idOf);
    expect(ids.map(({ rowId, columnId }) => `${rowId} ${columnId}`)).toEqual([
      ...["r3 a", "r3 b", "city a", "city b", "r0 name"],
    ]);
  });

  it("are found by their ids and places, and beyond the table are none", () => {
    expect(findCell(table, { rowId: "r2", columnId: "b" })?.row.id).toBe("r2");
    expect(findCell(table, { rowId: "gone", columnId: "b" })).toBeNull();
    expect(cellAtPlace(table, { row: 4, column: 3 })?.row.id).toBe("city");
    expect(cellAtPlace(table, { row: 5, column: 0 })).toBeNull();
  });

  it("are not covered where that takes more rectangles than are wanted", () => {
    const apart = [0, 2, 4].map((row) => ({ row, column: 0 }));
    expect(coverPlaces(apart, 3)).toHaveLength(3);
    expect(coverPlaces(apart, 2)).toBeNull();
  });
});

describe("laws", () => {
  it("come once each, as many as are counted", () => {
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 4 }), (first, others) => {
        const selection: SheetSelection = { ranges: [first, ...others] };
        const ids = [...selectedCells(table, selection)].map(idOf);
        const names = new Set(ids.map(({ rowId, columnId }) => `${rowId} ${columnId}`));
        expect(names.size).toBe(ids.length);
        expect(countSelected(selection)).toBe(ids.length);
      }),
    );
  });

  it("are covered by rectangles that hold each of them once and nothing else", () => {
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const bounds = (coverPlaces(places, Number.POSITIVE_INFINITY) ?? []).map(boundsOf);
        for (let row = 0; row < 5; row += 1) {
          for (let column = 0; column < 4; column += 1) {
            const isMeant = places.some((one) => one.row === row && one.column === column);
            const holding = bounds.filter((area) => holds(area, { row, column }));
            expect(holding).toHaveLength(isMeant ? 1 : 0);
          }
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";

import { placeAfter } from "../../../packages/ui/src/grid/move-cell.ts";

const edges = { lastRow: 10, lastColumn: 4, page: 6 };
const here = { row: 3, column: 2 };

describe("the active cell", () => {
  it.each([
    ["down", { row: 4, column: 2 }],
    ["page-up", { row: 0, column: 2 }],
    ["page-down", { row: 9, column: 2 }],
    ["row-end", { row: 3, column: 4 }],
    ["sheet-start", { row: 0, column: 0 }],
    ["sheet-end", { row: 10, column: 4 }],
  ] as const)("goes %s", (to, place) => {
    expect(placeAfter(here, to, edges)).toEqual(place);
  });

  it("stops at the last row of data before it goes to the total", () => {
    const last = placeAfter(here, "last-row", edges);
    expect(last.row).toBe(9);
    expect(placeAfter(last, "last-row", edges).row).toBe(10);
  });

  it("stays at the total", () => {
    expect(placeAfter({ row: 10, column: 0 }, "down", edges).row).toBe(10);
  });
});

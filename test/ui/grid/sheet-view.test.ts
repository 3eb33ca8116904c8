import { describe, expect, it } from "vitest";
import { visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { rowsOnView, topRowOf, viewOf } from "../../../packages/ui/src/grid/sheet-view.ts";
import { smallHandle } from "../support/small-handle.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

// Where rows and columns are once they are laid out, the browser's tests of the mouse show.
describe("a sheet that is not drawn", () => {
  const { handle } = smallHandle(sheetProps(visibleRows(TREE, () => true)));

  it("has no view, and begins at its first row", () => {
    expect(viewOf(handle)).toBeNull();
    expect(topRowOf(handle)).toBe(0);
  });

  it("takes every row for one on view, so that none is scrolled to in vain", () => {
    const { count, isOnView } = rowsOnView(handle);
    expect(count).toBe(1);
    expect([0, 3, 5].map(isOnView)).toEqual([true, true, true]);
  });
});

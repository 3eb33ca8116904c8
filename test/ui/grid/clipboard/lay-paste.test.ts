import { describe, expect, it } from "vitest";

import { layPaste } from "../../../../packages/ui/src/grid/clipboard/lay-paste.ts";
import type { SheetRange } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { NORM_COLUMNS } from "../../support/norm-sheet.ts";

const TABLE = { rowCount: 10, columns: NORM_COLUMNS };

function range(top: number, left: number, bottom: number, right: number): SheetRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

/** The block's cell at each place, as `row,column:row,column`. */
function lay(rows: number, columns: number, first: SheetRange, ...others: SheetRange[]) {
  const block = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => ({ text: "" })),
  );
  const laid = layPaste({ rows: block }, TABLE, { ranges: [first, ...others] });
  if ("misfit" in laid) return laid.misfit;
  return laid.targets.map(
    ({ place, from }) => `${place.row},${place.column}:${from.row},${from.column}`,
  );
}

describe("the layout of a paste", () => {
  it("fills all that is selected with one cell, each place once", () => {
    expect(lay(1, 1, range(0, 0, 1, 0), range(1, 0, 1, 1))).toEqual([
      "0,0:0,0",
      "1,0:0,0",
      "1,1:0,0",
    ]);
  });

  it("grows a block from the active cell", () => {
    expect(lay(2, 2, range(3, 1, 3, 1))).toEqual(["3,1:0,0", "3,2:0,1", "4,1:1,0", "4,2:1,1"]);
  });

  it("repeats a block over whole times of it", () => {
    expect(lay(1, 2, range(0, 0, 1, 1))).toEqual(["0,0:0,0", "0,1:0,1", "1,0:0,0", "1,1:0,1"]);
    expect(lay(2, 1, range(1, 0, 0, 0))).toEqual(["0,0:0,0", "1,0:1,0"]);
  });

  it("refuses every other shape with its sizes", () => {
    expect(lay(2, 2, range(0, 0, 2, 1))).toEqual({
      ...{ code: "other-shape", rows: 2, columns: 2, roomRows: 3, roomColumns: 2 },
    });
    expect(lay(3, 2, range(8, 6, 8, 6))).toEqual({
      ...{ code: "over-edge", rows: 3, columns: 2, roomRows: 2, roomColumns: 1 },
    });
    expect(lay(2, 1, range(0, 0, 1, 0), range(4, 0, 5, 0))).toEqual({ code: "several-ranges" });
  });
});

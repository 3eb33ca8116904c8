import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { carrySelection } from "../../../../packages/ui/src/grid/selection/carry-selection.ts";
import {
  activeOf,
  boundsOf,
  type SheetRange,
  type SheetSelection,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import { buildTable, type SheetTable } from "../../../../packages/ui/src/grid/sheet-table.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

/** Letters are rows and columns; the total is below. */
function tableOf(rows: string, columns = "nxyz"): SheetTable {
  return buildTable(
    columns.split("").map((id) => sheetColumn(id)),
    rows.split("").map((id) => ({ row: sheetRow(id, {}), isOpen: null })),
    sheetRow("city", {}),
  );
}

const BEFORE = tableOf("abcde");

function range(top: number, left: number, bottom: number, right: number): SheetRange {
  return { anchor: { row: top, column: left }, head: { row: bottom, column: right } };
}

function carried(selection: SheetSelection, now: SheetTable): SheetSelection | null {
  const active = BEFORE.cellAt(activeOf(selection));
  const place = active === null ? null : now.placeOf(active);
  return carrySelection(selection, BEFORE.order, now, place ?? { row: 0, column: 1 });
}

const boundsIn = (selection: SheetSelection | null) =>
  selection?.ranges.map((one) => Object.values(boundsOf(one)).join(" "));

describe("a selection in another order", () => {
  it("holds to its cells while they stand together", () => {
    const selection = { ranges: [range(3, 2, 1, 1)] } as const;
    const now = carried(selection, tableOf("ebcda"));
    expect(boundsIn(now)).toEqual(["1 1 3 2"]);
    expect(now && activeOf(now)).toEqual({ row: 3, column: 2 });
    expect(boundsIn(carried(selection, tableOf("bcde", "znxy")))).toEqual(["0 2 2 3"]);
  });

  it("is gone where its cells went apart, or one of them away", () => {
    const selection = { ranges: [range(1, 1, 3, 2)] } as const;
    expect(carried(selection, tableOf("abdce"))).toBeNull();
    expect(carried(selection, tableOf("abce"))).toBeNull();
    expect(carried(selection, tableOf("abcde", "nxz"))).toBeNull();
    const both = { ranges: [range(0, 0, 0, 1), range(1, 1, 3, 2)] } as const;
    expect(carried(both, tableOf("abdce"))).toBeNull();
  });

  it("of whole columns takes all rows there are, though the active one went away", () => {
    const selection = { ranges: [range(0, 1, 5, 1)], active: { row: 2, column: 1 } } as const;
    expect(boundsIn(carried(selection, tableOf("eb")))).toEqual(["0 1 2 1"]);
    expect(boundsIn(carried(selection, tableOf("abcdefgh")))).toEqual(["0 1 8 1"]);
  });

  it("of whole rows takes all columns there are", () => {
    const selection = { ranges: [range(2, 0, 3, 3)] } as const;
    expect(boundsIn(carried(selection, tableOf("cdabe", "nyx")))).toEqual(["0 0 1 2"]);
  });

  it("is nothing to carry where one cell is selected", () => {
    expect(carried(selectPlace({ row: 1, column: 1 }), tableOf("ba"))).toBeNull();
  });
});

describe("laws", () => {
  it("is the same selection in the same order", () => {
    const place = fc.record({
      row: fc.integer({ min: 0, max: 5 }),
      column: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(place, place, (anchor, head) => {
        fc.pre(anchor.row !== head.row || anchor.column !== head.column);
        const now = carried({ ranges: [{ anchor, head }] }, tableOf("abcde"));
        expect(boundsIn(now)).toEqual(boundsIn({ ranges: [{ anchor, head }] }));
        expect(now && activeOf(now)).toEqual(anchor);
      }),
    );
  });
});

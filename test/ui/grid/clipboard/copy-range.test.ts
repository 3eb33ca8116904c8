import { describe, expect, it } from "vitest";

import { copyRange } from "../../../../packages/ui/src/grid/clipboard/copy-range.ts";
import type { SheetRange } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { HELD_SECOND, NORM_COLUMNS, normRow, normTable } from "../../support/norm-sheet.ts";

const TABLE = normTable();

function range(top: number, left: number, bottom: number, right: number): SheetRange {
  return { anchor: { row: bottom, column: right }, head: { row: top, column: left } };
}

function textOf(first: SheetRange, ...others: readonly SheetRange[]): string {
  const copied = copyRange(TABLE, { ranges: [first, ...others] });
  return copied.kind === "copied" ? copied.text : copied.kind;
}

describe("a copied range", () => {
  it("has exact figures, group rows and the total, and no row numbers", () => {
    expect(textOf(range(0, 0, 3, 6))).toBe(
      [
        "north\t\t\t\t\t\t305000,51",
        "n1\t305000,50\t1,085\t12,5%\t12.02.2026\t000391018056\t305000,50",
        'n2\t0,01\t1,000\t\t\t"ОСШ ""Нур""\tА"\t0,01',
        "city\t\t\t\t\t\t305000,51",
        "",
      ].join("\r\n"),
    );
    expect(textOf(range(1, 1, 1, 1))).toBe("305000,50");
  });

  it("joins ranges of the same rows or the same columns", () => {
    expect(textOf(range(1, 6, 2, 6), range(1, 0, 2, 1))).toBe(
      "n1\t305000,50\t305000,50\r\nn2\t0,01\t0,01\r\n",
    );
    expect(textOf(range(3, 0, 3, 0), range(1, 0, 1, 0))).toBe("n1\r\ncity\r\n");
    expect(textOf(range(1, 0, 2, 0), range(1, 0, 2, 0))).toBe("n1\r\nn2\r\n");
    expect(textOf(range(1, 0, 1, 0), range(2, 1, 2, 1))).toBe("apart");
  });

  it("has its bounds", () => {
    const members = Array.from({ length: 40_000 }, (_, index) => normRow(`n${index}`, HELD_SECOND));
    const table = normTable(NORM_COLUMNS, members);
    expect(copyRange(table, { ranges: [range(0, 0, 40_001, 6)] })).toEqual({ kind: "too-large" });
    expect(copyRange(table, { ranges: [range(0, 0, 20_000, 6)] })).toMatchObject({
      cellCount: 140_007,
    });
  });
});

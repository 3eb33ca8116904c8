import { describe, expect, it } from "vitest";
import {
  contentOf,
  copyContent,
  formatContent,
  isSameContent,
  isWordColumn,
  speakContent,
} from "../../../../packages/ui/src/grid/cells/cell-content.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { HELD_FIRST, HELD_SECOND, NORM_COLUMNS, normRow } from "../../support/norm-sheet.ts";

const [NAME, NORM, , , DAY] = NORM_COLUMNS;
const ROW = normRow("n1", HELD_FIRST, { name: "short", title: "the whole name" });

describe("what a cell holds", () => {
  it("is a figure or words, each written by its column", () => {
    expect(contentOf(ROW, NORM)).toEqual(exactWhole(30_500_050n));
    expect(formatContent(ROW, NORM)).toBe("305\u202F000,50");
    expect(copyContent(ROW, NORM)).toBe("305000,50");
    expect(speakContent(ROW, NORM)).toBe("30500050 tiyn");
    expect(contentOf(ROW, DAY)).toBe("2026-02-12");
    expect(formatContent(ROW, DAY)).toBe("12.02.2026");
    expect([NORM, DAY].map(isWordColumn)).toEqual([false, true]);
  });

  it("may be nothing, which is not zero", () => {
    expect(formatContent(normRow("n2", HELD_SECOND), DAY)).toBeNull();
    expect(copyContent(normRow("n3", {}), NORM)).toBeNull();
  });

  it("is no name, though a name is copied whole", () => {
    expect(contentOf(ROW, NAME)).toBeNull();
    expect(copyContent(ROW, NAME)).toBe("the whole name");
  });

  it("is the same when it is one number, however it is written", () => {
    expect(isSameContent(exactWhole(2n), { numerator: 4n, denominator: 2n })).toBe(true);
    expect(isSameContent(exactWhole(2n), "2")).toBe(false);
    expect(isSameContent("a", "a")).toBe(true);
    expect(isSameContent(null, exactWhole(0n))).toBe(false);
    expect(isSameContent(null, null)).toBe(true);
  });
});

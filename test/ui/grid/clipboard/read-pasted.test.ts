import { describe, expect, it } from "vitest";
import type { ClipboardCell } from "../../../../packages/ui/src/grid/clipboard/clipboard-table.ts";
import {
  isShownAlready,
  readPasted,
  type UnitWay,
} from "../../../../packages/ui/src/grid/clipboard/read-pasted.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetColumn, SheetUnit } from "../../../../packages/ui/src/grid/sheet.ts";
import { HELD_FIRST, NORM_COLUMNS, normRow, TENGE, THOUSAND } from "../../support/norm-sheet.ts";

const [NAME, NORM, , SHARE, DAY, CODE, SUM] = NORM_COLUMNS;
const ROW = normRow("n1", HELD_FIRST);

function pasted(
  cell: ClipboardCell,
  column: SheetColumn,
  given: { readonly unit?: SheetUnit; readonly way?: UnitWay } = {},
): string {
  const reading = readPasted({ cell, unit: given.unit ?? null }, column, {
    ...{ language: "ru", way: given.way ?? "convert" },
  });
  if ("fault" in reading) return reading.fault.code;
  const { value, isRounded } = reading;
  if (value === null || typeof value === "string") return value ?? "null";
  return `${isRounded ? "~" : ""}${value.numerator}/${value.denominator}`;
}

/** What a spreadsheet shows and holds, in millionths. */
function cell(text: string, millionths: bigint): ClipboardCell {
  return { text, number: { numerator: millionths, denominator: 1_000_000n } };
}

describe("a pasted cell", () => {
  it("is taken from what a spreadsheet holds behind what it shows", () => {
    expect(pasted(cell("305 001", 305_000_500_000n), NORM)).toBe("30500050/1");
    expect(pasted(cell("1,234.50", 1_234_500_000n), NORM)).toBe("123450/1");
    expect(pasted(cell("1 234,57", 1_234_567_800n), NORM)).toBe("~123457/1");
    expect(pasted(cell("1 234,5678", 1_234_567_800n), NORM)).toBe("too-many-decimals");
    expect(pasted(cell("1 234,500", 1_234_500_000n), NORM)).toBe("123450/1");
    expect(pasted(cell("12 %", 120_000n), NORM)).toBe("percent");
  });

  it("is a percent where a percent is shown, and else as it is written", () => {
    expect(pasted(cell("12,5 %", 125_000n), SHARE)).toBe("1/8");
    expect(pasted(cell("12,5", 12_500_000n), SHARE)).toBe("1/8");
  });

  it("is a day or words where the column is of those", () => {
    expect(pasted({ text: "12.02.2026" }, DAY)).toBe("2026-02-12");
    expect(pasted(cell("9,90391E+11", 990_391_018_056_000_000n), CODE)).toBe("990391018056");
    expect(pasted(cell("12,50", 12_500_000n), CODE)).toBe("12,50");
  });

  it("of a sheet of ours is exact, in its own unit or in the column's", () => {
    const stored: ClipboardCell = { text: "0,01", stored: exactWhole(500_000n) };
    expect(pasted(stored, NORM, { unit: TENGE })).toBe("500000/1");
    expect(pasted(stored, NORM, { unit: THOUSAND })).toBe("500000/1");
    expect(pasted(stored, NORM, { unit: THOUSAND, way: "as-is" })).toBe("500/1");
    const third: ClipboardCell = { text: "0,33", stored: { numerator: 100n, denominator: 3n } };
    expect(pasted(third, NORM, { unit: TENGE })).toBe("too-many-decimals");
  });
});

describe("a cell that is shown already", () => {
  const isShown = (given: ClipboardCell, column: SheetColumn, unit: SheetUnit | null = null) =>
    isShownAlready({ cell: given, unit }, ROW, column, "ru");

  it("is known by its exact figure, its copy, its look or its number", () => {
    expect(isShown({ text: "?", stored: exactWhole(30_500_050n) }, SUM, TENGE)).toBe(true);
    expect(isShown({ text: "305000,50" }, SUM)).toBe(true);
    expect(isShown({ text: "305\u202F000,50" }, SUM)).toBe(true);
    expect(isShown({ text: "305 000,5 ₸" }, SUM)).toBe(true);
    expect(isShown(cell("305,000.50", 305_000_500_000n), SUM)).toBe(true);
    expect(isShown({ text: "n1" }, NAME)).toBe(true);
  });

  it("is told from any other", () => {
    expect(isShown({ text: "305000,51" }, SUM)).toBe(false);
    expect(isShown({ text: "" }, SUM)).toBe(false);
    expect(isShown({ text: "n2" }, NAME)).toBe(false);
  });
});

import { describe, expect, it } from "vitest";

import { type ExactValue, exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import {
  type CellReading,
  readCell,
  readQuotient,
  readStored,
  readWritten,
} from "../../../../packages/ui/src/grid/reading/read-cell.ts";
import type { SheetColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import {
  HELD_FIRST,
  moneyColumn,
  NORM_COLUMNS,
  normRow,
  numberInput,
} from "../../support/norm-sheet.ts";

const [, NORM, FACTOR, SHARE, DAY, CODE, SUM] = NORM_COLUMNS;
const ROW = normRow("n1", HELD_FIRST);
const WHOLE = moneyColumn("whole", { input: numberInput(0) });

/** Stored units, with `~` where it was rounded; or the code of the fault. */
function told(reading: CellReading): string | null {
  if ("fault" in reading) return reading.fault.code;
  const { value, isRounded } = reading;
  if (value === null || typeof value === "string") return value;
  return `${isRounded ? "~" : ""}${value.numerator}/${value.denominator}`;
}

function typed(text: string, column: SheetColumn = NORM): string | null {
  return told(readCell(text, column, ROW, "ru"));
}

describe("what is typed", () => {
  it("is kept in stored units", () => {
    expect(typed("305 000,5")).toBe("30500050/1");
    expect(typed("1,085", FACTOR)).toBe("217/200");
    expect(typed("12", SHARE)).toBe("3/25");
    expect(typed("12 %", SHARE)).toBe("3/25");
    expect(typed("12.02.2026", DAY)).toBe("2026-02-12");
    expect(typed(" 000391018056 ", CODE)).toBe("000391018056");
    expect(typed("=1+2", CODE)).toBe("=1+2");
  });

  it("may end with zeros that say nothing", () => {
    expect(typed("1004,00", WHOLE)).toBe("100400/1");
    expect(typed("1,5000")).toBe("150/1");
  });

  it("lets the value of the base return when it is empty", () => {
    expect([NORM, SHARE, DAY, CODE].map((column) => typed(" \u00A0", column))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("is refused and not rounded where the column cannot keep it", () => {
    expect(typed("1,234")).toBe("too-many-decimals");
    expect(typed("1,500")).toBe("too-many-decimals");
    expect(typed("1,5", WHOLE)).toBe("not-whole");
    expect(typed("1,000", WHOLE)).toBe("not-whole");
    expect(typed("12,345", SHARE)).toBe("too-many-decimals");
    expect(typed("12 %")).toBe("percent");
    expect(typed("-1")).toBe("below-least");
    expect(typed("1", SUM)).toBe("no-input");
    expect(typed("a".repeat(21), CODE)).toBe("too-many-letters");
  });

  it("is worked out, and only then rounded half away from zero", () => {
    expect(typed("=305000-1000")).toBe("30400000/1");
    expect(typed("*1,05")).toBe("~32025053/1");
    expect(typed("+10%")).toBe("33550055/1");
    expect(typed("-10%")).toBe("27450045/1");
    expect(typed("+1000")).toBe("30600050/1");
    expect(typed("=0,005")).toBe("~1/1");
    expect(typed("=0-1")).toBe("below-least");
    expect(typed("+5", SHARE)).toBe("7/40");
    expect(typed("/3", SHARE)).toBe("~417/10000");
    expect(readCell("=1/3", FACTOR, ROW, "ru")).toMatchObject({
      isRounded: true,
      isComputed: true,
    });
  });

  it("is no arithmetic where it was only written down", () => {
    const written = (text: string) => told(readWritten(text, NORM, "ru"));
    expect(written("+1000")).toBe("100000/1");
    expect(written("=1+2")).toBe("not-number");
    expect(written("+10%")).toBe("percent");
  });
});

describe("a figure that was not typed", () => {
  const third: ExactValue = { numerator: 1n, denominator: 3n };

  it("is rounded when a spreadsheet worked it out", () => {
    expect(told(readQuotient(third, NORM))).toBe("~33/1");
    expect(told(readQuotient(third, SHARE))).toBe("~3333/10000");
    expect(told(readQuotient(third, DAY))).toBe("no-input");
  });

  it("is taken exactly from a sheet, or refused", () => {
    expect(told(readStored(exactWhole(7n), NORM))).toBe("7/1");
    expect(told(readStored(third, NORM))).toBe("too-many-decimals");
    expect(told(readStored(exactWhole(150n), WHOLE))).toBe("not-whole");
    expect(told(readStored(exactWhole(-1n), NORM))).toBe("below-least");
  });
});

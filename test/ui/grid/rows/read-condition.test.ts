import { describe, expect, it } from "vitest";
import {
  type ConditionDraft,
  operatorsOf,
  readCondition,
  typedValues,
  valueCount,
} from "../../../../packages/ui/src/grid/rows/read-condition.ts";
import type { SheetColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

const MONEY = sheetColumn("money", {
  unit: { id: "tenge", name: "тенге", dimension: "money", size: 100n },
  copy: ({ numerator }) => `${numerator / 100n},00`,
});
const DAY: SheetColumn = {
  ...sheetColumn("day"),
  ...{ kind: "date", format: (day) => day.split("-").reverse().join(".") },
  ...{ speak: String, copy: String },
};

function read(given: Partial<ConditionDraft>) {
  const draft = { column: MONEY, operator: "at-least", value: "", most: "", ...given } as const;
  return readCondition(draft, "ru");
}

describe("a condition as it is typed", () => {
  it("has figures read in the written unit, though nothing can be entered in the column", () => {
    expect(read({ value: "500 000,5" })).toEqual({
      condition: {
        columnId: "money",
        operator: "at-least",
        value: { numerator: 50_000_050n, denominator: 1n },
      },
    });
  });

  it("has words and days as they are meant", () => {
    const name = sheetColumn("name", { kind: "name" });
    expect(read({ column: name, operator: "contains", value: " лицей " })).toEqual({
      condition: { columnId: "name", operator: "contains", text: "лицей" },
    });
    expect(read({ column: DAY, operator: "before", value: "12.02.2026" })).toEqual({
      condition: { columnId: "day", operator: "before", date: "2026-02-12" },
    });
    expect(read({ operator: "empty" })).toEqual({
      condition: { columnId: "money", operator: "empty" },
    });
  });

  it("tells of each field why it is no value", () => {
    expect(read({})).toEqual({ faults: { value: "needed" } });
    expect(read({ operator: "between", value: "много" })).toMatchObject({
      faults: { value: { code: "not-number" }, most: "needed" },
    });
    expect(read({ operator: "between", value: "2", most: "1" })).toEqual({
      faults: { most: "reversed" },
    });
  });

  it("asks only what the column can answer", () => {
    expect(operatorsOf(MONEY)).toContain("between");
    expect(operatorsOf(DAY)).toContain("before");
    expect(operatorsOf(sheetColumn("name", { kind: "name" }))).toContain("contains");
    expect([valueCount("empty"), valueCount("equal"), valueCount("between")]).toEqual([0, 1, 2]);
  });

  it.each([
    [MONEY, { operator: "between", value: "1 000", most: "2 000,00" }],
    [DAY, { operator: "on", value: "12.02.2026" }],
  ] as const)("is read again as it was when it is opened", (column, given) => {
    for (const language of ["ru", "en"] as const) {
      const draft = { column, most: "", ...given };
      const first = readCondition(draft, "ru");
      if (!("condition" in first)) throw new Error("the draft is a condition");
      const typed = typedValues(first.condition, column, language);
      expect(readCondition({ ...draft, ...typed }, language)).toEqual(first);
    }
  });
});

import { expect, it } from "vitest";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { conditionText } from "../../../../packages/ui/src/grid/rows/condition-text.ts";
import type { SheetCondition } from "../../../../packages/ui/src/grid/rows/filter-rows.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

const COLUMNS = [sheetColumn("total", { header: "Всего" })];
const value = exactWhole(1500n);

it.each<readonly [SheetCondition, string]>([
  [{ columnId: "total", operator: "at-least", value }, "Всего ≥ 1\u202F500,00"],
  [
    { columnId: "total", operator: "between", value, most: value },
    "Всего: от 1\u202F500,00 до 1\u202F500,00",
  ],
  [{ columnId: "total", operator: "empty" }, "Всего: пусто"],
  [{ columnId: "gone", operator: "contains", text: "лицей" }, "gone содержит «лицей»"],
  [{ columnId: "gone", operator: "on", date: "2026-02-12" }, "gone 2026-02-12"],
  [{ columnId: null, operator: "warned" }, "С предупреждениями"],
])("%o is told as %s", (condition, text) => {
  const t = texts.getFixedT("ru");
  expect(conditionText(t, condition, COLUMNS, "ru")).toBe(text);
});

/** A condition in words, as its pill says it. */
import type { TFunction } from "i18next";

import type { Language } from "../../i18n/language.ts";
import { isWordColumn } from "../cells/cell-content.ts";
import { writeFigure } from "../cells/write-figure.ts";
import type { ExactValue } from "../exact-value.ts";
import type { SheetColumn } from "../sheet.ts";
import type { SheetCondition } from "./filter-rows.ts";

/** `Всего ≥ 500 000,00 ₸`; of a column that is not known any more, its id. */
export function conditionText(
  t: TFunction,
  condition: SheetCondition,
  columns: readonly SheetColumn[],
  language: Language,
): string {
  if (condition.columnId === null) return t(`grid.filter.${condition.operator}`);
  const column = columns.find(({ id }) => id === condition.columnId);
  const name = column?.header ?? condition.columnId;
  return t(`grid.filter.pill.${condition.operator}`, {
    column: name,
    ...valuesOf(condition, column, language),
  });
}

function valuesOf(
  condition: SheetCondition,
  column: SheetColumn | undefined,
  language: Language,
): { readonly value?: string; readonly most?: string } {
  const figure = (value: ExactValue): string =>
    column === undefined || isWordColumn(column) ? "" : writeFigure(value, column, language);
  if ("text" in condition) return { value: condition.text };
  if ("date" in condition) {
    return { value: column?.kind === "date" ? column.format(condition.date) : condition.date };
  }
  if (!("value" in condition)) return {};
  const value = figure(condition.value);
  return "most" in condition ? { value, most: figure(condition.most) } : { value };
}

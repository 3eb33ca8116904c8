/** What a text that is worked out will give, in words for under the editor. */
import type { TFunction } from "i18next";

import type { Language } from "../../i18n/language.ts";
import { formatContent, isWordColumn } from "../cells/cell-content.ts";
import { readCell } from "../reading/read-cell.ts";
import type { FoundCell } from "../selection/selected-cells.ts";
import type { SheetInput } from "../sheet.ts";

/** `288 900,00 + 10 % = 317 790,00`; null where the text is no arithmetic or has a fault. */
export function hintOf(
  text: string,
  { row, column }: FoundCell,
  language: Language,
  t: TFunction,
): string | null {
  const reading = readCell(text, column, row, language);
  if ("fault" in reading || !reading.isComputed || isWordColumn(column)) return null;
  const { value, isRounded } = reading;
  if (value === null || typeof value === "string") return null;
  const written = text.trim();
  const isOfOld = !written.startsWith("=");
  const old = isOfOld ? (formatContent(row, column) ?? "") : "";
  const result = [old, spaced(isOfOld ? written : written.slice(1)), "=", column.format(value)]
    .filter((part) => part !== "")
    .join(" ");
  const step = isRounded && column.input?.kind === "number" ? stepOf(column.input, language) : null;
  return step === null ? result : t("grid.edit.rounded", { result, step });
}

const SIGNS: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−", "\u2013": "−" };
/** Before a percent sign, as in all figures. */
const NARROW_SPACE = "\u202F";

/** Signs as they are printed, set apart from the numbers; a sign of a number stays with it. */
function spaced(text: string): string {
  return text
    .replaceAll(/[*/\u2013-]/gu, (sign) => SIGNS[sign] ?? sign)
    .replaceAll(/\s*([×·÷+−])\s*/gu, " $1 ")
    .replaceAll(/([(×·÷+−]) ([+−]) /gu, "$1 $2")
    .replaceAll(/\(\s+/gu, "(")
    .replaceAll(/\s*%/gu, `${NARROW_SPACE}%`)
    .trim();
}

/** `0,01`: the last place that the column keeps. */
function stepOf(
  { places, isPercent }: Extract<SheetInput, { readonly kind: "number" }>,
  language: Language,
): string {
  const sign = language === "en" ? "." : ",";
  const step = places === 0 ? "1" : `0${sign}${"1".padStart(places, "0")}`;
  return isPercent ? `${step}${NARROW_SPACE}%` : step;
}

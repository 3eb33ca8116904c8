/**
 * The grid library's own words in the language of the page. The library knows neither Russian nor
 * Kazakh; each text that it can ask for with our modules stands under `grid.words`.
 */
import type { GetLocaleTextParams } from "ag-grid-community";
import type { TFunction } from "i18next";

/** What the library asks for: a key, its own English, and what is to be put into the text. */
export type AskedWord = Pick<GetLocaleTextParams, "key" | "defaultValue" | "variableValues">;

/** The text of a key; in it `{{0}}` and `{{1}}` are what the library puts in. */
export function libraryWord(
  t: TFunction,
  { key, defaultValue, variableValues = [] }: AskedWord,
): string {
  return t(`grid.words.${key}`, {
    defaultValue,
    replace: Object.fromEntries(variableValues.entries()),
  });
}

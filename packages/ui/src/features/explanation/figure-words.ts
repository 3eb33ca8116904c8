/** What a figure of the sheet is called: its row and its column, in the language of the page. */

import type { RunLineColumn } from "@zhanbasy/api/contract";
import type { TFunction } from "i18next";
import type { Language } from "../../i18n/language.ts";
import { shortName } from "../allocation/short-name.ts";
import type {
  ActiveFigure,
  OrganisationGrouping,
  Workbook,
  WorkbookData,
} from "../workbook/workbook-context.ts";

/** What it takes to name a figure. */
export type FigureWords = WorkbookData & {
  readonly language: Language;
  readonly group: OrganisationGrouping;
  readonly shownMembers: Workbook["shownMembers"];
  readonly translate: TFunction;
};

/** `КГУ «Школа № 501»`, `Алатауский`, «Общегородские расходы» or «Город». */
export function rowTitle({ rowKind, id }: ActiveFigure, words: FigureWords): string {
  const { columns, names, language, group, translate } = words;
  switch (rowKind) {
    case "organisation":
      return organisationName(id, words);
    case "group":
      return upperFirst(names.codeLists[group]?.[id]?.[language] ?? id);
    case "citywide": {
      const line = columns.lines.find((column) => column.line === id);
      return line === undefined ? translate("explanation.citywide") : lineTitle(line, words);
    }
    case "city":
      return translate("explanation.city");
  }
}

/** The row in a few letters: a numbered organisation by its number. */
export function rowMark(figure: ActiveFigure, words: FigureWords): string {
  const title = rowTitle(figure, words);
  if (figure.rowKind !== "organisation") return title;
  return /№\s*\d+/.exec(title)?.[0] ?? shortName(title);
}

/** «Среднее образование», a line's own name, «Всего» or what people are counted. */
export function columnTitle({ columnId }: ActiveFigure, words: FigureWords): string {
  const { columns, names, language, translate } = words;
  const [kind, ...rest] = columnId.split(":");
  const code = rest.join(":");
  if (kind === "tier") return upperFirst(names.codeLists["tier"]?.[code]?.[language] ?? code);
  if (kind === "line") {
    const line = columns.lines.find((column) => column.line === code);
    return line === undefined ? code : lineTitle(line, words);
  }
  if (kind === "headcount") return translate("explanation.headcount");
  if (kind === "perHead") return translate("explanation.perHead");
  return translate("explanation.total");
}

/** The definition's own name; an estimate is named by its budget code. */
export function lineTitle(
  { label, budgetCode }: Pick<RunLineColumn, "label" | "budgetCode">,
  { names, language, translate }: Pick<FigureWords, "names" | "language" | "translate">,
): string {
  if (label !== null) return label[language];
  const code = names.budgetCodes[budgetCode]?.[language] ?? budgetCode;
  return translate("explanation.estimateOf", { code });
}

function organisationName(id: string, { columns, language }: FigureWords): string {
  const { ids, namesRu, namesKk } = columns.organisations;
  const position = ids.indexOf(id);
  const names = language === "kk" ? namesKk : namesRu;
  return names[position] ?? id;
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

import { describe, expect, it } from "vitest";

import {
  columnTitle,
  type FigureWords,
  lineTitle,
  rowMark,
  rowTitle,
} from "../../../../packages/ui/src/features/explanation/figure-words.ts";
import type { Language } from "../../../../packages/ui/src/i18n/language.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { COLUMNS, NAMES, RUN } from "../../support/small-run.ts";

describe("a figure is called by", () => {
  it.each([
    ["organisation", "001", "ru", "КГУ «Школа № 1»"],
    ["organisation", "001", "kk", "«№ 1 мектеп» КММ"],
    ["organisation", "001", "en", "КГУ «Школа № 1»"],
    ["group", "alatau", "en", "Alatau"],
    ["group", "unheard-of", "en", "Unheard-of"],
    ["city", "", "ru", "Город"],
    ["citywide", "", "ru", "Общегородские расходы"],
    ["citywide", "overhead/04.9.360.001/estimate", "ru", "Управление (по смете)"],
  ] as const)("its row: %s %s in %s", (rowKind, id, language, expected) => {
    expect(rowTitle({ rowKind, id, columnId: "total" }, wordsIn(language))).toBe(expected);
  });

  it.each([
    ["total", "Всего"],
    ["headcount", "Дети в среднем за год"],
    ["perHead", "На одного ребёнка"],
    ["tier:secondary", "Среднее образование"],
    ["tier:unheard-of", "Unheard-of"],
    ["line:preschool/04.1.360.034/formula", "Сад"],
    ["line:unheard-of", "unheard-of"],
  ] as const)("its column: %s", (columnId, expected) => {
    expect(columnTitle({ rowKind: "city", id: "", columnId }, wordsIn("ru"))).toBe(expected);
  });

  it("its row in a few letters", () => {
    const mark = (rowKind: "organisation" | "city", id: string) =>
      rowMark({ rowKind, id, columnId: "total" }, wordsIn("ru"));
    expect([mark("organisation", "001"), mark("city", "")]).toEqual(["№ 1", "Город"]);
  });

  it("a line without a name of its own by its budget code", () => {
    const line = { label: null, budgetCode: "04.9.360.999" };
    expect(lineTitle(line, wordsIn("en"))).toBe("04.9.360.999 (by estimate)");
  });
});

function wordsIn(language: Language): FigureWords {
  const translate = texts.getFixedT(language);
  return {
    run: RUN,
    columns: COLUMNS,
    names: NAMES,
    language,
    group: "district",
    shownMembers: null,
    translate,
  };
}

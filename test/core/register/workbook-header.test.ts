import { describe, expect, it } from "vitest";
import type { RawSheet } from "../../../packages/core/src/index.ts";
import { findHeader } from "../../../packages/core/src/register/workbook-header.ts";
import { rawSheet } from "../../support/raw-sheet.ts";

const LAYOUT = {
  columns: [
    { column: "district_code", headers: ["Район"] },
    { column: "bin", headers: ["БИН", "БИН организации"] },
    { column: "name_ru", headers: ["Наименование / на русском"] },
    { column: "name_kk", headers: ["Наименование / на казахском"] },
  ],
  ignoredFirstCells: [],
  dictionarySheet: undefined,
};

const TITLE = [["Реестр"], [], ["на 2026 год"]];
const TOP = ["№", "Район", "БИН", "Наименование", ""];
const SUB = ["", "", "", "на русском", "на казахском"];

describe("a header", () => {
  it("of two rows is found below the titles", () => {
    const sheet = rawSheet([...TITLE, TOP, SUB, ["1"]]);
    expect(findHeader(sheet, LAYOUT)?.bodyFrom).toBe(5);
    expect(titles(sheet)).toEqual([
      "district_code B (Район)",
      "bin C (БИН)",
      "name_ru D (Наименование / на русском)",
      "name_kk E (Наименование / на казахском)",
    ]);
  });

  it("may stand in one row", () => {
    const row = ["БИН", "Наименование/на русском", "Район", "Телефон"];
    const sheet = rawSheet([row, ["690240744430", "Школа", "Алатау", "1"]]);
    expect(findHeader(sheet, LAYOUT)?.bodyFrom).toBe(1);
    expect(titles(sheet)).toHaveLength(3);
  });

  it("is compared without case, blanks and line breaks", () => {
    const sheet = rawSheet([[" РАЙОН ", "бин\n организации", "Наименование  /  на русском"]]);
    expect(titles(sheet)[1]).toBe("bin B (бин организации)");
  });

  it("belongs to its group only where the group is merged over it", () => {
    const top = ["Район", "Наименование", "", ""];
    const sub = ["", "на русском", "на казахском", "БИН"];
    const merged = { top: 0, left: 1, bottom: 0, right: 2 };
    const narrow = rawSheet([top, sub], { merges: [merged] });
    const wide = rawSheet([top, sub], { merges: [{ ...merged, right: 3 }] });
    expect(titles(narrow)).toContain("bin D (БИН)");
    expect(titles(wide)).toHaveLength(3);
  });

  it("names columns beyond Z by two letters", () => {
    const blanks = Array.from({ length: 26 }, () => "");
    const sheet = rawSheet([[...blanks, "Район", "БИН"]]);
    expect(titles(sheet)).toEqual(["district_code AA (Район)", "bin AB (БИН)"]);
  });

  it("is not found where less than half of the columns are named", () => {
    expect(findHeader(rawSheet([["БИН", "Телефон"]]), LAYOUT)).toBeUndefined();
    expect(findHeader(rawSheet([]), LAYOUT)).toBeUndefined();
  });
});

function titles(sheet: RawSheet): readonly string[] {
  const columns = findHeader(sheet, LAYOUT)?.columns ?? [];
  return columns.map(({ column, title }) => `${column} ${title}`);
}

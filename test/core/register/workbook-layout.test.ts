import { describe, expect, it } from "vitest";
import {
  addWords,
  parseRegister,
  type RawSheet,
  readRegisterSheets,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { rawSheet } from "../../support/raw-sheet.ts";
import { faultsOf, registerTables, snapshotOf } from "../../support/raw-tables.ts";
import { registerRules } from "../../support/register-rules.ts";
import { KINDERGARTEN, SCHOOL, SMALL_SHEET } from "../../support/small-register.ts";
import { withoutSources } from "../../support/without-sources.ts";

const HEADERS = registerRules().workbook?.columns.map(({ headers }) => headers[0]) ?? [];
const RULES = registerRules();
const CONTACTS = rawSheet(
  [
    ["ФИО", "Телефон"],
    ["Иванов", "1"],
  ],
  { sheet: "Контакты" },
);

describe("a workbook as a department keeps it", () => {
  it("says the same as the file of organisations", () => {
    const organisations = (change: Parameters<typeof registerTables>[0]) =>
      withoutSources(snapshotOf(parseRegister(registerTables(change), RULES))).organisations;
    const { tables } = getValue(read([rawSheet(SMALL_SHEET)]));
    expect(organisations({ organisations: tables })).toEqual(organisations({}));
  });

  it("may list its organisations on several sheets beside others", () => {
    const school = rawSheet(SMALL_SHEET.filter((row) => !row.includes(KINDERGARTEN)));
    const kindergarten = rawSheet(
      SMALL_SHEET.filter((row) => !row.includes(SCHOOL)),
      { sheet: "Сады" },
    );
    const { tables } = getValue(read([CONTACTS, school, kindergarten]));
    expect(tables.map(({ sheet, rows }) => [sheet, rows.map(({ row }) => row)])).toEqual([
      ["Школы", [6]],
      ["Сады", [6]],
    ]);
  });

  it("may have its columns in another order, among others", () => {
    const shuffled = SMALL_SHEET.slice(4).map((row) => [...row.slice(1).reverse(), "прим."]);
    const [top = [], sub = []] = SMALL_SHEET.slice(2, 4);
    const labels = top.map((label, at) => {
      const own = at === 4 || at === 10 ? (top[at - 1] ?? "") : label;
      return (sub[at] ?? "") === "" ? own : `${own} / ${sub[at]}`;
    });
    const header = [...labels.slice(1).reverse(), "Примечание"];
    const { tables } = getValue(read([rawSheet([header, ...shuffled.slice(1)])]));
    const result = parseRegister(registerTables({ organisations: tables }), RULES);
    expect(snapshotOf(result).organisations).toHaveLength(2);
  });

  it("has words of its own", () => {
    const sheet = rawSheet(
      SMALL_SHEET.map((row) =>
        row.map((cell) => (cell === "частная" ? "негосударственная" : cell)),
      ),
    );
    const dictionary = rawSheet([["негосударственная", "private"]], { sheet: "Справочник" });
    const register = getValue(read([sheet, dictionary]));
    expect(register.tables).toHaveLength(1);
    const tables = registerTables({ organisations: register.tables });
    expect(faultsOf(parseRegister(tables, RULES))).toEqual([
      "word-unknown 6 G (Форма собственности)",
    ]);
    const codeLists = addWords(RULES.codeLists, register.dictionary);
    expect(faultsOf(parseRegister(tables, { ...RULES, codeLists }))).toEqual([]);
  });

  it("without any sheet of organisations is refused with the headers it should have", () => {
    const result = read([CONTACTS]);
    expect(result.ok ? [] : result.issues).toMatchObject([
      {
        code: "workbook-without-register",
        place: { file: "register.xlsx" },
        facts: { expected: HEADERS.join(", ") },
      },
    ]);
  });
});

function read(sheets: readonly RawSheet[]) {
  const layout = RULES.workbook;
  if (layout === undefined) throw new Error("the rules of the test have a workbook");
  return readRegisterSheets("register.xlsx", sheets, layout);
}

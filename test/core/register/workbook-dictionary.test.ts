import { expect, it } from "vitest";
import { readDictionary } from "../../../packages/core/src/register/workbook-dictionary.ts";
import { rawSheet } from "../../support/raw-sheet.ts";

const LAYOUT = { columns: [], ignoredFirstCells: [], dictionarySheet: "Справочник" };
const ROWS = [
  ["Районы"],
  ["Алатауский район", "Алатау ауданы", "alatau"],
  [],
  ["Местность"],
  ["город", "urban", ""],
];

it("a dictionary gives words for the code in the last written cell of a row", () => {
  const sheets = [rawSheet([["x", "y"]]), rawSheet(ROWS, { sheet: " справочник" })];
  expect(readDictionary(sheets, LAYOUT)).toEqual([
    { word: "Алатауский район", code: "alatau" },
    { word: "Алатау ауданы", code: "alatau" },
    { word: "город", code: "urban" },
  ]);
});

it("a workbook may be without a dictionary", () => {
  expect(readDictionary([rawSheet(ROWS)], LAYOUT)).toEqual([]);
  const nameless = { ...LAYOUT, dictionarySheet: undefined };
  expect(readDictionary([rawSheet(ROWS, { sheet: "" })], nameless)).toEqual([]);
});

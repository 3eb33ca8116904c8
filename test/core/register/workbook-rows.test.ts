import { describe, expect, it } from "vitest";
import type { MergedRange } from "../../../packages/core/src/register/index.ts";
import { readSheetRows } from "../../../packages/core/src/register/workbook-rows.ts";
import { rawSheet } from "../../support/raw-sheet.ts";
import { KINDERGARTEN, SCHOOL } from "../../support/small-register.ts";

const LAYOUT = {
  columns: [],
  ignoredFirstCells: ["Итого", "Всего", "Исполнитель"],
  dictionarySheet: undefined,
};
/** № · Район · БИН · Мощность, and a column that is not imported. */
const HEADER = {
  bodyFrom: 1,
  columns: [
    { column: "district_code", index: 1, title: "B (Район)" },
    { column: "bin", index: 2, title: "C (БИН)" },
    { column: "design_capacity", index: 3, title: "D (Мощность)" },
  ],
};
type Rows = Parameters<typeof rawSheet>[0];
const HEADER_ROW = ["№", "Район", "БИН", "Мощность", "Прим."];

describe("rows of a sheet", () => {
  it("keep their number, their sheet and the headers of their columns", () => {
    const table = read([[1, "Алатау", SCHOOL, 260]]);
    expect(table).toEqual({
      file: "register.xlsx",
      sheet: "Школы",
      columns: ["district_code", "bin", "design_capacity"],
      titles: ["B (Район)", "C (БИН)", "D (Мощность)"],
      rows: [{ row: 2, cells: ["Алатау", SCHOOL, "260"] }],
    });
  });

  it("are not the numbers of columns below a header", () => {
    expect(
      ids([
        ["1", "2", "3", "4"],
        [1, "Алатау", SCHOOL],
      ]),
    ).toEqual([SCHOOL]);
  });

  it.each([
    ["in another order", ["4", "2", "1", "3"]],
    ["with gaps", [1, "", 3, 4]],
    ["begun with nought", ["0", "1", "2", "3", "4"]],
    ["counted by formulas", [1, ...[2, 3].map((text) => ({ text: `${text}`, isFormula: true }))]],
  ])("are not the numbers of columns %s either", (_how, numbers) => {
    expect(ids([numbers, [1, "Алатау", SCHOOL]])).toEqual([SCHOOL]);
  });

  it("of numbers are data below the first, or when one of them is long", () => {
    const numbers = ["4", "2", "1", "3"];
    expect(ids([[1, "Алатау", SCHOOL], numbers])).toEqual([SCHOOL, "1"]);
    expect(ids([[1, 2, 690_240_744_430, 260]])).toEqual([SCHOOL]);
  });

  it("are not totals, notes and blanks", () => {
    const rows = [
      ["", "Итого по району: 1", "", 260],
      [7, "ВСЕГО по городу"],
      ["Исполнитель: отдел статистики"],
      [],
      ["", "", "", "", "прим."],
    ];
    expect(ids(rows)).toEqual([]);
  });

  it("with a БИН are data even if they begin like a total", () => {
    expect(ids([["", "Итоговый район", SCHOOL, 260]])).toEqual([SCHOOL]);
  });

  it("are totals even if a number stands in the column of the БИН", () => {
    expect(ids([["", "Итого", 43, 260]])).toEqual([]);
  });

  it("without a БИН that are no totals are handed on, to be refused", () => {
    expect(ids([[2, "Алатау", "", 260]])).toEqual([""]);
  });
});

describe("a cell", () => {
  it("merged down gives its value to every row of the merge", () => {
    const rows = [
      [1, "Алатау", SCHOOL],
      [2, "", KINDERGARTEN],
      [3, "Медеу", SCHOOL],
    ];
    const table = read(rows, { top: 1, left: 1, bottom: 1_048_575, right: 1 });
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(["Алатау", "Алатау", "Медеу"]);
    expect(table.rows.map(({ mergedFrom }) => mergedFrom?.get(0))).toEqual([
      ...[undefined, 2, undefined],
    ]);
  });

  it("merged in the header gives nothing", () => {
    const table = read([[1, "", SCHOOL]], { top: 0, left: 1, bottom: 1, right: 1 });
    expect(table.rows[0]?.cells[0]).toBe("");
  });

  it("with a БИН as a number gets its leading zeros back", () => {
    expect(ids([[1, "Алатау", 40_240_123_456]])).toEqual(["040240123456"]);
  });

  it.each([
    ["formula", { text: "260", isFormula: true }],
    ["formula-without-value", { text: "", isFormula: true }],
    ["error", { kind: "error", text: "#REF!", isFormula: true }],
    ["imprecise", { kind: "number", text: "1234567890123456" }],
    ["imprecise", { kind: "number", text: "0.1234567890123456" }],
    [undefined, { kind: "number", text: "-123456789012345000" }],
    [undefined, { kind: "number", text: "0.000000001234" }],
    [undefined, { kind: "date", text: "2026-09-01T00:00:00" }],
  ] as const)("is marked %s when it is %j", (mark, cell) => {
    const [row] = read([[1, "Алатау", SCHOOL, cell]]).rows;
    expect(row?.marks?.get(2)).toBe(mark);
  });
});

function read(rows: Rows, ...merges: readonly MergedRange[]) {
  return readSheetRows(rawSheet([HEADER_ROW, ...rows], { merges }), HEADER, LAYOUT);
}

function ids(rows: Rows): readonly (string | undefined)[] {
  return read(rows).rows.map(({ cells }) => cells[1]);
}

import { describe, expect, it } from "vitest";
import { COUNT, TEXT } from "../../../packages/core/src/register/cell.ts";
import type { CellMark, RawTable } from "../../../packages/core/src/register/index.ts";
import {
  completeRow,
  type Findings,
  openTable,
  placeOf,
  readCell,
  readOptionalCell,
  readText,
  type TableReader,
  wantedColumn,
} from "../../../packages/core/src/register/table-reader.ts";
import { briefly } from "../../support/raw-tables.ts";

describe("columns", () => {
  it("may stand in any order among others", () => {
    const { reader, findings } = open(["note", "count"], ["x", "5"]);
    expect(readCell(reader, rowOf(reader), "count", COUNT)).toBe(5);
    expect(findings.issues).toEqual([]);
  });

  it("that are missing are told once and not again for each row", () => {
    const { reader, findings } = open(["note"], ["x"]);
    expect(readCell(reader, rowOf(reader), "count", COUNT)).toBeUndefined();
    expect(findings.issues).toMatchObject([
      { code: "column-missing", place: { file: "a.csv" }, facts: { expected: "count" } },
    ]);
  });

  it("may be absent when they are optional", () => {
    const findings: Findings = { issues: [], warnings: [] };
    openTable(tableOf(["note"], []), [{ ...wantedColumn("count"), isOptional: true }], findings);
    expect(findings.issues).toEqual([]);
  });

  it("may not stand there twice", () => {
    const { findings } = open(["count", "count"], ["1", "2"]);
    expect(briefly(findings.issues)).toEqual(["column-duplicate  count"]);
  });
});

describe("a cell", () => {
  it("is read without the blanks around it", () => {
    const { reader } = open(["count"], ["\u00A0 5\u202F"]);
    expect(readText(reader, rowOf(reader), "count")).toBe("5");
  });

  it("must be filled unless it is optional", () => {
    const { reader, findings } = open(["count"], [" \u00A0"]);
    expect(readOptionalCell(reader, rowOf(reader), "count", COUNT)).toBeUndefined();
    expect(findings.issues).toEqual([]);
    expect(readCell(reader, rowOf(reader), "count", COUNT)).toBeUndefined();
    expect(briefly(findings.issues)).toEqual(["value-missing 2 count"]);
  });

  it("holds at most two thousand characters", () => {
    const { reader, findings } = open(["count"], ["x".repeat(2001)]);
    expect(readCell(reader, rowOf(reader), "count", TEXT)).toBeUndefined();
    expect(findings.issues).toMatchObject([{ code: "value-too-long", facts: { limit: "2000" } }]);
  });

  it.each([
    ["formula", 5, [], ["formula-cell 2 count"]],
    ["formula-without-value", undefined, ["formula-without-value 2 count"], []],
    ["error", undefined, ["cell-error 2 count"], []],
    ["imprecise", undefined, ["number-out-of-range 2 count"], []],
  ] as const)("of a workbook marked %s gives %s", (mark, value, issues, warnings) => {
    const { reader, findings } = open(["count"], ["5"], mark);
    expect(readCell(reader, rowOf(reader), "count", COUNT)).toBe(value);
    expect(briefly(findings.issues)).toEqual(issues);
    expect(briefly(findings.warnings)).toEqual(warnings);
  });
});

describe("a place", () => {
  it("names the sheet and the header that people see", () => {
    const table = { ...tableOf(["bin"], []), sheet: "Школы", titles: ["C (БИН)"] };
    const reader = openTable(table, [wantedColumn("bin")], { issues: [], warnings: [] });
    expect(placeOf(reader, { row: 7, cells: [] }, "bin")).toEqual({
      file: "a.csv",
      sheet: "Школы",
      row: 7,
      column: "C (БИН)",
    });
  });

  it("of a cell merged down is the merged cell", () => {
    const { reader, findings } = open(["count"], ["x"]);
    const row = { ...rowOf(reader), row: 9, mergedFrom: new Map([[0, 7]]) };
    expect(readCell(reader, row, "count", COUNT)).toBeUndefined();
    expect(briefly(findings.issues)).toEqual(["number-malformed 7 count"]);
    expect(placeOf(reader, row, "count").row).toBe(9);
  });
});

it("a row with a missing field is no row", () => {
  expect(completeRow<{ a: string }>({ a: "x" })).toEqual({ a: "x" });
  expect(completeRow<{ a: string }>({ a: undefined })).toBeUndefined();
});

function tableOf(columns: readonly string[], cells: readonly string[], mark?: CellMark): RawTable {
  const row = { row: 2, cells };
  const marks = mark === undefined ? undefined : new Map([[0, mark]]);
  return { file: "a.csv", columns, rows: [marks === undefined ? row : { ...row, marks }] };
}

function open(columns: readonly string[], cells: readonly string[], mark?: CellMark) {
  const findings: Findings = { issues: [], warnings: [] };
  const table = tableOf(columns, cells, mark);
  return { reader: openTable(table, [wantedColumn("count")], findings), findings };
}

function rowOf(reader: TableReader) {
  return reader.table.rows[0] ?? { row: 0, cells: [] };
}

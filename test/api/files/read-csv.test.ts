import { describe, expect, it } from "vitest";
import { scanCsv } from "../../../packages/api/src/files/read-csv.ts";
import { getValue } from "../../support/get-value.ts";
import { briefly, faultsOf } from "../../support/raw-tables.ts";
import { readCsv } from "../../support/read-csv.ts";

describe("a CSV file", () => {
  it("is a table with trimmed lower-case columns and the row numbers of a spreadsheet", () => {
    expect(getValue(read(" BIN ;Headcount\r\n1;2\r\n\r\n;\r\n3;4\r\n"))).toEqual({
      file: "a.csv",
      columns: ["bin", "headcount"],
      rows: [
        { row: 2, cells: ["1", "2"] },
        { row: 5, cells: ["3", "4"] },
      ],
      brokenRows: [],
    });
  });

  it("may begin with empty rows", () => {
    expect(getValue(read("\n\na,b\n1,2")).rows).toEqual([{ row: 4, cells: ["1", "2"] }]);
  });

  it("counts a cell of several lines as one row", () => {
    expect(getValue(read('a,b\n1,"x\ny"\n2,3')).rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it.each([
    ["is empty", "", ["table-empty"]],
    ["has blanks only", " \n;;\n", ["table-empty"]],
    ["has a row of another width", "a,b\n1\n1,2,3\n1,2", ["row-width 2", "row-width 3"]],
    ["has a broken quote", 'a,b\n1,x"y\n1,2', ["quote-broken 2"]],
    ["has a broken quote in its header", '"a"x,b\n1,2', ["quote-broken 1"]],
  ])("is refused when it %s", (_what, text, expected) => {
    expect(faultsOf(read(text))).toEqual(expected);
  });

  it("is read on behind its faults", () => {
    const scan = getValue(
      scanCsv({ file: "a.csv", bytes: bytesOf("a,b\n1\n2,3"), sizeLimit: 100 }),
    );
    expect(briefly(scan.issues)).toEqual(["row-width 2"]);
    expect(scan.table.rows).toEqual([{ row: 3, cells: ["2", "3"] }]);
    expect(scan.table.brokenRows).toEqual([{ row: 2, cells: ["1"] }]);
  });

  it("leaves out rows that are not asked for, whatever their width", () => {
    const input = { file: "a.csv", bytes: bytesOf("a,b\n1,2\nИтого,,\nИтого"), sizeLimit: 100 };
    const scan = getValue(scanCsv(input, ([first]) => first === "Итого"));
    expect(scan.issues).toEqual([]);
    expect(scan.table.rows).toEqual([{ row: 2, cells: ["1", "2"] }]);
    expect(scan.table.brokenRows).toEqual([]);
  });

  it("counts its rows without the line that names the separator", () => {
    expect(getValue(read("sep=,\na,b\n1,2")).rows).toEqual([{ row: 2, cells: ["1", "2"] }]);
  });

  it("tells how many cells it found and how many it should have", () => {
    const result = read("a,b\n1,2,3");
    expect(result.ok ? {} : result.issues[0].facts).toEqual({ found: "3", expected: "2" });
  });
});

function read(text: string) {
  return readCsv("a.csv", bytesOf(text));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

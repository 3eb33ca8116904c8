import { describe, expect, it } from "vitest";
import { exceedsLimits, readRecords } from "../../../packages/api/src/files/csv-records.ts";

describe("records", () => {
  it.each([
    ["commas", "a,b\n1,2"],
    ["semicolons", "a;b\n1;2"],
    ["tabs", "a\tb\n1\t2"],
  ])("may be separated by %s", (_name, text) => {
    expect(readRecords(text).records).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("take their separator from outside the quotes of the header", () => {
    expect(readRecords('"a,b,c";d\n1;2').records).toEqual([
      ["a,b,c", "d"],
      ["1", "2"],
    ]);
  });

  it("may end in any line break, keep empty lines and breaks inside quotes", () => {
    expect(readRecords('a,b\r\n\r\n1,"x\r\ny"\r\n').records).toEqual([
      ["a", "b"],
      [""],
      ["1", "x\r\ny"],
    ]);
  });

  it("keep doubled quotes and separators inside quotes", () => {
    expect(readRecords('a,b\n"КГУ ""Школа""","1,5"').records[1]).toEqual(['КГУ "Школа"', "1,5"]);
  });

  it.each([
    ["sep=;\r\na,x;b\r\n1;2", ["a,x", "b"]],
    ["SEP=,\na;x,b\n1,2", ["a;x", "b"]],
    ['"sep=|"\na|b\n1|2', ["a", "b"]],
    ["sep=;;;\na;b\n1;2", ["a", "b"]],
    ["sep=\t\na,x\tb\n1\t2", ["a,x", "b"]],
  ])("may name their separator in a line of its own: %j", (text, header) => {
    expect(readRecords(text).records).toEqual([header, ["1", "2"]]);
  });

  it("may begin with a word like sep", () => {
    expect(readRecords("sep=x,b\n1,2").records[0]).toEqual(["sep=x", "b"]);
  });

  it("may be of one column", () => {
    expect(readRecords("bin\n690240744430").records).toEqual([["bin"], ["690240744430"]]);
  });
});

describe("a text may hold", () => {
  const limits = { rows: 3, columns: 4, cells: 9 };

  it.each([
    ["as many rows as the limit", "a,b\n1,2\n3,4", false],
    ["no more of them", "a,b\n1,2\n3,4\n", true],
    ["nor with another break", "a,b\r1,2\r3,4\r", true],
    ["as many columns", "a,b,c,d\n1,2", false],
    ["no more of them in any row", "a,b\n1,2,3,4,5", true],
    ["as many cells", "a;b;c\n1;2;3\n4;5;6", false],
    ["no more of them", "a;b;c\n1;2;3;4\n4;5;6", true],
    ["separators that are none of its own", "a;b\n1,2,3,4,5,6,7,8,9;0", false],
  ])("%s", (_what, text, expected) => {
    expect(exceedsLimits(text, limits)).toBe(expected);
  });
});

describe("broken quotes", () => {
  it.each([
    ["inside text", 'КГУ "Школа" 1', "quote-inside-text"],
    ["followed by text", '"Школа" 1', "text-after-quote"],
    ["never closed", '"Школа 1', "quote-not-closed"],
  ])("%s are told for their line only", (_where, cell, reason) => {
    const { records, faults } = readRecords(`a,b\n1,${cell}\n2,"ещё"\n3,4\n`);
    expect([...faults]).toEqual([[1, reason]]);
    expect(records.slice(2, 4)).toEqual([
      ["2", "ещё"],
      ["3", "4"],
    ]);
  });

  it("leave a cell of several lines whole", () => {
    const { records, faults } = readRecords('a,b\n1,"x\ny"\n2,x"y\n');
    expect(records[1]).toEqual(["1", "x\ny"]);
    expect([...faults.keys()]).toEqual([2]);
  });

  it("still show what the line holds", () => {
    expect(readRecords('a,b\n1,x"y\n').records[1]).toEqual(["1", "xy"]);
  });
});

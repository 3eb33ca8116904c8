import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitRecords } from "../../../packages/api/src/files/split-records.ts";

describe("records of a text", () => {
  it.each([
    ["", []],
    ["a", [["a"]]],
    ["a\n", [["a"]]],
    ["\n", [[""]]],
    ["a;", [["a", ""]]],
    [";", [["", ""]]],
    ["a\r\rb\r\n\nc", [["a"], [""], ["b"], [""], ["c"]]],
    ['"a;""b"""\n"";x', [['a;"b"'], ["", "x"]]],
    ['"a\r\nb";c', [["a\r\nb", "c"]]],
    ["a;b;c\nd\ne;f", [["a", "b", "c"], ["d"], ["e", "f"]]],
  ])("%j", (text, expected) => {
    expect(splitRecords(text, ";")).toEqual(expected);
  });

  it.each(['a"b', 'a;b"', '"a"b', '"a" ;b', '"a', 'a;"', '"a""'])("are not told of %j", (text) => {
    expect(splitRecords(text, ";")).toBeUndefined();
  });

  it("have the cells of more texts than are remembered", () => {
    const rows = Array.from({ length: 10_000 }, (_, row) => [`${row * 7}`, `long text ${row % 3}`]);
    const text = rows.map((row) => row.join(";")).join("\n");
    expect(splitRecords(text, ";")).toEqual(rows);
  });
});

describe("laws", () => {
  const cell = fc
    .array(fc.constantFrom("a", ";", '"', "\n", "\r\n", " "), { maxLength: 4 })
    .map((signs) => signs.join(""));

  it("a text without quotes is its lines, cut at every separator", () => {
    const sign = fc.constantFrom("a", "bb", ";", "\n", "\r", "\r\n", " ", "я");
    const plain = fc.array(sign, { maxLength: 20 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(plain, (text) => {
        const lines = text.split(/\r\n|\n|\r/);
        // What follows the last line break is no record when it is nothing.
        const records = lines.at(-1) === "" ? lines.slice(0, -1) : lines;
        expect(splitRecords(text, ";")).toEqual(records.map((line) => line.split(";")));
      }),
    );
  });

  it("cells in quotes come back as they were", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 })), (records) => {
        const lines = records.map((cells) =>
          cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(";"),
        );
        expect(splitRecords(lines.join("\r\n"), ";")).toEqual(records);
      }),
    );
  });
});

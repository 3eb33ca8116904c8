import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  readClipboardText,
  readTabbed,
  writeTabbed,
} from "../../../../packages/ui/src/grid/clipboard/clipboard-text.ts";

describe("tab-separated text", () => {
  it("is written as Excel writes it", () => {
    expect(writeTabbed([["305000,5"]])).toBe("305000,5");
    expect(
      writeTabbed([
        ["a", "b"],
        ["c\nd", '"e"'],
        ['f "g"', ""],
      ]),
    ).toBe('a\tb\r\n"c\nd"\t"""e"""\r\nf "g"\t\r\n');
  });

  it.each([
    [
      "Excel",
      '1\t2\r\n"a\nb"\tx\r\n',
      [
        ["1", "2"],
        ["a\nb", "x"],
      ],
    ],
    [
      "LibreOffice",
      '1\t2\n"a\nb"\tx\n',
      [
        ["1", "2"],
        ["a\nb", "x"],
      ],
    ],
    [
      "Google Sheets",
      '1\t2\n"a ""b"""\tx',
      [
        ["1", "2"],
        ['a "b"', "x"],
      ],
    ],
    ["an old Macintosh", "1\r2\r", [["1"], ["2"]]],
    ["quotes that are letters", '"Алатау" лицей\t"Нур\r\n', [['"Алатау" лицей', '"Нур']]],
    ["ragged rows", "1\n2\t3\n\n", [["1"], ["2", "3"], [""]]],
    ["an empty last cell", "1\t", [["1", ""]]],
  ])("of %s is read", (_who, text, rows) => {
    expect(readTabbed(text)).toEqual(rows);
  });

  it("makes a table with whole rows", () => {
    expect(readClipboardText("")).toEqual({ kind: "empty" });
    expect(readClipboardText("1\n2\t3")).toMatchObject({
      table: {
        rows: [
          [{ text: "1" }, { text: "" }],
          [{ text: "2" }, { text: "3" }],
        ],
      },
    });
    expect(readClipboardText("\n".repeat(250_001))).toEqual({ kind: "too-large" });
    expect(readClipboardText(`${"\t".repeat(1000)}${"\n".repeat(1000)}`)).toEqual({
      kind: "too-large",
    });
  });
});

describe("laws", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "қ", '"', "\t", "\r", "\n", " "),
    maxLength: 8,
  });
  const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 5,
    }),
  );

  it("what is written is read back", () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readTabbed(writeTabbed(rows))).toEqual(rows);
      }),
    );
  });
});

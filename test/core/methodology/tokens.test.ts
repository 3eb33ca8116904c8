import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "../../../packages/core/src/methodology/tokens.ts";

const kinds = (text: string) => tokenize(text).map(({ kind, text: found }) => [kind, found]);

describe("a text is cut", () => {
  it.each([
    ["", []],
    ["12.50", [["number", "12.50"]]],
    ["secondary.Ez_1", [["name", "secondary.Ez_1"]]],
    ["норма.округ2", [["name", "норма.округ2"]]],
    ["'it'", [["text", "it"]]],
    ['"it\'s"', [["text", "it's"]]],
    ["''", [["text", ""]]],
    [
      "a<=b",
      [
        ["name", "a"],
        ["sign", "<="],
        ["name", "b"],
      ],
    ],
    [
      "2x",
      [
        ["number", "2"],
        ["name", "x"],
      ],
    ],
    [
      "1.2.3",
      [
        ["number", "1.2"],
        ["unknown", "."],
        ["number", "3"],
      ],
    ],
    [
      "'open",
      [
        ["unknown", "'"],
        ["name", "open"],
      ],
    ],
    ["#", [["unknown", "#"]]],
  ])("%o", (text, expected) => {
    expect(kinds(text)).toEqual([...expected, ["end", ""]]);
  });
});

it("signs of a word processor are those of the language", () => {
  const signs = tokenize("× ÷ − ≤ ≥ ≠").slice(0, -1);
  expect(signs.map(({ text }) => text)).toEqual(["*", "/", "-", "<=", ">=", "<>"]);
});

describe("laws", () => {
  it("every character but a blank belongs to one token, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        let reached = 0;
        for (const { start, end } of tokenize(text)) {
          expect(text.slice(reached, start).trim()).toBe("");
          expect(end).toBeGreaterThanOrEqual(start);
          reached = end;
        }
        expect(reached).toBe(text.length);
      }),
    );
  });
});

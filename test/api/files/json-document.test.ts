import { describe, expect, it } from "vitest";
import {
  locateInDocument,
  parseJsonDocument,
} from "../../../packages/api/src/files/json-document.ts";

const FILE = "formulas/norm.json";

describe("a document", () => {
  it("is read whole", () => {
    const { content, issues, file } = parseJsonDocument(FILE, '{ "a": [1, "б"] }');
    expect(content).toEqual({ a: [1, "б"] });
    expect([issues, file]).toEqual([[], FILE]);
  });

  it("may begin with a byte order mark", () => {
    expect(parseJsonDocument(FILE, "\uFEFF[1]").content).toEqual([1]);
  });

  it.each([
    ["a comma too many", '{\n  "a": 1,\n}', 3, "1"],
    ["a comma too few", '{\n  "a": 1\n  "b": 2\n}', 3, "3"],
    ["a comment", '{\n  // note\n  "a": 1\n}', 2, "3"],
    ["text that never ends", '{ "a": "b }', 1, "8"],
    ["nothing at all", "", 1, "1"],
    ["something after the end", "{}\n{}", 2, "1"],
  ])("with %s is told where", (_, text, line, column) => {
    const { content, issues } = parseJsonDocument(FILE, text);
    expect(content).toBeUndefined();
    expect(issues[0]).toMatchObject({ code: "json-syntax", place: { file: FILE, line, column } });
  });

  it("with several faults is told all of them", () => {
    const { issues } = parseJsonDocument(FILE, '{\n  "a": 1,,\n  "b": tru\n}');
    expect(issues.map(({ place }) => place.line)).toEqual(expect.arrayContaining([2, 3]));
  });
});

describe("a key that stands twice in one object", () => {
  it("is told where it stands again", () => {
    const text = '{\n  "a": 1,\n  "b": [{ "c": 1,\n    "c": 2, "c": 3 }],\n  "\\u0061": 1\n}';
    const { issues } = parseJsonDocument(FILE, text);
    const facts = (name: string) => ({ name, kind: "key" });
    expect(issues).toEqual([
      {
        code: "definition-duplicate",
        place: { file: FILE, line: 4, column: "5" },
        facts: facts("c"),
      },
      {
        code: "definition-duplicate",
        place: { file: FILE, line: 4, column: "13" },
        facts: facts("c"),
      },
      {
        code: "definition-duplicate",
        place: { file: FILE, line: 5, column: "3" },
        facts: facts("a"),
      },
    ]);
  });

  it("may stand in another object, or be called like what every object has", () => {
    const text = '{ "a": { "a": 1 }, "constructor": { "toString": 1 }, "b": [{ "a": 1 }] }';
    expect(parseJsonDocument(FILE, text).issues).toEqual([]);
  });
});

describe("a document nested deeper than any law", () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

  it("is read to 64 levels", () => {
    expect(parseJsonDocument(FILE, nested(64)).issues).toEqual([]);
    expect(parseJsonDocument(FILE, `["${nested(100)}"]`).issues).toEqual([]);
    expect(parseJsonDocument(FILE, `[${"[{}],".repeat(100)}0]`).issues).toEqual([]);
  });

  it.each([
    nested(65),
    nested(50_000),
    "[".repeat(50_000),
    "[{]},".repeat(50_000),
    '{"a":'.repeat(50_000),
    `/* " */ ${nested(50_000)}`,
  ])("is refused at the bracket: %#", (text) => {
    const { content, issues } = parseJsonDocument(FILE, text);
    expect(content).toBeUndefined();
    expect(issues).toMatchObject([
      {
        code: "json-syntax",
        place: { file: FILE, line: 1 },
        facts: { reason: "nested-too-deeply" },
      },
    ]);
  });
});

describe("a place in a document is found", () => {
  const TEXT = [
    "{",
    '  "formulas": [',
    '    { "formula": "norm", "grain": ["level", "programme"],',
    '      "expression": "a\\u0020+ \\"b\\" + c" },',
    '    { "formula": "sum", "expression": [',
    '      "first + ",',
    '      "second\\t+ third" ],',
    '      "note": null }',
    "  ]",
    "}",
  ].join("\n");
  const document = parseJsonDocument(FILE, TEXT);
  const find = (path: readonly (string | number)[], offset?: number) => {
    const place = offset === undefined ? { file: FILE, path } : { file: FILE, path, offset };
    const { line, column } = locateInDocument(place, document);
    return `${line}:${column} ${TEXT.split("\n")[(line ?? 1) - 1]?.slice(Number(column) - 1, Number(column) + 5)}`;
  };

  it.each([
    ["of a value", ["formulas", 1, "note"], undefined, "8:15 null }"],
    ["of a text, inside its quotes", ["formulas", 0, "formula"], undefined, '3:19 norm",'],
    ["of an object", ["formulas", 1], undefined, '5:5 { "for'],
    ["of an item of a list", ["formulas", 0, "grain", 1], undefined, "3:46 progra"],
    ["of a list, at its first text", ["formulas", 0, "grain"], undefined, '3:37 level"'],
    ["of a missing key, at what surrounds it", ["formulas", 0, "status"], undefined, '3:5 { "for'],
    ["of nothing at all, at the beginning", [], undefined, "1:1 {"],
    ["of a character", ["formulas", 0, "expression"], 0, "4:22 a\\u002"],
    ["of a character after an escape of six", ["formulas", 0, "expression"], 2, '4:29 + \\"b\\'],
    ["of a character after escapes of two", ["formulas", 0, "expression"], 8, '4:37 + c" }'],
    ["of a character in the first line of several", ["formulas", 1, "expression"], 6, '6:14 + ",'],
    [
      "of a character in the second line of several",
      ["formulas", 1, "expression"],
      9,
      "7:8 second",
    ],
    [
      "of a character after an escape in the second line",
      ["formulas", 1, "expression"],
      18,
      '7:18 third"',
    ],
  ] as const)("%s", (_, path, offset, expected) => {
    expect(find(path, offset)).toBe(expected);
  });

  it("keeps what else is known of it", () => {
    const place = { file: FILE, path: ["formulas", 0, "formula"], row: 7 };
    expect(locateInDocument(place, document)).toEqual({ ...place, line: 3, column: "19" });
  });

  it("not in a document that could not be read", () => {
    const broken = parseJsonDocument(FILE, "");
    expect(locateInDocument({ file: FILE, path: ["a"] }, broken)).toEqual({
      file: FILE,
      path: ["a"],
    });
  });
});

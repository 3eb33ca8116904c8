import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Canonical, canonicalText } from "../../../packages/core/src/codec/canonical.ts";
import { InvariantViolation } from "../../../packages/core/src/index.ts";

describe("canonical text", () => {
  it.each([
    ["sorts the keys of an object", { b: 1, a: "x" }, '{"a":"x","b":1}'],
    ["sorts keys by code unit", { я: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"я":1}'],
    ["leaves out a key without a value", { a: undefined, b: null }, '{"b":null}'],
    ["keeps the order of a list", ["b", "a"], '["b","a"]'],
    ["has no blanks", { a: [1, { b: true }] }, '{"a":[1,{"b":true}]}'],
    ["writes what is empty", [[], {}, { a: undefined }], "[[],{},{}]"],
    ["writes a list that is made on the way", { a: () => [1, [() => []]] }, '{"a":[1,[[]]]}'],
    ["escapes what JSON escapes", 'a"\\\n', '"a\\"\\\\\\n"'],
  ] as const)("%s", (_, value, expected) => {
    expect(canonicalText(value)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("has no place for %d", (value) => {
    expect(() => canonicalText([value])).toThrow(InvariantViolation);
    expect(() => canonicalText([[], value])).toThrow(InvariantViolation);
    expect(() => canonicalText(value)).toThrow(InvariantViolation);
  });
});

describe("laws", () => {
  const { value } = fc.letrec<{ value: Canonical }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      ...[fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)],
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
    ),
  }));

  it("reads back as the value it was made of", () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(JSON.parse(canonicalText(each))).toEqual(each);
      }),
    );
  });

  it("does not depend on the order in which an object was made", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (each) => {
        const reversed = Object.fromEntries(Object.entries(each).toReversed());
        expect(canonicalText(reversed)).toBe(canonicalText(each));
      }),
    );
  });
});

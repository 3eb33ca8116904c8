import { expect, it } from "vitest";
import { attributeColumns, wordColumn } from "../../../packages/api/src/persistence/word-column.ts";

it("a word stands once, in the order in which it first appears", () => {
  expect(wordColumn(["b", "a", "b", null])).toEqual({ words: ["b", "a"], values: [0, 1, 0, null] });
});

it("an attribute that only some have is absent for the others", () => {
  expect(attributeColumns([{ district: "north" }, { district: "north", language: "kk" }])).toEqual({
    district: { words: ["north"], values: [0, 0] },
    language: { words: ["kk"], values: [null, 0] },
  });
});

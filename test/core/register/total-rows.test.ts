import { expect, it } from "vitest";
import { isTotal } from "../../../packages/core/src/register/total-rows.ts";

const WORDS = ["Итого", "Всего"];

it.each([
  ["begins with a word of totals", ["Итого по району", "5"], true],
  ["begins with one in another case", ["ВСЕГО"], true],
  ["begins with one after blanks and a number", ["", " 7 ", "Итого"], true],
  ["begins with another word", ["Алатау", "Итого"], false],
  ["is empty", ["", " "], false],
] as const)("a row that %s is a total: %j", (_how, cells, expected) => {
  expect(isTotal(cells, WORDS)).toBe(expected);
});

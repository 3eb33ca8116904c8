import { describe, expect, it } from "vitest";
import {
  decidesTheSame,
  isSameLine,
  isSameWording,
  textOfValue,
} from "../../../packages/core/src/scenario/mixed-sameness.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, parseSchool, type SchoolChange } from "../../support/school-methodology.ts";

function read(change: SchoolChange) {
  const { formulas, lines, attributes } = getValue(parseSchool(change));
  return { formula: formulas.get("f")?.[0], lines, attributes };
}

const F = formula("f", "KZT", "1 KZT + 2 KZT");

describe("two wordings are the same", () => {
  it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ["with other blanks", { expression: "1 KZT  +  2 KZT" }, true],
    ["from another day, and on another ground", { validFrom: "2021-01-01", source: "press" }, true],
    ["not with another digit", { expression: "1 KZT + 3 KZT" }, false],
    ["not when they read values on another day", { valuesOn: "month" }, false],
  ])("%s", (_, change, expected) => {
    const [left, right] = [read({ formulas: [F] }), read({ formulas: [{ ...F, ...change }] })];
    expect(isSameWording(left.formula, right.formula)).toBe(expected);
    expect(decidesTheSame(left.attributes, right.attributes)).toBe(true);
  });
});

describe("two lines are the same", () => {
  it.each<[string, Readonly<Record<string, unknown>>, boolean]>([
    ["when another number of people is counted", { headcount: "pupils['january', 'basic']" }, true],
    ["not when another amount is paid", { amount: "2 KZT" }, false],
    ["not when they are rounded otherwise", { rounding: "down" }, false],
    ["not when they are there otherwise", { exists: "when" }, false],
    ["not when they are of another tier", { tier: "preschool" }, false],
  ])("%s", (_, change, expected) => {
    const [left] = read({ lines: [line("l", "1 KZT")] }).lines;
    const [right] = read({ lines: [line("l", "1 KZT", change)] }).lines;
    expect(left !== undefined && right !== undefined && isSameLine(left, right)).toBe(expected);
  });
});

it("a value is the same however its digits are written, and another when it is another", () => {
  const value = (digits: string, numerator: bigint, denominator: bigint) => ({
    ...{ digits, value: { numerator, denominator }, key: [undefined], place: { file: digits } },
  });
  expect(textOfValue(value("10", 10n, 1n))).toBe(textOfValue(value("10.0", 100n, 10n)));
  expect(textOfValue(value("10", 10n, 1n))).not.toBe(textOfValue(value("10.1", 101n, 10n)));
});

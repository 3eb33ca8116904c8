import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { withoutSpans } from "../../support/without-spans.ts";

const node = (text: string) => withoutSpans(getValue(parseExpression(text, UNITS)));
const number = (digits: string, unit?: string) => ({ kind: "number", digits, unit });
const name = (id: string, ...index: readonly unknown[]) => ({ kind: "name", name: id, index });

function faultOf(written: string) {
  const result = parseExpression(written, UNITS);
  if (result.ok) return "no fault";
  const [{ code, place, facts }] = result.issues;
  return [code, place.offset, ...Object.values(facts)].join(" ");
}

describe("a number carries its unit", () => {
  it.each([
    ["0.085", number("0.085")],
    ["12 month/year", number("12", "month/year")],
    ["1 KZT / pupil*month", number("1", "KZT/pupil*month")],
    [
      "12 month / x",
      { kind: "binary", operator: "/", left: number("12", "month"), right: name("x") },
    ],
    ["2 * month", { kind: "binary", operator: "*", left: number("2"), right: name("month") }],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });
});

describe("a word is a truth, a function when a bracket follows, and a name otherwise", () => {
  it.each([
    ["true", { kind: "truth", value: true }],
    ["false", { kind: "truth", value: false }],
    ["min", name("min")],
    ["round[level]", name("round", name("level"))],
    ["abs(L)", { kind: "call", name: "abs", arguments: [name("L")] }],
    ["(L)", name("L")],
    ["'g1'", { kind: "text", value: "g1" }],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });
});

describe("a fault is told where it stands", () => {
  it.each([
    ["over + 1", "expression-syntax 0 over value"],
    ["3 KZTT", "unit-unknown 2 KZTT"],
    [`1 + ${"1".repeat(35)}`, "expression-too-large 4 34"],
  ])("%s", (written, expected) => {
    expect(faultOf(written)).toBe(expected);
  });

  it("thirty-four digits are the most", () => {
    expect(faultOf("1".repeat(34))).toBe("no fault");
    expect(faultOf(`1.${"1".repeat(33)}`)).toBe("no fault");
    expect(faultOf(`1.${"1".repeat(34)}`)).toBe("expression-too-large 0 34");
  });
});

import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { withoutSpans } from "../../support/without-spans.ts";

const node = (text: string) => withoutSpans(getValue(parseExpression(text, UNITS)));
const number = (digits: string, unit?: string) => ({ kind: "number", digits, unit });
const name = (id: string, ...index: readonly unknown[]) => ({ kind: "name", name: id, index });
const text = (value: string) => ({ kind: "text", value });

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

describe("a name has an index of names and texts", () => {
  it.each([
    ["L", name("L")],
    ["Ez[level]", name("Ez", name("level"))],
    ["k[ 'a', location ,\"it's\"]", name("k", text("a"), name("location"), text("it's"))],
    ["true", { kind: "truth", value: true }],
    ["min", name("min")],
    ["round[level]", name("round", name("level"))],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });
});

describe("functions are read", () => {
  const [a, b, c] = [name("a"), name("b"), name("c")];

  it.each([
    ["if(a, b, c)", { kind: "if", condition: a, then: b, otherwise: c }],
    ["min(a, b, c)", { kind: "call", name: "min", arguments: [a, b, c] }],
    ["clamp(a, b, c)", { kind: "call", name: "clamp", arguments: [a, b, c] }],
    ["months_since(a)", { kind: "call", name: "months_since", arguments: [a] }],
    ["round(a, 0)", { kind: "round", operand: a, places: 0, mode: "half-up" }],
    ["round(a, -3, half-even)", { kind: "round", operand: a, places: -3, mode: "half-even" }],
    ["round(a, 18, up)", { kind: "round", operand: a, places: 18, mode: "up" }],
    ["band(a, steps)", { kind: "table", name: "band", operand: a, table: "steps" }],
    ["interpolate(a, t.x)", { kind: "table", name: "interpolate", operand: a, table: "t.x" }],
    ["sum(over b, c: a)", { kind: "sum", over: ["b", "c"], body: a }],
    ["count_if(over b: a)", { kind: "count-if", over: ["b"], body: a }],
    ["total(a)", { kind: "total", body: a, by: [] }],
    ["count(a by b, c)", { kind: "count", body: a, by: ["b", "c"] }],
    ["total(3 by b)", { kind: "total", body: number("3"), by: ["b"] }],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });
});

describe("a fault is told where it stands", () => {
  it.each([
    ["if(a, b)", "argument-count 0 if 3 2"],
    ["2 + min(a)", "argument-count 4 min 2–16 1"],
    ["clamp(a, b, c, d)", "argument-count 0 clamp 3 4"],
    ["abs(a, b)", "argument-count 0 abs 1 2"],
    ["min()", "expression-syntax 4 ) value"],
    ["round(a)", "expression-syntax 7 ) ,"],
    ["round(a, b)", "expression-syntax 9 b 0 … 18"],
    ["round(a, 19)", "expression-syntax 9 19 0 … 18"],
    ["round(a, 2.5)", "expression-syntax 9 2.5 0 … 18"],
    ["round(a, '2')", "expression-syntax 9 2 0 … 18"],
    ["round(a, 0, near)", "expression-syntax 12 near half-up, half-even, down, up"],
    ["round(a, 0, 'down')", "expression-syntax 12 down half-up, half-even, down, up"],
    ["band(a, 3)", "expression-syntax 8 3 name"],
    ["sum(month: a)", "expression-syntax 4 month over"],
    ["sum(over: a)", "expression-syntax 8 : name"],
    ["sum(over month a)", "expression-syntax 15 a :"],
    ["total(a by)", "expression-syntax 10 ) name"],
    ["k[]", "expression-syntax 2 ] dimension"],
    ["k[1]", "expression-syntax 2 1 dimension"],
    ["k[a", "expression-syntax 3  ]"],
    ["k[a + b]", "expression-syntax 4 + ]"],
    ["k[m[x]]", "expression-syntax 3 [ ]"],
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

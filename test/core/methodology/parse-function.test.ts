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

describe("functions are read", () => {
  const [a, b, c] = [name("a"), name("b"), name("c")];
  const table = { operand: a, table: "steps", index: [] };

  it.each([
    ["if(a, b, c)", { kind: "if", condition: a, then: b, otherwise: c }],
    ["min(a, b, c)", { kind: "call", name: "min", arguments: [a, b, c] }],
    ["clamp(a, b, c)", { kind: "call", name: "clamp", arguments: [a, b, c] }],
    ["months_since(a)", { kind: "call", name: "months_since", arguments: [a] }],
    ["round(a, 0)", { kind: "round", operand: a, places: 0, mode: "half-up" }],
    ["round(a, 2, half-up)", { kind: "round", operand: a, places: 2, mode: "half-up" }],
    ["round(a, -3, half-even)", { kind: "round", operand: a, places: -3, mode: "half-even" }],
    ["round(a, 18, up)", { kind: "round", operand: a, places: 18, mode: "up" }],
    ["round(a, −18, down)", { kind: "round", operand: a, places: -18, mode: "down" }],
    ["band(a, steps)", { kind: "table", name: "band", ...table }],
    ["interpolate(a, t.x)", { kind: "table", name: "interpolate", ...table, table: "t.x" }],
    [
      "band(a, steps[b, 'x', m[c]])",
      { kind: "table", name: "band", ...table, index: [b, text("x"), name("m", c)] },
    ],
    ["has(a)", { kind: "has", operand: a }],
    ["has(a['x', m[b]])", { kind: "has", operand: name("a", text("x"), name("m", b)) }],
    ["includes(a, 'kk')", { kind: "includes", operand: a, code: text("kk") }],
    ["includes(a, m[b])", { kind: "includes", operand: a, code: name("m", b) }],
    ["sum(over b, c: a)", { kind: "sum", over: ["b", "c"], body: a }],
    ["count_if(over b: a)", { kind: "count-if", over: ["b"], body: a }],
    ["total(a)", { kind: "total", body: a, by: [] }],
    ["count(a by b, c)", { kind: "count", body: a, by: ["b", "c"] }],
    ["total(3 by b)", { kind: "total", body: number("3"), by: ["b"] }],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });

  it("and know their characters", () => {
    const written = "1 + band( a, steps[b] ) * 2";
    const read = getValue(parseExpression(written, UNITS));
    const product = read.kind === "binary" ? read.right : read;
    const { span } = product.kind === "binary" ? product.left : product;
    expect(written.slice(span.start, span.end)).toBe("band( a, steps[b] )");
  });
});

describe("a word before a bracket that calls nothing is told with the nearest function", () => {
  it.each([
    ["rond(x, 2)", "function-unknown 0 rond round"],
    ["1 + ROUNDD(x, 2)", "function-unknown 4 ROUNDD round"],
    ["countif(over a: b)", "function-unknown 0 countif count_if"],
    ["rate (a + b)", "function-unknown 0 rate "],
    ["constructor(1)", "function-unknown 0 constructor "],
  ])("%s", (written, expected) => {
    expect(faultOf(written)).toBe(expected);
  });
});

describe("a fault is told where it stands", () => {
  it.each([
    ["if(a, b)", "argument-count 0 if 3 2"],
    ["2 + min(a)", "argument-count 4 min 2–16 1"],
    ["clamp(a, b, c, d)", "argument-count 0 clamp 3 4"],
    ["abs(a, b)", "argument-count 0 abs 1 2"],
    ["round(a)", "argument-count 0 round 2–3 1"],
    ["1 + band(a)", "argument-count 4 band 2 1"],
    ["includes(a)", "argument-count 0 includes 2 1"],
    ["min()", "expression-syntax 4 ) value"],
    ["min(a; b)", "expression-syntax 5 ; , )"],
    ["round(a, b)", "expression-syntax 9 b 0 … 18"],
    ["round(a, 19)", "expression-syntax 9 19 0 … 18"],
    ["round(a, -19)", "expression-syntax 10 19 0 … 18"],
    ["round(a, 2.5)", "expression-syntax 9 2.5 0 … 18"],
    ["round(a, '2')", "expression-syntax 9 2 0 … 18"],
    ["round(a, 0, near)", "expression-syntax 12 near half-up, half-even, down, up"],
    ["round(a, 0, 'down')", "expression-syntax 12 down half-up, half-even, down, up"],
    ["band(a, 3)", "expression-syntax 8 3 name"],
    ["band(a, 'steps')", "expression-syntax 8 steps name"],
    ["band(a, steps, b)", "expression-syntax 13 , )"],
    ["has(3)", "expression-syntax 4 3 name"],
    ["has(a + b)", "expression-syntax 6 + )"],
    ["has(not)", "expression-syntax 4 not name"],
    ["includes('kk', a)", "expression-syntax 9 kk name"],
    ["includes(a, 3)", "expression-syntax 12 3 dimension"],
    ["sum(month: a)", "expression-syntax 4 month over"],
    ["sum(over: a)", "expression-syntax 8 : name"],
    ["sum(over month a)", "expression-syntax 15 a :"],
    ["total(a by)", "expression-syntax 10 ) name"],
  ])("%s", (written, expected) => {
    expect(faultOf(written)).toBe(expected);
  });
});

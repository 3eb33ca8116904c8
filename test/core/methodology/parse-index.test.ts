import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";
import { withoutSpans } from "../../support/without-spans.ts";

const node = (text: string) => withoutSpans(getValue(parseExpression(text, UNITS)));
const name = (id: string, ...index: readonly unknown[]) => ({ kind: "name", name: id, index });
const text = (value: string) => ({ kind: "text", value });

function faultOf(written: string) {
  const result = parseExpression(written, UNITS);
  if (result.ok) return "no fault";
  const [{ code, place, facts }] = result.issues;
  return [code, place.offset, ...Object.values(facts)].join(" ");
}

describe("a name has an index of names and texts", () => {
  it.each([
    ["L", name("L")],
    ["Ez[level]", name("Ez", name("level"))],
    ["k[ 'a', location ,\"it's\"]", name("k", text("a"), name("location"), text("it's"))],
    ["rate[level_of[grade]]", name("rate", name("level_of", name("grade")))],
    [
      "rate[level_of['g1'], location]",
      name("rate", name("level_of", text("g1")), name("location")),
    ],
    ["a[b[c[d[e]]]]", name("a", name("b", name("c", name("d", name("e")))))],
  ])("%s", (written, expected) => {
    expect(node(written)).toEqual(expected);
  });

  it("and knows its characters", () => {
    const written = "rate[ level_of[grade] ]";
    const read = getValue(parseExpression(written, UNITS));
    if (read.kind !== "name") throw new Error("a name");
    expect(written.slice(read.span.start, read.span.end)).toBe(written);
    const spans = read.index.map(({ span }) => written.slice(span.start, span.end));
    expect(spans).toEqual(["level_of[grade]"]);
  });
});

describe("a fault is told where it stands", () => {
  it.each([
    ["k[]", "expression-syntax 2 ] dimension"],
    ["k[1]", "expression-syntax 2 1 dimension"],
    ["k[a", "expression-syntax 3  ]"],
    ["k[a + b]", "expression-syntax 4 + ]"],
    ["k[by]", "expression-syntax 2 by dimension"],
    ["k[m[]]", "expression-syntax 4 ] dimension"],
    ["k[m[x]", "expression-syntax 6  ]"],
    ["k['a'[x]]", "expression-syntax 5 [ ]"],
    ["a[b[c[d[e[f]]]]]", "expression-too-large 9 4"],
  ])("%s", (written, expected) => {
    expect(faultOf(written)).toBe(expected);
  });
});

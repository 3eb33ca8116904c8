import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenOf, type Expression } from "../../../packages/core/src/methodology/expression.ts";
import { parseExpression } from "../../../packages/core/src/methodology/parse-expression.ts";
import { printExpression } from "../../../packages/core/src/methodology/print-expression.ts";
import { anyExpression, UNITS } from "../../support/expressions.ts";
import { getValue } from "../../support/get-value.ts";

describe("the parts of a node come in the order of the text", () => {
  it.each([
    ["12 month", []],
    ["k[level, 'a']", ["level", "'a'"]],
    ["a - b", ["a", "b"]],
    ["if(a, b, c)", ["a", "b", "c"]],
    ["min(a, b, c)", ["a", "b", "c"]],
    ["round(a, 2)", ["a"]],
    ["band(a, steps)", ["a"]],
    ["sum(over level: a)", ["a"]],
    ["count(a by district)", ["a"]],
    ["case 'A' when a: b case 'B' when c: d otherwise 'C': e", ["a", "b", "c", "d", "e"]],
  ])("%s", (text, parts) => {
    const node = getValue(parseExpression(text, UNITS));
    expect(childrenOf(node).map((part) => printExpression(part))).toEqual(parts);
  });
});

describe("laws", () => {
  it("following the parts reaches every node, and comes to an end", () => {
    const count = (node: Expression): number =>
      childrenOf(node).reduce((sum, part) => sum + count(part), 1);
    fc.assert(
      fc.property(anyExpression, (node) => {
        const nodes = JSON.stringify(node).split('"span"').length - 1;
        expect(count(node)).toBe(nodes);
      }),
    );
  });
});

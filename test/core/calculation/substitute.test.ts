import { describe, expect, it } from "vitest";
import { substitute } from "../../../packages/core/src/calculation/substitute.ts";
import { numberValue } from "../../../packages/core/src/calculation/trace.ts";
import {
  childrenOf,
  type Expression,
  parseExpression,
} from "../../../packages/core/src/methodology/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { getValue } from "../../support/get-value.ts";

type Shown =
  Parameters<typeof substitute>[1] extends ReadonlyMap<Expression, infer Value> ? Value : never;
type Branch = (node: Expression) => Expression;

describe("an expression with its values", () => {
  it.each([
    ["a * b + c", "⟦0⟧ * ⟦1⟧ + ⟦2⟧"],
    ["(a + b) * c", "(⟦0⟧ + ⟦1⟧) * ⟦2⟧"],
    ["a - (b - c)", "⟦0⟧ - (⟦1⟧ - ⟦2⟧)"],
    ["round(a / b, 2) * 12 month", "round(⟦0⟧ / ⟦1⟧, 2) * 12 month"],
    ["min(a, -b)", "min(⟦0⟧, -⟦1⟧)"],
    ["a", "⟦0⟧"],
  ])("%s becomes %s, each value standing once in the list", (text, expected) => {
    const node = parse(text);
    const found = substitute(node, valuesOf(node));
    expect(found.text).toBe(expected);
    expect(found.values).toHaveLength(expected.split("⟦").length - 1);
  });

  it("leaves a name without a value as it is", () => {
    expect(substitute(parse("a + b"), new Map())).toEqual({ text: "a + b", values: [] });
  });
});

describe("a choice is replaced by the branch that was taken", () => {
  it.each([
    ["in brackets where arithmetic asks for them", "2 * if(c, a + b, a)", "2 * (⟦0⟧ + ⟦1⟧)"],
    ["without brackets where it stands alone", "if(c, a + b, a)", "⟦0⟧ + ⟦1⟧"],
    ["without brackets around a single value", "2 * if(c, a, b)", "2 * ⟦0⟧"],
    ["through choices inside choices", "2 * if(c, if(d, a + b, a), b)", "2 * (⟦0⟧ + ⟦1⟧)"],
  ])("%s", (_, text, expected) => {
    const node = parse(text);
    const shown = new Map([...valuesOf(node), ...takenBranches(node)]);
    expect(substitute(node, shown).text).toBe(expected);
  });
});

function parse(text: string): Expression {
  return getValue(parseExpression(text, new Set(["month"])));
}

/** A value of its own for each name. */
function valuesOf(node: Expression): ReadonlyMap<Expression, Shown> {
  const value = numberValue(ratioOf(BigInt(node.span.start)), "KZT");
  const own: readonly (readonly [Expression, Shown])[] =
    node.kind === "name" ? [[node, value]] : [];
  return new Map([...own, ...childrenOf(node).flatMap((part) => [...valuesOf(part)])]);
}

function takenBranches(node: Expression): ReadonlyMap<Expression, Shown> {
  const taken: Branch = (each) => (each.kind === "if" ? each.then : each);
  const own: readonly (readonly [Expression, Shown])[] =
    node.kind === "if" ? [[node, taken(node)]] : [];
  return new Map([...own, ...childrenOf(node).flatMap((part) => [...takenBranches(part)])]);
}

import { describe, expect, it } from "vitest";
import { NotInColumns } from "../../../../packages/core/src/calculation/columns/not-in-columns.ts";
import { OUTERMOST } from "../../../../packages/core/src/calculation/columns/scope.ts";
import { type Part, termOf } from "../../../../packages/core/src/calculation/columns/terms.ts";
import { printExpression } from "../../../../packages/core/src/methodology/index.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { formula, type SchoolChange } from "../../../support/school-methodology.ts";

const CHANGE: SchoolChange = {
  formulas: [
    formula("squared", "1", "all_large * share['state']"),
    formula("all_large", "1", "none * 2"),
  ],
};

function told(text: string): string {
  const { binder, expression } = binderOf(text, CHANGE);
  const print = ({ node }: Part) => printExpression(node);
  const term = termOf({ node: expression, scope: OUTERMOST }, binder);
  if (term.kind === "product") return term.factors.map(print).join(" . ");
  const { condition, inner, numbers } = term;
  return [`${print(condition)}?`, print(inner), ...numbers.map(print)].join(" . ");
}

describe("a term is a product of factors", () => {
  it.each([
    ["none", "none"],
    ["2 * none * (3 * none)", "2 . none . 3 . none"],
    ["(none + 1) * 2", "none + 1 . 2"],
    ["none / 2 * 3", "none / 2 . 3"],
    ["-(none) * 2", "-none . 2"],
    // Formulas are looked through, one in the other.
    ["squared * 5", "none . 2 . share['state'] . 5"],
  ])("%s: %s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe("a condition outside of which it is zero is drawn out", () => {
  it.each([
    ["if(is_state, none, 0)", "is_state? . none"],
    ["if(is_state, none, 0.00)", "is_state? . none"],
    ["2 * if(is_state, none, 0) * 3", "is_state? . none . 2 . 3"],
    // Elsewhere it is not zero, or something else is asked for whether it holds or not.
    ["if(is_state, none, 0.01)", "if(is_state, none, 0.01)"],
    ["if(is_state, 0, none)", "if(is_state, 0, none)"],
    ["none * if(is_state, none, 0)", "none . if(is_state, none, 0)"],
    ["if(is_state, 1, 0) * if(is_large, 1, 0)", "if(is_state, 1, 0) . if(is_large, 1, 0)"],
    ["2", "2"],
  ])("%s: %s", (text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

it("a product of very many factors is left to the calculation of one", () => {
  const many = (count: number) => Array.from({ length: count }, () => "none").join(" * ");
  expect(told(many(16)).split(" . ")).toHaveLength(16);
  expect(() => told(many(17))).toThrow(NotInColumns);
});

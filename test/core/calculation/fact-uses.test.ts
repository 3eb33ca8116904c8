import { describe, expect, it } from "vitest";
import type { FactUse, UseItem } from "../../../packages/core/src/calculation/fact-use.ts";
import { factUsesOf, factUsesOfSum } from "../../../packages/core/src/calculation/fact-uses.ts";
import { parseExpression, printExpression } from "../../../packages/core/src/methodology/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, line, schoolPlan } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, linesOf, run } from "../../support/school-register.ts";

const counted = (name: string, text: string, grain: readonly string[]) =>
  formula(name, "pupil", text, { grain: ["organisation", ...grain] });

const PLAN = schoolPlan({
  formulas: [
    counted("of_level", "pupils['january', level]", ["level"]),
    counted("turned", "of_level[level] + places[count, level]", ["count", "level"]),
    counted("paid", "if(ownership = 'private', places[count, level], pupils[count, level])", [
      "count",
      "level",
    ]),
    counted("inner", "sum(over level: pupils[count, level])", ["count"]),
  ],
  lines: [],
});

const parse = (text: string) => getValue(parseExpression(text, new Set(["pupil"])));

function itemText(item: UseItem): string {
  switch (item.kind) {
    case "over":
      return `#${item.position}`;
    case "outer":
    case "attribute":
      return `${item.kind} ${item.name}`;
    case "code":
      return `'${item.code}'`;
    case "any":
      return "any";
  }
}

function useText({ fact, items, guards }: FactUse): string {
  const conditions = guards.map(
    ({ condition, holds }) => ` ${holds ? "if" : "unless"} ${printExpression(condition)}`,
  );
  return `${fact}[${items.map(itemText).join(", ")}]${conditions.join("")}`;
}

function usesOfSum(text: string, outer: readonly string[] = []): readonly string[] {
  const node = parse(text);
  if (node.kind !== "sum" && node.kind !== "count-if") throw new Error(`${text} is not a sum`);
  return factUsesOfSum(node, new Set(outer), PLAN).map(useText);
}

describe("the facts under a sum, with what each of their dimensions follows", () => {
  it.each([
    ["sum(over count, level: pupils[count, level])", ["pupils[#0, #1]"]],
    ["sum(over level, count: pupils[count, level])", ["pupils[#1, #0]"]],
    ["sum(over level: pupils['january', level])", ["pupils['january', #0]"]],
    ["sum(over level: pupils[count, level])", ["pupils[outer count, #0]"], ["count"]],
    ["sum(over level: of_level[level])", ["pupils['january', #0]"]],
    [
      "sum(over count: turned[count, level])",
      ["pupils['january', outer level]", "places[#0, outer level]"],
      ["level"],
    ],
    ["sum(over count: inner[count])", ["pupils[#0, any]"]],
    ["sum(over count: sum(over level: pupils[count, level]))", ["pupils[#0, any]"]],
    ["count_if(over level: pupils['january', level] > 0 pupil)", ["pupils['january', #0]"]],
    ["sum(over level: capacity)", []],
    [
      "sum(over level: pupils['january', level] + places['january', 'basic'])",
      ["pupils['january', #0]", "places['january', 'basic']"],
    ],
  ])("%s", (text, uses, outer = []) => {
    expect(usesOfSum(text, outer)).toEqual(uses);
  });
});

describe("a condition on attributes guards what stands behind it", () => {
  it("a branch that is not taken has no cells of its own", () => {
    expect(usesOfSum("sum(over count, level: paid[count, level])")).toEqual([
      "places[#0, #1] if ownership = 'private'",
      "pupils[#0, #1] unless ownership = 'private'",
    ]);
  });

  it("a condition on anything else does not", () => {
    expect(usesOfSum("sum(over count: if(count = 'january', turned[count, 'basic'], 0))")).toEqual([
      "pupils['january', 'basic']",
      "places[#0, 'basic']",
    ]);
  });

  it("guards add up", () => {
    const text =
      "if(ownership = 'private', if(district = 'north', of_level['basic'], 0 pupil), 0 pupil)";
    expect(factUsesOf(parse(text), PLAN).map(useText)).toEqual([
      "pupils['january', 'basic'] if ownership = 'private' if district = 'north'",
    ]);
  });
});

it("an expression stands on every fact it reaches", () => {
  const uses = factUsesOf(parse("sum(over count: inner[count]) + of_level['basic']"), PLAN);
  expect(uses.map(useText)).toEqual(["pupils[any, any]", "pupils['january', 'basic']"]);
});

it("a guard asks the organisation, whatever dimension of that name stands around the sum", () => {
  const change = { grain: ["organisation", "ownership"] };
  const plan = schoolPlan({
    formulas: [
      counted("paid", "if(ownership = 'private', places[count, level], pupils[count, level])", [
        "count",
        "level",
      ]),
      formula(
        "by_owner",
        "KZT",
        "sum(over count, level: paid[count, level]) * 1 KZT/pupil",
        change,
      ),
    ],
    lines: [line("state", "by_owner['private']")],
  });
  expect(linesOf(run(plan, { headcounts: FOUR_CELLS }))).toEqual([`a ${FORMULA_LINE} 100.00`]);
});

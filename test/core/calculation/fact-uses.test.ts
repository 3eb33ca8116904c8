import { describe, expect, it } from "vitest";
import type { FactUse, UseItem } from "../../../packages/core/src/calculation/fact-use.ts";
import {
  factUsesAcross,
  factUsesOf,
  factUsesOfSum,
  lacksAttribute,
} from "../../../packages/core/src/calculation/fact-uses.ts";
import { parseExpression, printExpression } from "../../../packages/core/src/methodology/index.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, label, line, schoolPlan } from "../../support/school-methodology.ts";
import {
  FORMULA_LINE,
  FOUR_CELLS,
  linesOf,
  organisation,
  run,
} from "../../support/school-register.ts";

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
    formula("is_private", "boolean", "ownership = 'private' and capacity > 5 pupil"),
    formula("is_paid", "boolean", "is_private or district = 'north'"),
    formula("is_old", "boolean", "is_private and months_since(founded_on) > 96 month"),
    formula("is_large", "boolean", "pupils['january', 'basic'] > 5 pupil"),
    formula("is_basic", "boolean", "level = 'basic'", { grain: ["organisation", "level"] }),
    counted("inner", "sum(over level: pupils[count, level])", ["count"]),
  ],
  lines: [],
});

const parse = (text: string) => getValue(parseExpression(text, new Set(["pupil", "month"])));

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

  it("each case stands behind its own condition and behind the failure of those before it", () => {
    const text = [
      "case \"own\" when ownership = 'private': places['january', 'basic']",
      "case \"north\" when district = 'north': of_level['basic']",
      "otherwise \"rest\": pupils['september', 'basic']",
    ].join(" ");
    const isPrivate = "ownership = 'private'";
    expect(factUsesOf(parse(text), PLAN).map(useText)).toEqual([
      `places['january', 'basic'] if ${isPrivate}`,
      `pupils['january', 'basic'] unless ${isPrivate} if district = 'north'`,
      `pupils['september', 'basic'] unless ${isPrivate} unless district = 'north'`,
    ]);
  });

  it("a case on anything else guards nothing, and is a place to read facts itself", () => {
    const text = [
      "case \"many\" when pupils['january', 'basic'] > 5 pupil: places['january', 'basic']",
      "case \"north\" when district = 'north': places['january', 'primary']",
      'otherwise "rest": 0 pupil',
    ].join(" ");
    expect(factUsesOf(parse(text), PLAN).map(useText)).toEqual([
      "pupils['january', 'basic']",
      "places['january', 'basic']",
      "places['january', 'primary'] if district = 'north'",
    ]);
  });

  it.each([
    ["is_private", ["ownership", "capacity"]],
    ["is_paid", ["ownership", "capacity", "district"]],
    ["not is_private", ["ownership", "capacity"]],
    ["true", []],
  ])("a formula of the organisation about attributes is looked through: %s", (text, attributes) => {
    const [use, ...others] = factUsesOf(parse(`if(${text}, of_level['basic'], 0 pupil)`), PLAN);
    expect(others).toEqual([]);
    expect(use?.guards.map((guard) => guard.attributes)).toEqual([attributes]);
  });

  it.each([
    "is_large",
    "is_basic['basic']",
    "is_old",
    "months_since(founded_on) > 3 month",
    "is_private and open['03']",
    "is_private and is_large",
  ])("a condition on anything else, or on the month at hand, is not: %s", (text) => {
    const uses = factUsesOf(parse(`if(${text}, places['january', 'primary'], 0 pupil)`), PLAN);
    expect(uses.find(({ fact }) => fact === "places")?.guards).toEqual([]);
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

it("a guard is without an answer when the organisation lacks one of its attributes", () => {
  const [use] = factUsesOf(parse("if(is_paid, of_level['basic'], 0 pupil)"), PLAN);
  const lacks = (attributes: Readonly<Record<string, string>>) =>
    use?.guards.map((guard) => lacksAttribute(guard, organisation({ attributes })));
  expect(lacks({})).toEqual([true]);
  expect(lacks({ capacity: "7" })).toEqual([false]);
  expect(use?.guards.map((guard) => lacksAttribute(guard, undefined))).toEqual([true]);
});

describe("facts under a sum over organisations", () => {
  const amount =
    "1 KZT/pupil * (of_level['basic'] + total(places['january', 'basic'] by district))";
  const expression = getValue(parseExpression(amount, new Set(["KZT", "pupil"])));

  it("are asked of all of them, and not of the one at hand", () => {
    expect(factUsesOf(expression, PLAN).map(useText)).toEqual(["pupils['january', 'basic']"]);
    expect(factUsesAcross(expression, PLAN).map(useText)).toEqual(["places['january', 'basic']"]);
  });
});

it("a fact that is only asked whether it is there is not needed", () => {
  expect(factUsesOf(parse("has(pupils['january', 'basic'])"), PLAN)).toEqual([]);
});

it("a mapped code may mean every cell", () => {
  const twin = {
    ...{ mapping: "twin", label: label("twin"), from: "level", to: "level" },
    codes: { primary: "basic", basic: "primary" },
  };
  const text = "sum(over level: rate * pupils['january', twin[level]])";
  const plan = schoolPlan({ more: [{ mappings: [twin] }], lines: [line("school", text)] });
  expect(factUsesOf(parse("pupils['january', twin[level]]"), plan).map(useText)).toEqual([
    "pupils['january', any]",
  ]);
  expect(linesOf(run(plan, { headcounts: FOUR_CELLS }))).toEqual([`a ${FORMULA_LINE} 30000.00`]);
});

it("what both branches stand on stands behind neither, so that choices upon choices stay few", () => {
  const levels = Array.from({ length: 30 }, (_, level) =>
    counted(
      `f${level}`,
      level === 0
        ? "pupils['january', 'basic']"
        : `if(capacity > ${level} pupil, f${level - 1}, 2 * f${level - 1})`,
      [],
    ),
  );
  const plan = schoolPlan({ formulas: levels, lines: [] });
  expect(factUsesOf(parse("f29"), plan).map(useText)).toEqual(["pupils['january', 'basic']"]);
});

import { describe, expect, it } from "vitest";
import {
  boundOfTotal,
  createGrainFinder,
  joinGrains,
} from "../../../../packages/core/src/calculation/columns/grain.ts";
import { NotInColumns } from "../../../../packages/core/src/calculation/columns/not-in-columns.ts";
import { OUTERMOST, scopeOfSum } from "../../../../packages/core/src/calculation/columns/scope.ts";
import { binderOf } from "../../../support/column-binder.ts";
import { formula, label, type SchoolChange } from "../../../support/school-methodology.ts";

const CHANGE: SchoolChange = {
  formulas: [
    formula("of_level", "1", "weight[level]", { grain: ["level"] }),
    formula("of_cell", "1", "pupils['january', level] / 1 pupil", {
      grain: ["organisation", "level"],
    }),
    formula("in_month", "1", "monthly", { grain: ["month"], valuesOn: "month" }),
    formula("of_district", "1", "total(all_pupils by district)", { grain: ["district"] }),
    formula("of_city", "1", "total(all_pupils)", { grain: [] }),
  ],
  more: [
    {
      mappings: [
        {
          ...{ mapping: "owner_of", label: label("owner_of"), from: "district", to: "ownership" },
          codes: { north: "private", south: "state" },
        },
      ],
    },
  ],
};

function grainOf(text: string): string {
  const { plan, register, expression } = binderOf(text, CHANGE);
  return createGrainFinder(plan, register)(expression, OUTERMOST).join(" ");
}

describe("a figure depends on as little as it names", () => {
  it.each([
    ["2 + none", ""],
    ["share['state']", ""],
    ["share[ownership]", "@ownership"],
    ["share[owner_of[district]]", "@district"],
    ["if(ownership = 'state', 1, 2)", "@ownership"],
    ["if(ownership = 'state' and district = 'north', none, -(none))", "@district @ownership"],
    ["capacity / 1 pupil", "@capacity"],
    ["months_since(founded_on) / (1 month)", "@founded_on"],
    ["if(open['03'], 1, 2)", "@"],
    ["all_pupils", "organisation"],
    // What follows from the organisation is not named beside it.
    ["all_pupils * share[ownership]", "organisation"],
    ["if(has(pupils['january', 'basic']), 1, 0)", "organisation"],
    ["of_cell['basic']", "organisation"],
    ["of_level['basic'] + of_city + in_month['07']", ""],
    ["sum(over level: weight[level])", ""],
    ["sum(over level: weight[level] * share[ownership])", "@ownership"],
    ["sum(over level: of_cell[level])", "organisation"],
    ["count_if(over month: open[month])", "@"],
    ["total(all_pupils)", ""],
    ["total(all_pupils by district)", "@district"],
    ["count(is_state by district, ownership)", "@district @ownership"],
    ["of_district['north']", ""],
    ["of_district[district]", "@district"],
    ["case 'a' when is_state: none otherwise 'b': share[ownership]", "@ownership"],
    ["round(share[ownership], 2)", "@ownership"],
    ["sum(over month: month_number[month] / (1 month))", ""],
  ])("%s: %s", (text, expected) => {
    expect(grainOf(text)).toBe(expected);
  });
});

describe("inside a sum it depends on the dimensions that it names", () => {
  it.each([
    ["sum(over count, level: weight[level])", "level:1"],
    ["sum(over count, level: pupils[count, level] / 1 pupil)", "count:0 level:1 organisation"],
    ["sum(over month: in_month[month])", "month:0"],
    ["sum(over month: monthly)", ""],
    ["sum(over month: months_since('2020-01-01') / (1 month))", "month:0"],
    ["sum(over level: if(level = 'basic', 1, 0))", "level:0"],
    ["sum(over count: sum(over level: pupils[count, level] / 1 pupil))", "count:0 organisation"],
    ["sum(over level: of_level[level] + none)", "level:0"],
  ])("%s: %s", (text, expected) => {
    const { plan, register, expression } = binderOf(text, CHANGE);
    if (expression.kind !== "sum") throw new TypeError(text);
    const { scope } = scopeOfSum(OUTERMOST, expression.over, register);
    expect(createGrainFinder(plan, register)(expression.body, scope).join(" ")).toBe(expected);
  });
});

it("a total is bound by the dimensions in scope, not by who asks", () => {
  const { plan, register, expression } = binderOf(
    "sum(over level: total(of_cell[level] * share[ownership]))",
    CHANGE,
  );
  if (expression.kind !== "sum" || expression.body.kind !== "total") throw new TypeError("a total");
  const { scope } = scopeOfSum(OUTERMOST, expression.over, register);
  const find = createGrainFinder(plan, register);
  expect(boundOfTotal(expression.body, scope, find)).toEqual(["level:0"]);
});

it("a grain is found once for a place", () => {
  const { plan, register, expression } = binderOf("all_pupils");
  const find = createGrainFinder(plan, register);
  expect(find(expression, OUTERMOST)).toBe(find(expression, OUTERMOST));
});

it("grains together are all their keys, sorted", () => {
  expect(joinGrains([["level:0", "@kind"], ["@"], ["level:0"]])).toEqual(["@", "@kind", "level:0"]);
  expect(joinGrains([["@kind"], ["organisation", "month:1"]])).toEqual(["month:1", "organisation"]);
  expect(joinGrains([])).toEqual([]);
});

it("what stands on stages has no grain", () => {
  const { plan, register, expression } = binderOf("none");
  if (expression.kind !== "name") throw new TypeError("a name");
  const find = createGrainFinder(plan, register);
  const unknown = { ...expression, name: "line_amount" };
  expect(() => find(unknown, OUTERMOST)).toThrow(NotInColumns);
});

import { describe, expect, it } from "vitest";
import { appliedRules } from "../../../packages/core/src/calculation/index.ts";
import { type CalculationPlan, printExpression } from "../../../packages/core/src/index.ts";
import { openedModel } from "../../support/marginal-texts.ts";
import { formula, label, line, schoolPlan, valued } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, snapshot } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

const { value: _value, ...assumed } = valued("");
const ALL = formula("all", "1", "sum(over count, level: pupils[count, level]) / 1 pupil");

/** Organisation a has 100 pupils, 10 and 20 of them in January; b has nobody. */
function rulesOf(plan: CalculationPlan, id = "a") {
  const register = snapshot({
    organisations: [organisation(), organisation({ id: "b" })],
    headcounts: FOUR_CELLS,
  });
  return appliedRules(openedModel(plan, register).explained(), id);
}

/** `min(all, 5): 1`, options that come to the same joined by `=`, codes behind. */
function choicesOf(expression: string, points: readonly (readonly [string, string])[] = []) {
  const values = [{ points: points.map(([from, value]) => ({ from, value })), ...assumed }];
  const table = { table: "t", label: label("t"), unit: "1", operandUnit: "1", dimensions: [] };
  const plan = schoolPlan({
    formulas: [ALL],
    lines: [line("school", `(${expression}) * 1 KZT`)],
    more: points.length === 0 ? [] : [{ tables: [{ ...table, values }] }],
  });
  return rulesOf(plan).choices.map(({ node, bound, options }) => {
    const codes = bound.map(({ code }) => code).join("/");
    return `${printExpression(node)}: ${options.join("=")}${codes === "" ? "" : ` [${codes}]`}`;
  });
}

describe("choices", () => {
  it("are the branch taken, and what decided it", () => {
    expect(choicesOf("if(min(all, 500) > 50, all, max(all, 7))")).toEqual([
      "min(all, 500): 0",
      "if(min(all, 500) > 50, all, max(all, 7)): then",
    ]);
  });

  it("are the case that holds", () => {
    expect(choicesOf("case 'few' when all < 5: all otherwise 'many': 2 * all").at(-1)).toMatch(
      /: many$/,
    );
  });

  it("are bounds, signs and whole numbers reached", () => {
    expect(choicesOf("clamp(all, 5, 100)")).toEqual(["clamp(all, 5, 100): 0=2"]);
    expect(choicesOf("abs(all - 101)")).toEqual(["abs(all - 101): -"]);
    expect(choicesOf("floor(all / 30) + ceil(all / 30)")).toEqual([
      "floor(all / 30): 3",
      "ceil(all / 30): 4",
    ]);
  });

  it("are the step of a table, and the piece of a line, a corner belonging to both", () => {
    const points = [
      ["50", "1"],
      ["100", "2"],
      ["150", "3"],
    ] as const;
    const corner = (operand: string) => choicesOf(`interpolate(${operand}, t)`, points);
    expect(choicesOf("band(all, t)", [["0", "1"], ...points])).toEqual(["band(all, t): 100"]);
    expect(corner("all")).toEqual(["interpolate(all, t): 50…100=100…150"]);
    expect(corner("all - 50")).toEqual(["interpolate(all - 50, t): …50=50…100"]);
    expect(corner("all - 60")).toEqual(["interpolate(all - 60, t): …50"]);
    expect(corner("all + 7")).toEqual(["interpolate(all + 7, t): 100…150"]);
    expect(corner("all + 50")).toEqual(["interpolate(all + 50, t): 100…150=150…"]);
    expect(corner("all + 51")).toEqual(["interpolate(all + 51, t): 150…"]);
  });

  it("are what holds in each cell, and in the organisation itself", () => {
    expect(choicesOf("count_if(over level: pupils['january', level] > 15 pupil)")).toEqual([
      "count_if(over level: pupils['january', level] > 15 pupil): false [primary]",
      "count_if(over level: pupils['january', level] > 15 pupil): true [basic]",
    ]);
    expect(choicesOf("count(all > 50) + all").at(0)).toBe("count(all > 50): true");
  });
});

describe("lines", () => {
  it("are there, refused by their condition, or reached by no count", () => {
    const plan = schoolPlan({
      formulas: [ALL],
      lines: [
        line("school", "all * 1 KZT"),
        line("large", "all * 1 KZT", { when: "all > 500", tier: "preschool" }),
      ],
    });
    const told = (id: string) => rulesOf(plan, id).lines.map(({ presence }) => presence);
    expect(told("a")).toEqual(["there", "refused"]);
    expect(told("b")).toEqual(["uncounted", "refused"]);
  });
});

describe("stages", () => {
  it("are told as a trace tells them, line by line", () => {
    const plan = schoolPlan({
      formulas: [ALL],
      lines: [line("school", "all * 1 KZT")],
      more: [
        {
          stages: [
            stage("floors", 1, { kind: "floor", lines: ["school"], bound: "500 KZT" }),
            stage("caps", 2, { kind: "cap", lines: ["school"], bound: "500 KZT" }),
          ],
        },
      ],
    });
    const told = (id: string) =>
      rulesOf(plan, id).stages.map(
        ({ stage: { id: name }, line: { id: on }, said }) => `${name} ${on} ${said.join()}`,
      );
    expect(told("a")).toEqual(["floors school floor-raised", "caps school cap-kept"]);
    expect(told("b")).toEqual(["floors school stage-no-line", "caps school stage-no-line"]);
  });
});

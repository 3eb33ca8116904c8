import { describe, expect, it } from "vitest";
import { appliedRules, type Model } from "../../../packages/core/src/calculation/index.ts";
import type { CalculationPlan } from "../../../packages/core/src/index.ts";
import { ownersOf } from "../../../packages/core/src/scenario/cliff-owners.ts";
import { namedRules } from "../../../packages/core/src/scenario/cliff-rules.ts";
import { openedModel, ruleText } from "../../support/marginal-texts.ts";
import { formula, label, line, schoolPlan, valued } from "../../support/school-methodology.ts";
import { FOUR_CELLS, snapshot } from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

const { value: _value, ...assumed } = valued("");
const POINTS = [
  { from: "0", value: "1" },
  { from: "100", value: "2" },
];
const TABLE = { table: "steps", label: label("steps"), unit: "1", operandUnit: "1" };

function planOf(amount: string, ...stages: readonly object[]): CalculationPlan {
  return schoolPlan({
    formulas: [formula("p", "1", "sum(over count, level: pupils[count, level]) / 1 pupil")],
    lines: [line("amount", `(${amount}) * 1 KZT`)],
    more: [
      { tables: [{ ...TABLE, dimensions: [], values: [{ points: POINTS, ...assumed }] }], stages },
    ],
  });
}

function modelOf(plan: CalculationPlan): Model {
  return openedModel(plan, snapshot({ headcounts: FOUR_CELLS }));
}

/** The rules of the school, as if each had gone from its options to `next`; p is 100. */
function textsOf(amount: string, next = "next", ...stages: readonly object[]): readonly string[] {
  const plan = planOf(amount, ...stages);
  const rules = namedRules(appliedRules(modelOf(plan).explained(), "a"), ownersOf(plan));
  return [...rules.values()].map((rule) => ruleText(rule.tell(rule.options.join("="), next)));
}

describe("rules that may be other ones at another count", () => {
  it("are told by what is written, with what was chosen", () => {
    expect(textsOf("if(p > 5, p, 7)", "otherwise")).toContain("if in line amount: p → 7");
    expect(textsOf("max(p, 200)", "0")).toContain("max in line amount: 200 → p");
    expect(textsOf("clamp(p, 5, 60)", "0")).toContain("clamp in line amount: 60 → p");
    expect(textsOf("band(p, steps)", "0")).toContain("band in line amount: 100 → 0");
    expect(textsOf("abs(7 - p)", "+")).toContain("abs in line amount: - → +");
    expect(textsOf("ceil(p / 30)", "5")).toContain("ceil in line amount: 4 → 5");
    expect(textsOf("ceil(p / 30)", "0")).toContain("ceil in line amount: 4 → 0");
    expect(textsOf("case 'few' when p < 5: p otherwise 'many': 2 * p", "few")).toContain(
      "cases in line amount: many → few",
    );
    expect(textsOf("count_if(over level: pupils['january', level] > 15 pupil)", "true")).toContain(
      "count_if in line amount [primary]: false → true",
    );
  });

  it("are lines", () => {
    expect(textsOf("p", "refused")).toContain("line amount: there → refused");
  });

  it("are what stages do, sentences that say the same told as one", () => {
    const floor = { kind: "floor", lines: ["amount"], bound: "500 KZT" };
    expect(textsOf("p", "floor-kept", stage("floors", 1, floor))).toContain(
      "stage floors on amount: floor-raised → floor-kept",
    );
    const fit = { kind: "fit", lines: ["amount"], envelope: "100 KZT" };
    expect(textsOf("p", "", stage("fit", 1, { ...fit, direction: "down" }))).toContain(
      "stage fit on amount: fit-kept → ",
    );
    // An envelope that is just met is no other rule for a fit that goes both ways.
    expect(textsOf("p", "", stage("fit", 1, fit))).toContain("stage fit on amount: fit-factor → ");
  });

  it("are steps where a number is cut to a whole one, and nowhere else", () => {
    const plan = planOf("floor(p / 30) + ceil(p / 7) + min(p, 9) + abs(p) + if(p > 5, 1, 2)");
    const rules = namedRules(appliedRules(modelOf(plan).explained(), "a"), ownersOf(plan));
    const steps = [...rules.values()].filter(({ isRounding }) => isRounding);
    const texts = steps.map((rule) => ruleText(rule.tell(rule.options.join("="), "7")));
    expect(texts).toEqual(["floor in line amount: 3 → 7", "ceil in line amount: 15 → 7"]);
    const floors = stage("floors", 1, { kind: "floor", lines: ["amount"], bound: "500 KZT" });
    const staged = planOf("p", floors);
    const others = namedRules(appliedRules(modelOf(staged).explained(), "a"), ownersOf(staged));
    expect([...others.values()].map(({ isRounding }) => isRounding)).toEqual([false, false]);
  });

  it("are not sums, roundings and readings", () => {
    const told = textsOf(
      "round(p / 3, 1) + sum(over level: 2 * pupils['january', level]) / 1 pupil",
    );
    expect(told).toEqual(["line amount: there → uncounted"]);
  });
});

import { expect, it } from "vitest";
import { usedRulesOf } from "../../../packages/core/src/index.ts";
import { formula, KINDERGARTEN_CODE, line, schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, run } from "../../support/school-register.ts";

const FORMULAS = [
  formula("norm", "KZT", "helper * 2"),
  formula("helper", "KZT", "sum(over count, level: rate * pupils[count, level])"),
  formula("other", "KZT", "rate * 3 pupil"),
];

it("names what pays the lines, down to the last formula, and nothing beside", () => {
  const plan = schoolPlan({
    formulas: FORMULAS,
    lines: [
      line("school", "norm"),
      line("unpaid", "other + helper", {
        ...{ when: "ownership = 'private'", budgetCode: KINDERGARTEN_CODE },
      }),
    ],
  });
  const { formulas, lines, stages } = usedRulesOf(run(plan, { headcounts: FOUR_CELLS }));
  expect(formulas.map(({ id }) => id).toSorted()).toEqual(["helper", "norm"]);
  expect([lines.map(({ id }) => id), stages]).toEqual([["school"], []]);
});

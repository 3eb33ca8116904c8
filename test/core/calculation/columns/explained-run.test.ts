import { describe, expect, it } from "vitest";
import { appliedRules } from "../../../../packages/core/src/calculation/index.ts";
import { calculate, formatRatio } from "../../../../packages/core/src/index.ts";
import { FIRST_STAGED, planOfStaged, registerOfStaged } from "../../../support/changing-stages.ts";
import { getValue } from "../../../support/get-value.ts";
import { openedModel } from "../../../support/marginal-texts.ts";
import { schoolPlan } from "../../../support/school-methodology.ts";
import { FOUR_CELLS, pupils, snapshot } from "../../../support/school-register.ts";

const basic = (value: string | undefined) => ({
  ...{ organisationId: "a", fact: "pupils", codes: ["january", "basic"], value },
});

describe("what explanations of a model read", () => {
  it("follows every change of a count", () => {
    const model = openedModel(schoolPlan(), snapshot({ headcounts: FOUR_CELLS }));
    const cellOf = () => {
      const cell = model.explained().facts.cellsOf("a", "pupils").get("january|basic");
      return [cell?.value.numerator, cell?.source];
    };
    const read = { file: "headcounts.csv", row: 2 };
    expect(cellOf()).toEqual([20n, read]);
    getValue(model.change({ facts: [basic("21")] }));
    // No row of the register says so.
    expect(cellOf()).toEqual([21n, { file: "", row: 0 }]);
    getValue(model.change({ facts: [basic("20")] }));
    expect(cellOf()).toEqual([20n, read]);
    getValue(model.change({ facts: [basic(undefined)] }));
    expect(cellOf()).toEqual([undefined, undefined]);
  });

  it("comes to the lines of the model", () => {
    const model = openedModel(schoolPlan(), snapshot({ headcounts: FOUR_CELLS }));
    getValue(model.change({ facts: [basic("30")] }));
    const { figures } = model.explained();
    const [state] = figures.states;
    const found = state && figures.lineAmount("school", state).value;
    expect(typeof found === "object" && formatRatio(found)).toBe("110000");
  });

  it("is what a calculation from nothing has, stages among it", () => {
    const plan = getValue(planOfStaged(FIRST_STAGED));
    const model = openedModel(plan, registerOfStaged(FIRST_STAGED));
    const grants = { ...FIRST_STAGED.grants, b: "6" };
    const change = { organisationId: "b", fact: "grant", codes: [], value: "6" };
    getValue(model.change({ facts: [change] }));
    const run = getValue(calculate(plan, registerOfStaged({ ...FIRST_STAGED, grants })));
    for (const id of ["a", "b", "c", "d"]) {
      const { stages, lines, choices } = appliedRules(model.explained(), id);
      expect({ stages, lines, choices }).toEqual(appliedRules(run, id));
    }
  });

  it("has the organisations of the register", () => {
    const register = snapshot({ headcounts: [pupils("a", "2026-01-01", "basic", 1)] });
    const { snapshot: of } = openedModel(schoolPlan(), {
      ...register,
      headcounts: FOUR_CELLS,
    }).explained();
    expect(of.organisations).toEqual(register.organisations);
  });
});

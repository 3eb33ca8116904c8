/** A model of a law with stages, which calculates line by line and keeps what a change leaves. */
import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  columnsOfRegister,
  type Model,
  openModel,
  planWithValue,
  type Result,
} from "../../../../packages/core/src/index.ts";
import {
  FIRST_STAGED,
  planOfStaged,
  randomStagedChange,
  registerOfStaged,
  type StagedChange,
  type StagedState,
} from "../../../support/changing-stages.ts";
import { getValue } from "../../../support/get-value.ts";
import { createRandom, type Random } from "../../../support/random.ts";

/** The totals to the tiyn, or the faults for which there are none. */
function told(result: Result<Pick<Model, "totals">>) {
  if (result.ok) return result.value.totals;
  return result.issues.map((each) => JSON.stringify(each)).toSorted();
}

function calculated(plan: CalculationPlan, state: StagedState) {
  return calculate(plan, registerOfStaged(state));
}

type ReadChange = StagedChange & { readonly plan: CalculationPlan };

/** A change after which the law can still be read. */
function nextChange(state: StagedState, random: Random): ReadChange {
  const change = randomStagedChange(state, random);
  const plan = planOfStaged(change.after);
  return plan.ok ? { ...change, plan: plan.value } : nextChange(state, random);
}

/** A city after some changes, which can be calculated. */
function someState(random: Random): StagedState {
  let state = FIRST_STAGED;
  for (let edit = 0; edit < 5; edit += 1) {
    const { after, plan } = nextChange(state, random);
    if (calculated(plan, after).ok) state = after;
  }
  return state;
}

describe("laws", () => {
  const seeds = Array.from({ length: 8 }, (_, place) => place + 1);

  it.each(seeds)(
    "after any changes of law, facts and stages totals are those of a calculation (%i)",
    (seed) => {
      const random = createRandom(seed);
      let state = someState(random);
      const opened = getValue(planOfStaged(state));
      const model = getValue(openModel(opened, columnsOfRegister(opened, registerOfStaged(state))));
      for (let edit = 0; edit < 10; edit += 1) {
        const { after, plan, parameter, facts } = nextChange(state, random);
        const law =
          parameter === undefined
            ? plan
            : planWithValue(model.plan, parameter, 0, after.values[parameter] ?? "");
        const before = model.totals;
        const changed = model.change(facts.length === 0 ? { plan: law } : { facts });
        expect(told(changed)).toEqual(told(calculated(plan, after)));
        if (changed.ok) state = after;
        else expect(model.totals).toBe(before);
      }
      const last = told(calculated(getValue(planOfStaged(state)), state));
      expect(told(model.recalculate())).toEqual(last);
    },
  );
});

/** A small city under stages in some random state that can be calculated. */
import {
  type CalculationPlan,
  columnsOfRegister,
  openModel,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import {
  FIRST_STAGED,
  planOfStaged,
  randomStagedChange,
  registerOfStaged,
  type StagedState,
} from "./changing-stages.ts";
import { getValue } from "./get-value.ts";
import { createRandom, type Random } from "./random.ts";

export type RandomStagedCity = {
  readonly state: StagedState;
  readonly plan: CalculationPlan;
  readonly register: RegisterSnapshot;
  readonly random: Random;
};

/** Some changes away from the first state; that one, where those came to none. */
export function randomStagedCity(seed: number): RandomStagedCity {
  const random = createRandom(seed);
  let state = FIRST_STAGED;
  for (let count = random.int(0, 6); count > 0; count -= 1) {
    state = randomStagedChange(state, random).after;
  }
  const plan = planOfStaged(state);
  const register = registerOfStaged(state);
  if (plan.ok && openModel(plan.value, columnsOfRegister(plan.value, register)).ok) {
    return { state, plan: plan.value, register, random };
  }
  return {
    ...{ state: FIRST_STAGED, random },
    plan: getValue(planOfStaged(FIRST_STAGED)),
    register: registerOfStaged(FIRST_STAGED),
  };
}

/** Goal-seek as tests ask for it: a model of a plan, levers, and a target of some scope. */
import {
  type CalculationPlan,
  columnsOfRegister,
  type Model,
  openModel,
  type RegisterSnapshot,
  tiyn,
} from "../../packages/core/src/index.ts";
import type { Lever } from "../../packages/core/src/scenario/lever.ts";
import type { Scope } from "../../packages/core/src/scenario/scenario.ts";
import { solve } from "../../packages/core/src/scenario/solve.ts";
import { getValue } from "./get-value.ts";

export const CITY: Scope = { by: "city" };

export function open(plan: CalculationPlan, register: RegisterSnapshot): Model {
  return getValue(openModel(plan, columnsOfRegister(plan, register)));
}

export function ask(model: Model, levers: readonly Lever[], target: bigint, scope: Scope = CITY) {
  return solve(model, { levers, scope, target: tiyn(target), place: {} });
}

/** A binder over the three schools, and the amount of the line it was made for. */
import type { Binder } from "../../packages/core/src/calculation/columns/binder.ts";
import {
  type BoundRegister,
  bindRegister,
} from "../../packages/core/src/calculation/columns/bound-register.ts";
import { columnsOfRegister } from "../../packages/core/src/calculation/columns/columns-of-register.ts";
import { createBinder } from "../../packages/core/src/calculation/columns/create-binder.ts";
import type { CalculationPlan } from "../../packages/core/src/index.ts";
import type { Expression } from "../../packages/core/src/methodology/index.ts";
import type { SchoolChange } from "./school-methodology.ts";
import { planOfNumber, THREE_SCHOOLS } from "./three-schools.ts";

export type BoundNumber = {
  readonly plan: CalculationPlan;
  readonly register: BoundRegister;
  readonly binder: Binder;
  readonly expression: Expression;
};

/** The expression of a bare number, bound to nothing yet. */
export function binderOf(text: string, change: SchoolChange = {}): BoundNumber {
  const plan = planOfNumber(text, change);
  const register = bindRegister(plan, columnsOfRegister(plan, THREE_SCHOOLS));
  const binder = createBinder({ plan }, register);
  return { plan, register, binder, expression: numberIn(plan.lines[0]?.amount) };
}

/** The left side of `(text) * 1 KZT`. */
function numberIn(amount: Expression | undefined): Expression {
  if (amount?.kind !== "binary") throw new TypeError("the amount is a product");
  return amount.left;
}

/**
 * The calculation of every mixture of two, one opened model after another: a mixture that differs
 * from the one before in values of the law alone is a change of the same model.
 */
import { columnsOfRegister, type Model, openModel } from "../calculation/index.ts";
import { fail, type Issue, issue, ok, type Result } from "../kernel/index.ts";
import { nameOfCause, RULES } from "./causes.ts";
import type { Coalition, MixedInputs } from "./mixed-inputs.ts";
import { findForeignWords } from "./mixed-words.ts";
import { coalitionsOf } from "./shapley.ts";

/**
 * Calls `visit` with each mixture of these causes, by their places among all; the others are as in
 * the earlier calculation. The first is that calculation itself. Refused with the causes whose
 * mixture cannot be calculated, and with its faults.
 */
export function visitMixtures(
  mixed: MixedInputs,
  places: readonly number[],
  visit: (coalition: Coalition, model: Model) => void,
): Result<number> {
  const isBinding = (place: number): boolean => {
    const cause = mixed.causes[place];
    return cause !== undefined && mixed.isBinding(cause);
  };
  // Neighbouring mixtures differ in one cause, and the first ones most often.
  const order = [...places.filter((place) => !isBinding(place)), ...places.filter(isBinding)];
  let count = 0;
  let opened: { readonly binding: string; readonly model: Model } | undefined;
  for (const joined of coalitionsOf(order.length)) {
    const coalition = mixed.causes.map((_, place) => joined[order.indexOf(place)] === true);
    const binding = coalition.filter((_, place) => isBinding(place)).join("|");
    const same = opened?.binding === binding ? opened.model : undefined;
    const found = same === undefined ? open(mixed, coalition) : change(mixed, same, coalition);
    if (!found.ok) return refuse(mixed, coalition, found.issues);
    opened = { binding, model: found.value };
    visit(coalition, found.value);
    count += 1;
  }
  return ok(count);
}

function open(mixed: MixedInputs, coalition: Coalition): Result<Model> {
  const plan = mixed.planOf(coalition);
  if (!plan.ok) return plan;
  const columns = columnsOfRegister(plan.value, mixed.snapshotOf(coalition));
  const isForeign =
    new Set(coalition).size > 1 && mixed.causes.some(({ cause }) => cause === RULES);
  const [first, ...others] = isForeign ? findForeignWords(plan.value, columns) : [];
  return first === undefined ? openModel(plan.value, columns) : fail(first, others);
}

function change({ planOf }: MixedInputs, model: Model, coalition: Coalition): Result<Model> {
  const plan = planOf(coalition);
  return plan.ok ? model.change({ plan: plan.value }) : plan;
}

/** Where one of the two calculations has faults itself, they are told as they are. */
function refuse(
  mixed: MixedInputs,
  coalition: Coalition,
  issues: readonly [Issue, ...Issue[]],
): Result<never> {
  const [first, ...others] = issues;
  if (!coalition.includes(true)) return fail(first, others);
  const all = mixed.causes.map(() => true);
  const later = open(mixed, all);
  if (!later.ok) return later;
  const taken = mixed.causes.filter((_, place) => coalition[place] === true);
  const causes = taken.map(nameOfCause).join(", ");
  return fail(issue("attribution-infeasible", {}, { causes }), issues);
}

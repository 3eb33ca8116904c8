/**
 * A model of core that is edited again and again: after each edit its totals are the oracle's for
 * the edited documents and rows, calculated from nothing. An edit that is refused changes nothing.
 */
import {
  columnsOfRegister,
  type Model,
  openModel,
  planWithValue,
  type Result,
} from "../../packages/core/src/index.ts";
import { createRandom } from "../support/random.ts";
import { allocationOf, openCase, totalsOf } from "./compare-random-case.ts";
import { differences } from "./differences.ts";
import { type RandomEdit, randomEdit } from "./random-edits.ts";
import type { RandomCase } from "./random-methodologies.ts";

export type EditComparison = {
  readonly edits: number;
  readonly refused: number;
  readonly differences: readonly string[];
};

export function compareEdits(given: RandomCase, edits: number): EditComparison {
  const random = createRandom(given.seed + 1_000_000);
  const start = openCase(given);
  const opened = openModel(start.plan, columnsOfRegister(start.plan, start.snapshot));
  const faults = modelFaults(given, opened, `seed ${given.seed}, opened`);
  if (!opened.ok) return { edits: 0, refused: 0, differences: faults };
  let state = { now: given, model: opened.value };
  let refused = 0;
  for (let edit = 1; edit <= edits; edit += 1) {
    const { after, law, facts } = randomEdit(state.now, random);
    const plan = planAfter(state.model, law, after);
    const changed = state.model.change({ ...(plan === undefined ? {} : { plan }), facts });
    const told = `seed ${given.seed}, edit ${edit} ${JSON.stringify([law, facts])}`;
    faults.push(...modelFaults(after, changed, told));
    if (changed.ok) state = { now: after, model: changed.value };
    else refused += 1;
    if (!changed.ok || random.chance(20)) {
      const again = `${told}, calculated again`;
      faults.push(...modelFaults(state.now, state.model.recalculate(), again));
    }
  }
  return { edits, refused, differences: faults };
}

function planAfter({ plan }: Model, law: RandomEdit["law"], after: RandomCase) {
  if (law === undefined) return undefined;
  if (law === "rewritten") return openCase(after).plan;
  return planWithValue(plan, law.parameter, law.place, law.digits);
}

function modelFaults(now: RandomCase, model: Result<Model>, told: string): string[] {
  const expected = allocationOf(now);
  if (typeof expected === "string" || !model.ok) {
    const codes = model.ok ? [] : model.issues.map(({ code }) => code);
    const isAgreed = typeof expected === "string" && !model.ok;
    const refusal = typeof expected === "string" ? expected : "";
    return isAgreed ? [] : [`${told}: oracle refuses "${refusal}", core "${codes.join(", ")}"`];
  }
  const found = totalsOf(model.value.totals);
  return differences(expected.totals, found).map((text) => `${told}: totals ${text}`);
}

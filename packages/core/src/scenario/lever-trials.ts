/** A lever tried at one step after another: what the scope gets at each, each worked out once. */
import { type Model, planWithLaw } from "../calculation/index.ts";
import { fail, type Issue, invariant, issue, ok, type Result } from "../kernel/index.ts";
import type { Parameter } from "../methodology/index.ts";
import { type Course, courseOf } from "./course.ts";
import { numberAt, type OpenLever, parametersAt, risesTogether } from "./lever.ts";
import type { Scope } from "./scenario.ts";
import { amountOf } from "./scope-amount.ts";

export type LeverTrials = {
  readonly open: OpenLever;
  readonly at: (step: bigint) => Result<bigint>;
  /** Every amount that is known, by step. */
  readonly known: ReadonlyMap<bigint, bigint>;
  /** Makes the model what it is at a step. */
  readonly goTo: (step: bigint) => Result<Model>;
  readonly parametersAt: (step: bigint) => ReadonlyMap<string, Parameter>;
  /** How often the model was changed. */
  readonly count: () => number;
};

/** What stands before the lever is moved: the law so far, and what the scope gets under it. */
export type Standing = {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly amount: bigint;
};

/** Trials on the model, which is left at the step that was tried last. */
export function openTrials(
  model: Model,
  open: OpenLever,
  scope: Scope,
  { parameters, amount }: Standing,
): LeverTrials {
  const base = model.plan;
  const known = new Map<bigint, bigint>();
  if (open.base !== undefined) known.set(open.base, amount);
  let count = 0;
  const lawAt = (step: bigint) =>
    parametersAt(open, step, { parameters, knownOn: base.asOf.knownOn });
  const goTo = (step: bigint): Result<Model> => {
    count += 1;
    return model.change({ plan: planWithLaw(base, { parameters: lawAt(step) }) });
  };
  return {
    ...{ open, known, goTo, parametersAt: lawAt, count: () => count },
    at: (step) => {
      const found = known.get(step);
      if (found !== undefined) return ok(found);
      const moved = goTo(step);
      if (!moved.ok) return moved;
      const worked = amountOf(model, scope);
      known.set(step, worked);
      return ok(worked);
    },
  };
}

/** Into so many parts the bounds are divided, to see that the amount does not turn between them. */
const SAMPLES = 8n;

/**
 * Whether the amount can only rise or fall with the lever: proved by the texts of the law, or else
 * unknown and seen at samples. An amount that is seen to turn is refused.
 */
export function checkCourse(model: Model, trials: LeverTrials): Result<Course> {
  const { open, at } = trials;
  const names = new Set(open.values.map(({ overridden }) => overridden.parameter.id));
  const course = risesTogether(open) ? courseOf(model.plan, names) : "unknown";
  if (course === "unknown") {
    const { least, greatest } = open;
    for (let part = 0n; part <= SAMPLES; part += 1n) {
      const found = at(least + ((greatest - least) * part) / SAMPLES);
      if (!found.ok) return found;
    }
  }
  return isMonotone(trials) ? ok(course) : fail(turning(trials));
}

/** Once more after a search, which has seen other steps. */
export function checkTurns(trials: LeverTrials, isProved: boolean): readonly Issue[] {
  if (isMonotone(trials)) return [];
  invariant(!isProved, "an amount that was proved to rise or fall does not turn");
  return [turning(trials)];
}

/** Within the bounds; what is known beyond them is no part of the question. */
function isMonotone({ open: { least, greatest }, known }: LeverTrials): boolean {
  const amounts = [...known]
    .filter(([step]) => step >= least && step <= greatest)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, amount]) => amount);
  const rises = (amounts.at(-1) ?? 0n) >= (amounts[0] ?? 0n);
  return amounts.every((amount, place) => {
    const before = amounts[place - 1];
    return before === undefined || (rises ? amount >= before : amount <= before);
  });
}

function turning({ open }: LeverTrials): Issue {
  const { least, greatest } = open;
  return issue("lever-turns", open.lever.place, {
    lever: open.name,
    least: numberAt(open, least),
    greatest: numberAt(open, greatest),
  });
}

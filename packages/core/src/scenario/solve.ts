/**
 * Goal-seek: the value of a lever at which an amount comes nearest to a target without passing it.
 *
 * Levers go by priority: the next is moved only when the one before stands at its bound. The model
 * is asked as often as the search needs and is left as it was.
 */
import { type Model, sumByOrganisation } from "../calculation/index.ts";
import { fail, issue, ok, type Place, type Result } from "../kernel/index.ts";
import { formatTenge, type Tiyn, tiyn } from "../money/index.ts";
import { type AmountChanges, changesOf } from "./amount-changes.ts";
import { digitsAt, type Lever, numberAt, type OpenLever, openLever, stepsInUnit } from "./lever.ts";
import {
  checkCourse,
  checkTurns,
  type LeverTrials,
  openTrials,
  type Standing,
} from "./lever-trials.ts";
import type { Scope } from "./scenario.ts";
import { amountOf, checkScope } from "./scope-amount.ts";
import { type StepAnswer, searchStep } from "./search-step.ts";

export type SolveQuestion = {
  /** By priority. */
  readonly levers: readonly Lever[];
  readonly scope: Scope;
  /** What the amount of the scope may not pass, in tiyn. */
  readonly target: Tiyn;
  /** Where scope and target were asked for. */
  readonly place: Place;
};

/** Where one lever ended. */
export type SolvedLever = {
  readonly lever: Lever;
  /** Its number, and the digits of each tied value in their order; plain decimals. */
  readonly number: string;
  readonly digits: readonly string[];
  /** What the values were; nothing where the law had none of that key. */
  readonly before: readonly (string | undefined)[];
  /** The bound at which it stands, where it would have gone further. */
  readonly bound: "least" | "greatest" | undefined;
};

/** An amount that was worked out on the way, for a chart. */
export type SolvePoint = { readonly lever: number; readonly number: string; readonly amount: Tiyn };

export type Solution = {
  /** Those that were moved, by priority; the others stay as they are. */
  readonly levers: readonly SolvedLever[];
  readonly target: Tiyn;
  /** Of the scope: before, and with the levers where they ended. */
  readonly before: Tiyn;
  readonly amount: Tiyn;
  /** What is left of the target; never negative. */
  readonly slack: Tiyn;
  readonly city: { readonly before: Tiyn; readonly after: Tiyn };
  /** What the amount would change by, were the last lever one step nearer to the target or past. */
  readonly nextStep: Tiyn | undefined;
  /** What it would change by, were the number of the last lever greater by one. */
  readonly nextUnit: Tiyn | undefined;
  /** Whether the texts of the law prove that no other step fits better; else samples show it. */
  readonly isProved: boolean;
  readonly changes: AmountChanges;
  readonly points: readonly SolvePoint[];
  /** How many times the city was calculated on the way. */
  readonly trials: number;
};

/** The solution, or why there is none: a faulty or idle lever, a target out of reach. */
export function solve(model: Model, question: SolveQuestion): Result<Solution> {
  const { scope, levers, place } = question;
  const opened = levers.map((lever) => openLever(model.plan, lever));
  const faults = [checkScope(model, scope, place), ...opened].flatMap((each) =>
    each.ok ? [] : each.issues,
  );
  if (levers.length === 0) faults.push(issue("value-missing", place, { expected: "lever" }));
  const [first, ...others] = faults;
  if (first !== undefined) return fail(first, others);
  const open = opened.flatMap((each) => (each.ok ? [each.value] : []));
  const base = model.plan;
  const found = search(model, open, question);
  model.change({ plan: base });
  return found;
}

function search(
  model: Model,
  levers: readonly OpenLever[],
  { scope, target }: SolveQuestion,
): Result<Solution> {
  const before = amountOf(model, scope);
  const city = model.totals.total;
  const amounts = amountsIn(model);
  const moved: Moved[] = [];
  let standing: Standing = { parameters: model.plan.methodology.parameters, amount: before };
  for (const open of levers) {
    const next = moveLever(model, openTrials(model, open, scope, standing), target);
    if (!next.ok) return next;
    moved.push(next.value);
    const { trials, answer, amount } = next.value;
    if (answer.kind === "found") break;
    standing = { parameters: trials.parametersAt(answer.step), amount };
  }
  const last = moved.at(-1);
  if (last === undefined || last.answer.kind === "passes-at-bound") {
    return fail(infeasible(moved, target));
  }
  const nextUnit = unitPrice(last);
  if (!nextUnit.ok) return nextUnit;
  const settled = last.trials.goTo(last.answer.step);
  if (!settled.ok) return settled;
  return ok({
    ...{ levers: moved.map(solvedLever), target, before },
    amount: tiyn(last.amount),
    slack: tiyn(target - last.amount),
    city: { before: city, after: model.totals.total },
    nextStep: stepPrice(last),
    nextUnit: nextUnit.value,
    isProved: moved.every(({ isProved }) => isProved),
    changes: changesOf(model.register.organisations.ids, amounts, amountsIn(model)),
    points: moved.flatMap(pointsOf),
    trials: moved.reduce((sum, { trials }) => sum + trials.count(), 0),
  });
}

/** Estimates are left out on both sides: no lever changes them. */
function amountsIn(model: Model) {
  return sumByOrganisation(model.lineAmounts(), model.register.organisations.ids.length);
}

/** A lever where the search left it. */
type Moved = {
  readonly trials: LeverTrials;
  readonly answer: StepAnswer;
  readonly amount: bigint;
  readonly isProved: boolean;
};

function moveLever(model: Model, trials: LeverTrials, target: bigint): Result<Moved> {
  const { open, at } = trials;
  const course = checkCourse(model, trials);
  if (!course.ok) return course;
  const isProved = course.value !== "unknown";
  const { least, greatest, base: start } = open;
  const rises = isProved ? course.value !== "falls" : undefined;
  const found = searchStep({ least, greatest, target, at, start, rises });
  if (!found.ok) return found;
  const answer = found.value;
  const [turn] = checkTurns(trials, isProved);
  if (turn !== undefined) return fail(turn);
  if (answer.kind === "idle") {
    return fail(issue("lever-idle", open.lever.place, { lever: open.name }));
  }
  const amount = at(answer.step);
  return amount.ok ? ok({ trials, answer, amount: amount.value, isProved }) : amount;
}

function infeasible(moved: readonly Moved[], target: bigint) {
  const last = moved.at(-1);
  const bounds = moved.map(({ trials: { open }, answer }) => {
    const sign = answer.step === open.least ? "≥" : "≤";
    return `${open.name} ${sign} ${numberAt(open, answer.step)}`;
  });
  const amount = last?.amount ?? 0n;
  return issue("lever-infeasible", last?.trials.open.lever.place ?? {}, {
    target: formatTenge(tiyn(target)),
    bounds: bounds.join("; "),
    amount: formatTenge(tiyn(amount)),
    lacking: formatTenge(tiyn(amount - target)),
  });
}

function stepPrice({ trials, answer, amount }: Moved): Tiyn | undefined {
  const next = answer.kind === "found" ? trials.known.get(answer.next) : undefined;
  return next === undefined ? undefined : tiyn(next - amount);
}

/** Nothing where one unit is no whole number of steps. */
function unitPrice({ trials, answer, amount }: Moved): Result<Tiyn | undefined> {
  const steps = stepsInUnit(trials.open);
  if (steps === undefined) return ok(undefined);
  const further = trials.at(answer.step + steps);
  return further.ok ? ok(tiyn(further.value - amount)) : ok(undefined);
}

function solvedLever({ trials: { open }, answer }: Moved): SolvedLever {
  const { step, kind } = answer;
  const bound = step === open.least ? "least" : "greatest";
  return {
    lever: open.lever,
    number: numberAt(open, step),
    digits: digitsAt(open, step),
    before: open.values.map(({ overridden }) => overridden.base?.digits),
    bound: kind === "found" ? undefined : bound,
  };
}

function pointsOf({ trials: { open, known } }: Moved, lever: number): readonly SolvePoint[] {
  return [...known]
    .filter(([step]) => step >= open.least && step <= open.greatest)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([step, amount]) => ({ lever, number: numberAt(open, step), amount: tiyn(amount) }));
}

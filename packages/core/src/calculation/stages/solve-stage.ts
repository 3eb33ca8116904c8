/**
 * Rates that are found: tied by their factors to one lever, so that a total meets its target.
 *
 * The lever moves in steps of its places. The total must rise or fall all the way between the
 * bounds, so a bracket is halved, or cut where a straight line would meet the target, until it is
 * one step wide. A total that is seen to turn is refused.
 */
import { type Issue, issue, type Place } from "../../kernel/index.ts";
import type { SolveStage } from "../../methodology/index.ts";
import {
  compareRatios,
  Dec,
  divideRounded,
  multiplyRatios,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  roundRatio,
  subtractRatios,
  ZERO,
} from "../../money/index.ts";
import { exactText } from "../trace.ts";

/** What a solve stage asks of the run. */
export type SolveQuestion = {
  /** One unit of a rate times its factor, by rate. */
  readonly factors: ReadonlyMap<string, Ratio>;
  readonly target: Ratio;
  readonly tolerance: Ratio | undefined;
  /** The total, were these the rates. */
  readonly totalAt: (rates: ReadonlyMap<string, Ratio>) => Ratio;
};

export type SolvedRates = {
  readonly stage: SolveStage;
  readonly rates: ReadonlyMap<string, Ratio>;
  readonly lever: Ratio;
  readonly total: Ratio;
  readonly target: Ratio;
  /** How many times the total was worked out. */
  readonly trials: number;
};

/** The rates, or why there are none: the target lies outside the bounds or out of tolerance. */
export function solveRates(stage: SolveStage, question: SolveQuestion): SolvedRates | Issue {
  const { target } = question;
  const steps = 10n ** BigInt(stage.places);
  const known = new Map<bigint, Ratio>();
  const at = (step: bigint): Ratio => {
    const found =
      known.get(step) ?? question.totalAt(ratesAt(stage, ratioOf(step, steps), question));
    known.set(step, found);
    return found;
  };
  let low = stepsOf(stage.least, steps, "ceil");
  let high = stepsOf(stage.greatest, steps, "floor");
  if (low > high) return stepless(stage, exactText(ratioOf(low, steps)));
  const [first, last] = [at(low), at(high)];
  const rises = compareRatios(first, last) <= 0;
  const order = (step: bigint): number => compareRatios(at(step), target) * (rises ? 1 : -1);
  for (let part = 1n; part < SAMPLES; part += 1n) at(low + ((high - low) * part) / SAMPLES);
  if (!isMonotone(known, rises)) return turning(stage);
  if (order(low) > 0 || order(high) < 0) {
    const [least, greatest] = rises ? [first, last] : [last, first];
    return refusal(stage, "solve-infeasible", {
      ...{ stage: stage.id, target: exactText(target) },
      ...{ least: exactText(least), greatest: exactText(greatest) },
    });
  }
  [low, high] = narrow(low, high, at, target, order);
  if (!isMonotone(known, rises)) return turning(stage);
  const chosen = chooseStep(low, high, at, stage, target, rises);
  const total = at(chosen);
  const { tolerance } = question;
  if (tolerance !== undefined && compareRatios(distance(total, target), tolerance) > 0) {
    return refusal(stage, "solve-tolerance", {
      ...{ stage: stage.id, target: exactText(target) },
      ...{ total: exactText(total), tolerance: exactText(tolerance) },
    });
  }
  const lever = ratioOf(chosen, steps);
  const rates = ratesAt(stage, lever, question);
  return { stage, rates, lever, total, target, trials: known.size };
}

/** Two neighbouring steps: the total does not pass the target at the first, and does after it. */
function narrow(
  least: bigint,
  greatest: bigint,
  at: (step: bigint) => Ratio,
  target: Ratio,
  order: (step: bigint) => number,
): readonly [bigint, bigint] {
  let [low, high] = [least, greatest];
  for (let round = 0; high - low > 1n; round += 1) {
    const middle = round % 3 === 2 ? (low + high) / 2n : secant(low, high, at, target);
    if (order(middle) > 0) high = middle;
    else low = middle;
  }
  return [low, high];
}

/** Into so many parts the bounds are divided, to see that the total does not turn between them. */
const SAMPLES = 8n;

/** Whether every total that was worked out lies between those of its neighbours. */
function isMonotone(known: ReadonlyMap<bigint, Ratio>, rises: boolean): boolean {
  const totals = [...known]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, total]) => total);
  return totals.every((total, place) => {
    const before = totals[place - 1];
    return before === undefined || compareRatios(before, total) * (rises ? 1 : -1) <= 0;
  });
}

/** The rates at a lever, each rounded to its own places. */
function ratesAt(
  { rates }: SolveStage,
  lever: Ratio,
  { factors }: SolveQuestion,
): ReadonlyMap<string, Ratio> {
  return new Map(
    rates.map(({ id, places, rounding }) => {
      const exact = multiplyRatios(lever, factors.get(id) ?? ratioOf(1n));
      return [id, roundRatio(exact, places, rounding)];
    }),
  );
}

/** Where a straight line between the ends meets the target, inside the bracket. */
function secant(low: bigint, high: bigint, at: (step: bigint) => Ratio, target: Ratio): bigint {
  const rise = subtractRatios(at(high), at(low));
  if (rise.numerator === 0n) return (low + high) / 2n;
  const part = subtractRatios(target, at(low));
  const above = part.numerator * rise.denominator * (high - low);
  const below = part.denominator * rise.numerator;
  const [dividend, divisor] = below < 0n ? [-above, -below] : [above, below];
  const step = low + divideRounded(dividend, divisor, "floor");
  if (step <= low) return low + 1n;
  return step >= high ? high - 1n : step;
}

/** Of the two steps around the target the nearer one, or the one that does not pass it. */
function chooseStep(
  low: bigint,
  high: bigint,
  at: (step: bigint) => Ratio,
  { approach }: SolveStage,
  target: Ratio,
  rises: boolean,
): bigint {
  if (compareRatios(at(high), target) === 0) return high;
  if (compareRatios(at(low), target) === 0) return low;
  if (approach === "not-above") return rises ? low : high;
  const order = compareRatios(distance(at(low), target), distance(at(high), target));
  return order <= 0 ? low : high;
}

function distance(left: Ratio, right: Ratio): Ratio {
  const difference = subtractRatios(left, right);
  return difference.numerator < 0n ? subtractRatios(ZERO, difference) : difference;
}

/** The outermost step inside a bound. */
function stepsOf(digits: string, steps: bigint, mode: "floor" | "ceil"): bigint {
  const { numerator, denominator } = ratioOfDecimal(new Dec(digits));
  return divideRounded(numerator * steps, denominator, mode);
}

/** No step of the lever lies between the bounds. */
function stepless({ place, greatest }: SolveStage, next: string): Issue {
  const where = { ...place, path: [...(place.path ?? []), "greatest"] };
  return issue("number-out-of-range", where, { value: greatest, expected: `≥ ${next}` });
}

function turning(stage: SolveStage): Issue {
  return refusal(stage, "solve-not-monotone", { stage: stage.id });
}

function refusal<Code extends "solve-infeasible" | "solve-tolerance" | "solve-not-monotone">(
  stage: SolveStage,
  code: Code,
  facts: Parameters<typeof issue<Code>>[2],
): Issue {
  const path = [...(stage.place.path ?? []), "target"];
  const place: Place = { ...stage.place, path };
  return issue(code, place, facts);
}

/** Rates so that a total meets its target: the greatest step of the lever that does not pass it. */
import { evaluate } from "./evaluate.ts";
import { number, roundToPlaces } from "./formula-values.ts";
import {
  type Fraction,
  fraction,
  fractionOf,
  minus,
  NOTHING,
  order,
  over,
  times,
  wholeBelow,
} from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import { placeOf, type World } from "./world.ts";

export function solveRates(stage: StageDocument, world: World): ReadonlyMap<string, Fraction> {
  const { least = "0", greatest = "0", places = 0, target, total, tolerance } = stage;
  const step = fraction(1n, 10n ** BigInt(places));
  const cityValue = (text: StageDocument["total"], city: World) =>
    number(evaluate(city.law.treeOf(text ?? ""), placeOf(undefined), city));
  const wanted = cityValue(target, world);
  const ratesAt = (steps: bigint) => ratesOf(stage, times(fraction(steps), step), world);
  const known = new Map<bigint, Fraction>();
  const totalAt = (steps: bigint): Fraction => {
    const found = known.get(steps) ?? cityValue(total, world.atRates(ratesAt(steps)));
    known.set(steps, found);
    return found;
  };
  const low = -wholeBelow(minus(NOTHING, over(fractionOf(least), step)));
  const high = wholeBelow(over(fractionOf(greatest), step));
  if (low > high) refuse("number-out-of-range");
  const rises = order(totalAt(low), totalAt(high)) <= 0n;
  /** Above zero when the total at this step has passed the target. */
  const passed = (steps: bigint) =>
    rises ? order(totalAt(steps), wanted) : order(wanted, totalAt(steps));
  if (passed(low) > 0n || passed(high) < 0n) refuse("solve-infeasible");
  let [before, after] = [low, high + 1n];
  while (after - before > 1n) {
    const middle = (before + after) / 2n;
    if (passed(middle) <= 0n) before = middle;
    else after = middle;
  }
  const isMet = passed(before) === 0n || before === high;
  const chosen = isMet ? before : nearer(stage, before, totalAt, wanted, rises);
  const distance = distanceOf(totalAt(chosen), wanted);
  if (tolerance !== undefined && order(distance, cityValue(tolerance, world)) > 0n) {
    refuse("solve-tolerance");
  }
  return ratesAt(chosen);
}

/** Of the steps on both sides of the target. */
function nearer(
  { approach = "not-above" }: StageDocument,
  before: bigint,
  totalAt: (steps: bigint) => Fraction,
  wanted: Fraction,
  rises: boolean,
): bigint {
  const after = before + 1n;
  if (approach === "not-above") return rises ? before : after;
  const nearness = order(distanceOf(totalAt(before), wanted), distanceOf(totalAt(after), wanted));
  return nearness <= 0n ? before : after;
}

function distanceOf(left: Fraction, right: Fraction): Fraction {
  return order(left, right) < 0n ? minus(right, left) : minus(left, right);
}

/** The lever times each factor, rounded as the rate says. */
function ratesOf({ rates = [] }: StageDocument, lever: Fraction, world: World) {
  return new Map(
    rates.map(({ rate, places, rounding = "half-up", factor }) => {
      const by =
        factor === undefined
          ? fraction(1n)
          : number(evaluate(world.law.treeOf(factor), placeOf(undefined), world));
      return [rate, roundToPlaces(times(lever, by), places, rounding)] as const;
    }),
  );
}

/**
 * The change of a line between two sides, split into how many are paid for and how much each is
 * paid on average.
 *
 * It is a split into count and average rate, not into causes: the average moves with the mix of
 * children as well as with the law. Both parts are taken in both orders and averaged, so neither
 * comes first, and swapping the sides flips their signs. What the two rounded parts miss of the
 * change is told as rounding, so that the three add up to the tiyn.
 */
import { compareIdTuples, present } from "../kernel/index.ts";
import {
  addRatios,
  divideRatios,
  isZeroRatio,
  multiplyRatios,
  type Ratio,
  ratioOf,
  reduceRatio,
  roundToTiyn,
  subtractRatios,
  type Tiyn,
  tiyn,
} from "../money/index.ts";
import { type ComparedLine, type ComparedSide, lineKeyOf } from "./compare-sides.ts";

/**
 * Why a change is told whole: the line stands on one side alone; it is an estimate; one side does
 * not say whom it pays for (a supplement counts nobody again); one side pays for nobody.
 */
export const WHOLE_REASONS = ["appeared", "gone", "estimate", "uncounted", "nobody"] as const;
export type WholeReason = (typeof WHOLE_REASONS)[number];

/** What a line pays in a year, for how many child-months, and tenge for each of them. */
export type LineFigures = {
  readonly amount: Tiyn;
  readonly childMonths: Ratio | undefined;
  readonly rate: Ratio | undefined;
};

export type LineChange = ReturnType<typeof lineKeyOf> & {
  /** Absent where the side has no such line. */
  readonly from: LineFigures | undefined;
  readonly to: LineFigures | undefined;
  readonly change: Tiyn;
  readonly split: LineSplit;
};

export type LineSplit =
  | {
      readonly kind: "split";
      readonly count: Tiyn;
      readonly rate: Tiyn;
      readonly rounding: Tiyn;
    }
  | { readonly kind: "whole"; readonly reason: WholeReason };

/** What all changes of some lines come to; the parts add up to the change. */
export type SplitTotals = {
  readonly change: Tiyn;
  readonly count: Tiyn;
  readonly rate: Tiyn;
  readonly rounding: Tiyn;
  /** Changes that are told whole, with the number of their lines; every reason is there. */
  readonly whole: ReadonlyMap<WholeReason, { readonly lines: number; readonly amount: Tiyn }>;
  /** How many lines are split. */
  readonly splitLines: number;
};

/** Every line of either side, sorted by organisation, tier, budget code and method. */
export function splitCountAndRate(from: ComparedSide, to: ComparedSide): readonly LineChange[] {
  const before = new Map(from.lines.map((line) => [nameOf(line), line]));
  const after = new Map(to.lines.map((line) => [nameOf(line), line]));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((name) => changeOfLine(before.get(name), after.get(name)))
    .sort((left, right) => compareIdTuples(keyOf(left), keyOf(right)));
}

function keyOf(line: ReturnType<typeof lineKeyOf>): readonly string[] {
  return [line.organisationId, line.tier, line.budgetCode, line.method];
}

function nameOf(line: ComparedLine): string {
  return keyOf(line).join("|");
}

function changeOfLine(from: ComparedLine | undefined, to: ComparedLine | undefined): LineChange {
  const either = present(from ?? to, "a line stands on one side at least");
  const change = tiyn((to?.amount ?? 0n) - (from?.amount ?? 0n));
  const figures = { from: from && figuresOf(from), to: to && figuresOf(to) };
  return { ...lineKeyOf(either), ...figures, change, split: splitOf(from, to, change) };
}

function figuresOf({ amount, childMonths }: ComparedLine): LineFigures {
  const isCounted = childMonths !== undefined && !isZeroRatio(childMonths);
  return { amount, childMonths, rate: isCounted ? rateOf(amount, childMonths) : undefined };
}

function rateOf(amount: Tiyn, childMonths: Ratio): Ratio {
  return reduceRatio(divideRatios(ratioOf(amount, 100n), childMonths));
}

function splitOf(
  from: ComparedLine | undefined,
  to: ComparedLine | undefined,
  change: Tiyn,
): LineSplit {
  if (from === undefined) return { kind: "whole", reason: "appeared" };
  if (to === undefined) return { kind: "whole", reason: "gone" };
  if (from.method === "estimate") return { kind: "whole", reason: "estimate" };
  const [monthsBefore, monthsAfter] = [from.childMonths, to.childMonths];
  if (monthsBefore === undefined || monthsAfter === undefined) {
    return { kind: "whole", reason: "uncounted" };
  }
  if (isZeroRatio(monthsBefore) || isZeroRatio(monthsAfter)) {
    return { kind: "whole", reason: "nobody" };
  }
  const [rateBefore, rateAfter] = [
    rateOf(from.amount, monthsBefore),
    rateOf(to.amount, monthsAfter),
  ];
  const count = effect([monthsBefore, monthsAfter], [rateBefore, rateAfter]);
  const rate = effect([rateBefore, rateAfter], [monthsBefore, monthsAfter]);
  return { kind: "split", count, rate, rounding: tiyn(change - count - rate) };
}

type BeforeAndAfter = readonly [before: Ratio, after: Ratio];

/** The difference of what moves, times the average of what is held. */
function effect([before, after]: BeforeAndAfter, held: BeforeAndAfter): Tiyn {
  const twice = multiplyRatios(subtractRatios(after, before), addRatios(...held));
  return roundToTiyn(divideRatios(twice, ratioOf(2n)), "half-up");
}

/** The parts of these lines together; an empty list has no change. */
export function sumSplits(lines: readonly LineChange[]): SplitTotals {
  const sums = { change: 0n, count: 0n, rate: 0n, rounding: 0n };
  const whole = new Map(WHOLE_REASONS.map((reason) => [reason, { lines: 0, amount: tiyn(0n) }]));
  let splitLines = 0;
  for (const { change, split } of lines) {
    sums.change += change;
    if (split.kind === "whole") {
      const known = present(whole.get(split.reason), split.reason);
      const amount = tiyn(known.amount + change);
      whole.set(split.reason, { lines: known.lines + 1, amount });
      continue;
    }
    splitLines += 1;
    sums.count += split.count;
    sums.rate += split.rate;
    sums.rounding += split.rounding;
  }
  const { change, count, rate, rounding } = sums;
  return {
    ...{ change: tiyn(change), count: tiyn(count) },
    ...{ rate: tiyn(rate), rounding: tiyn(rounding), whole, splitLines },
  };
}

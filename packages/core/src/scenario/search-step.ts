/**
 * The step of a lever at which a total comes nearest to a target without passing it.
 *
 * The total rises or falls all the way, in jumps: rates are rounded, so neighbouring steps may give
 * one total. The bracket between a step that fits and one that does not is cut where a straight
 * line between them would meet the target, then by strides that double and by halves, until it is
 * one step wide.
 */
import { ok, type Result } from "../kernel/index.ts";
import { divideRounded } from "../money/index.ts";

/** Steps are whole numbers; totals are whole tiyn. */
export type StepQuestion = {
  readonly least: bigint;
  readonly greatest: bigint;
  readonly target: bigint;
  readonly at: (step: bigint) => Result<bigint>;
  /** A step whose total is known already, where there is one. */
  readonly start: bigint | undefined;
  /** Whether totals rise with the step, or fall, where that is known beforehand. */
  readonly rises: boolean | undefined;
};

export type StepAnswer =
  /** `next` is the neighbour that would pass the target. */
  | { readonly kind: "found"; readonly step: bigint; readonly next: bigint }
  /** The total stays within the target up to this bound. */
  | { readonly kind: "fits-at-bound"; readonly step: bigint }
  /** The total passes the target even at this bound. */
  | { readonly kind: "passes-at-bound"; readonly step: bigint }
  /** The total does not depend on the lever. */
  | { readonly kind: "idle"; readonly step: bigint };

/** The answer, or the faults of a total that could not be calculated. */
export function searchStep(question: StepQuestion): Result<StepAnswer> {
  const { rises, start } = question;
  const isKnown = rises !== undefined && start !== undefined;
  return isKnown && isInside(start, question.least, question.greatest)
    ? searchFrom(start, rises, question)
    : searchBetween(question);
}

/** One bound is enough where the total is known to turn the right way from the start. */
function searchFrom(start: bigint, rises: boolean, question: StepQuestion): Result<StepAnswer> {
  const { least, greatest, target, at } = question;
  const [cheap, dear] = rises ? [least, greatest] : [greatest, least];
  const here = at(start);
  if (!here.ok) return here;
  const isFitting = here.value <= target;
  const bound = isFitting ? dear : cheap;
  const there = at(bound);
  if (!there.ok) return there;
  // Between the start and the bound nothing happens: whether anything does the other one tells.
  if (here.value === there.value) return searchBetween(question);
  if (isFitting && there.value <= target) return ok({ kind: "fits-at-bound", step: bound });
  if (!isFitting && there.value > target) return ok({ kind: "passes-at-bound", step: bound });
  const [one, other] = [
    { step: start, total: here.value },
    { step: bound, total: there.value },
  ];
  return foundIn(isFitting ? narrow(one, other, question) : narrow(other, one, question));
}

function searchBetween(question: StepQuestion): Result<StepAnswer> {
  const { least, greatest, target, at } = question;
  const [low, high] = [at(least), at(greatest)];
  if (!low.ok) return low;
  if (!high.ok) return high;
  if (low.value === high.value) return ok(levelAnswer(low.value, question));
  const rises = low.value < high.value;
  const [cheap, dear] = rises ? [least, greatest] : [greatest, least];
  const [cheapest, dearest] = rises ? [low.value, high.value] : [high.value, low.value];
  if (cheapest > target) return ok({ kind: "passes-at-bound", step: cheap });
  if (dearest <= target) return ok({ kind: "fits-at-bound", step: dear });
  const ends = [
    { step: cheap, total: cheapest },
    { step: dear, total: dearest },
  ] as const;
  return foundIn(narrow(...ends, question));
}

function foundIn(bracket: Result<Bracket>): Result<StepAnswer> {
  if (!bracket.ok) return bracket;
  const { fits, passes } = bracket.value;
  return ok({ kind: "found", step: fits.step, next: passes.step });
}

function levelAnswer(total: bigint, { least, greatest, target, start }: StepQuestion): StepAnswer {
  const step = start ?? least;
  if (least !== greatest) return { kind: "idle", step };
  return { kind: total > target ? "passes-at-bound" : "fits-at-bound", step: least };
}

type Point = { readonly step: bigint; readonly total: bigint };
type Bracket = { readonly fits: Point; readonly passes: Point };

/** Two neighbours, one on either side of the target. */
function narrow(cheap: Point, dear: Point, question: StepQuestion): Result<Bracket> {
  const { target, at, start } = question;
  let [fits, passes] = [cheap, dear];
  let way: Way = { kind: "line", side: undefined, tried: 0, stride: 1n };
  const isBetween = start !== undefined && isInside(start, fits.step, passes.step);
  let next = isBetween ? start : meeting(fits, passes, target);
  while (size(passes.step - fits.step) > 1n) {
    const found = at(next);
    if (!found.ok) return found;
    const point = { step: next, total: found.value };
    const side = point.total <= target ? "fits" : "passes";
    if (side === "fits") fits = point;
    else passes = point;
    // What is known from the start says nothing of how the line does.
    if (next !== start) way = nextWay(way, side);
    next = nextStep(way, point, { fits, passes }, target);
  }
  return ok({ fits, passes });
}

/** How the next step is chosen, and on which side of the target the last one was. */
type Way = {
  readonly kind: "line" | "stride" | "halves";
  readonly side: "fits" | "passes" | undefined;
  readonly tried: number;
  readonly stride: bigint;
};

/** A straight line seldom needs more. */
const LINES = 4;

/**
 * Along the line at first; where it stays on one side, in strides that double, as on a wide stair;
 * then by halves, so that no shape of the total makes the search long.
 */
function nextWay({ kind, side: before, tried, stride }: Way, side: "fits" | "passes"): Way {
  const isSame = before === side;
  const next = { side, tried: tried + 1, stride: stride * 2n };
  if (kind === "halves" || (kind === "stride" && !isSame)) return { ...next, kind: "halves" };
  if (isSame) return { ...next, kind: "stride" };
  return { ...next, kind: tried < LINES ? "line" : "halves", stride: 1n };
}

function nextStep(
  { kind, stride }: Way,
  last: Point,
  { fits, passes }: Bracket,
  target: bigint,
): bigint {
  switch (kind) {
    case "line":
      return meeting(fits, passes, target);
    case "stride":
      return strideFrom(last, fits, passes, stride);
    case "halves":
      return between((fits.step + passes.step) / 2n, fits.step, passes.step);
  }
}

/** Where the straight line between two points meets the target, strictly between them. */
function meeting(fits: Point, passes: Point, target: bigint): bigint {
  const rise = passes.total - fits.total;
  const width = passes.step - fits.step;
  const part = divideRounded((target - fits.total) * width, rise, "half-up");
  return between(fits.step + part, fits.step, passes.step);
}

/** So many steps from one end of the bracket towards the other. */
function strideFrom(from: Point, fits: Point, passes: Point, stride: bigint): bigint {
  const towards = from.step === fits.step ? passes : fits;
  const step = from.step + (towards.step > from.step ? stride : -stride);
  return between(step, fits.step, passes.step);
}

/** The step, or the nearest one strictly between the ends. */
function between(step: bigint, one: bigint, other: bigint): bigint {
  const [low, high] = one < other ? [one, other] : [other, one];
  if (step <= low) return low + 1n;
  return step >= high ? high - 1n : step;
}

function isInside(step: bigint, one: bigint, other: bigint): boolean {
  const [low, high] = one < other ? [one, other] : [other, one];
  return step > low && step < high;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Fits explained: the envelope of the group, the factor, and the line's part to a unit. */
import { invariant } from "../kernel/index.ts";
import type { FitStage } from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  type Ratio,
  ratioOf,
  roundRatio,
  subtractRatios,
  tiyn,
} from "../money/index.ts";
import {
  groupOfDesk,
  inTiyn,
  itemsOfGroup,
  moneyValue,
  type StageDesk,
  type Told,
} from "./explain-stage-desk.ts";
import {
  boundCodesOf,
  explainPart,
  groupBound,
  isApportioned,
  type StagePart,
} from "./explain-stage-part.ts";
import type { StagedItem } from "./stages/outcome.ts";
import { unitOfPlaces } from "./stages/stage-context.ts";
import { numberValue, sentence, type TraceSentence } from "./trace.ts";

export function explainFit(stage: FitStage, desk: StageDesk): Told {
  const { item, scope, explainer } = desk;
  const { codes, figures, left } = groupOfDesk(desk);
  const bound = groupBound(stage.by, codes, scope);
  const precision = { places: 2, rounding: stage.rounding };
  const envelope = explainPart("envelope", stage.envelope, bound, precision, scope, explainer);
  invariant(
    envelope.whole === inTiyn(figures.envelope),
    `explanation of the envelope of ${stage.id}`,
  );
  const { floor, ceiling } = boundsOf(stage, desk);
  const money = moneyOf(envelope.whole, desk);
  const scaling = scaleLine(money, stage, desk);
  const parts = [envelope, floor, ceiling];
  return {
    after: tiyn(scaling.after),
    sentences: [
      ...tellMoney(money, stage, desk),
      ...scaling.sentences,
      ...(left === 0n ? [] : [sentence("fit-left", { left: moneyValue(left, desk) })]),
    ],
    inputs: parts.flatMap((part) => (part === undefined ? [] : [part.traced])),
  };

  function scaleLine(group: Money, of: FitStage, at: StageDesk): Scaling {
    if (item.before < 0n) return { after: item.before, sentences: [sentence("fit-debt")] };
    const { total, sum } = group;
    const isKept =
      total === sum ||
      (of.direction === "down" && total > sum) ||
      (of.direction === "up" && total < sum);
    if (isKept) return { after: item.before, sentences: [sentence("fit-kept")] };
    const isBounded = of.floor !== undefined || of.ceiling !== undefined;
    return isBounded ? scaleWithin(group, { floor, ceiling }, of, at) : scaleFreely(group, of, at);
  }
}

/** What the group has, in whole tiyn. */
type Money = {
  readonly envelope: bigint;
  readonly estimates: bigint;
  /** What is left of the envelope for the lines that are scaled, and what they were. */
  readonly total: bigint;
  readonly sum: bigint;
};

type Scaling = { readonly after: bigint; readonly sentences: readonly TraceSentence[] };

type Bounds = { readonly floor: StagePart | undefined; readonly ceiling: StagePart | undefined };

/** A line below zero is a debt: it is never scaled, and leaves more for the others. */
function moneyOf(envelope: bigint, desk: StageDesk): Money {
  const estimates = inTiyn(groupOfDesk(desk).figures.estimates);
  const items = itemsOfGroup(desk);
  const debts = items.reduce((all, { before }) => all + (before < 0n ? before : 0n), 0n);
  const sum = items.reduce((all, { before }) => all + (before > 0n ? before : 0n), 0n);
  return { envelope, estimates, total: envelope - estimates - debts, sum };
}

function boundsOf(stage: FitStage, { item, line, scope, explainer }: StageDesk): Bounds {
  const codes = boundCodesOf(line, scope);
  const [floor, ceiling] = [
    stage.floor && explainPart("floor", stage.floor, codes, stage, scope, explainer),
    stage.ceiling && explainPart("ceiling", stage.ceiling, codes, stage, scope, explainer),
  ].map((part) => (part?.isThere === true ? part : undefined));
  const { figures } = item;
  const isSame = (part: StagePart | undefined, figure: Ratio | undefined) =>
    part?.whole === (figure === undefined ? undefined : inTiyn(figure));
  invariant(
    isSame(floor, figures.floor) && isSame(ceiling, figures.cap),
    `explanation of the bounds of ${item.organisationId} at ${stage.id}`,
  );
  return { floor, ceiling };
}

/** Every line times one factor, and what the rounding leaves by the policy of the stage. */
function scaleFreely({ total, sum }: Money, stage: FitStage, desk: StageDesk): Scaling {
  const { item } = desk;
  const unit = unitOfPlaces(stage.places);
  const factor = ratioOf(total, sum);
  const name = `explanation of the part of ${item.organisationId} at ${stage.id}`;
  const told = sentence("fit-factor", {
    factor: numberValue(factor, "1"),
    total: moneyValue(total, desk),
    sum: moneyValue(sum, desk),
  });
  if (stage.leftOver === "largest-remainder") {
    const quota = ratioOf((total / unit) * item.before, sum);
    invariant(item.after % unit === 0n && isApportioned(item.after / unit, quota), name);
    const isUp = compareRatios(ratioOf(item.after / unit), quota) > 0;
    const one = isUp ? [sentence("last-unit", { unit: moneyValue(unit, desk) })] : [];
    return { after: item.after, sentences: [told, ...one] };
  }
  const partOf = ({ before }: StagedItem) =>
    inTiyn(roundRatio(ratioOf(total * before, sum * 100n), stage.places, stage.rounding));
  const scaled = itemsOfGroup(desk).filter(({ before }) => before > 0n);
  const isLast = stage.leftOver === "last" && lastOf(scaled, desk) === item;
  const given = scaled.reduce((all, each) => all + partOf(each), 0n);
  return { after: partOf(item) + (isLast ? total - given : 0n), sentences: [told] };
}

/** The last line of the last organisation, in the order of the stage. */
function lastOf(items: readonly StagedItem[], { outcome }: StageDesk): StagedItem | undefined {
  const inOrder = [...outcome.items.values()];
  return inOrder.findLast((each) => items.includes(each));
}

/**
 * One factor for all lines that no bound holds. A line strictly inside its bounds is what it was
 * times the factor, but for what apportioning whole units to all of them may shift.
 */
function scaleWithin(
  money: Money,
  { floor, ceiling }: Bounds,
  stage: FitStage,
  desk: StageDesk,
): Scaling {
  const { item } = desk;
  const unit = unitOfPlaces(stage.places);
  const least = roundedUp(floor?.whole, unit);
  const most = ceiling === undefined ? undefined : (ceiling.whole / unit) * unit;
  const name = `explanation of the part of ${item.organisationId} at ${stage.id}`;
  const isInside = item.after >= least && (most === undefined || item.after <= most);
  invariant(isInside && item.after % unit === 0n, name);
  const after = itemsOfGroup(desk).reduce(
    (all, each) => all + (each.before < 0n ? 0n : each.after),
    0n,
  );
  invariant(after === (money.total / unit) * unit, `explanation of the envelope of ${stage.id}`);
  if (item.after === most) return { after: item.after, sentences: [sentence("fit-ceiling")] };
  if (floor !== undefined && item.after === least) {
    return { after: item.after, sentences: [sentence("fit-floor")] };
  }
  if (item.before === 0n) return { after: item.after, sentences: [] };
  const free = itemsOfGroup(desk).filter((each) => isFree(each, unit));
  const sum = free.reduce((all, { before }) => all + before, 0n);
  const factor = ratioOf(
    free.reduce((all, each) => all + each.after, 0n),
    sum,
  );
  const apart = subtractRatios(ratioOf(item.after), multiplyRatios(factor, ratioOf(item.before)));
  const shift = addRatios(ratioOf(unit), ratioOf(unit * BigInt(free.length) * item.before, sum));
  const size = apart.numerator < 0n ? subtractRatios(ratioOf(0n), apart) : apart;
  invariant(compareRatios(size, shift) <= 0, name);
  const told = sentence("fit-bounded", { factor: numberValue(factor, "1") });
  return { after: item.after, sentences: [told] };
}

function isFree({ before, after, figures }: StagedItem, unit: bigint): boolean {
  const least = roundedUp(figures.floor === undefined ? undefined : inTiyn(figures.floor), unit);
  const isAbove = figures.floor === undefined || after > least;
  const isBelow = figures.cap === undefined || after < (inTiyn(figures.cap) / unit) * unit;
  return before > 0n && isAbove && isBelow;
}

function roundedUp(amount: bigint | undefined, unit: bigint): bigint {
  // A part of the envelope is never a debt.
  if (amount === undefined || amount < 0n) return 0n;
  const whole = amount / unit;
  return (whole * unit < amount ? whole + 1n : whole) * unit;
}

function tellMoney({ envelope, estimates, sum }: Money, stage: FitStage, desk: StageDesk) {
  const facts = { envelope: moneyValue(envelope, desk), sum: moneyValue(sum, desk) };
  const standing = { estimates: moneyValue(estimates, desk) };
  return [
    sentence("fit-envelope", facts),
    ...(stage.countsEstimates ? [sentence("fit-estimates", standing)] : []),
  ];
}

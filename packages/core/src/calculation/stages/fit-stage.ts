/** Lines scaled so that each group equals its envelope, and limits that change nothing. */
import { issue } from "../../kernel/index.ts";
import type { FitStage, LimitStage } from "../../methodology/index.ts";
import {
  apportion,
  apportionWithin,
  formatTenge,
  ratioOf,
  roundRatio,
  type Tiyn,
  tiyn,
} from "../../money/index.ts";
import {
  groupFigure,
  type ItemFigures,
  type StagedItem,
  type StageOutcome,
  stageOutcome,
  tenge,
} from "./outcome.ts";
import {
  estimatesBy,
  type GroupKey,
  groupCodeOf,
  groupItems,
  itemCode,
  itemsOf,
  reportAtStage,
  type StageContext,
  type StageItem,
  unitOfPlaces,
  wholeAmount,
} from "./stage-context.ts";

type BoundedItem = StageItem & {
  readonly floor: Tiyn | undefined;
  readonly ceiling: Tiyn | undefined;
  /** Whether its floor lies above its ceiling, which is told. */
  readonly isCrossed: boolean;
};

export function runFitStage(stage: FitStage, context: StageContext): StageOutcome {
  const envelopeOf = groupCodeOf(stage.envelope, stage.by, stage, context);
  const items = boundedItems(stage, context);
  const estimatesOf = estimatesBy(stage.by, context);
  const settled = groupItems(items, stage.by, context).map(({ key, items: members }) => {
    const envelope = wholeAmount(envelopeOf(key), { ...stage, places: 2 });
    const estimates = stage.countsEstimates ? estimatesOf(key) : tiyn(0n);
    return fitGroup(key, members, { envelope, estimates }, stage, context);
  });
  return stageOutcome(
    stage,
    settled.flatMap((each) => each.items),
    settled.map(({ group }) => group),
  );
}

/** Totals beside their limits; the difference is the group's headroom. */
export function runLimitStage(stage: LimitStage, context: StageContext): StageOutcome {
  const envelopeOf = groupCodeOf(stage.envelope, stage.by, stage, context);
  const items = itemsOf(stage.lines, undefined, stage, context);
  const estimatesOf = estimatesBy(stage.by, context);
  const groups = groupItems(items, stage.by, context).map(({ key, items: members }) => {
    const total = members.reduce((sum, { before }) => sum + before, 0n);
    const estimates = stage.countsEstimates ? estimatesOf(key) : tiyn(0n);
    const envelope = wholeAmount(envelopeOf(key), { places: 2, rounding: "half-up" });
    const figures = {
      ...{ envelope: tenge(envelope), estimates: tenge(estimates) },
      ...{ before: tenge(total), after: tenge(total) },
    };
    const group = groupFigure(key, [], 0n, figures);
    return { ...group, members: members.length };
  });
  return stageOutcome(stage, [], groups);
}

type Money = { readonly envelope: Tiyn; readonly estimates: Tiyn };

function fitGroup(
  key: GroupKey,
  items: readonly BoundedItem[],
  { envelope, estimates }: Money,
  stage: FitStage,
  context: StageContext,
) {
  // A line below zero is a debt to the budget: it is never scaled.
  const scaled = items.filter(({ before }) => before >= 0n);
  const debts = items.reduce((sum, { before }) => sum + (before < 0n ? before : 0n), 0n);
  const total = envelope - estimates - debts;
  const sum = scaled.reduce((found, { before }) => found + before, 0n);
  const isKept =
    items.some(({ isCrossed }) => isCrossed) ||
    total === sum ||
    (stage.direction === "down" && total > sum) ||
    (stage.direction === "up" && total < sum);
  const parts = isKept ? undefined : shareEnvelope(key, total, scaled, stage, context);
  const list: readonly StagedItem[] = items.map((item) => ({
    organisationId: item.organisationId,
    line: item.definition.id,
    before: item.before,
    after: tiyn(parts?.get(item.name) ?? item.before),
    payer: "envelope",
    group: key.name,
    figures: boundFigures(item),
  }));
  const given =
    parts === undefined ? 0n : [...parts.values()].reduce((all, part) => all + part, 0n);
  const left = parts === undefined ? 0n : total - given;
  const figures = { envelope: tenge(envelope), estimates: tenge(estimates) };
  return { items: list, group: groupFigure(key, list, left, figures) };
}

function boundFigures({ floor, ceiling }: BoundedItem): ItemFigures {
  return {
    ...(floor === undefined ? {} : { floor: tenge(floor) }),
    ...(ceiling === undefined ? {} : { cap: tenge(ceiling) }),
  };
}

/** The parts of the envelope by line; nothing after a fault, which is told. */
function shareEnvelope(
  key: GroupKey,
  total: bigint,
  items: readonly BoundedItem[],
  stage: FitStage,
  context: StageContext,
): ReadonlyMap<string, bigint> | undefined {
  const unit = unitOfPlaces(stage.places);
  const weights = items.map(({ name, before }) => ({ id: name, weight: ratioOf(before) }));
  if (total < 0n || (total !== 0n && weights.every(({ weight }) => weight.numerator === 0n))) {
    const facts = { stage: stage.id, group: key.name, amount: formatTenge(tiyn(total)) };
    const tell = (place: object) => issue("pool-without-weights", place, facts);
    reportAtStage(tell, "envelope", stage, context, key.name);
    return undefined;
  }
  const inTiyn = (units: ReadonlyMap<string, bigint>) =>
    new Map([...units].map(([name, count]) => [name, count * unit]));
  if (stage.floor === undefined && stage.ceiling === undefined) {
    if (stage.leftOver === "largest-remainder") return inTiyn(apportion(total / unit, weights));
    return roundedParts(total, items, stage);
  }
  const within = apportionWithin(
    total / unit,
    items.map(({ name, before, floor, ceiling }) => ({
      id: name,
      weight: ratioOf(before),
      // A part of the envelope is never a debt.
      floor: floor !== undefined && floor > 0n ? roundedUp(floor, unit) : 0n,
      ceiling: ceiling && ceiling / unit,
    })),
  );
  if (within instanceof Map) return inTiyn(within);
  const { limit, sum } = within as Exclude<typeof within, ReadonlyMap<string, bigint>>;
  const facts = {
    ...{ stage: stage.id, group: key.name, limit },
    ...{ envelope: formatTenge(tiyn(total)), bound: formatTenge(tiyn(sum * unit)) },
  };
  const tell = (place: object) => issue("fit-infeasible", place, facts);
  reportAtStage(tell, limit, stage, context, key.name);
  return undefined;
}

/** Each part rounded by itself; what that leaves stays, or goes to the last. */
function roundedParts(
  total: bigint,
  items: readonly BoundedItem[],
  stage: FitStage,
): ReadonlyMap<string, bigint> {
  const sum = items.reduce((all, { before }) => all + before, 0n);
  const parts = items.map(({ name, before }) => {
    const exact = roundRatio(ratioOf(total * before, sum * 100n), stage.places, stage.rounding);
    return [name, (exact.numerator * 100n) / exact.denominator] as const;
  });
  const found = new Map(parts);
  const last = items.findLast(({ before }) => before > 0n)?.name;
  if (stage.leftOver === "last" && last !== undefined) {
    const given = parts.reduce((all, [, part]) => all + part, 0n);
    found.set(last, (found.get(last) ?? 0n) + total - given);
  }
  return found;
}

function roundedUp(amount: bigint, unit: bigint): bigint {
  const whole = amount / unit;
  return whole * unit < amount ? whole + 1n : whole;
}

function boundedItems(stage: FitStage, context: StageContext): readonly BoundedItem[] {
  const floorOf = stage.floor && itemCode(stage.floor, true, stage, context);
  const ceilingOf = stage.ceiling && itemCode(stage.ceiling, true, stage, context);
  return itemsOf(stage.lines, stage.when, stage, context).map((item) => {
    const [floor, ceiling] = [floorOf?.(item), ceilingOf?.(item)].map(
      (value) => value && wholeAmount(value, stage),
    );
    const least = floor === undefined || floor < 0n ? tiyn(0n) : floor;
    const isCrossed = item.before >= 0n && ceiling !== undefined && least > ceiling;
    if (isCrossed) {
      const facts = {
        ...{ stage: stage.id, organisation: item.organisationId },
        ...{ floor: formatTenge(least), ceiling: formatTenge(ceiling) },
      };
      const tell = (place: object) => issue("bounds-crossed", place, facts);
      const field = stage.floor === undefined ? "ceiling" : "floor";
      reportAtStage(tell, field, stage, context, item.name);
    }
    return { ...item, floor, ceiling, isCrossed };
  });
}

/** Pools: money collected from some organisations, or given, and shared among others by weight. */
import { compareIds, issue } from "../../kernel/index.ts";
import type { PoolStage } from "../../methodology/index.ts";
import {
  addRatios,
  apportion,
  apportionQuotas,
  divideRatios,
  divideRounded,
  formatTenge,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  roundRatio,
  type Tiyn,
  tiyn,
  ZERO,
} from "../../money/index.ts";
import { exactText } from "../trace.ts";
import { groupFigure, type StagedItem, type StageOutcome, stageOutcome, tenge } from "./outcome.ts";
import {
  type GroupKey,
  groupCodeOf,
  groupItems,
  itemCode,
  itemOf,
  memberStates,
  reportAtStage,
  reportOfItem,
  type StageContext,
  type StageItem,
  unitOfPlaces,
  wholeAmount,
} from "./stage-context.ts";

/** A line that gives, with its part of what its organisation gives. */
type Giver = StageItem & { readonly collected: Tiyn };
/** A line that may receive, with its weight. */
type Receiver = StageItem & { readonly weight: Ratio };

export function runPoolStage(stage: PoolStage, context: StageContext): StageOutcome {
  const givers = giversOf(stage, context);
  const receivers = receiversOf(stage, context);
  const groups = groupItems<StageItem>([...givers, ...receivers], stage.by, context);
  const amountOf =
    stage.amount === undefined ? () => ZERO : groupCodeOf(stage.amount, stage.by, stage, context);
  const giverNamed = new Map(givers.map((giver) => [giver.name, giver]));
  const receiverNamed = new Map(receivers.map((receiver) => [receiver.name, receiver]));
  const settled = groups.map(({ key, items }) => {
    // By organisation, whoever gives: the last of them is the last by id.
    const names = [...new Set(items.map(({ name }) => name))].toSorted(compareIds);
    const own = {
      givers: names.flatMap((name) => giverNamed.get(name) ?? []),
      receivers: names.flatMap((name) => receiverNamed.get(name) ?? []),
    };
    const granted = wholeAmount(amountOf(key), stage);
    return shareGroup(key, own, granted, stage, context);
  });
  return stageOutcome(
    stage,
    settled.flatMap(({ items }) => items),
    settled.map(({ group }) => group),
  );
}

function shareGroup(
  key: GroupKey,
  {
    givers,
    receivers,
  }: { readonly givers: readonly Giver[]; readonly receivers: readonly Receiver[] },
  granted: Tiyn,
  stage: PoolStage,
  context: StageContext,
) {
  const collected = givers.reduce((sum, giver) => sum + giver.collected, 0n);
  const pool = collected + granted;
  const weights = receivers.reduce((sum, { weight }) => addRatios(sum, weight), ZERO);
  const canShare = weights.numerator > 0n;
  if (!canShare && pool !== 0n) {
    const facts = { stage: stage.id, group: key.name, amount: formatTenge(tiyn(pool)) };
    const tell = (place: object) => issue("pool-without-weights", place, facts);
    reportAtStage(tell, "weight", stage, context, key.name);
  }
  const shared = canShare ? sharesOf(pool, weights, receivers, stage) : [];
  const received = new Map(shared.map(({ name, amount }) => [name, amount]));
  const shares = new Map(shared.map(({ name, share }) => [name, share]));
  const items = new Map<string, StagedItem>();
  const giverNamed = new Map(givers.map((giver) => [giver.name, giver]));
  const receiverNamed = new Map(receivers.map((receiver) => [receiver.name, receiver]));
  for (const item of [...givers, ...receivers]) {
    const giver = giverNamed.get(item.name);
    const receiver = receiverNamed.get(item.name);
    const given = giver?.collected ?? 0n;
    const taken = received.get(item.name) ?? 0n;
    const share = shares.get(item.name);
    items.set(item.name, {
      organisationId: item.organisationId,
      line: item.definition.id,
      before: item.before,
      // A notional pool collects what the formulas have taken already.
      after: tiyn(item.before - (stage.lines.length > 0 ? given : 0n) + taken),
      payer: "pool",
      group: key.name,
      figures: {
        ...(giver === undefined ? {} : { collected: tenge(given) }),
        ...(receiver === undefined ? {} : { weight: receiver.weight, received: tenge(taken) }),
        ...(share === undefined ? {} : { share }),
      },
    });
  }
  const left = pool - [...received.values()].reduce((sum, amount) => sum + amount, 0n);
  const figures = {
    ...{ collected: tenge(collected), granted: tenge(granted), pool: tenge(pool) },
    weights,
  };
  const list = [...items.values()];
  return { items: list, group: groupFigure(key, list, canShare ? left : 0n, figures) };
}

type Share = { readonly name: string; readonly share: Ratio; readonly amount: bigint };

/** Each receiver's share of the pool, rounded when the law says so, and the amount it comes to. */
function sharesOf(
  pool: bigint,
  weights: Ratio,
  receivers: readonly Receiver[],
  stage: PoolStage,
): readonly Share[] {
  const unit = unitOfPlaces(stage.places);
  const exact = receivers.map(({ name, weight }) => {
    const share = divideRatios(weight, weights);
    const { sharePlaces } = stage;
    const rounded =
      sharePlaces === undefined ? share : roundRatio(share, sharePlaces, stage.rounding);
    return { name, share: rounded, quota: multiplyRatios(ratioOf(pool, unit), rounded) };
  });
  if (stage.leftOver === "largest-remainder") {
    const claims = exact.filter(({ share }) => share.numerator !== 0n);
    // Where every share is rounded to nothing, all of the pool is left.
    const units = apportionQuotas(
      claims.length === 0 ? 0n : pool / unit,
      claims.map(({ name, quota }) => ({ id: name, quota })),
    );
    return exact.map(({ name, share }) => ({
      name,
      share,
      amount: (units.get(name) ?? 0n) * unit,
    }));
  }
  const amounts = exact.map(({ name, share, quota }) => {
    const units = divideRounded(quota.numerator, quota.denominator, stage.rounding);
    return { name, share, amount: units * unit };
  });
  if (stage.leftOver === "leave") return amounts;
  const given = amounts.reduce((sum, { amount }) => sum + amount, 0n);
  const last = amounts.findLast(({ share }) => share.numerator > 0n)?.name;
  return amounts.map((each) =>
    each.name === last ? { ...each, amount: each.amount + pool - given } : each,
  );
}

/** What each organisation gives, taken from its lines in proportion to what they are. */
function giversOf(stage: PoolStage, context: StageContext): readonly Giver[] {
  const { collect } = stage;
  if (collect === undefined) return [];
  const collectOf = itemCode(collect, false, stage, context);
  // Where the formulas have taken it already, the receiving line stands for the organisation.
  const isNotional = stage.lines.length === 0;
  const lines = isNotional ? [stage.into] : stage.lines;
  return memberStates(stage.when, stage, context).flatMap((state) => {
    const all = lines.map((line) => {
      const before = context.amountBefore(line, state);
      return {
        isThere: before !== undefined,
        item: itemOf(line, state, before ?? tiyn(0n), context),
      };
    });
    const [first] = all;
    if (first === undefined) return [];
    const collected = wholeAmount(collectOf(first.item) ?? ZERO, stage);
    if (collected === 0n) return [];
    const parts = all.filter(({ isThere }) => isThere || isNotional).map(({ item }) => item);
    const value = formatTenge(collected);
    if (collected < 0n) reportOfItem("collect-negative", value, first.item, stage, context);
    else if (parts.length === 0) {
      reportOfItem("collect-without-line", value, first.item, stage, context);
      return [];
    }
    return parts.length === 0 ? [] : takeFrom(parts, collected);
  });
}

function takeFrom(parts: readonly StageItem[], collected: Tiyn): readonly Giver[] {
  const hasWeights = parts.some(({ before }) => before > 0n);
  const taken = apportion(
    collected,
    parts.map(({ name, before }) => ({
      id: name,
      weight: hasWeights ? ratioOf(before > 0n ? before : 0n) : ONE,
    })),
  );
  return parts.map((part) => ({ ...part, collected: tiyn(taken.get(part.name) ?? 0n) }));
}

/** The organisations that may have the receiving line, each with its weight. */
function receiversOf(stage: PoolStage, context: StageContext): readonly Receiver[] {
  const weightOf = itemCode(stage.weight, false, stage, context);
  return memberStates(stage.when, stage, context).flatMap((state) => {
    if (!context.applies(stage.into, state)) return [];
    const before = context.amountBefore(stage.into, state) ?? tiyn(0n);
    const item = itemOf(stage.into, state, before, context);
    const weight = weightOf(item) ?? ZERO;
    if (weight.numerator < 0n) {
      reportOfItem("weight-negative", exactText(weight), item, stage, context);
      return [];
    }
    return [{ ...item, weight }];
  });
}

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
import type { RunState } from "../run-state.ts";
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

type Party = Giver | Receiver;

export function runPoolStage(stage: PoolStage, context: StageContext): StageOutcome {
  const members = memberStates(stage.when, stage, context);
  const givers = giversOf(members, stage, context);
  const receivers = receiversOf(members, stage, context);
  const groups = groupItems<Party>([...givers, ...receivers], stage.by, context);
  const amountOf =
    stage.amount === undefined ? () => ZERO : groupCodeOf(stage.amount, stage.by, stage, context);
  const settled = groups.map(({ key, items }) => {
    const own = {
      givers: byName(items.filter((item): item is Giver => "collected" in item)),
      receivers: byName(items.filter((item): item is Receiver => "weight" in item)),
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

/** By organisation, then line, each once: the last of them is the last by id. */
function byName<Item extends StageItem>(items: readonly Item[]): ReadonlyMap<string, Item> {
  const sorted = items.toSorted((left, right) => compareIds(left.name, right.name));
  return new Map(sorted.map((item) => [item.name, item]));
}

type Parties = {
  readonly givers: ReadonlyMap<string, Giver>;
  readonly receivers: ReadonlyMap<string, Receiver>;
};

function shareGroup(
  key: GroupKey,
  parties: Parties,
  granted: Tiyn,
  stage: PoolStage,
  context: StageContext,
) {
  const givers = [...parties.givers.values()];
  const receivers = [...parties.receivers.values()];
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
  const shares = new Map(shared.map((share) => [share.name, share]));
  const only = receivers.filter(({ name }) => !parties.givers.has(name));
  const items = [...givers, ...only].map((item) =>
    settle(item, parties, shares.get(item.name), key.name, stage),
  );
  const received = shared.reduce((sum, { amount }) => sum + amount, 0n);
  const figures = {
    ...{ collected: tenge(collected), granted: tenge(granted), pool: tenge(pool) },
    weights,
  };
  const left = canShare ? pool - received : 0n;
  return { items, group: groupFigure(key, items, left, figures) };
}

/** A line with what it gave and what it received. */
function settle(
  item: StageItem,
  { givers, receivers }: Parties,
  share: Share | undefined,
  group: string,
  stage: PoolStage,
): StagedItem {
  const giver = givers.get(item.name);
  const receiver = receivers.get(item.name);
  const given = giver?.collected ?? 0n;
  const taken = share?.amount ?? 0n;
  return {
    organisationId: item.organisationId,
    line: item.definition.id,
    before: item.before,
    // A notional pool collects what the formulas have taken already.
    after: tiyn(item.before - (stage.lines.length > 0 ? given : 0n) + taken),
    payer: "pool",
    group,
    figures: {
      ...(giver === undefined ? {} : { collected: tenge(given) }),
      ...(receiver === undefined ? {} : { weight: receiver.weight, received: tenge(taken) }),
      ...(share === undefined ? {} : { share: share.share }),
    },
  };
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
  const { sharePlaces } = stage;
  const exact = receivers.map(({ name, weight }) => {
    const share = divideRatios(weight, weights);
    const rounded =
      sharePlaces === undefined ? share : roundRatio(share, sharePlaces, stage.rounding);
    return { name, weight, share: rounded };
  });
  const whole = ratioOf(pool, unit);
  if (stage.leftOver === "largest-remainder") {
    const claims = exact.filter(({ share }) => share.numerator !== 0n);
    // Shares that are not rounded come to the whole pool, as the weights do.
    const isWhole = sharePlaces === undefined && pool % unit === 0n;
    const units = isWhole
      ? apportion(
          pool / unit,
          claims.map(({ name, weight }) => ({ id: name, weight })),
        )
      : apportionQuotas(
          // Where every share is rounded to nothing, all of the pool is left.
          claims.length === 0 ? 0n : pool / unit,
          claims.map(({ name, share }) => ({ id: name, quota: multiplyRatios(whole, share) })),
        );
    return exact.map(({ name, share }) => ({
      name,
      share,
      amount: (units.get(name) ?? 0n) * unit,
    }));
  }
  const amounts = exact.map(({ name, share }) => {
    const quota = multiplyRatios(whole, share);
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
function giversOf(
  members: readonly RunState[],
  stage: PoolStage,
  context: StageContext,
): readonly Giver[] {
  const { collect } = stage;
  if (collect === undefined) return [];
  const collectOf = itemCode(collect, false, stage, context);
  // Where the formulas have taken it already, the receiving line stands for the organisation.
  const isNotional = stage.lines.length === 0;
  const lines = isNotional ? [stage.into] : stage.lines;
  return members.flatMap((state) => {
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
    if (collected < 0n || parts.length === 0) {
      const code = collected < 0n ? "collect-negative" : "collect-without-line";
      reportOfItem(code, formatTenge(collected), first.item, stage, context);
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
function receiversOf(
  members: readonly RunState[],
  stage: PoolStage,
  context: StageContext,
): readonly Receiver[] {
  const weightOf = itemCode(stage.weight, false, stage, context);
  return members.flatMap((state) => {
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

/** Pools explained: what was given, how large the pool is, and the line's share of it. */
import { invariant } from "../kernel/index.ts";
import type { PoolStage } from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  multiplyRatios,
  ONE,
  type Ratio,
  ratioOf,
  roundRatio,
  tiyn,
  ZERO,
} from "../money/index.ts";
import type { Explainer, ExplainScope } from "./explain-scope.ts";
import {
  groupOfDesk,
  inTiyn,
  itemsOfGroup,
  moneyValue,
  type StageDesk,
  type Told,
} from "./explain-stage-desk.ts";
import { explainPart, groupBound, isApportioned, type StagePart } from "./explain-stage-part.ts";
import { itemName, type StagedItem } from "./stages/outcome.ts";
import { unitOfPlaces } from "./stages/stage-context.ts";
import { countValue, numberValue, sentence, type TraceNode, type TraceSentence } from "./trace.ts";

export function explainPool(stage: PoolStage, desk: StageDesk): Told {
  const { item, line } = desk;
  const giving = givingOf(stage, desk);
  const receiving = line === stage.into ? receivingOf(stage, desk) : NOTHING;
  const isTaken = stage.lines.length > 0;
  return {
    after: tiyn(item.before - (isTaken ? giving.amount : 0n) + receiving.amount),
    sentences: [...giving.sentences, ...receiving.sentences],
    inputs: [...giving.parts, ...receiving.parts].map(({ traced }) => traced),
  };
}

/** What a line that the pool did not touch was asked for: nothing. */
export function explainNothingGiven(
  stage: PoolStage,
  line: string,
  scope: ExplainScope,
  explainer: Explainer,
): readonly TraceNode[] {
  if (stage.collect === undefined || !stage.lines.includes(line)) return [];
  const part = explainPart("collect", stage.collect, [], stage, scope, explainer);
  const name = `explanation of what ${scope.organisation?.id ?? ""} gives at ${stage.id}`;
  invariant(!part.isThere || part.whole === 0n, name);
  return part.isThere ? [part.traced] : [];
}

type Flow = {
  readonly amount: bigint;
  readonly sentences: readonly TraceSentence[];
  readonly parts: readonly StagePart[];
};

const NOTHING: Flow = { amount: 0n, sentences: [], parts: [] };

/** What the organisation gives, and the part of it that this line bears. */
function givingOf(stage: PoolStage, desk: StageDesk): Flow {
  const { item, line, outcome, scope, explainer } = desk;
  const isNotional = stage.lines.length === 0;
  const givers = isNotional ? [stage.into] : stage.lines;
  if (stage.collect === undefined || !givers.includes(line)) return NOTHING;
  const part = explainPart("collect", stage.collect, [], stage, scope, explainer);
  const own = inTiyn(item.figures.collected);
  const siblings = givers.flatMap((each) => {
    const found = outcome.items.get(itemName(item.organisationId, each));
    return found?.figures.collected === undefined ? [] : [found];
  });
  // A line that the pool itself begins had nothing to give.
  const isBegun = !isNotional && item.figures.collected === undefined && siblings.length > 0;
  const whole = part.isThere && !isBegun ? part.whole : 0n;
  if (isBegun) invariant(item.before === 0n, `${item.organisationId} begins ${line}`);
  else assertGiven(own, whole, siblings, desk);
  if (whole === 0n) return { ...NOTHING, parts: part.isThere ? [part] : [] };
  const code = isNotional ? "pool-counted" : own === whole ? "pool-given" : "pool-given-part";
  const facts = { collected: moneyValue(own, desk), whole: moneyValue(whole, desk) };
  return { amount: own, sentences: [sentence(code, facts)], parts: [part] };
}

/** Lines give in proportion to what they are. */
function assertGiven(
  own: bigint,
  whole: bigint,
  siblings: readonly StagedItem[],
  { item, outcome }: StageDesk,
): void {
  const weightOf = ({ before }: StagedItem) => (before > 0n ? before : 0n);
  const sum = siblings.reduce((all, each) => all + weightOf(each), 0n);
  const share =
    sum > 0n
      ? ratioOf(weightOf(item), sum)
      : divideRatios(ONE, ratioOf(BigInt(siblings.length > 0 ? siblings.length : 1)));
  const quota = multiplyRatios(ratioOf(whole), share);
  const given = siblings.reduce((all, { figures }) => all + inTiyn(figures.collected), 0n);
  const name = `explanation of what ${item.organisationId} gives at ${outcome.stage.id}`;
  invariant(given === whole && isApportioned(own, quota), name);
}

/** The line's share of the pool, by its weight among the weights of the group. */
function receivingOf(stage: PoolStage, desk: StageDesk): Flow {
  const { item, scope, explainer } = desk;
  if (item.figures.weight === undefined) return NOTHING;
  const { figures, codes, left } = groupOfDesk(desk);
  const part = explainPart("weight", stage.weight, [], undefined, scope, explainer);
  const weight = part.isThere ? part.value : ZERO;
  const granted =
    stage.amount &&
    explainPart(
      "amount",
      stage.amount,
      groupBound(stage.by, codes, scope),
      stage,
      scope,
      explainer,
    );
  const pool = inTiyn(figures.collected) + (granted?.whole ?? 0n);
  const name = `explanation of the share of ${item.organisationId} at ${stage.id}`;
  invariant(pool === inTiyn(figures.pool), name);
  const parts = [part, ...(granted === undefined ? [] : [granted])];
  const made = madeSentence(pool, granted?.whole, desk);
  if (weight.numerator === 0n) {
    invariant(inTiyn(item.figures.received) === 0n, name);
    return { amount: 0n, sentences: [...made, sentence("pool-no-weight")], parts };
  }
  const weights = figures.weights ?? ZERO;
  const exact = divideRatios(weight, weights);
  const share =
    stage.sharePlaces === undefined ? exact : roundRatio(exact, stage.sharePlaces, stage.rounding);
  invariant(compareRatios(share, item.figures.share ?? ZERO) === 0, name);
  const received = inTiyn(item.figures.received);
  invariant(received === receivedBy(share, pool, received, stage, desk), name);
  return {
    amount: received,
    sentences: [
      ...made,
      ...shareSentence({ weight: part, weights, exact, share, received }, stage, desk),
      ...(left === 0n ? [] : [sentence("pool-left", { left: moneyValue(left, desk) })]),
    ],
    parts,
  };
}

function madeSentence(
  pool: bigint,
  granted: bigint | undefined,
  desk: StageDesk,
): readonly TraceSentence[] {
  const { figures } = groupOfDesk(desk);
  const collected = moneyValue(inTiyn(figures.collected), desk);
  const facts = { pool: moneyValue(pool, desk), collected };
  if (granted === undefined) return [sentence("pool-made", facts)];
  return [sentence("pool-granted", { ...facts, granted: moneyValue(granted, desk) })];
}

/**
 * What the share comes to: rounded by itself, or cut down or filled up so that all parts make the
 * pool, or as the last one with all that is left.
 */
function receivedBy(
  share: Ratio,
  pool: bigint,
  received: bigint,
  stage: PoolStage,
  desk: StageDesk,
): bigint | undefined {
  const unit = unitOfPlaces(stage.places);
  const quotaOf = (each: Ratio) => multiplyRatios(ratioOf(pool, unit), each);
  const sharing = itemsOfGroup(desk).filter(
    ({ figures }) => figures.share !== undefined && figures.share.numerator !== 0n,
  );
  const quota = quotaOf(share);
  const cutDown = (each: Ratio) => divideRounded(each.numerator, each.denominator, "floor");
  if (stage.leftOver === "largest-remainder") {
    if (share.numerator === 0n) return 0n;
    // Rounded shares need not add up: whole rounds are then given or taken from everybody.
    const floors = sharing.reduce(
      (sum, { figures }) => sum + cutDown(quotaOf(figures.share ?? ZERO)),
      0n,
    );
    const count = BigInt(sharing.length);
    const rounds = count === 0n ? 0n : divideRounded(pool / unit - floors, count, "floor");
    const shifted = addRatios(quota, ratioOf(rounds));
    const units = received / unit;
    const isFull = units === cutDown(shifted) || units === cutDown(shifted) + 1n;
    return isFull ? units * unit : undefined;
  }
  const roundedOf = (each: Ratio) =>
    divideRounded(quotaOf(each).numerator, quotaOf(each).denominator, stage.rounding) * unit;
  const rounded = roundedOf(share);
  const last = desk.scope.run.figures.states.findLast(({ organisation }) =>
    sharing.some((each) => each.organisationId === organisation?.id),
  )?.organisation?.id;
  if (stage.leftOver === "leave" || desk.item.organisationId !== last) return rounded;
  const given = sharing.reduce((sum, { figures }) => sum + roundedOf(figures.share ?? ZERO), 0n);
  return rounded + pool - given;
}

type Sharing = {
  readonly weight: StagePart;
  readonly weights: Ratio;
  readonly exact: Ratio;
  readonly share: Ratio;
  readonly received: bigint;
};

function shareSentence(
  { weight, weights, exact, share, received }: Sharing,
  { sharePlaces }: PoolStage,
  desk: StageDesk,
): readonly TraceSentence[] {
  const unit = weight.traced.value.kind === "number" ? weight.traced.value.unit : "1";
  const facts = {
    weight: numberValue(weight.value, unit),
    weights: numberValue(weights, unit),
    share: numberValue(share, "1"),
    received: moneyValue(received, desk),
  };
  if (sharePlaces === undefined) return [sentence("pool-share", facts)];
  const rounded = { exact: numberValue(exact, "1"), places: countValue(sharePlaces) };
  return [sentence("pool-rounded-share", { ...facts, ...rounded })];
}

/** Lines scaled so that each group equals its envelope to the tiyn. */
import { roundTo, roundToPlaces } from "./formula-values.ts";
import { type Fraction, fraction, minus, NOTHING, order, over, plus, times } from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import { shareByQuotas, shareByWeights } from "./shares.ts";
import {
  byGroup,
  groupOf,
  groupValue,
  type Item,
  inTiyn,
  itemsOf,
  lineScope,
  openOutcome,
  wholeBound,
} from "./stage-parts.ts";
import type { Outcome, World } from "./world.ts";

type Bounded = Item & { readonly floor: bigint; readonly ceiling: bigint | undefined };

export function fitStage(stage: StageDocument, world: World): Outcome {
  const { outcome, move, close } = openOutcome();
  const bounded = itemsOf(stage, world).map((item) => boundedItem(item, stage, world));
  const groups = byGroup(stage, bounded, (item) => groupOf(stage, item, world));
  for (const [group, { codes, items }] of groups) {
    const envelope = groupValue(stage.envelope, stage, codes, world);
    const debts = items.reduce((sum, { before }) => (before < 0n ? sum + before : sum), 0n);
    const total =
      inTiyn(roundToPlaces(envelope, 2, stage.rounding ?? "half-up")) -
      estimatesOf(stage, codes, world) -
      debts;
    const scaled = items.filter(({ before }) => before >= 0n);
    const sum = scaled.reduce((all, { before }) => all + before, 0n);
    const { direction = "both" } = stage;
    const isKept =
      total === sum || (direction === "down" && total > sum) || (direction === "up" && total < sum);
    const parts = isKept ? scaled.map(({ before }) => before) : scale(stage, total, sum, scaled);
    const partOf = new Map(scaled.map((item, at) => [item, parts[at]]));
    for (const item of items) move(item, group, partOf.get(item) ?? item.before);
    close(group, isKept ? 0n : total - parts.reduce((all, part) => all + part, 0n));
  }
  return outcome;
}

function boundedItem(item: Item, stage: StageDocument, world: World): Bounded {
  const scope = lineScope(item.line, world);
  const floor = wholeBound(stage.floor, item, scope, stage, world) ?? 0n;
  const ceiling = wholeBound(stage.ceiling, item, scope, stage, world);
  const least = floor > 0n ? floor : 0n;
  if (ceiling !== undefined && least > ceiling && item.before >= 0n) refuse("bounds-crossed");
  return { ...item, floor: least, ceiling };
}

/** Amounts outside the formulas that belong to the group. */
function estimatesOf(stage: StageDocument, codes: readonly string[], world: World): bigint {
  if (stage.countsEstimates !== true) return 0n;
  const own = world.estimates.filter(({ tier, budgetCode, organisation }) => {
    const place = world.organisations.find(({ id }) => id === organisation);
    return (stage.by ?? []).every((name, at) => {
      if (name === "tier") return tier === codes[at];
      if (name === "budget_code") return budgetCode === codes[at];
      return place?.attributes.get(name) === codes[at];
    });
  });
  return own.reduce((sum, { tiyn }) => sum + tiyn, 0n);
}

function scale(
  stage: StageDocument,
  total: bigint,
  sum: bigint,
  items: readonly Bounded[],
): readonly bigint[] {
  const { places = 2, rounding = "half-up", leftOver = "largest-remainder" } = stage;
  if (total < 0n || (total !== 0n && sum === 0n)) refuse("pool-without-weights");
  const unit = 10n ** BigInt(2 - places);
  const units = total / unit;
  if (stage.floor !== undefined || stage.ceiling !== undefined) {
    return withinBounds(units, unit, items).map((part) => part * unit);
  }
  const weights = items.map(({ before }) => fraction(before));
  if (leftOver === "largest-remainder") {
    return shareByWeights(units, weights).map((part) => part * unit);
  }
  const parts = items.map(({ before }) => {
    return roundTo(fraction(total * before, sum * unit), rounding) * unit;
  });
  const lastItem = lastOf(stage, items);
  const last = lastItem === undefined ? -1 : items.indexOf(lastItem);
  if (leftOver === "last" && last >= 0) {
    const rest = total - parts.reduce((all, part) => all + part, 0n);
    parts[last] = (parts[last] ?? 0n) + rest;
  }
  return parts;
}

/** The last organisation that has anything; of its lines the last that the stage names. */
function lastOf({ lines = [] }: StageDocument, items: readonly Bounded[]): Bounded | undefined {
  const having = items.filter(({ before }) => before > 0n);
  const own = having.filter(({ organisation }) => organisation === having.at(-1)?.organisation);
  return own.toSorted((left, right) => lines.indexOf(left.line) - lines.indexOf(right.line)).at(-1);
}

type Claim = {
  readonly weight: Fraction;
  readonly least: Fraction;
  readonly most: Fraction | undefined;
};

/** One factor for all, found between the two corners where lines meet their bounds. */
function withinBounds(units: bigint, unit: bigint, items: readonly Bounded[]): readonly bigint[] {
  const claims = items.map(({ before, floor, ceiling }): Claim => {
    const most = ceiling === undefined ? undefined : fraction(ceiling / unit);
    return { weight: fraction(before), least: fraction((floor + unit - 1n) / unit), most };
  });
  const total = fraction(units);
  const at = (factor: Fraction) => claims.map((claim) => scaled(claim, factor));
  const sumAt = (factor: Fraction) => at(factor).reduce(plus, NOTHING);
  const corners = claims
    .filter(({ weight }) => weight.top > 0n)
    .flatMap(({ weight, least, most }) =>
      [least, ...(most ? [most] : [])].map((x) => over(x, weight)),
    )
    .toSorted((left, right) => Number(order(left, right)));
  const factors = [NOTHING, ...corners, plus(corners.at(-1) ?? NOTHING, fraction(1n))];
  if (order(sumAt(NOTHING), total) > 0n) refuse("fit-infeasible");
  const [low, high] = around(factors, (factor) => order(sumAt(factor), total) <= 0n);
  const [below, above] = [sumAt(low), sumAt(high)];
  const isFlat = order(above, below) === 0n;
  if (isFlat && order(below, total) !== 0n) refuse("fit-infeasible");
  const step = isFlat ? NOTHING : over(minus(total, below), minus(above, below));
  return wholeParts(units, plus(low, times(step, minus(high, low))), claims);
}

/** The last factor that is not too great, and the one after it. */
function around(factors: readonly Fraction[], isEnough: (factor: Fraction) => boolean) {
  let [low, high] = [0, factors.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isEnough(factors[middle] ?? NOTHING)) low = middle;
    else high = middle;
  }
  const found = factors[low] ?? NOTHING;
  return [found, factors[high] ?? plus(found, fraction(1n))] as const;
}

function scaled({ weight, least, most }: Claim, factor: Fraction): Fraction {
  const amount = times(weight, factor);
  if (order(amount, least) < 0n) return least;
  return most !== undefined && weight.top > 0n && order(amount, most) > 0n ? most : amount;
}

/** Whoever stands at a bound has it; what is left goes to the others by largest remainder. */
function wholeParts(units: bigint, factor: Fraction, claims: readonly Claim[]) {
  const quotas = claims.map((claim) => scaled(claim, factor));
  const free = claims.flatMap(({ weight, least, most }, at) => {
    const amount = times(weight, factor);
    const isBound = order(amount, least) <= 0n || (most !== undefined && order(amount, most) >= 0n);
    return weight.top === 0n || isBound ? [] : [at];
  });
  const parts = quotas.map((quota) => quota.top / quota.bottom);
  const isFree = new Set(free);
  const bound = parts.reduce((sum, part, at) => (isFree.has(at) ? sum : sum + part), 0n);
  const shared = shareByQuotas(
    units - bound,
    free.map((at) => quotas[at] ?? NOTHING),
  );
  free.forEach((at, place) => {
    parts[at] = shared[place] ?? 0n;
  });
  return parts;
}

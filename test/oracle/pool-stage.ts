/** Pools: what is collected from some organisations, or given, is shared among others by weight. */
import type { Organisation } from "./city.ts";
import { roundTo, roundToPlaces } from "./formula-values.ts";
import { type Fraction, fraction, NOTHING, order, over, times, total } from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import { shareByQuotas, shareByWeights } from "./shares.ts";
import {
  boundOf,
  byGroup,
  groupOf,
  groupValue,
  type Item,
  membersOf,
  openOutcome,
  wholeBound,
  wholeTiyn,
} from "./stage-parts.ts";
import { NOWHERE, type Outcome, type World } from "./world.ts";

/** An organisation that gives, or may receive, or both. */
type Member = {
  readonly organisation: Organisation;
  readonly given: bigint;
  /** The lines it gives from, and how much of each. */
  readonly taken: readonly { readonly item: Item; readonly part: bigint }[];
  /** Nothing where the line `into` is not for it. */
  readonly weight: Fraction | undefined;
};

export function poolStage(stage: StageDocument, world: World): Outcome {
  const { outcome, move, close } = openOutcome();
  const into = stage.into ?? "";
  const members = membersOf(stage, world)
    .map((organisation) => memberOf(organisation, stage, world))
    .filter(({ given, weight }) => given > 0n || weight !== undefined);
  const groups = byGroup(stage, members, ({ organisation }) =>
    groupOf(stage, { organisation, line: into }, world),
  );
  for (const [group, { codes, items }] of groups) {
    const granted = wholeTiyn(groupValue(stage.amount, stage, codes, world), stage);
    const pool = items.reduce((sum, { given }) => sum + given, granted);
    const received = sharesOf(stage, pool, items);
    items.forEach(({ organisation, taken, weight }, at) => {
      const after = new Map(taken.map(({ item, part }) => [item.line, { item, part }]));
      for (const { item, part } of taken) move(item, group, item.before - part);
      if (weight === undefined) return;
      const before = world.amountBefore(stage.order, into, organisation) ?? 0n;
      const given = after.get(into)?.part ?? 0n;
      move({ organisation, line: into, before }, group, before - given + (received[at] ?? 0n));
    });
    const shared = received.reduce((sum, part) => sum + part, 0n);
    close(group, pool - shared, pool);
  }
  return outcome;
}

function memberOf(organisation: Organisation, stage: StageDocument, world: World): Member {
  const { applies } = world.lineOf(stage.into ?? "", organisation);
  const weight = applies
    ? (boundOf(stage.weight, organisation, NOWHERE, world) ?? NOTHING)
    : undefined;
  if (weight !== undefined && weight.top < 0n) refuse("weight-negative");
  const given = wholeBound(stage.collect, { organisation }, NOWHERE, stage, world) ?? 0n;
  if (given < 0n) refuse("collect-negative");
  const lines = [...(stage.lines ?? [])].sort();
  if (given === 0n || lines.length === 0) return { organisation, given, taken: [], weight };
  const items = lines.flatMap((line) => {
    const before = world.amountBefore(stage.order, line, organisation);
    return before === undefined ? [] : [{ organisation, line, before }];
  });
  if (items.length === 0) refuse("collect-without-line");
  const hasMoney = items.some(({ before }) => before > 0n);
  const parts = shareByWeights(
    given,
    items.map(({ before }) => fraction(!hasMoney ? 1n : before > 0n ? before : 0n)),
  );
  const taken = items.map((item, at) => ({ item, part: parts[at] ?? 0n }));
  return { organisation, given, taken, weight };
}

/** What each member receives of the pool, in tiyn. */
function sharesOf(stage: StageDocument, pool: bigint, members: readonly Member[]) {
  const { places = 2, rounding = "half-up", leftOver = "largest-remainder" } = stage;
  const weights = members.map(({ weight = NOTHING }) => weight);
  const sum = total(weights);
  const received = members.map(() => 0n);
  if (sum.top === 0n) {
    if (pool !== 0n) refuse("pool-without-weights");
    return received;
  }
  const unit = 10n ** BigInt(2 - places);
  const shares = weights.map((weight) => {
    const share = over(weight, sum);
    return stage.sharePlaces === undefined
      ? share
      : roundToPlaces(share, stage.sharePlaces, rounding);
  });
  const quotas = shares.map((share) => times(share, fraction(pool, unit)));
  const sharing = shares.flatMap((share, at) => (order(share, NOTHING) > 0n ? [at] : []));
  if (leftOver === "largest-remainder") {
    const units = roundTo(fraction(pool, unit), "down");
    const parts = shareByQuotas(
      units,
      sharing.map((at) => quotas[at] ?? NOTHING),
    );
    sharing.forEach((at, place) => {
      received[at] = (parts[place] ?? 0n) * unit;
    });
    return received;
  }
  quotas.forEach((quota, at) => {
    received[at] = roundTo(quota, rounding) * unit;
  });
  const last = sharing.at(-1);
  if (leftOver === "last" && last !== undefined) {
    const rest = pool - received.reduce((all, part) => all + part, 0n);
    received[last] = (received[last] ?? 0n) + rest;
  }
  return received;
}

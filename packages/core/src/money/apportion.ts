/**
 * Whole units shared out so that nothing is lost: largest remainder, ties by id.
 *
 * Every share is the exact quota cut down to whole units, and the units that are left go one by one
 * to the largest remainders. A negative total is shared like its opposite.
 */
import { compareIds, invariant } from "../kernel/index.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratioOf,
  subtractRatios,
  ZERO,
} from "./ratio.ts";

/** Someone with a claim; ids are distinct. */
export type Claimant = { readonly id: string; readonly weight: Ratio };

/** Someone with an exact part of a total. */
export type Quota = { readonly id: string; readonly quota: Ratio };

/** Someone who is scaled, but not below or above bounds of whole units. */
export type BoundedClaimant = Claimant & {
  readonly floor: bigint | undefined;
  readonly ceiling: bigint | undefined;
};

/**
 * The whole parts of `total`, by id, in proportion to the weights; they add up to it.
 *
 * Weights are not negative, and one is positive unless the total is zero.
 */
export function apportion(
  total: bigint,
  claimants: readonly Claimant[],
): ReadonlyMap<string, bigint> {
  const weights = sumRatios(claimants.map(({ weight }) => weight));
  if (total === 0n) return new Map(claimants.map(({ id }) => [id, 0n]));
  invariant(weights.numerator > 0n, "a total is shared by weights");
  const whole = ratioOf(total);
  return apportionQuotas(
    total,
    claimants.map(({ id, weight }) => ({
      id,
      quota: divideRatios(multiplyRatios(whole, weight), weights),
    })),
  );
}

/**
 * The whole parts of `total`, by id, each its quota cut or filled up to whole units; they add up to
 * it. Quotas need not add up to the total: units are then given or taken in several rounds.
 */
export function apportionQuotas(
  total: bigint,
  quotas: readonly Quota[],
): ReadonlyMap<string, bigint> {
  if (total < 0n) {
    const opposite = quotas.map(({ id, quota }) => ({ id, quota: negateRatio(quota) }));
    return new Map([...apportionQuotas(-total, opposite)].map(([id, units]) => [id, -units]));
  }
  const parts = quotas.map(({ id, quota }) => {
    const units = divideRounded(quota.numerator, quota.denominator, "floor");
    return { id, units, rest: subtractRatios(quota, ratioOf(units)) };
  });
  const given = parts.reduce((sum, { units }) => sum + units, 0n);
  const ranked = parts.toSorted(
    (left, right) => compareRatios(right.rest, left.rest) || compareIds(left.id, right.id),
  );
  const found = new Map(parts.map(({ id, units }) => [id, units]));
  const add = (id: string, units: bigint) => found.set(id, (found.get(id) ?? 0n) + units);
  const left = total - given;
  const count = BigInt(ranked.length);
  invariant(count > 0n || left === 0n, "a total is shared among somebody");
  if (count === 0n) return found;
  // All get the whole rounds; the first of the ranking get one unit more.
  const rounds = divideRounded(left, count, "floor");
  const more = left - rounds * count;
  ranked.forEach(({ id }, rank) => {
    add(id, rounds + (BigInt(rank) < more ? 1n : 0n));
  });
  return found;
}

/** What stands in the way of scaling within bounds: the sum of all floors, or of all ceilings. */
export type BindingBound = { readonly limit: "floor" | "ceiling"; readonly sum: bigint };

/**
 * The whole parts of `total`, by id: each weight times one common factor, but not below its floor
 * and not above its ceiling. They add up to the total, or the bound that forbids it comes back.
 *
 * Weights are not negative.
 */
export function apportionWithin(
  total: bigint,
  claimants: readonly BoundedClaimant[],
): ReadonlyMap<string, bigint> | BindingBound {
  const least = claimants.reduce((sum, { floor = 0n }) => sum + floor, 0n);
  if (least > total) return { limit: "floor", sum: least };
  const most = greatestSum(claimants);
  if (most !== undefined && most < total) return { limit: "ceiling", sum: most };
  const factor = commonFactor(total, claimants);
  const quotas = claimants.map((claimant) => ({
    id: claimant.id,
    quota: scaled(claimant, factor),
  }));
  const free = new Set(
    claimants.filter((claimant) => !isBound(claimant, factor)).map(({ id }) => id),
  );
  const fixed = quotas.filter(({ id }) => !free.has(id));
  const taken = fixed.reduce((sum, { quota }) => sum + wholeOf(quota), 0n);
  const shared = apportionQuotas(
    total - taken,
    quotas.filter(({ id }) => free.has(id)),
  );
  return new Map([...fixed.map(({ id, quota }) => [id, wholeOf(quota)] as const), ...shared]);
}

/** The most that all can take; nothing when one who has a weight has no ceiling. */
function greatestSum(claimants: readonly BoundedClaimant[]): bigint | undefined {
  let sum = 0n;
  for (const { weight, floor = 0n, ceiling } of claimants) {
    if (weight.numerator === 0n) sum += floor;
    else if (ceiling === undefined) return undefined;
    else sum += ceiling;
  }
  return sum;
}

/** The factor at which the scaled weights within bounds come to the total. */
function commonFactor(total: bigint, claimants: readonly BoundedClaimant[]): Ratio {
  const turns = claimants
    .flatMap(turnsOf)
    .toSorted((left, right) => compareRatios(left.at, right.at));
  const whole = ratioOf(total);
  let sum = ratioOf(claimants.reduce((least, { floor = 0n }) => least + floor, 0n));
  let slope: Ratio = ZERO;
  let at: Ratio = ZERO;
  for (const turn of turns) {
    const reached = addRatios(sum, multiplyRatios(slope, subtractRatios(turn.at, at)));
    if (compareRatios(reached, whole) >= 0) break;
    [sum, at, slope] = [reached, turn.at, addRatios(slope, turn.slope)];
  }
  if (slope.numerator === 0n) return at;
  return addRatios(at, divideRatios(subtractRatios(whole, sum), slope));
}

/** From which factor on a weight counts (above its floor), and up to which (below its ceiling). */
function turnsOf({ weight, floor = 0n, ceiling }: BoundedClaimant) {
  if (weight.numerator === 0n) return [];
  const starts = { at: divideRatios(ratioOf(floor), weight), slope: weight };
  if (ceiling === undefined) return [starts];
  return [starts, { at: divideRatios(ratioOf(ceiling), weight), slope: negateRatio(weight) }];
}

function scaled({ weight, floor = 0n, ceiling }: BoundedClaimant, factor: Ratio): Ratio {
  const value = multiplyRatios(weight, factor);
  if (compareRatios(value, ratioOf(floor)) < 0) return ratioOf(floor);
  if (ceiling !== undefined && compareRatios(value, ratioOf(ceiling)) > 0) return ratioOf(ceiling);
  return value;
}

/** Whether the claimant has exactly its floor or its ceiling, or nothing to be scaled. */
function isBound({ weight, floor = 0n, ceiling }: BoundedClaimant, factor: Ratio): boolean {
  const value = multiplyRatios(weight, factor);
  if (weight.numerator === 0n || compareRatios(value, ratioOf(floor)) <= 0) return true;
  return ceiling !== undefined && compareRatios(value, ratioOf(ceiling)) >= 0;
}

function wholeOf({ numerator, denominator }: Ratio): bigint {
  return numerator / denominator;
}

function sumRatios(values: readonly Ratio[]): Ratio {
  return values.reduce(addRatios, ZERO);
}

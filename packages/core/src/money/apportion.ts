/**
 * Whole units shared out so that nothing is lost: largest remainder, ties by id.
 *
 * Every share is the exact quota cut down to whole units, and the units that are left go one by one
 * to the largest remainders. A negative total is shared like its opposite. Whole weights within the
 * limit of doubles are shared in doubles, all others as exact fractions; the parts are the same.
 */
import { compareIds, invariant } from "../kernel/index.ts";
import { apportionWhole, WHOLE_LIMIT, type WholeWeights } from "./apportion-whole.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratioOf,
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
  if (total === 0n) return new Map(claimants.map(({ id }) => [id, 0n]));
  const [only, second] = claimants;
  if (only !== undefined && second === undefined && only.weight.numerator > 0n) {
    return new Map([[only.id, total]]);
  }
  const claims = findWholeWeights(total, claimants);
  if (claims !== undefined) return shareWhole(total, claims);
  const weights = sumRatios(claimants.map(({ weight }) => weight));
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
 * The weights as whole numbers of one unit; nothing where they have several units, are negative or
 * go past the limit of doubles with their sum or the total.
 */
function findWholeWeights(total: bigint, claimants: readonly Claimant[]): WholeWeights | undefined {
  const size = Number(total < 0n ? -total : total);
  const unit = claimants[0]?.weight.denominator;
  const weights = new Float64Array(claimants.length);
  let sum = 0;
  for (const [place, { weight }] of claimants.entries()) {
    const own = Number(weight.numerator);
    if (weight.denominator !== unit || own < 0) return undefined;
    weights[place] = own;
    sum += own;
  }
  // Beyond the limit doubles may be rounded, but never to less than the limit.
  const isWithin = size <= WHOLE_LIMIT && sum > 0 && sum <= WHOLE_LIMIT;
  return isWithin ? { ids: claimants.map(({ id }) => id), weights, sum } : undefined;
}

function shareWhole(total: bigint, claims: WholeWeights): ReadonlyMap<string, bigint> {
  const isNegative = total < 0n;
  const parts = apportionWhole(Number(isNegative ? -total : total), claims);
  const found = new Map<string, bigint>();
  for (const [place, id] of claims.ids.entries()) {
    const part = BigInt(parts[place] as number);
    found.set(id, isNegative ? -part : part);
  }
  return found;
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
    const rest = quota.numerator - units * quota.denominator;
    return { id, units, rest: { numerator: rest, denominator: quota.denominator } };
  });
  const given = parts.reduce((sum, { units }) => sum + units, 0n);
  const ranked = parts.toSorted(
    (left, right) => compareRests(right.rest, left.rest) || compareIds(left.id, right.id),
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

/** As ratios compare; most rests of one sharing have one denominator. */
function compareRests(left: Ratio, right: Ratio): number {
  if (left.denominator !== right.denominator) return compareRatios(left, right);
  if (left.numerator === right.numerator) return 0;
  return left.numerator < right.numerator ? -1 : 1;
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
  const found = new Map<string, bigint>();
  const free: Claimant[] = [];
  let rest = total;
  for (const claimant of claimants) {
    const part = boundPart(claimant, factor);
    if (part === undefined) free.push(claimant);
    else {
      found.set(claimant.id, part);
      rest -= part;
    }
  }
  for (const [id, part] of shareFree(rest, free, factor)) found.set(id, part);
  return found;
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

/** The parts of those who are bound by nothing; their quotas have one factor. */
function shareFree(
  total: bigint,
  claimants: readonly Claimant[],
  factor: Ratio,
): ReadonlyMap<string, bigint> {
  const weights = sumRatios(claimants.map(({ weight }) => weight));
  // Where the quotas come to the total, the factor is the total by the sum of the weights.
  const isWhole = compareRatios(multiplyRatios(weights, factor), ratioOf(total)) === 0;
  if (isWhole && weights.numerator > 0n) return apportion(total, claimants);
  return apportionQuotas(
    total,
    claimants.map(({ id, weight }) => ({ id, quota: multiplyRatios(weight, factor) })),
  );
}

/** The factor at which the scaled weights within bounds come to the total. */
function commonFactor(total: bigint, claimants: readonly BoundedClaimant[]): Ratio {
  const turns = claimants.flatMap(turnsOf).sort(compareTurns);
  const whole = ratioOf(total);
  // At each factor the sum is what stands at a bound, and the factor times the weights that move.
  let fixed = claimants.reduce((least, { floor = 0n }) => least + floor, 0n);
  let slope: Ratio = ZERO;
  let at: Ratio = ZERO;
  for (const turn of turns) {
    const reached = addRatios(ratioOf(fixed), multiplyRatios(slope, turn.at));
    if (compareRatios(reached, whole) >= 0) break;
    [fixed, at, slope] = [fixed + turn.fixed, turn.at, addRatios(slope, turn.slope)];
  }
  if (slope.numerator === 0n) return at;
  return divideRatios(ratioOf(total - fixed), slope);
}

/**
 * From which factor on a weight moves (above its floor), and up to which (below its ceiling), with
 * what then stands at a bound more or less.
 */
function turnsOf({ weight, floor = 0n, ceiling }: BoundedClaimant): readonly Turn[] {
  if (weight.numerator === 0n) return [];
  const starts = turnAt(floor, weight, { slope: weight, fixed: -floor });
  if (ceiling === undefined) return [starts];
  return [starts, turnAt(ceiling, weight, { slope: negateRatio(weight), fixed: ceiling })];
}

/** A factor at which the sum of all parts begins to rise faster or slower. */
type Turn = {
  readonly at: Ratio;
  /** The factor as a double; it orders what lies well apart. */
  readonly near: number;
  readonly slope: Ratio;
  readonly fixed: bigint;
};

function turnAt(bound: bigint, weight: Ratio, change: Pick<Turn, "slope" | "fixed">): Turn {
  const at = divideRatios(ratioOf(bound), weight);
  return { at, near: Number(at.numerator) / Number(at.denominator), ...change };
}

/** Far more than doubles of a quotient may be wrong by. */
const APART = 2 ** -40;

function compareTurns(left: Turn, right: Turn): number {
  const difference = left.near - right.near;
  const scale = left.near * left.near + right.near * right.near;
  if (difference * difference > scale * APART * APART) return difference;
  return compareRatios(left.at, right.at);
}

/** What a claimant has exactly: its floor, its ceiling, or nothing to be scaled. */
function boundPart(
  { weight, floor = 0n, ceiling }: BoundedClaimant,
  factor: Ratio,
): bigint | undefined {
  const value = multiplyRatios(weight, factor);
  if (value.numerator <= floor * value.denominator) return floor;
  if (ceiling !== undefined && value.numerator >= ceiling * value.denominator) return ceiling;
  return weight.numerator === 0n ? 0n : undefined;
}

function sumRatios(values: readonly Ratio[]): Ratio {
  return values.reduce(addRatios, ZERO);
}

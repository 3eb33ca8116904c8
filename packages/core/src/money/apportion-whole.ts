/**
 * Largest remainder for whole weights in doubles: the same parts as with exact fractions, without
 * one big integer.
 *
 * The guard: the total and the sum of the weights stay at most 2^52. Then total × weight is an
 * exact pair of doubles, its quotient by the sum of the weights is at most one unit wrong before it
 * is corrected, and every remainder is exact. Only claimants whose remainders are near the last one
 * that still gets a unit are sorted.
 */
import { compareIds, invariant } from "../kernel/index.ts";
import { remainderOf } from "./exact-product.ts";

/** The most that a total and a sum of weights may be. */
export const WHOLE_LIMIT = 2 ** 52;

/** Weights beside the ids of those who have them; whole, not negative, with their sum. */
export type WholeWeights = {
  readonly ids: readonly string[];
  readonly weights: Float64Array;
  /** Positive, at most `WHOLE_LIMIT`. */
  readonly sum: number;
};

/**
 * The whole parts of `total`, by place, in proportion to the weights; they add up to it. Equal
 * remainders go to the smaller id. The total is whole, not negative and at most `WHOLE_LIMIT`.
 */
export function apportionWhole(total: number, claims: WholeWeights): Float64Array {
  const { weights, sum } = claims;
  invariant(total >= 0 && total <= WHOLE_LIMIT, "a total in doubles is within its limit");
  invariant(sum > 0 && sum <= WHOLE_LIMIT, "weights in doubles are within their limit");
  const parts = new Float64Array(weights.length);
  const rests = new Float64Array(weights.length);
  let left = total;
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] as number;
    const quotient = Math.floor((total * weight) / sum);
    const rest = remainderOf(total, weight, quotient, sum);
    const correction = rest < 0 ? -1 : rest >= sum ? 1 : 0;
    const part = quotient + correction;
    parts[place] = part;
    rests[place] = rest - correction * sum;
    left -= part;
  }
  for (const place of largestRests(left, rests, claims))
    parts[place] = (parts[place] as number) + 1;
  return parts;
}

/** The places of so many claimants, those with the largest remainders, equal ones by id. */
function largestRests(
  count: number,
  rests: Float64Array,
  { ids, sum }: WholeWeights,
): readonly number[] {
  if (count === 0) return [];
  const { chosen, near } = rests.length <= BUCKETS ? allNear(rests) : divide(count, rests, sum);
  near.sort(
    (left, right) =>
      (rests[right] as number) - (rests[left] as number) ||
      compareIds(ids[left] ?? "", ids[right] ?? ""),
  );
  return [...chosen, ...near.slice(0, count - chosen.length)];
}

/** Places that surely get a unit, and those among which the last one that does is found. */
type Division = { readonly chosen: readonly number[]; readonly near: number[] };

/** Few are sorted sooner than counted. */
function allNear(rests: Float64Array): Division {
  return { chosen: [], near: Array.from(rests, (_, place) => place) };
}

const BUCKETS = 2_048;

/** Counts remainders in buckets, the last claimant that gets a unit is in one of them. */
function divide(count: number, rests: Float64Array, sum: number): Division {
  // However the product is rounded, a larger remainder is never in a smaller bucket, and one below
  // a sum of at most 2^52 is never behind the last.
  const scale = BUCKETS / sum;
  const bucketOf = (rest: number): number => Math.floor(rest * scale);
  const sizes = new Int32Array(BUCKETS);
  for (const rest of rests) sizes[bucketOf(rest)] = (sizes[bucketOf(rest)] as number) + 1;
  let boundary = BUCKETS - 1;
  let above = 0;
  while (above + (sizes[boundary] as number) < count) {
    above += sizes[boundary] as number;
    boundary -= 1;
  }
  const chosen: number[] = [];
  const near: number[] = [];
  rests.forEach((rest, place) => {
    const bucket = bucketOf(rest);
    if (bucket > boundary) chosen.push(place);
    else if (bucket === boundary) near.push(place);
  });
  return { chosen, near };
}

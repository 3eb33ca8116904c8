/** Whole units shared by largest remainder; of equal remainders the earlier claim goes first. */
import {
  type Fraction,
  fraction,
  minus,
  NOTHING,
  order,
  over,
  total as sumOf,
  times,
  wholeBelow,
} from "./fraction.ts";

/** The parts of a total by weights, in the order of the weights. */
export function shareByWeights(total: bigint, weights: readonly Fraction[]): readonly bigint[] {
  if (total === 0n) return weights.map(() => 0n);
  const sum = sumOf(weights);
  const whole = fraction(total);
  return shareByQuotas(
    total,
    weights.map((weight) => over(times(whole, weight), sum)),
  );
}

/** Quotas need not add up to the total: units are then given, or taken back, in several rounds. */
export function shareByQuotas(total: bigint, quotas: readonly Fraction[]): readonly bigint[] {
  if (total < 0n) {
    const mirrored = quotas.map((quota) => minus(NOTHING, quota));
    return shareByQuotas(-total, mirrored).map((part) => -part);
  }
  const parts = quotas.map(wholeBelow);
  const remainders = quotas.map((quota, at) => minus(quota, fraction(parts[at] ?? 0n)));
  const queue = quotas
    .map((_, at) => at)
    .toSorted((left, right) => {
      return Number(order(remainders[right] ?? NOTHING, remainders[left] ?? NOTHING));
    });
  const rest = total - parts.reduce((sum, part) => sum + part, 0n);
  const count = BigInt(queue.length);
  if (count === 0n) return parts;
  // Whole rounds go to all, the rest to the first; what is taken back leaves the last first.
  const rounds = wholeBelow(fraction(rest, count));
  queue.forEach((at, place) => {
    const isFirst = BigInt(place) < rest - rounds * count;
    parts[at] = (parts[at] ?? 0n) + rounds + (isFirst ? 1n : 0n);
  });
  return parts;
}

/** Figures of how evenly money per head is spread, each by the words of its textbook definition. */
import {
  type Fraction,
  fraction,
  minus,
  NOTHING,
  order,
  over,
  plus,
  times,
  total,
} from "./fraction.ts";

export type Member = { readonly amount: Fraction; readonly heads: Fraction };

/** A figure; or that a root has these digits; or nothing where it cannot be said. */
export type Figures = ReadonlyMap<string, Fraction | undefined>;

const HUNDRED = fraction(100n);

/** Money of so many people, in tenge; everything but the coefficient of variation. */
export function textbookFigures(members: readonly Member[]): Figures {
  const heads = total(members.map((each) => each.heads));
  const amount = total(members.map((each) => each.amount));
  const [first] = members;
  if (first === undefined) return new Map();
  const rates = members.map(rateOf);
  const least = rates.reduce((found, rate) => (order(rate, found) < 0n ? rate : found));
  const greatest = rates.reduce((found, rate) => (order(rate, found) > 0n ? rate : found));
  const at = (hundredths: bigint) => percentile(members, heads, hundredths);
  const mean = over(amount, heads);
  return new Map([
    ...[["heads", heads] as const, ["mean", mean] as const],
    ...[["least", least] as const, ["greatest", greatest] as const],
    ...[["p10", at(10n)] as const, ["p25", at(25n)] as const, ["median", at(50n)] as const],
    ...[["p75", at(75n)] as const, ["p90", at(90n)] as const],
    ["p90-p10", at(10n).top > 0n ? over(at(90n), at(10n)) : undefined],
    ["gini", giniOf(members, mean, heads)],
    ["mcloone", mcLooneOf(members, at(50n))],
  ]);
}

function rateOf({ amount, heads }: Member): Fraction {
  return over(amount, heads);
}

/** The least rate such that at least so many of a hundred people have no more. */
function percentile(members: readonly Member[], heads: Fraction, hundredths: bigint): Fraction {
  const wanted = over(times(heads, fraction(hundredths)), HUNDRED);
  const reached = members.map(rateOf).filter((rate) => {
    const below = members.filter((each) => order(rateOf(each), rate) <= 0n);
    return order(total(below.map((each) => each.heads)), wanted) >= 0n;
  });
  const [first = NOTHING] = reached;
  return reached.reduce((least, rate) => (order(rate, least) < 0n ? rate : least), first);
}

/** The mean difference between any two people, by twice the mean. */
function giniOf(members: readonly Member[], mean: Fraction, heads: Fraction): Fraction | undefined {
  if (members.some(({ amount }) => amount.top < 0n) || mean.top === 0n) return undefined;
  const pairs = members.flatMap((one) =>
    members.map((other) => {
      const apart = minus(rateOf(one), rateOf(other));
      const size = apart.top < 0n ? minus(NOTHING, apart) : apart;
      return times(size, times(one.heads, other.heads));
    }),
  );
  return over(over(total(pairs), times(heads, heads)), times(fraction(2n), mean));
}

function mcLooneOf(members: readonly Member[], median: Fraction): Fraction | undefined {
  if (median.top <= 0n) return undefined;
  const below = members.filter((each) => order(rateOf(each), median) <= 0n);
  const wanted = times(median, total(below.map((each) => each.heads)));
  return over(total(below.map((each) => each.amount)), wanted);
}

/** The square of the coefficient of variation; nothing where the mean is not above zero. */
export function squaredVariation(members: readonly Member[]): Fraction | undefined {
  const heads = total(members.map((each) => each.heads));
  const mean = over(total(members.map((each) => each.amount)), heads);
  if (mean.top <= 0n) return undefined;
  const squares = members.map((each) => {
    const apart = minus(rateOf(each), mean);
    return times(each.heads, times(apart, apart));
  });
  return over(over(total(squares), heads), times(mean, mean));
}

/** Whether digits are the root of a square, rounded half up in the twelfth place. */
export function isRootOf(root: Fraction, square: Fraction): boolean {
  const half = fraction(1n, 2_000_000_000_000n);
  const [low, high] = [minus(root, half), plus(root, half)];
  const isAbove = low.top <= 0n || order(times(low, low), square) <= 0n;
  return isAbove && order(square, times(high, high)) < 0n;
}

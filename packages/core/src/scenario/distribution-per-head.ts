/**
 * How money per head is spread: every figure weighted by people, so that one organisation divided
 * into two of equal money per head is the same as before.
 *
 * A percentile is the least amount per head such that at least so many of a hundred people are
 * where there is no more. All is exact but the coefficient of variation, which is a root.
 */
import { divideRatios, divideRounded, type Ratio, ratioOf, reduceRatio } from "../money/index.ts";
import { rootOf } from "./distribution-root.ts";
import { absent, BARE, type EquityFigureId, type EquityValue, numberOf } from "./equity-figure.ts";

/** Whole tiyn, and people above zero. */
export type PerHead = { readonly amount: bigint; readonly heads: Ratio };

export type DistributionFigure = readonly [id: EquityFigureId, value: EquityValue];

const PERCENTILES = [
  ["p10", 10n],
  ["p25", 25n],
  ["median", 50n],
  ["p75", 75n],
  ["p90", 90n],
] as const;

/** Amounts per head in this unit; all are absent where nobody is counted. */
export function spreadPerHead(
  members: readonly PerHead[],
  unit: string,
): readonly DistributionFigure[] {
  const ranking = rank(members);
  const { first, last } = ranking;
  if (first === undefined || last === undefined) {
    return IDS.map((id) => [id, absent("nobody-counted")] as const);
  }
  const perHead = (value: Ratio): EquityValue => numberOf(reduceRatio(value), unit);
  const at = (hundredths: bigint) => rateOf(percentile(ranking, hundredths) ?? last, ranking);
  const { amount, heads } = ranking;
  return [
    ["mean", perHead(rateOf({ amount, heads }, ranking))],
    ["least", perHead(rateOf(first, ranking))],
    ...PERCENTILES.map(([id, hundredths]) => [id, perHead(at(hundredths))] as const),
    ["greatest", perHead(rateOf(last, ranking))],
    ["p90-p10", quotient(at(90n), at(10n))],
    ["variation", variationOf(ranking)],
    ["gini", giniOf(ranking)],
    ["mcloone", mcLooneOf(ranking, at(50n))],
  ];
}

const IDS = [
  ...(["mean", "least", "p10", "p25", "median", "p75", "p90", "greatest"] as const),
  ...(["p90-p10", "variation", "gini", "mcloone"] as const),
];

/** People as whole numbers of one common part of a person. */
type Weighed = { readonly amount: bigint; readonly heads: bigint };

type Ranking = Weighed & {
  /** Ascending by amount per head. */
  readonly members: readonly Weighed[];
  readonly first: Weighed | undefined;
  readonly last: Weighed | undefined;
  /** Parts in a person. */
  readonly parts: bigint;
};

function rank(members: readonly PerHead[]): Ranking {
  const reduced = members.map(({ amount, heads }) => ({ amount, heads: reduceRatio(heads) }));
  const parts = reduced.reduce((common, { heads }) => {
    const { denominator } = heads;
    return common % denominator === 0n ? common : leastMultiple(common, denominator);
  }, 1n);
  const weighed = reduced
    .map(({ amount, heads: { numerator, denominator } }) => {
      return { amount, heads: numerator * (parts / denominator) };
    })
    .sort((left, right) => compareWhole(left.amount * right.heads, right.amount * left.heads));
  const amount = weighed.reduce((sum, each) => sum + each.amount, 0n);
  const heads = weighed.reduce((sum, each) => sum + each.heads, 0n);
  return { members: weighed, first: weighed[0], last: weighed.at(-1), amount, heads, parts };
}

function leastMultiple(one: bigint, other: bigint): bigint {
  const { denominator } = reduceRatio({ numerator: one, denominator: other });
  return one * denominator;
}

function compareWhole(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Tenge per head. */
function rateOf({ amount, heads }: Weighed, { parts }: Ranking): Ratio {
  return ratioOf(amount * parts, heads * 100n);
}

function percentile({ members, heads }: Ranking, hundredths: bigint): Weighed | undefined {
  let reached = 0n;
  return members.find((each) => {
    reached += each.heads;
    return reached * 100n >= heads * hundredths;
  });
}

function quotient(above: Ratio, below: Ratio): EquityValue {
  if (below.numerator <= 0n) return absent("not-above-zero");
  return numberOf(reduceRatio(divideRatios(above, below)), BARE);
}

/**
 * The root of the mean square of deviations from the mean, in parts of the mean. Its square is the
 * mean of squares by the square of the mean, less one.
 */
function variationOf({ members, amount, heads }: Ranking): EquityValue {
  if (amount <= 0n) return absent("not-above-zero");
  const squares = new Map<bigint, bigint>();
  for (const each of members) {
    squares.set(each.heads, (squares.get(each.heads) ?? 0n) + each.amount * each.amount);
  }
  const { numerator, denominator } = sumInPairs(
    [...squares].map(([below, above]) => ({ numerator: above, denominator: below })),
  );
  const whole = amount * amount * denominator;
  const digits = rootOf({ numerator: numerator * heads - whole, denominator: whole });
  return { kind: "root", digits };
}

/**
 * Neighbours first, so that numbers stay short for as long as they can: the denominators have
 * little in common, and thousands of them make very long numbers.
 */
function sumInPairs(values: readonly Ratio[]): Ratio {
  const [first, second] = values;
  if (first === undefined) return ratioOf(0n);
  if (second === undefined) return first;
  const middle = Number(divideRounded(BigInt(values.length), 2n, "down"));
  const left = sumInPairs(values.slice(0, middle));
  const right = sumInPairs(values.slice(middle));
  return {
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}

/**
 * Half the mean difference between the money of any two people, in parts of the mean: between zero
 * and one.
 */
function giniOf({ members, amount, heads }: Ranking): EquityValue {
  if (members.some((each) => each.amount < 0n)) return absent("amount-negative");
  if (amount === 0n) return absent("not-above-zero");
  let [differences, amountBefore, headsBefore] = [0n, 0n, 0n];
  for (const each of members) {
    differences += each.amount * headsBefore - each.heads * amountBefore;
    amountBefore += each.amount;
    headsBefore += each.heads;
  }
  return numberOf(reduceRatio(ratioOf(differences, amount * heads)), BARE);
}

/** What those at or below the median have, in parts of what the median would give them. */
function mcLooneOf(ranking: Ranking, median: Ratio): EquityValue {
  if (median.numerator <= 0n) return absent("not-above-zero");
  let [amount, heads] = [0n, 0n];
  for (const each of ranking.members) {
    const { numerator, denominator } = rateOf(each, ranking);
    if (numerator * median.denominator > median.numerator * denominator) break;
    amount += each.amount;
    heads += each.heads;
  }
  return quotient(rateOf({ amount, heads }, ranking), median);
}

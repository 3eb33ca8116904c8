/**
 * Exact quotients of whole numbers: what every value is between its inputs and its one rounding.
 *
 * A twelfth of a year has no finite decimal, and at any fixed precision twelve of them can miss a
 * half-tiyn tie. A ratio never misses it, so the order in which parts are added cannot change a
 * line. The denominator is positive; a ratio is reduced only when asked to, because most
 * denominators of a formula are equal already.
 */
import { invariant } from "../kernel/index.ts";
import type { Dec } from "./decimal.ts";

export type Ratio = { readonly numerator: bigint; readonly denominator: bigint };

export type RoundingMode = "half-up" | "half-even" | "down" | "up" | "floor" | "ceil";

export const ZERO: Ratio = { numerator: 0n, denominator: 1n };
export const ONE: Ratio = { numerator: 1n, denominator: 1n };

const REDUCE_ABOVE = 1n << 256n;
const TOO_LARGE = 1n << 4096n;

export function ratioOf(numerator: bigint, denominator = 1n): Ratio {
  invariant(denominator !== 0n, "a ratio has a denominator other than zero");
  if (denominator < 0n) return bounded({ numerator: -numerator, denominator: -denominator });
  return bounded({ numerator, denominator });
}

/** The same number, exactly. */
export function ratioOfDecimal(value: Dec): Ratio {
  const digits = value.toFixed();
  const point = digits.indexOf(".");
  const places = point < 0 ? 0 : digits.length - point - 1;
  return { numerator: BigInt(digits.replace(".", "")), denominator: 10n ** BigInt(places) };
}

export function addRatios(left: Ratio, right: Ratio): Ratio {
  if (left.denominator === right.denominator) {
    return { numerator: left.numerator + right.numerator, denominator: left.denominator };
  }
  return bounded({
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  });
}

export function negateRatio(value: Ratio): Ratio {
  return { numerator: -value.numerator, denominator: value.denominator };
}

export function subtractRatios(left: Ratio, right: Ratio): Ratio {
  return addRatios(left, negateRatio(right));
}

export function multiplyRatios(left: Ratio, right: Ratio): Ratio {
  return bounded({
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  });
}

/** The exact quotient; the divisor is not zero, which the caller has checked. */
export function divideRatios(left: Ratio, right: Ratio): Ratio {
  return ratioOf(left.numerator * right.denominator, left.denominator * right.numerator);
}

/**
 * Whether a value has outgrown any sum of money; a formula that multiplies itself up is refused.
 */
export function isTooLargeRatio({ numerator, denominator }: Ratio): boolean {
  return numerator > TOO_LARGE || numerator < -TOO_LARGE || denominator > TOO_LARGE;
}

export function isZeroRatio(value: Ratio): boolean {
  return value.numerator === 0n;
}

/** Negative, zero or positive, as the left is less than, equal to or greater than the right. */
export function compareRatios(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Rounds to `places` decimal places; negative places round to tens, hundreds and so on. */
export function roundRatio(value: Ratio, places: number, mode: RoundingMode): Ratio {
  const scale = 10n ** BigInt(places < 0 ? -places : places);
  const scaled = places >= 0 ? value.numerator * scale : value.numerator;
  const divisor = places >= 0 ? value.denominator : value.denominator * scale;
  const whole = divideRounded(scaled, divisor, mode);
  if (places >= 0) return { numerator: whole, denominator: scale };
  return { numerator: whole * scale, denominator: 1n };
}

/**
 * The whole number nearest to `dividend / divisor` in the sense of `mode`; the divisor is positive.
 */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const truncated = dividend / divisor;
  const rest = dividend - truncated * divisor;
  if (rest === 0n) return truncated;
  const away = dividend < 0n ? -1n : 1n;
  return awayFromZero(truncated, rest, divisor, mode) ? truncated + away : truncated;
}

function awayFromZero(
  truncated: bigint,
  rest: bigint,
  divisor: bigint,
  mode: RoundingMode,
): boolean {
  const double = (rest < 0n ? -rest : rest) * 2n;
  switch (mode) {
    case "half-up":
      return double >= divisor;
    case "half-even":
      return double > divisor || (double === divisor && truncated % 2n !== 0n);
    case "down":
      return false;
    case "up":
      return true;
    case "floor":
      return rest < 0n;
    case "ceil":
      return rest > 0n;
  }
}

/** Lowest terms: the one form in which equal ratios are equal field by field. */
export function reduceRatio(value: Ratio): Ratio {
  const divisor = greatestCommonDivisor(value.numerator, value.denominator);
  if (divisor === 1n) return value;
  return { numerator: value.numerator / divisor, denominator: value.denominator / divisor };
}

/**
 * The plain digits of this value when they are finite (the reduced denominator has only twos and
 * fives).
 */
export function findFiniteDigits(value: Ratio): string | undefined {
  const { numerator, denominator } = reduceRatio(value);
  let rest = denominator;
  for (const factor of [10n, 5n, 2n]) while (rest % factor === 0n) rest /= factor;
  if (rest !== 1n) return undefined;
  let places = 0;
  for (let power = 1n; power % denominator !== 0n; power *= 10n) places += 1;
  const size = numerator < 0n ? -numerator : numerator;
  const digits = ((size * 10n ** BigInt(places)) / denominator)
    .toString()
    .padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places === 0 ? "" : `.${digits.slice(-places)}`;
  return `${numerator < 0n ? "-" : ""}${whole}${fraction}`;
}

function bounded(value: Ratio): Ratio {
  return value.denominator > REDUCE_ABOVE ? reduceRatio(value) : value;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let larger = left < 0n ? -left : left;
  let smaller = right;
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger === 0n ? 1n : larger;
}

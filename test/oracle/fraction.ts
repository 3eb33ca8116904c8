/**
 * Exact fractions in lowest terms: the oracle's own numbers, which share nothing with core.
 *
 * Slow on purpose: every operation reduces, so that equal numbers are equal field by field.
 */
import { refuse } from "./refusal.ts";

export type Fraction = { readonly top: bigint; readonly bottom: bigint };

export const NOTHING: Fraction = { top: 0n, bottom: 1n };

export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 1n) return { top, bottom };
  if (bottom === 0n) refuse("division-by-zero");
  if (bottom < 0n) return fraction(-top, -bottom);
  const shared = commonDivisor(top < 0n ? -top : top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

/** `-12.50` digit by digit, `2/3` as it stands. */
export function fractionOf(written: string): Fraction {
  const [upper = "", lower] = written.split("/");
  if (lower !== undefined) return over(fractionOf(upper), fractionOf(lower));
  const parts = /^(-?)([0-9]+)(?:[.]([0-9]+))?$/.exec(written);
  if (parts === null) throw new RangeError(`not a decimal: ${written}`);
  const [, sign, whole = "", places = ""] = parts;
  const value = fraction(BigInt(whole + places), 10n ** BigInt(places.length));
  return sign === "-" ? fraction(-value.top, value.bottom) : value;
}

export function plus(left: Fraction, right: Fraction): Fraction {
  if (left.bottom === right.bottom) return fraction(left.top + right.top, left.bottom);
  return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.top, left.bottom * right.bottom);
}

export function over(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom, left.bottom * right.top);
}

export function minus(left: Fraction, right: Fraction): Fraction {
  return plus(left, fraction(-right.top, right.bottom));
}

/** Negative, zero or positive. */
export function order(left: Fraction, right: Fraction): bigint {
  return left.top * right.bottom - right.top * left.bottom;
}

export function total(parts: Iterable<Fraction>): Fraction {
  let sum = NOTHING;
  for (const part of parts) sum = plus(sum, part);
  return sum;
}

/** The nearest whole number; of two equally near, the one further from zero. */
export function nearestWhole({ top, bottom }: Fraction): bigint {
  if (top < 0n) return -nearestWhole({ top: -top, bottom });
  const below = top / bottom;
  const rest = top - below * bottom;
  return rest + rest >= bottom ? below + 1n : below;
}

/** The largest whole number that is not greater. */
export function wholeBelow({ top, bottom }: Fraction): bigint {
  const quotient = top / bottom;
  return quotient * bottom > top ? quotient - 1n : quotient;
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [greater, less] = [left, right];
  while (less !== 0n) [greater, less] = [less, greater % less];
  return greater;
}

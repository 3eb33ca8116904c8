/**
 * Our private Decimal: finite decimals as people write them. Values that are not finite decimals
 * are a `Ratio`.
 */
import { Decimal } from "decimal.js";

export const Dec = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Dec = Decimal;

/** The most digits a written number may have, on both sides of the point together. */
export const DECIMAL_DIGITS_LIMIT = 34;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** A plain decimal such as `-12.50`, or nothing: no exponent, no grouping, at most 34 digits. */
export function findDecimal(text: string): Dec | undefined {
  if (text.length > DECIMAL_DIGITS_LIMIT + 2 || !PLAIN.test(text)) return undefined;
  return countDigits(text) > DECIMAL_DIGITS_LIMIT ? undefined : new Dec(text);
}

/** The digits of a written number, sign and point left out. */
export function countDigits(text: string): number {
  return text.replace(/[-.]/g, "").length;
}

/** Plain digits without an exponent and without trailing zeros. */
export function formatDecimal(value: Dec): string {
  return value.toFixed();
}

/**
 * Products of whole numbers in doubles, with the part that the double loses.
 *
 * Dekker's product on Veltkamp's halves: a double of 53 digits is cut into two of 26, whose
 * products are exact. Nothing is lost while the factors stay within 2^52, far from any overflow.
 */

/** 2^27 + 1. */
const SPLITTER = 134_217_729;

/** What `product`, the rounded product of the two factors, misses of the exact one. */
export function productError(left: number, right: number, product: number): number {
  const leftHigh = highHalf(left);
  const leftLow = left - leftHigh;
  const rightHigh = highHalf(right);
  const rightLow = right - rightHigh;
  const rest = product - leftHigh * rightHigh - leftLow * rightHigh - leftHigh * rightLow;
  return leftLow * rightLow - rest;
}

/**
 * Exactly `left * right - quotient * divisor`, where that is a whole number of at most 2^53: what a
 * division leaves whose quotient is the right one or a neighbour of it.
 */
export function remainderOf(
  left: number,
  right: number,
  quotient: number,
  divisor: number,
): number {
  const product = left * right;
  const taken = quotient * divisor;
  const error = productError(left, right, product) - productError(quotient, divisor, taken);
  return product - taken + error;
}

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}

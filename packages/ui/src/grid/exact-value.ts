/**
 * What a figure of a sheet is: an exact quotient of whole numbers. Money is whole tiyn over one,
 * averages are twelfths; sums, comparison and order never round.
 */

/** An exact number; the denominator is above zero. */
export type ExactValue = { readonly numerator: bigint; readonly denominator: bigint };

/** A whole number, such as an amount in tiyn. */
export function exactWhole(value: bigint): ExactValue {
  return { numerator: value, denominator: 1n };
}

/** `1536`, `1536.5` and `23/12` as they are written. Throws a SyntaxError at anything else. */
export function parseExact(written: string): ExactValue {
  const [above = "", below = "1"] = written.split("/");
  const [whole = "", fraction = ""] = above.split(".");
  return {
    numerator: BigInt(whole + fraction),
    denominator: BigInt(below) * 10n ** BigInt(fraction.length),
  };
}

/** The sum, over the larger denominator where that is a multiple of the other. */
export function addExact(left: ExactValue, right: ExactValue): ExactValue {
  const [fine, coarse] = left.denominator >= right.denominator ? [left, right] : [right, left];
  if (fine.denominator % coarse.denominator === 0n) {
    const factor = fine.denominator / coarse.denominator;
    return {
      numerator: fine.numerator + coarse.numerator * factor,
      denominator: fine.denominator,
    };
  }
  return reduceExact({
    numerator: left.numerator * right.denominator + right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  });
}

/** Below zero where the left one is smaller, zero where both are the same number. */
export function compareExact(left: ExactValue, right: ExactValue): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The product in lowest terms. */
export function multiplyExact(left: ExactValue, right: ExactValue): ExactValue {
  return reduceExact({
    numerator: left.numerator * right.numerator,
    denominator: left.denominator * right.denominator,
  });
}

/** The same number in lowest terms. */
export function reduceExact({ numerator, denominator }: ExactValue): ExactValue {
  let [larger, smaller] = [numerator < 0n ? -numerator : numerator, denominator];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return { numerator: numerator / larger, denominator: denominator / larger };
}

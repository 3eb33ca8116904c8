/** Square roots as plain digits, rounded half up. */

import { present } from "../kernel/index.ts";
import { divideRounded, findFiniteDigits, type Ratio, ratioOf } from "../money/index.ts";

/** Decimal places of a root. */
const ROOT_PLACES = 12;

const SCALE = 10n ** BigInt(ROOT_PLACES);

/** The root of a number that is not negative, to `ROOT_PLACES` places. */
export function rootOf({ numerator, denominator }: Ratio): string {
  // Twice the root is cut to whole units of the last place; half of that, rounded, is the root.
  const twice = wholeRoot((4n * numerator * SCALE * SCALE) / denominator);
  const units = divideRounded(twice, 2n, "half-up");
  return present(findFiniteDigits(ratioOf(units, SCALE)), "a whole number of units ends");
}

/** The greatest whole number whose square is at most the value. */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  // Newton's steps from above fall until they are there.
  let root = 1n << BigInt((value.toString(2).length / 2 + 1) | 0);
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

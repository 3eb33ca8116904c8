/** What the functions and signs of a formula do with values, once more, in exact fractions. */
import {
  type Fraction,
  fraction,
  minus,
  NOTHING,
  nearestWhole,
  order,
  over,
  plus,
  times,
  wholeBelow,
} from "./fraction.ts";

export type Value = Fraction | boolean | string;

export function apply(name: string, [first = NOTHING, ...rest]: readonly Fraction[]): Fraction {
  const least = (left: Fraction, right: Fraction) => (order(left, right) <= 0n ? left : right);
  const greatest = (left: Fraction, right: Fraction) => (order(left, right) >= 0n ? left : right);
  const [low = NOTHING, high = NOTHING] = rest;
  switch (name) {
    case "min":
      return rest.reduce(least, first);
    case "max":
      return rest.reduce(greatest, first);
    case "clamp":
      return order(first, low) < 0n ? low : least(first, high);
    case "abs":
      return greatest(first, minus(NOTHING, first));
    case "floor":
      return fraction(wholeBelow(first));
    case "ceil":
      return fraction(-wholeBelow(minus(NOTHING, first)));
    default:
      throw new SyntaxError(`no function: ${name}`);
  }
}

/** To so many places; below zero they are tens, hundreds, thousands. */
export function roundToPlaces(value: Fraction, places: number, mode: string): Fraction {
  const power = 10n ** BigInt(places < 0 ? -places : places);
  const step = places < 0 ? fraction(power) : fraction(1n, power);
  return times(fraction(roundTo(over(value, step), mode)), step);
}

/** The value between two points of a straight line. */
export function between(
  [x, y]: readonly [Fraction, Fraction],
  [nextX, nextY]: readonly [Fraction, Fraction],
  at: Fraction,
): Fraction {
  const part = over(minus(at, x), minus(nextX, x));
  return plus(y, times(part, minus(nextY, y)));
}

/** A whole number in the way a mode names; half-up is half away from zero. */
export function roundTo(value: Fraction, mode: string): bigint {
  const below = wholeBelow(value);
  const above = -wholeBelow(minus(NOTHING, value));
  const isNegative = value.top < 0n;
  if (mode === "down") return isNegative ? above : below;
  if (mode === "up") return isNegative ? below : above;
  const middle = order(plus(value, value), fraction(below + above));
  if (mode !== "half-even" || middle !== 0n) return nearestWhole(value);
  return below % 2n === 0n ? below : above;
}

export function compare(sign: string, left: Value, right: Value): boolean {
  const difference =
    typeof left === "string" ? textOrder(left, text(right)) : order(number(left), number(right));
  if (sign === "=") return difference === 0n;
  if (sign === "<>") return difference !== 0n;
  if (sign === "<") return difference < 0n;
  if (sign === "<=") return difference <= 0n;
  return sign === ">" ? difference > 0n : difference >= 0n;
}

function textOrder(left: string, right: string): bigint {
  if (left === right) return 0n;
  return left < right ? -1n : 1n;
}

/** A code or a date. */
export function text(value: Value): string {
  if (typeof value === "string") return value;
  throw new TypeError("not a text");
}

export function number(value: Value): Fraction {
  if (typeof value === "object") return value;
  throw new TypeError(`not a number: ${value}`);
}

export function truth(value: Value): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError("not a condition");
}

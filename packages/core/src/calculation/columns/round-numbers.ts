/**
 * Rounding of columns of exact numbers.
 *
 * A quotient of whole numbers below 2^52 is cut by a division of doubles that may be one off, and
 * put right by its exact remainder.
 */
import { type RoundingMode, roundRatio } from "../../money/index.ts";
import type { Room } from "./number-operations.ts";
import {
  commonDivisor,
  fromRatios,
  type Numbers,
  WHOLE_LIMIT,
  type WholeNumbers,
  whole,
} from "./numbers.ts";

/** Rounds every row to `places` decimal places; negative places round to tens and hundreds. */
export function roundNumbers(
  numbers: Numbers,
  places: number,
  mode: RoundingMode,
  room: Room = (size) => new Float64Array(size),
): Numbers {
  const found = numbers.kind === "whole" ? roundWhole(numbers, places, mode, room) : undefined;
  if (found !== undefined) return found;
  const { length } = numbers.values;
  const rounded = Array.from({ length }, (_, row) => {
    const value = valueAt(numbers, row);
    return value && roundRatio(value, places, mode);
  });
  return fromRatios(rounded);
}

function valueAt(numbers: Numbers, row: number) {
  if (numbers.kind === "ratio") return numbers.values[row];
  const value = numbers.values[row] as number;
  if (Number.isNaN(value)) return undefined;
  return { numerator: BigInt(value), denominator: BigInt(numbers.denominator) };
}

function roundWhole(
  { values, denominator, bound }: WholeNumbers,
  places: number,
  mode: RoundingMode,
  room: Room,
): Numbers | undefined {
  const [scale, step] = places < 0 ? [1, 10 ** -places] : [10 ** places, 1];
  const wide = denominator * step;
  const shared = commonDivisor(scale, wide);
  const factor = scale / shared;
  const divisor = wide / shared;
  const limit = (bound * factor) / divisor + 1;
  // Twice a remainder is compared with the divisor, so twice the divisor must be whole too.
  const isFit = scale * step <= WHOLE_LIMIT && bound * factor <= WHOLE_LIMIT && wide <= WHOLE_LIMIT;
  if (!isFit || limit * step > WHOLE_LIMIT) return undefined;
  const isHalfUpFit = bound * factor <= WHOLE_LIMIT / 2 && divisor <= WHOLE_LIMIT / 2;
  const rounded = room(values.length);
  if (divisor === 1) scaleAll(values, factor, rounded);
  else if (mode === "half-up" && isHalfUpFit) roundHalfUp(values, factor, divisor, rounded);
  else roundAll(values, factor, divisor, mode, rounded);
  if (step !== 1) scaleAll(rounded, step, rounded);
  return whole(rounded, scale, limit * step);
}

function roundAll(
  values: Float64Array,
  factor: number,
  divisor: number,
  mode: RoundingMode,
  rounded: Float64Array,
): void {
  for (let row = 0; row < rounded.length; row += 1) {
    rounded[row] = divideRoundedWhole((values[row] as number) * factor, divisor, mode);
  }
}

/** Where there is nothing to round. */
function scaleAll(values: Float64Array, factor: number, scaled: Float64Array): void {
  for (let row = 0; row < scaled.length; row += 1) scaled[row] = (values[row] as number) * factor;
}

/**
 * The rounding of nearly every line: half up is the whole part of (2 x + d) / (2 d), found by the
 * reciprocal, which may be one off, and put right by the exact remainder. Operands are within 2^51.
 */
function roundHalfUp(
  values: Float64Array,
  factor: number,
  divisor: number,
  rounded: Float64Array,
): void {
  const whole = divisor * 2;
  const reciprocal = 1 / whole;
  for (let row = 0; row < rounded.length; row += 1) {
    const value = (values[row] as number) * factor;
    const dividend = (value < 0 ? -value : value) * 2 + divisor;
    let quotient = Math.floor(dividend * reciprocal);
    const rest = dividend - quotient * whole;
    if (rest < 0) quotient -= 1;
    else if (rest >= whole) quotient += 1;
    rounded[row] = value < 0 ? 0 - quotient : quotient;
  }
}

/** The whole number nearest to the quotient in the sense of `mode`; operands are within 2^52. */
export function divideRoundedWhole(value: number, divisor: number, mode: RoundingMode): number {
  const size = value < 0 ? -value : value;
  let quotient = Math.floor(size / divisor);
  let rest = size - quotient * divisor;
  if (rest < 0) {
    quotient -= 1;
    rest += divisor;
  } else if (rest >= divisor) {
    quotient += 1;
    rest -= divisor;
  }
  if (rest > 0 && isAway(quotient, rest, divisor, mode, value < 0)) quotient += 1;
  return value < 0 ? 0 - quotient : Number.isNaN(value) ? value : quotient;
}

/** Whether a quotient with a remainder goes to the whole number further from zero. */
function isAway(
  quotient: number,
  rest: number,
  divisor: number,
  mode: RoundingMode,
  isNegative: boolean,
): boolean {
  switch (mode) {
    case "half-up":
      return rest * 2 >= divisor;
    case "half-even":
      return rest * 2 > divisor || (rest * 2 === divisor && quotient % 2 !== 0);
    case "down":
      return false;
    case "up":
      return true;
    case "floor":
      return isNegative;
    case "ceil":
      return !isNegative;
  }
}

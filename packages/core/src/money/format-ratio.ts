/** Ratios as plain digits, for tables that other programs read. */
import { findFiniteDigits, type Ratio, reduceRatio } from "./ratio.ts";

/** As many as the widest decimal type in common use holds, that of IEEE 754. */
const SIGNIFICANT_DIGITS = 34;
const CUT = "…";

/**
 * Plain digits, all of them where they end; of others the first 34 significant ones, cut and not
 * rounded, and the mark that they go on: `0.3333333333333333333333333333333333…`.
 */
export function formatRatio(value: Ratio): string {
  return findFiniteDigits(value) ?? cutDigits(reduceRatio(value));
}

function cutDigits({ numerator, denominator }: Ratio): string {
  const sign = numerator < 0n ? "-" : "";
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (size / denominator).toString();
  const zeros = whole === "0" ? leadingZeros(size, denominator) : 0;
  const places = whole === "0" ? zeros + SIGNIFICANT_DIGITS : SIGNIFICANT_DIGITS - whole.length;
  if (places <= 0) return `${sign}${whole}${CUT}`;
  const rest = ((size % denominator) * 10n ** BigInt(places)) / denominator;
  return `${sign}${whole}.${rest.toString().padStart(places, "0")}${CUT}`;
}

/** Zeros between the point and the first other digit of a value below one. */
function leadingZeros(size: bigint, denominator: bigint): number {
  let zeros = 0;
  for (let next = size * 10n; next < denominator; next *= 10n) zeros += 1;
  return zeros;
}

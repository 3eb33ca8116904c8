/**
 * Exact decimals of a fixed number of places, held as a whole number of their last place: 12,5 with
 * one place is 125n. No amount and no average passes through a floating number.
 */
import { formatDigits } from "@zhanbasy/core";

import type { Language } from "../i18n/language.ts";

/** A quotient rounded half away from zero. The divisor is above zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

/** `12345n` with two places is `123.45`: digits with a point, as programs write them. */
export function plainDigits(scaled: bigint, places: number): string {
  const size = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const whole = size.slice(0, size.length - places);
  const fraction = places === 0 ? "" : `.${size.slice(-places)}`;
  return (scaled < 0n ? "-" : "") + whole + fraction;
}

/** `123456n` with two places is `1 234,56`, in English `1,234.56`; the minus is U+2212. */
export function formatScaled(scaled: bigint, places: number, language: Language): string {
  return formatDigits(plainDigits(scaled, places), language);
}

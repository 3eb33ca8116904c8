/** Averages of people: exact digits, or a fraction `n/d` where no decimal has the value. */
import type { Language } from "../i18n/language.ts";
import { divideRounded, formatScaled } from "./scaled.ts";

/** `1 536,00`; a fraction is rounded half up to two decimals, and longer digits likewise. */
export function formatAverage(exact: string, language: Language): string {
  const [numerator, denominator] = exactRatio(exact);
  return formatScaled(divideRounded(numerator * 100n, denominator), 2, language);
}

/** `2 256`: a number of things. */
export function formatCount(count: number | bigint, language: Language): string {
  return formatScaled(BigInt(count), 0, language);
}

/** `1536.5` and `23/12` as numerator and denominator. */
function exactRatio(exact: string): readonly [bigint, bigint] {
  const [above = "", below = "1"] = exact.split("/");
  const [whole = "", fraction = ""] = above.split(".");
  return [BigInt(whole + fraction), BigInt(below) * 10n ** BigInt(fraction.length)];
}

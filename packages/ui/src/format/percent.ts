/** Shares of a whole, computed on whole numbers. */
import type { Language } from "../i18n/language.ts";
import { divideRounded, formatScaled } from "./scaled.ts";

/** `99,73 %` with a narrow no-break space and two decimals; a share of nothing is a dash. */
export function formatShare(part: bigint, whole: bigint, language: Language): string {
  if (whole <= 0n) return "—";
  return `${formatScaled(divideRounded(part * 10_000n, whole), 2, language)}\u202F%`;
}

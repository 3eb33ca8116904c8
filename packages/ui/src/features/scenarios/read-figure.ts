/** A figure as a person types or pastes it → plain digits, or undefined where it is none. */
import type { Language } from "../../i18n/language.ts";

const SPACES = /[\s\u00A0\u202F\u2009]/g;
const PLAIN = /^-?\d+([.]\d+)?$/;
const ENGLISH_GROUPS = /^-?\d{1,3}(,\d{3})+([.]\d+)?$/;
const MOST_DIGITS = 30;

/**
 * Takes `305000`, `305 000,00`, `305000.00`, either minus, any space between groups; in English
 * commas between groups as well. Nothing is rounded and nothing is guessed.
 */
export function findFigureDigits(text: string, language: Language): string | undefined {
  const bare = text.replaceAll(SPACES, "").replace(/^\u2212/, "-");
  const isGrouped = language === "en" && ENGLISH_GROUPS.test(bare);
  const digits = isGrouped ? bare.replaceAll(",", "") : bare.replace(",", ".");
  const isFigure = PLAIN.test(digits) && digits.length <= MOST_DIGITS;
  return isFigure ? digits : undefined;
}

/** Whether two texts of digits are one figure, however many zeros they end with. */
export function isSameFigure(left: string, right: string | null): boolean {
  return right !== null && withoutZeros(left) === withoutZeros(right);
}

function withoutZeros(digits: string): string {
  const bare = digits.replace(/^(-?)0+(?=\d)/, "$1");
  return bare.includes(".") ? bare.replace(/[.]?0+$/, "") : bare;
}

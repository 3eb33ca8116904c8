/** Figures, dates and units for people: exact, grouped, in the manner of each language. */
import type { TraceValue } from "../calculation/index.ts";
import type { Language } from "../classification/index.ts";
import type { Translate } from "./translate.ts";

const NARROW_SPACE = "\u202F";
const MINUS = "\u2212";
const FRACTION_DIGITS = 6;

/** Plain digits such as `-1234.5` with groups of three and the decimal sign of the language. */
export function formatDigits(digits: string, language: Language): string {
  const [, sign = "", whole = "", fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const group = language === "en" ? "," : NARROW_SPACE;
  const point = language === "en" ? "." : ",";
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return (sign === "" ? "" : MINUS) + grouped + (fraction === undefined ? "" : point + fraction);
}

/** Digits with at least two decimals: how money and rates in money are written. */
export function formatMoneyDigits(digits: string, language: Language): string {
  const [whole = "", fraction = ""] = digits.split(".");
  return formatDigits(`${whole}.${fraction.padEnd(2, "0")}`, language);
}

/** An exact value: digits, or a fraction `n/d` cut after six decimals and marked as going on. */
export function formatExact(exact: string, language: Language): string {
  const [numerator = "", denominator] = exact.split("/");
  if (denominator === undefined) return formatDigits(exact, language);
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  const size = above < 0n ? -above : above;
  const scaled = ((size * 10n ** BigInt(FRACTION_DIGITS)) / below).toString();
  const padded = scaled.padStart(FRACTION_DIGITS + 1, "0");
  const digits = `${padded.slice(0, -FRACTION_DIGITS)}.${padded.slice(-FRACTION_DIGITS)}`;
  return `${formatDigits(above < 0n ? `-${digits}` : digits, language)}…`;
}

/** `31.12.2026`. */
export function formatDate(date: string): string {
  return date.split("-").reverse().join(".");
}

/** The methodology's own word for a base unit, where the catalogue has none. */
export type UnitWord = (unit: string, isOne: boolean) => string | undefined;

/**
 * `KZT/pupil/year` in words of the language; nothing for a bare number. A single unit agrees with
 * its number; one that nobody has a word for stays as the law writes it.
 */
export function formatUnitText(
  unit: string,
  translate: Translate,
  digits = "",
  ownWord: UnitWord = () => undefined,
): string {
  if (unit === "" || unit === "1") return "";
  const wordOf = (base: string, count?: number): string => {
    if (translate.find(`unit.${base}`) === undefined) {
      return ownWord(base, count === undefined || count === 1) ?? base;
    }
    return count === undefined ? translate(`unit.${base}`) : translate(`unit.${base}`, { count });
  };
  if (/^\w+$/.test(unit) && digits !== "") return wordOf(unit, countFor(digits));
  return unit
    .split(/([*/])/)
    .map((part) => {
      if (part === "*") return "·";
      return part === "/" || part === "1" ? part : wordOf(part);
    })
    .join("");
}

/** A number of the same plural form: any fraction for a fraction, the last digits of a long one. */
function countFor(digits: string): number {
  const [, whole] = /^-?(\d+)$/.exec(digits) ?? [];
  if (whole === undefined) return 1.5;
  return Number(whole.length > 3 ? `1${whole.slice(-2)}` : whole);
}

/** What it takes to tell a traced value. */
export type ValueWords = {
  readonly language: Language;
  readonly translate: Translate;
  /** The unit of money, which is written with at least two decimals. */
  readonly currency: string;
  readonly labelOf: (codeList: string, code: string) => string;
  readonly ownWord?: UnitWord;
};

/** A traced value with its unit, or the word for a code, a date or a truth. */
export function formatValue(value: TraceValue, words: ValueWords): string {
  const { language, translate, currency, labelOf, ownWord } = words;
  switch (value.kind) {
    case "number": {
      const unit = formatUnitText(value.unit, translate, value.exact, ownWord);
      const isMoney = value.unit.split(/[*/]/)[0] === currency && !value.exact.includes("/");
      const digits = isMoney
        ? formatMoneyDigits(value.exact, language)
        : formatExact(value.exact, language);
      return digits + (unit === "" ? "" : NARROW_SPACE + unit);
    }
    case "truth":
      return translate(value.isTrue ? "trace.yes" : "trace.no");
    case "code":
      return value.code
        .split(";")
        .map((code) => labelOf(value.codeList, code))
        .join(", ");
    case "date":
      return formatDate(value.date);
  }
}

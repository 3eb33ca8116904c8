/**
 * Numbers as people and spreadsheets write them, read exactly: groups set apart by spaces, by
 * apostrophes, by points or by commas, either decimal sign, any minus, brackets of accountants,
 * the sign of the tenge, percent. What can be read in two ways is decided by written rules.
 */
import type { Language } from "../../i18n/language.ts";
import type { ExactValue } from "../exact-value.ts";
import { type FailedReading, failReading } from "./read-fault.ts";

/** A number with the decimals it was written with; `12 %` is 12 and a percent. */
export type WrittenNumber = {
  readonly value: ExactValue;
  readonly places: number;
  readonly isPercent: boolean;
};

const MOST_LETTERS = 80;
const PARTS = /^(?<before>[^\d.,]*)(?<digits>[.,]?\d(?:[\d\s.,'\u2019\u02BC]*\d)?)(?<after>\D*)$/u;
const MINUS = /[-\u2212\u2013]/u;
const SIGN = /[-\u2212\u2013+]/gu;
const CURRENCY = /^(?:\u20B8|тг\.?|тенге|теңге|kzt)$/iu;
/** Small ones are thousands or tonnes. */
const CURRENCY_LETTERS: readonly string[] = ["T", "Т"];

const SPACES = /[\s]+/gu;
const APOSTROPHES = /['\u2019\u02BC]/gu;

/** The number of a whole text. */
export function readNumber(
  text: string,
  language: Language,
): { readonly number: WrittenNumber } | FailedReading {
  const written = text.trim();
  const { before, digits, after } = PARTS.exec(written.slice(0, MOST_LETTERS + 1))?.groups ?? {};
  if (digits === undefined || before === undefined || written.length > MOST_LETTERS) {
    return failReading("not-number", { text: shorten(written) });
  }
  const dress = readDress(before, after ?? "");
  if (dress === null) return failReading("not-number", { text: shorten(written) });
  const read = readDigits(digits, language);
  if (read === null) return failReading("groups", { text: shorten(written) });
  const { value, places } = read;
  const numerator = dress.isNegative ? -value.numerator : value.numerator;
  return {
    number: { value: { ...value, numerator }, places, isPercent: dress.isPercent },
  };
}

/**
 * Digits with their groups and decimals, without any sign; null where groups are not of three.
 * A lone point is decimal. A lone comma before three digits is a group in English and decimal
 * elsewhere. One sign several times is of groups; of both signs the last is decimal.
 */
export function readDigits(
  digits: string,
  language: Language,
): { readonly value: ExactValue; readonly places: number } | null {
  const written = digits.replaceAll(SPACES, (run) => (run.length === 1 ? " " : "  "));
  const decimal = decimalPosition(written, language);
  const whole = decimal === null ? written : written.slice(0, decimal);
  const fraction = decimal === null ? "" : written.slice(decimal + 1);
  const bare = joinGroups(whole);
  if (bare === null || !/^\d*$/.test(fraction)) return null;
  return {
    value: {
      numerator: BigInt(bare + fraction),
      denominator: 10n ** BigInt(fraction.length),
    },
    places: fraction.length,
  };
}

/** As much of a text as a sentence can hold. */
export function shorten(text: string): string {
  const line = text.replaceAll(SPACES, " ").trim();
  const letters = Array.from(line.slice(0, 2 * MOST_SHOWN));
  return letters.length <= MOST_SHOWN ? line : `${letters.slice(0, MOST_SHOWN - 1).join("")}…`;
}

const MOST_SHOWN = 40;

type Dress = { readonly isNegative: boolean; readonly isPercent: boolean };

/** What stands around the digits: one sign or brackets, one currency or a percent. */
function readDress(before: string, after: string): Dress | null {
  const ahead = before.replaceAll(SPACES, "");
  const behind = after.replaceAll(SPACES, "");
  const signs = ahead.match(SIGN) ?? [];
  const isBracketed = ahead.includes("(");
  const isPercent = behind.includes("%");
  const prefix = ahead.replace(SIGN, "").replace("(", "");
  const suffix = behind.replace("%", "").replace(")", "");
  const isDressed =
    signs.length + Number(isBracketed) <= 1 &&
    isBracketed === behind.includes(")") &&
    isCurrency(prefix) &&
    isCurrency(suffix) &&
    [prefix, suffix, isPercent ? "%" : ""].filter((part) => part !== "").length <= 1;
  if (!isDressed) return null;
  return { isNegative: isBracketed || MINUS.test(signs[0] ?? ""), isPercent };
}

function isCurrency(text: string): boolean {
  return text === "" || CURRENCY.test(text) || CURRENCY_LETTERS.includes(text);
}

/** Where the decimal sign stands; null where there is none. */
function decimalPosition(written: string, language: Language): number | null {
  const comma = written.lastIndexOf(",");
  const point = written.lastIndexOf(".");
  const last = Math.max(comma, point);
  if (last < 0) return null;
  if (comma >= 0 && point >= 0) return last;
  if (written.indexOf(written.charAt(last)) !== last) return null;
  return comma >= 0 && language === "en" && /^[1-9]\d{0,2},\d{3}$/.test(written) ? null : last;
}

/** `1 234 567` as `1234567`; null where groups are not of three, or of several signs. */
function joinGroups(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const groups = whole.replaceAll(APOSTROPHES, "'");
  const isGrouped = /^\d{1,3}([ '.,])\d{3}(?:\1\d{3})*$/.test(groups);
  return isGrouped ? groups.replaceAll(/[ '.,]/g, "") : null;
}

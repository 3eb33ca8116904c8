/**
 * Numbers as spreadsheets write them for one another, beside what they show. Their digits are
 * taken as they stand; what a binary fraction added behind the fifteenth digit is taken off.
 */
import { type ExactValue, reduceExact } from "../exact-value.ts";

const WRITTEN = /^([-+]?)(\d{0,60})(?:\.(\d{0,60}))?(?:[eE]([-+]?\d{1,2}))?$/;
/** A double keeps as many digits, whatever they are. */
const KEPT_DIGITS = 15;
const FORMAT_WORDS =
  /"[^"]*"|\[[^\]]*\]|[\\_*].|general|standard|fixed|scientific|currency|percent|основной|общий/giu;
const DATE_LETTERS = /[dmyhsдгчмс]/iu;

/** `305000.5`, `4.32E+11` and `0.30000000000000004` exactly; undefined where it is none. */
export function findSpreadsheetNumber(written: string): ExactValue | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] = WRITTEN.exec(written.trim()) ?? [];
  const digits = whole + fraction;
  if (sign === undefined || digits === "") return undefined;
  const size = keepDigits(BigInt(digits), fraction.length - Number(exponent));
  return reduceExact({ ...size, numerator: sign === "-" ? -size.numerator : size.numerator });
}

/** Whether plain digits with a point come through a spreadsheet as they are. */
export function isKeptBySpreadsheet(digits: string): boolean {
  return (
    digits
      .replace(/^-?[0.]*/, "")
      .replace(".", "")
      .replace(/0+$/, "").length <= KEPT_DIGITS
  );
}

/** Whether numbers of this format are days or hours, which are counted from 1899. */
export function isDateFormat(format: string): boolean {
  return DATE_LETTERS.test(format.replaceAll(FORMAT_WORDS, ""));
}

/** Whole numbers keep all their digits. */
function keepDigits(digits: bigint, places: number): ExactValue {
  if (places <= 0) return { numerator: digits * 10n ** BigInt(-places), denominator: 1n };
  const excess = digits.toString().length - KEPT_DIGITS;
  if (excess <= 0) return { numerator: digits, denominator: 10n ** BigInt(places) };
  const step = 10n ** BigInt(excess);
  const kept = ((2n * digits + step) / (2n * step)) * step;
  return { numerator: kept, denominator: 10n ** BigInt(places) };
}

/**
 * Cells as people write them, turned into values.
 *
 * A decoder sees trimmed text that is not empty and knows no place: its fault is a function that
 * gets the place later, so that one decoded text can be remembered for every row that repeats it.
 */
import { type Issue, issue, type Place } from "../kernel/index.ts";
import { findDecimal, findTiyn, formatDecimal, type Tiyn } from "../money/index.ts";
import { type CalendarDate, findCalendarDate } from "../time/index.ts";

/** What is wrong with a text, waiting for its place. */
export type Fault = (place: Place) => Issue;
/** A text that was not understood. */
export type Undecoded = { readonly ok: false; readonly fault: Fault };
/** What a text means, or what is wrong with it. */
export type Decoded<Value> = { readonly ok: true; readonly value: Value } | Undecoded;

/**
 * `expected` is a word of the catalogues (`token.date`), the shape of a right value or the codes to
 * choose from.
 */
export type Decoder<Value> = {
  readonly expected: string;
  readonly decode: (text: string) => Decoded<Value>;
};

/** The longest text a cell may hold. */
export const CELL_LENGTH_LIMIT = 2000;

const DIGITS = /^\d+$/;
const NUMBER = /^[-\u2212]?(?:\d{1,3}(?:[ \u00A0\u2007\u2009\u202F]\d{3})+|\d+)(?:[.,]\d+)?$/;
const SEPARATORS = /[ \u00A0\u2007\u2009\u202F]/g;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?Z?$/;
const DOTTED_DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const LINE_BREAKS = /\s*[\r\n]+\s*/g;
const COUNT_DIGITS_LIMIT = 9;

/** The text was understood. */
export function decoded<Value>(value: Value): Decoded<Value> {
  return { ok: true, value };
}

/** The text was not understood. */
export function undecoded(fault: Fault): Undecoded {
  return { ok: false, fault };
}

/** Any text, on one line; what looks like a formula stays text. */
export const TEXT: Decoder<string> = {
  expected: "text",
  decode: (text) => decoded(text.replace(LINE_BREAKS, " ")),
};

/** Whole things counted: not negative, not fractional. */
export const COUNT: Decoder<number> = { expected: "count", decode: decodeCount };

/** Tenge with at most two decimals, not negative. */
export const AMOUNT: Decoder<Tiyn> = { expected: "amount", decode: decodeAmount };

/** Any finite decimal, as plain digits. */
export const DECIMAL: Decoder<string> = { expected: "decimal", decode: decodeDecimal };

/** A decimal as plain digits, within limits: whole, not negative, both or neither. */
export function decimalDecoder(limits: {
  readonly isWhole: boolean;
  readonly isNotNegative: boolean;
}): Decoder<string> {
  const { isWhole, isNotNegative } = limits;
  const expected = isWhole
    ? isNotNegative
      ? "count"
      : "int"
    : isNotNegative
      ? "decimal-not-negative"
      : "decimal";
  return {
    expected,
    decode: (text) => {
      const plain = plainNumber(text) ?? "";
      if (isNotNegative && isNegative(plain)) return negativeNumber(text);
      return isWhole && isFractional(plain) ? fractionalNumber(text) : decodeDecimal(text);
    },
  };
}

/** A day of the calendar, ISO or `dd.mm.yyyy`. */
export const DATE: Decoder<CalendarDate> = { expected: "date", decode: decodeDate };

/** The text is a number, but not one of those that `expected` names. */
export function outOfRange(text: string, expected: string): Undecoded {
  return undecoded((place) => issue("number-out-of-range", place, { value: text, expected }));
}

/** Remembers what each text was decoded to: registers repeat few texts in many rows. */
export function memoize<Value>(decoder: Decoder<Value>): Decoder<Value> {
  const known = new Map<string, Decoded<Value>>();
  return {
    expected: decoder.expected,
    decode: (text) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      const made = decoder.decode(text);
      known.set(text, made);
      return made;
    },
  };
}

/** Lower case, one blank between words, ё as е: how words and headers are compared. */
export function fold(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase().replaceAll("ё", "е");
}

/** An ISO day from ISO text, from `dd.mm.yyyy`, or from either at midnight. */
export function findWrittenDate(text: string): CalendarDate | undefined {
  const dotted = DOTTED_DATE.exec(text);
  if (dotted === null) return findCalendarDate(MIDNIGHT.exec(text)?.[1] ?? text);
  const [, day = "", month = "", year = ""] = dotted;
  return findCalendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

function decodeDate(text: string): Decoded<CalendarDate> {
  const date = findWrittenDate(text);
  if (date !== undefined) return decoded(date);
  return undecoded((place) => issue("date-malformed", place, { value: text }));
}

/** Groups of three may stand apart by any blank; the decimal sign may be a point or a comma. */
function plainNumber(text: string): string | undefined {
  if (DIGITS.test(text)) return text;
  if (!NUMBER.test(text)) return undefined;
  return text.replace(SEPARATORS, "").replace(",", ".").replace("\u2212", "-");
}

function decodeCount(text: string): Decoded<number> {
  const plain = plainNumber(text);
  if (plain === undefined) return malformedNumber(text);
  if (isNegative(plain)) return negativeNumber(text);
  if (isFractional(plain)) return fractionalNumber(text);
  const digits = (plain.split(".")[0] ?? "").replace("-", "");
  if (digits.length > COUNT_DIGITS_LIMIT) return outOfRange(text, "digits-9");
  return decoded(Number(digits));
}

function decodeAmount(text: string): Decoded<Tiyn> {
  const plain = plainNumber(text);
  if (plain === undefined) return malformedNumber(text);
  if (isNegative(plain)) return negativeNumber(text);
  if ((plain.split(".")[1] ?? "").length > 2) {
    return undecoded((place) => issue("amount-fraction", place, { value: text }));
  }
  const amount = findTiyn(plain);
  return amount === undefined ? outOfRange(text, "digits-30") : decoded(amount);
}

function decodeDecimal(text: string): Decoded<string> {
  const plain = plainNumber(text);
  if (plain === undefined) return malformedNumber(text);
  const value = findDecimal(plain);
  return value === undefined ? outOfRange(text, "digits-34") : decoded(formatDecimal(value));
}

/** Minus nothing is nothing. */
function isNegative(plain: string): boolean {
  return plain.startsWith("-") && /[1-9]/.test(plain);
}

/** "1,000" may mean a thousand or one: a fraction of three zeros is one too. */
function isFractional(plain: string): boolean {
  return !["0", "00"].includes(plain.split(".")[1] ?? "0");
}

function fractionalNumber(text: string): Undecoded {
  return undecoded((place) => issue("number-fractional", place, { value: text }));
}

function malformedNumber(text: string): Undecoded {
  return undecoded((place) => issue("number-malformed", place, { value: text }));
}

function negativeNumber(text: string): Undecoded {
  return undecoded((place) => issue("number-negative", place, { value: text }));
}

/**
 * Arithmetic typed into a cell: `=(1+2)*3,5/2`, and what changes the figure that stands there:
 * `*1,05`, `/2`, `+10%`, `-10%`, `+1000`. Everything is an exact quotient; text is never run.
 */
import type { Language } from "../../i18n/language.ts";
import { addExact, type ExactValue, multiplyExact, reduceExact } from "../exact-value.ts";
import { type FailedReading, failReading } from "./read-fault.ts";
import { readDigits, shorten } from "./read-number.ts";

/** What arithmetic stands on. */
export type ArithmeticSource = {
  readonly language: Language;
  /** Whether a bare number is a percent here: then `+10` adds ten points. */
  readonly isPercent: boolean;
  /** The figure that the cell has now, a quotient and no percent; null where it has none. */
  readonly old: ExactValue | null;
};

/** An exact result, or why there is none. */
export type ArithmeticReading = { readonly result: ExactValue } | FailedReading;

const MOST_LETTERS = 200;
const MOST_DEPTH = 20;
const PERCENT_CHANGE = /^[-+\u2212\u2013]\s*[.,]?\d[\d.,\s'\u2019\u02BC]*%$/u;
const TOKEN = /\s*(?:([.,]?\d(?:[\d.,'\u2019\u02BC]|\s+(?=\d))*)|([-+\u2212\u2013*×·/÷()%]))/uy;
const SIGNS: Readonly<Record<string, string>> = {
  "\u2212": "-",
  "\u2013": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
};
const HUNDRED: ExactValue = { numerator: 100n, denominator: 1n };
const HUNDREDTH: ExactValue = { numerator: 1n, denominator: 100n };
const MINUS_ONE: ExactValue = { numerator: -1n, denominator: 1n };

/** Whether a text is to be worked out and not taken as it is written. */
export function isArithmetic(text: string, isPercentColumn: boolean): boolean {
  const written = text.trim();
  if (/^[=*/+×·÷]/u.test(written)) return true;
  return !isPercentColumn && PERCENT_CHANGE.test(written);
}

/** Works it out. In a column of percents a text without `%` counts in percents. */
export function readArithmetic(text: string, source: ArithmeticSource): ArithmeticReading {
  const written = text.trim();
  if (written.length > MOST_LETTERS) return failReading("too-long", { count: MOST_LETTERS });
  const isOfOld = !written.startsWith("=");
  if (isOfOld && source.old === null) return failReading("no-old-value");
  const isInPoints = source.isPercent && !written.includes("%");
  const old = isInPoints && source.old !== null ? multiplyExact(source.old, HUNDRED) : source.old;
  const tokens = tokensOf(isOfOld ? written : written.slice(1), source.language);
  if ("fault" in tokens) return tokens;
  const isChange = !source.isPercent && PERCENT_CHANGE.test(written);
  const whole = isOfOld && old !== null ? tokensOnOld(old, tokens.tokens, isChange) : tokens.tokens;
  const read = readWhole(whole, written);
  if ("fault" in read) return read;
  return { result: isInPoints ? multiplyExact(read.result, HUNDREDTH) : reduceExact(read.result) };
}

/** A figure, or a sign by itself. */
type Token = ExactValue | string;

function tokensOf(
  text: string,
  language: Language,
): { readonly tokens: readonly Token[] } | FailedReading {
  const tokens: Token[] = [];
  let from = 0;
  while (from < text.trimEnd().length) {
    TOKEN.lastIndex = from;
    const [all = "", digits, sign] = TOKEN.exec(text) ?? [];
    if (all === "") return failReading("not-arithmetic", { text: shorten(text.slice(from)) });
    if (digits !== undefined) {
      const read = readDigits(digits, language);
      if (read === null) return failReading("groups", { text: shorten(digits) });
      tokens.push(read.value);
    }
    if (sign !== undefined) tokens.push(SIGNS[sign] ?? sign);
    from += all.length;
  }
  return { tokens };
}

/** `*2` becomes `old*2`; `+10%` becomes `old*(1+10%)`. */
function tokensOnOld(
  old: ExactValue,
  tokens: readonly Token[],
  isChange: boolean,
): readonly Token[] {
  const one: ExactValue = { numerator: 1n, denominator: 1n };
  return isChange ? [old, "*", "(", one, ...tokens, ")"] : [old, ...tokens];
}

type Cursor = { readonly tokens: readonly Token[]; readonly text: string; at: number };

function readWhole(tokens: readonly Token[], text: string): ArithmeticReading {
  const cursor: Cursor = { tokens, text, at: 0 };
  const read = readSum(cursor, 0);
  return "fault" in read || cursor.at === tokens.length ? read : failAt(cursor);
}

function readSum(cursor: Cursor, depth: number): ArithmeticReading {
  let sum = readProduct(cursor, depth);
  while (!("fault" in sum)) {
    const sign = take(cursor, "+-");
    if (sign === null) break;
    const term = readProduct(cursor, depth);
    if ("fault" in term) return term;
    const added = sign === "-" ? multiplyExact(term.result, MINUS_ONE) : term.result;
    sum = { result: addExact(sum.result, added) };
  }
  return sum;
}

function readProduct(cursor: Cursor, depth: number): ArithmeticReading {
  let product = readSigned(cursor, depth);
  while (!("fault" in product)) {
    const sign = take(cursor, "*/");
    if (sign === null) break;
    const factor = readSigned(cursor, depth);
    if ("fault" in factor) return factor;
    if (sign === "/" && factor.result.numerator === 0n) return failReading("division-by-zero");
    const by = sign === "/" ? inverse(factor.result) : factor.result;
    product = { result: multiplyExact(product.result, by) };
  }
  return product;
}

/** Any number of signs, a figure or brackets, any number of percents. */
function readSigned(cursor: Cursor, depth: number): ArithmeticReading {
  let isNegative = false;
  for (let sign = take(cursor, "+-"); sign !== null; sign = take(cursor, "+-")) {
    if (sign === "-") isNegative = !isNegative;
  }
  const read = readOperand(cursor, depth);
  if ("fault" in read) return read;
  let { result } = read;
  while (take(cursor, "%") !== null) result = multiplyExact(result, HUNDREDTH);
  return { result: isNegative ? multiplyExact(result, MINUS_ONE) : result };
}

function readOperand(cursor: Cursor, depth: number): ArithmeticReading {
  const token = cursor.tokens[cursor.at];
  if (token !== undefined && typeof token !== "string") {
    cursor.at += 1;
    return { result: token };
  }
  if (take(cursor, "(") === null) return failAt(cursor);
  if (depth === MOST_DEPTH) return failReading("too-deep", { count: MOST_DEPTH });
  const read = readSum(cursor, depth + 1);
  return "fault" in read || take(cursor, ")") !== null ? read : failAt(cursor);
}

/** The next token where it is one of the signs. */
function take(cursor: Cursor, signs: string): string | null {
  const token = cursor.tokens[cursor.at];
  if (typeof token !== "string" || !signs.includes(token)) return null;
  cursor.at += 1;
  return token;
}

function failAt({ tokens, text, at }: Cursor): FailedReading {
  if (at >= tokens.length) return failReading("no-end-of-formula", { text: shorten(text) });
  return failReading("not-arithmetic", { text: shorten(text) });
}

function inverse({ numerator, denominator }: ExactValue): ExactValue {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}

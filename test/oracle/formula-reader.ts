/**
 * The oracle's own reader of formulas. Units are read over: proving them is not its task.
 *
 *   or, and, not, comparison, sum, product, sign, primary      from loosest to tightest
 */
import type { Case, Index, Mention, Quoted, Tree } from "./formula-tree.ts";
import { fraction, fractionOf } from "./fraction.ts";

/** Whether a name is a value of the law, and so no unit behind a number. */
export type IsValue = (name: string) => boolean;

const TOKEN = /\s*([0-9]+(?:[.][0-9]+)?|[A-Za-z_][\w.]*|'[^']*'|"[^"]*"|<=|>=|<>|[^\s])/g;
const NAME = /^[A-Za-z_]/;
const WORDS = "and or not case when otherwise over by true false".split(" ");
const COMPARISONS = ["=", "<>", "<=", ">=", "<", ">"];

type Reading = {
  readonly tokens: readonly string[];
  readonly isValue: IsValue;
  place: number;
};

export function readFormula(text: string, isValue: IsValue): Tree {
  const tokens = [...text.matchAll(TOKEN)].map((match) => match[1] ?? "");
  const reading: Reading = { tokens, isValue, place: 0 };
  const tree = readWhole(reading);
  if (reading.place < tokens.length) throw new SyntaxError(`left over: ${next(reading)}`);
  return tree;
}

function next({ tokens, place }: Reading, ahead = 0): string {
  return tokens[place + ahead] ?? "";
}

function take(reading: Reading): string {
  const token = next(reading);
  reading.place += 1;
  return token;
}

function skip(reading: Reading, word: string): boolean {
  if (next(reading) !== word) return false;
  reading.place += 1;
  return true;
}

function need(reading: Reading, word: string): void {
  if (!skip(reading, word)) throw new SyntaxError(`${word} expected, ${next(reading)} found`);
}

function readWhole(reading: Reading): Tree {
  return next(reading) === "case" ? readCases(reading) : readOr(reading);
}

function readCases(reading: Reading): Tree {
  const cases: Case[] = [];
  while (skip(reading, "case")) {
    take(reading);
    need(reading, "when");
    const when = readOr(reading);
    need(reading, ":");
    cases.push({ when, then: readOr(reading) });
  }
  need(reading, "otherwise");
  take(reading);
  need(reading, ":");
  return { kind: "cases", cases, otherwise: readOr(reading) };
}

function readOr(reading: Reading): Tree {
  let left = readAnd(reading);
  while (skip(reading, "or")) left = { kind: "sign", sign: "or", left, right: readAnd(reading) };
  return left;
}

function readAnd(reading: Reading): Tree {
  let left = readNot(reading);
  while (skip(reading, "and")) left = { kind: "sign", sign: "and", left, right: readNot(reading) };
  return left;
}

function readNot(reading: Reading): Tree {
  return skip(reading, "not") ? { kind: "not", part: readNot(reading) } : readComparison(reading);
}

function readComparison(reading: Reading): Tree {
  const left = readSum(reading);
  if (!COMPARISONS.includes(next(reading))) return left;
  return { kind: "sign", sign: take(reading), left, right: readSum(reading) };
}

function readSum(reading: Reading): Tree {
  let left = readProduct(reading);
  while (next(reading) === "+" || next(reading) === "-") {
    left = { kind: "sign", sign: take(reading), left, right: readProduct(reading) };
  }
  return left;
}

function readProduct(reading: Reading): Tree {
  let left = readSign(reading);
  while (next(reading) === "*" || next(reading) === "/") {
    left = { kind: "sign", sign: take(reading), left, right: readSign(reading) };
  }
  return left;
}

function readSign(reading: Reading): Tree {
  if (!skip(reading, "-")) return readPrimary(reading);
  const left: Tree = { kind: "number", value: fraction(0n) };
  return { kind: "sign", sign: "-", left, right: readSign(reading) };
}

function readPrimary(reading: Reading): Tree {
  if (skip(reading, "(")) {
    const inside = readWhole(reading);
    need(reading, ")");
    return inside;
  }
  const token = next(reading);
  if (/^[0-9]/.test(token)) return readNumber(reading);
  if (token.startsWith("'")) return readQuoted(reading);
  if (token === "true" || token === "false") {
    return { kind: "truth", value: take(reading) === "true" };
  }
  return next(reading, 1) === "(" ? readCall(reading) : readMention(reading);
}

function readNumber(reading: Reading): Tree {
  const value = fractionOf(take(reading));
  const isUnit = (ahead: number) => {
    const token = next(reading, ahead);
    return (
      NAME.test(token) && !WORDS.includes(token) && !"([".includes(next(reading, ahead + 1) || " ")
    );
  };
  if (isUnit(0)) {
    take(reading);
    while (/^[*/]$/.test(next(reading)) && isUnit(1) && !reading.isValue(next(reading, 1))) {
      reading.place += 2;
    }
  }
  return { kind: "number", value };
}

function readQuoted(reading: Reading): Quoted {
  return { kind: "text", text: take(reading).slice(1, -1) };
}

function readMention(reading: Reading): Mention {
  const name = take(reading);
  if (!NAME.test(name)) throw new SyntaxError(`a name expected, ${name} found`);
  return { kind: "name", name, index: readIndex(reading) };
}

function readIndex(reading: Reading): Index {
  const index: (Mention | Quoted)[] = [];
  if (!skip(reading, "[")) return index;
  do index.push(next(reading).startsWith("'") ? readQuoted(reading) : readMention(reading));
  while (skip(reading, ","));
  need(reading, "]");
  return index;
}

function readCall(reading: Reading): Tree {
  const name = take(reading);
  need(reading, "(");
  const tree = readArguments(name, reading);
  need(reading, ")");
  return tree;
}

function readArguments(name: string, reading: Reading): Tree {
  if (name === "has") return { kind: "has", fact: readMention(reading) };
  if (name === "months_since") return { kind: "months", date: readWhole(reading) };
  if (name === "sum" || name === "count_if") return readOver(name, reading);
  if (name === "includes") {
    const attribute = take(reading);
    need(reading, ",");
    return { kind: "includes", attribute, code: readQuoted(reading).text };
  }
  const first = readWhole(reading);
  if (name === "total" || name === "count") {
    const by = skip(reading, "by") ? readNames(reading) : [];
    return { kind: "total", how: name, by, body: first };
  }
  if (name === "round") return readRound(first, reading);
  if (name === "band" || name === "interpolate") {
    need(reading, ",");
    return { kind: "points", how: name, part: first, table: readMention(reading) };
  }
  const parts = [first];
  while (skip(reading, ",")) parts.push(readWhole(reading));
  return name === "if" ? choice(parts) : { kind: "call", name, parts };
}

function choice([when, then, otherwise]: readonly Tree[]): Tree {
  if (when === undefined || then === undefined || otherwise === undefined) {
    throw new SyntaxError("if has three parts");
  }
  return { kind: "cases", cases: [{ when, then }], otherwise };
}

function readOver(how: string, reading: Reading): Tree {
  need(reading, "over");
  const over = readNames(reading);
  need(reading, ":");
  return { kind: "sum", how, over, body: readWhole(reading) };
}

function readNames(reading: Reading): readonly string[] {
  const names = [take(reading)];
  while (skip(reading, ",")) names.push(take(reading));
  return names;
}

function readRound(part: Tree, reading: Reading): Tree {
  need(reading, ",");
  const sign = skip(reading, "-") ? -1 : 1;
  const places = sign * Number(take(reading));
  let mode = "";
  if (skip(reading, ",")) while (next(reading) !== ")") mode += take(reading);
  return { kind: "round", part, places, mode: mode === "" ? "half-up" : mode };
}

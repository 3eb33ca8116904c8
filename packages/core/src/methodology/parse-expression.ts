/**
 * Text as in a spreadsheet → nodes, or the first fault with its place in the text.
 *
 *   expression  = case … when …: … otherwise …: …  |  or
 *   or, and, not, comparison, sum, product, sign, primary   (from loosest to tightest)
 *
 * Units are known by name, so `12 month/year` is one number and `12 month / x` is a division.
 */
import { fail, issue, ok, type Result } from "../kernel/index.ts";
import { DECIMAL_DIGITS_LIMIT } from "../money/index.ts";
import { type BinaryOperator, childrenOf, type Expression, type NamedCase } from "./expression.ts";
import { parsePrimary } from "./parse-primary.ts";
import type { ParseState } from "./parse-state.ts";
import { createTokenReader, type TokenReader } from "./token-reader.ts";
import { tokenize } from "./tokens.ts";

export const EXPRESSION_LENGTH_LIMIT = 10_000;
export const EXPRESSION_DEPTH_LIMIT = 64;
/** The longest way from an expression down to a leaf: a sum of so many terms is as tall as that. */
export const EXPRESSION_HEIGHT_LIMIT = 400;

const NOTHING: Expression = { kind: "truth", value: false, span: { start: 0, end: 0 } };

/** Parses one expression; `units` are the base units a number may carry. */
export function parseExpression(text: string, units: ReadonlySet<string>): Result<Expression> {
  if (text.length > EXPRESSION_LENGTH_LIMIT) return tooLarge(`${EXPRESSION_LENGTH_LIMIT}`, 0);
  const reader = createTokenReader(tokenize(text));
  let depth = 0;
  const state: ParseState = {
    reader,
    units,
    nested: () => {
      depth += 1;
      if (depth > EXPRESSION_DEPTH_LIMIT) {
        const [fault] = tooLarge(`${EXPRESSION_DEPTH_LIMIT}`, reader.peek().start).issues;
        reader.report(fault);
        return NOTHING;
      }
      const expression = parseCases(state);
      depth -= 1;
      return expression;
    },
  };
  const expression = state.nested();
  if (reader.peek().kind !== "end") reader.refuse("operator");
  const fault = reader.fault();
  if (fault !== undefined) return fail(fault);
  return isTooTall(expression) ? tooLarge(`${EXPRESSION_HEIGHT_LIMIT}`, 0) : ok(expression);
}

/** Level by level, without recursion: what follows a tree down must be able to come back. */
function isTooTall(expression: Expression): boolean {
  let level: readonly Expression[] = [expression];
  for (let height = 0; level.length > 0; height += 1) {
    if (height >= EXPRESSION_HEIGHT_LIMIT) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function tooLarge(limit: string, offset: number): ReturnType<typeof fail> {
  return fail(issue("expression-too-large", { offset }, { limit }));
}

function parseCases(state: ParseState): Expression {
  const { reader } = state;
  if (!reader.isNext("case")) return parseOr(state);
  const { start } = reader.peek();
  const cases: NamedCase[] = [];
  while (reader.takeIf("case")) {
    const label = parseLabel(reader);
    reader.expect("when");
    const when = parseOr(state);
    reader.expect(":");
    cases.push({ label, when, then: parseOr(state) });
  }
  reader.expect("otherwise");
  const label = parseLabel(reader);
  reader.expect(":");
  const otherwise = { label, then: parseOr(state) };
  return { kind: "cases", cases, otherwise, span: { start, end: reader.lastEnd() } };
}

function parseLabel(reader: TokenReader): string {
  if (reader.peek().kind === "text") return reader.take().text;
  reader.refuse("'…'");
  return "";
}

function parseOr(state: ParseState): Expression {
  return parseChain(state, ["or"], parseAnd);
}

function parseAnd(state: ParseState): Expression {
  return parseChain(state, ["and"], parseNot);
}

function parseNot(state: ParseState): Expression {
  const { reader } = state;
  if (!reader.isNext("not")) return parseComparison(state);
  const { start } = reader.take();
  const operand = deeper(state, "not", parseNot);
  return { kind: "not", operand, span: { start, end: operand.span.end } };
}

function parseComparison(state: ParseState): Expression {
  const left = parseSum(state);
  const operator = (["=", "<>", "<=", ">=", "<", ">"] as const).find(state.reader.takeIf);
  if (operator === undefined) return left;
  return binary(operator, left, parseSum(state));
}

function parseSum(state: ParseState): Expression {
  return parseChain(state, ["+", "-"], parseProduct);
}

function parseProduct(state: ParseState): Expression {
  return parseChain(state, ["*", "/"], parseSign);
}

function parseSign(state: ParseState): Expression {
  const { reader } = state;
  if (!reader.isNext("-")) return parsePrimary(state, DECIMAL_DIGITS_LIMIT);
  const { start } = reader.take();
  const operand = deeper(state, "-", parseSign);
  return { kind: "negate", operand, span: { start, end: operand.span.end } };
}

/** Repeated signs nest like brackets do; a row of a thousand minuses is refused, not followed. */
function deeper(
  state: ParseState,
  sign: "-" | "not",
  parse: (state: ParseState) => Expression,
): Expression {
  const { reader } = state;
  if (!reader.isNext(sign)) return parse(state);
  reader.refuse("(");
  return NOTHING;
}

/** Left-associative operators of one level. */
function parseChain(
  state: ParseState,
  operators: readonly BinaryOperator[],
  parseOperand: (state: ParseState) => Expression,
): Expression {
  let left = parseOperand(state);
  for (;;) {
    const operator = operators.find(state.reader.takeIf);
    if (operator === undefined) return left;
    left = binary(operator, left, parseOperand(state));
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  const span = { start: left.span.start, end: right.span.end };
  return { kind: "binary", operator, left, right, span };
}

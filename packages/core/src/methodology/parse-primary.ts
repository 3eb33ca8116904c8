/**
 * The tightest parts of an expression: numbers with units, texts, names with an index, brackets and
 * functions.
 */
import { issue } from "../kernel/index.ts";
import { countDigits } from "../money/index.ts";
import type { Expression } from "./expression.ts";
import { parseFunction } from "./parse-function.ts";
import { parseIndexed, RESERVED_WORDS, spanOf } from "./parse-index.ts";
import type { ParseState } from "./parse-state.ts";

export function parsePrimary(state: ParseState, digitsLimit: number): Expression {
  const { reader } = state;
  const token = reader.peek();
  if (token.kind === "number") return parseNumber(state, digitsLimit);
  if (token.kind === "text") {
    reader.take();
    return { kind: "text", value: token.text, span: spanOf(token) };
  }
  if (token.kind === "name") return parseNamed(state);
  if (reader.takeIf("(")) {
    const inside = state.nested();
    reader.expect(")");
    return inside;
  }
  reader.refuse("value");
  return { kind: "truth", value: false, span: spanOf(token) };
}

function parseNumber(state: ParseState, digitsLimit: number): Expression {
  const { reader } = state;
  const token = reader.take();
  if (countDigits(token.text) > digitsLimit) {
    reader.report(
      issue("expression-too-large", { offset: token.start }, { limit: `${digitsLimit}` }),
    );
  }
  const unit = parseUnit(state);
  return {
    kind: "number",
    digits: token.text,
    unit,
    span: { start: token.start, end: reader.lastEnd() },
  };
}

function parseUnit(state: ParseState): string | undefined {
  const { reader, units } = state;
  const first = reader.peek();
  if (first.kind !== "name" || RESERVED_WORDS.has(first.text)) return undefined;
  if (!units.has(first.text)) {
    reader.report(issue("unit-unknown", { offset: first.start }, { name: first.text }));
    return undefined;
  }
  let unit = reader.take().text;
  for (
    let sign = reader.takeUnitSign(units);
    sign !== undefined;
    sign = reader.takeUnitSign(units)
  ) {
    unit += sign + reader.take().text;
  }
  return unit;
}

/** Names of functions call something when a bracket follows, and are ordinary names otherwise. */
function parseNamed(state: ParseState): Expression {
  const { reader } = state;
  const token = reader.take();
  const { text } = token;
  if (text === "true" || text === "false") {
    return { kind: "truth", value: text === "true", span: spanOf(token) };
  }
  if (RESERVED_WORDS.has(text)) {
    reader.report(
      issue("expression-syntax", { offset: token.start }, { found: text, expected: "value" }),
    );
  }
  return reader.isNext("(") ? parseFunction(state, token) : parseIndexed(state, token);
}

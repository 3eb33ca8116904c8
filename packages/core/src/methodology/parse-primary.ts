/**
 * The tightest parts of an expression: numbers with units, texts, names with an index, brackets and
 * functions.
 */
import { issue } from "../kernel/index.ts";
import { countDigits, type RoundingMode } from "../money/index.ts";
import type { Expression, FunctionName, NameNode, TextNode } from "./expression.ts";
import type { ParseState } from "./parse-state.ts";
import type { Token } from "./tokens.ts";

/** Words of the language, which cannot be names of values. */
const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...["and", "or", "not", "case", "when", "otherwise", "over", "by", "true", "false"],
]);

/** Names that call something when a bracket follows, and are ordinary names otherwise. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  ...["if", "min", "max", "clamp", "round", "floor", "ceil", "abs", "band", "interpolate"],
  ...["months_since", "sum", "count_if", "total", "count"],
]);

const ARGUMENT_COUNTS: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [2, 16],
  max: [2, 16],
  clamp: [3, 3],
  floor: [1, 1],
  ceil: [1, 1],
  abs: [1, 1],
  months_since: [1, 1],
};

/** Decimal places that a value may be rounded to, on either side of the point. */
const PLACES = /^(?:\d|1[0-8])$/;

const MODES: ReadonlyMap<string, RoundingMode> = new Map([
  ["half-up", "half-up"],
  ["half-even", "half-even"],
  ["down", "down"],
  ["up", "up"],
]);

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
  if (!FUNCTIONS.has(text) || !reader.takeIf("(")) return parseIndexed(state, token);
  const node = parseFunction(state, token);
  reader.expect(")");
  return { ...node, span: { start: token.start, end: reader.lastEnd() } };
}

function parseIndexed(state: ParseState, token: Token): NameNode {
  const { reader } = state;
  const index: (NameNode | TextNode)[] = [];
  if (reader.takeIf("[")) {
    do {
      const item = reader.peek();
      if (item.kind === "text") index.push({ kind: "text", value: item.text, span: spanOf(item) });
      else if (item.kind === "name" && !RESERVED_WORDS.has(item.text)) {
        index.push({ kind: "name", name: item.text, index: [], span: spanOf(item) });
      } else reader.refuse("dimension");
      reader.take();
    } while (reader.takeIf(","));
    reader.expect("]");
  }
  return {
    kind: "name",
    name: token.text,
    index,
    span: { start: token.start, end: reader.lastEnd() },
  };
}

function parseFunction(state: ParseState, token: Token): Expression {
  const span = spanOf(token);
  switch (token.text) {
    case "if": {
      const [condition, then, otherwise] = parseArguments(state, token, [3, 3]);
      if (!condition || !then || !otherwise) return { kind: "truth", value: false, span };
      return { kind: "if", condition, then, otherwise, span };
    }
    case "round":
      return parseRound(state, span);
    case "band":
    case "interpolate":
      return parseTable(state, token.text, span);
    case "sum":
      return { kind: "sum", over: parseOver(state), body: state.nested(), span };
    case "count_if":
      return { kind: "count-if", over: parseOver(state), body: state.nested(), span };
    case "total":
    case "count": {
      const body = state.nested();
      return {
        kind: token.text,
        body,
        by: state.reader.takeIf("by") ? parseNames(state) : [],
        span,
      };
    }
    default:
      return parseCall(state, token);
  }
}

function parseCall(state: ParseState, token: Token): Expression {
  const name = token.text as FunctionName;
  const found = parseArguments(state, token, ARGUMENT_COUNTS[name]);
  return { kind: "call", name, arguments: found, span: spanOf(token) };
}

function parseArguments(
  state: ParseState,
  token: Token,
  [least, most]: readonly [least: number, most: number],
): readonly Expression[] {
  const found = [state.nested()];
  while (state.reader.takeIf(",")) found.push(state.nested());
  if (!state.reader.isNext(")")) state.reader.refuse(", )");
  if (found.length < least || found.length > most) {
    const expected = least === most ? `${least}` : `${least}–${most}`;
    const facts = { name: token.text, expected, found: `${found.length}` };
    state.reader.report(issue("argument-count", { offset: token.start }, facts));
  }
  return found;
}

function parseRound(state: ParseState, span: Expression["span"]): Expression {
  const { reader } = state;
  const operand = state.nested();
  reader.expect(",");
  const sign = reader.takeIf("-") ? -1 : 1;
  const places = reader.peek();
  if (places.kind !== "number" || !PLACES.test(places.text)) reader.refuse("0 … 18");
  reader.take();
  const mode = reader.takeIf(",") ? parseMode(state) : "half-up";
  return { kind: "round", operand, places: sign * Number(places.text) || 0, mode, span };
}

function parseMode(state: ParseState): RoundingMode {
  const { reader } = state;
  const first = reader.peek();
  let word = reader.take().text;
  if (reader.takeIf("-")) word += `-${reader.take().text}`;
  const mode = MODES.get(word);
  if (mode !== undefined && first.kind === "name") return mode;
  const expected = [...MODES.keys()].join(", ");
  reader.report(issue("expression-syntax", { offset: first.start }, { found: word, expected }));
  return "half-up";
}

function parseTable(
  state: ParseState,
  name: "band" | "interpolate",
  span: Expression["span"],
): Expression {
  const operand = state.nested();
  state.reader.expect(",");
  const [table = ""] = parseNames(state);
  return { kind: "table", name, operand, table, span };
}

function parseOver(state: ParseState): readonly string[] {
  state.reader.expect("over");
  const names = parseNames(state);
  state.reader.expect(":");
  return names;
}

function parseNames(state: ParseState): readonly string[] {
  const { reader } = state;
  const names: string[] = [];
  do {
    const token = reader.peek();
    if (token.kind !== "name" || RESERVED_WORDS.has(token.text)) {
      reader.refuse("name");
      return names;
    }
    names.push(reader.take().text);
  } while (reader.takeIf(","));
  return names;
}

function spanOf(token: Token): Expression["span"] {
  return { start: token.start, end: token.end };
}

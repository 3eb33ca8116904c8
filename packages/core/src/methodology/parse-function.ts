/** Functions: a word before a bracket, and what stands inside. */
import { issue } from "../kernel/index.ts";
import type { RoundingMode } from "../money/index.ts";
import type { Expression, FunctionName } from "./expression.ts";
import { parseCode, parseNameOnly, parseNames, spanOf } from "./parse-index.ts";
import type { ParseState } from "./parse-state.ts";
import { suggestName } from "./suggestion.ts";
import type { Token } from "./tokens.ts";

const ARGUMENT_COUNTS: Readonly<Record<FunctionName, readonly [least: number, most: number]>> = {
  min: [2, 16],
  max: [2, 16],
  clamp: [3, 3],
  floor: [1, 1],
  ceil: [1, 1],
  abs: [1, 1],
  months_since: [1, 1],
};

const FUNCTIONS: readonly string[] = [
  ...Object.keys(ARGUMENT_COUNTS),
  ...["if", "round", "band", "interpolate", "has", "includes", "sum", "count_if", "total", "count"],
];

/** Decimal places that a value may be rounded to, on either side of the point. */
const PLACES = /^(?:\d|1[0-8])$/;

const MODES: ReadonlyMap<string, RoundingMode> = new Map([
  ["half-up", "half-up"],
  ["half-even", "half-even"],
  ["down", "down"],
  ["up", "up"],
]);

/** A function, its name already taken and a bracket next. */
export function parseFunction(state: ParseState, name: Token): Expression {
  const { reader } = state;
  if (!FUNCTIONS.includes(name.text)) {
    const facts = { name: name.text, suggestion: suggestName(name.text, FUNCTIONS) };
    reader.report(issue("function-unknown", { offset: name.start }, facts));
    return { kind: "truth", value: false, span: spanOf(name) };
  }
  reader.expect("(");
  const node = parseInside(state, name);
  reader.expect(")");
  return { ...node, span: { start: name.start, end: reader.lastEnd() } };
}

function parseInside(state: ParseState, token: Token): Expression {
  const span = spanOf(token);
  switch (token.text) {
    case "if": {
      const [condition, then, otherwise] = parseArguments(state, token, [3, 3]);
      if (!condition || !then || !otherwise) return { kind: "truth", value: false, span };
      return { kind: "if", condition, then, otherwise, span };
    }
    case "round":
      return parseRound(state, token);
    case "band":
    case "interpolate":
      return parseTable(state, token, token.text);
    case "has":
      return { kind: "has", operand: parseNameOnly(state), span };
    case "includes": {
      const operand = parseNameOnly(state);
      expectComma(state, token, "2");
      return { kind: "includes", operand, code: parseCode(state), span };
    }
    case "sum":
      return { kind: "sum", over: parseOver(state), body: state.nested(), span };
    case "count_if":
      return { kind: "count-if", over: parseOver(state), body: state.nested(), span };
    case "total":
    case "count": {
      const body = state.nested();
      const by = state.reader.takeIf("by") ? parseNames(state) : [];
      return { kind: token.text, body, by, span };
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

/** The comma behind the first argument; a bracket there means that the second is missing. */
function expectComma({ reader }: ParseState, { text, start }: Token, expected: string): void {
  if (reader.isNext(")")) {
    const facts = { name: text, expected, found: "1" };
    reader.report(issue("argument-count", { offset: start }, facts));
  }
  reader.expect(",");
}

function parseRound(state: ParseState, token: Token): Expression {
  const { reader } = state;
  const operand = state.nested();
  expectComma(state, token, "2–3");
  const sign = reader.takeIf("-") ? -1 : 1;
  const places = reader.peek();
  if (places.kind !== "number" || !PLACES.test(places.text)) reader.refuse("0 … 18");
  reader.take();
  const mode = reader.takeIf(",") ? parseMode(state) : "half-up";
  const span = spanOf(token);
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

function parseTable(state: ParseState, token: Token, name: "band" | "interpolate"): Expression {
  const operand = state.nested();
  expectComma(state, token, "2");
  const { name: table, index } = parseNameOnly(state);
  return { kind: "table", name, operand, table, index, span: spanOf(token) };
}

function parseOver(state: ParseState): readonly string[] {
  state.reader.expect("over");
  const names = parseNames(state);
  state.reader.expect(":");
  return names;
}

/**
 * Cuts the text of an expression into tokens; a character that belongs to none becomes a token of
 * kind `unknown`.
 */
import type { Span } from "./expression.ts";

export type Token = Span & {
  readonly kind: "number" | "name" | "text" | "sign" | "unknown" | "end";
  readonly text: string;
};

const PATTERN =
  /(?<blank>\s+)|(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)|(?<text>'[^']*'|"[^"]*")|(?<sign><=|>=|<>|[-+*/=<>()[\],:×÷−≤≥≠])|(?<unknown>[\s\S])/gu;

/** Signs of a word processor and the signs of the language they stand for. */
const SIGN_ALIASES: Readonly<Record<string, string>> = {
  "×": "*",
  "÷": "/",
  "−": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "<>",
};

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const token = tokenOf(match);
    if (token !== undefined) tokens.push(token);
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token | undefined {
  const found = match[0];
  const span = { start: match.index, end: match.index + found.length };
  const groups = match.groups ?? {};
  if (groups["blank"] !== undefined) return undefined;
  if (groups["number"] !== undefined) return { kind: "number", text: found, ...span };
  if (groups["name"] !== undefined) return { kind: "name", text: found, ...span };
  if (groups["text"] !== undefined) return { kind: "text", text: found.slice(1, -1), ...span };
  if (groups["sign"] !== undefined) {
    return { kind: "sign", text: SIGN_ALIASES[found] ?? found, ...span };
  }
  return { kind: "unknown", text: found, ...span };
}

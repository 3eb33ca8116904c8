/** Names with the codes they are asked for: `rate[stage_of[grade], 'urban']`. */
import { issue } from "../kernel/index.ts";
import type { NameNode, Span, TextNode } from "./expression.ts";
import type { ParseState } from "./parse-state.ts";
import type { Token } from "./tokens.ts";

/** Words of the language, which cannot be names of values. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...["and", "or", "not", "case", "when", "otherwise", "over", "by", "true", "false"],
]);

/** How many brackets of an index may stand inside each other. */
const INDEX_DEPTH_LIMIT = 4;

/** A name, its first word already taken, with the index that may follow it. */
export function parseIndexed(state: ParseState, token: Token): NameNode {
  return parseAtDepth(state, token, 1);
}

/** A name where nothing else may stand. */
export function parseNameOnly(state: ParseState): NameNode {
  const { reader } = state;
  if (!isName(reader.peek())) reader.refuse("name");
  return parseIndexed(state, reader.take());
}

/** A code in quotes, or a name that stands for one. */
export function parseCode(state: ParseState): NameNode | TextNode {
  return parseItem(state, 0);
}

/** Names one after another, at least one. */
export function parseNames({ reader }: ParseState): readonly string[] {
  const names: string[] = [];
  do {
    if (!isName(reader.peek())) {
      reader.refuse("name");
      return names;
    }
    names.push(reader.take().text);
  } while (reader.takeIf(","));
  return names;
}

/** The characters of a token. */
export function spanOf({ start, end }: Token): Span {
  return { start, end };
}

function parseAtDepth(state: ParseState, token: Token, depth: number): NameNode {
  const { reader } = state;
  const index: (NameNode | TextNode)[] = [];
  if (reader.isNext("[")) {
    if (depth > INDEX_DEPTH_LIMIT) {
      const facts = { limit: `${INDEX_DEPTH_LIMIT}` };
      reader.report(issue("expression-too-large", { offset: reader.peek().start }, facts));
    }
    reader.take();
    do index.push(parseItem(state, depth));
    while (reader.takeIf(","));
    reader.expect("]");
  }
  const span = { start: token.start, end: reader.lastEnd() };
  return { kind: "name", name: token.text, index, span };
}

function parseItem(state: ParseState, depth: number): NameNode | TextNode {
  const { reader } = state;
  const item = reader.peek();
  if (item.kind !== "text" && !isName(item)) reader.refuse("dimension");
  const token = reader.take();
  if (item.kind === "text") return { kind: "text", value: item.text, span: spanOf(item) };
  return parseAtDepth(state, token, depth + 1);
}

function isName({ kind, text }: Token): boolean {
  return kind === "name" && !RESERVED_WORDS.has(text);
}

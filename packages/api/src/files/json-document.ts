/**
 * JSON text with places: what stands where, so that a fault inside a document can be shown by line
 * and column.
 */

import { type Issue, issue, type Place } from "@zhanbasy/core";
import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";

export type JsonDocument = {
  readonly file: string;
  readonly text: string;
  readonly content: unknown;
  readonly tree: Node | undefined;
  readonly issues: readonly Issue[];
};

/** Brackets within brackets; what reads them calls itself for each. */
const NESTING_LIMIT = 64;

/**
 * Reads strict JSON (no comments, no trailing commas, no key twice in one object); every fault is
 * told with its line and column.
 */
export function parseJsonDocument(file: string, text: string): JsonDocument {
  const errors: ParseError[] = [];
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const tooDeep = findTooDeep(body);
  if (tooDeep !== undefined) {
    const place = { file, ...lineAndColumn(body, tooDeep) };
    const issues = [issue("json-syntax", place, { reason: "nested-too-deeply" })];
    return { file, text: body, content: undefined, tree: undefined, issues };
  }
  const options = { disallowComments: true, allowTrailingComma: false };
  const tree = parseTree(body, errors, options);
  const issues = errors.map(({ error, offset }) =>
    issue(
      "json-syntax",
      { file, ...lineAndColumn(body, offset) },
      { reason: printParseErrorCode(error) },
    ),
  );
  if (errors.length > 0) return { file, text: body, content: undefined, tree, issues };
  const repeated = repeatedKeys(tree).map(({ offset, value }) => {
    const place = { file, ...lineAndColumn(body, offset) };
    return issue("definition-duplicate", place, { name: String(value), kind: "key" });
  });
  const content: unknown = JSON.parse(body);
  return { file, text: body, content, tree, issues: repeated };
}

/**
 * The first bracket past the limit. In a broken document a bracket that closes another is passed
 * over, as the parser does: it is never deeper than what is counted here.
 */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  const awaited: string[] = [];
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const sign = text.charAt(offset);
    if (sign === awaited.at(-1)) awaited.pop();
    else if (sign === "{") awaited.push("}");
    else if (sign === "[") awaited.push("]");
    if (awaited.length > NESTING_LIMIT) return offset;
  }
  return undefined;
}

/** Keys that stand in their object a second time, of which JSON would keep the last. */
function repeatedKeys(node: Node | undefined): readonly Node[] {
  const { children = [] } = node ?? {};
  if (node?.type !== "object") return children.flatMap(repeatedKeys);
  const seen = new Set<unknown>();
  return children.flatMap((property) => {
    const [key, value] = property.children ?? [];
    const isRepeated = key !== undefined && seen.has(key.value);
    seen.add(key?.value);
    return isRepeated ? [key, ...repeatedKeys(value)] : repeatedKeys(value);
  });
}

/**
 * The place with line and column: of the value that the path leads to, and of the character inside
 * a text.
 */
export function locateInDocument(place: Place, { text, tree }: JsonDocument): Place {
  const { path = [], offset = 0, ...rest } = place;
  const node = findNearest(tree, path);
  if (node === undefined) return place;
  const start = node.type === "string" ? textOffset(text, node, offset) : node.offset;
  return { ...rest, path, ...lineAndColumn(text, start) };
}

/** The value at the path, or the closest one around it (a missing key has no place of its own). */
function findNearest(tree: Node | undefined, path: readonly (string | number)[]): Node | undefined {
  if (tree === undefined) return undefined;
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.type === "array" ? (arrayText(node) ?? node) : node;
  }
  return tree;
}

/** An expression may be an array of lines; its first line stands for it. */
function arrayText(node: Node): Node | undefined {
  const first = node.children?.[0];
  return first?.type === "string" ? first : undefined;
}

/**
 * The offset of a character of a JSON string's value, escapes and lines of an array taken into
 * account.
 */
function textOffset(text: string, node: Node, offset: number): number {
  const siblings = node.parent?.type === "array" ? (node.parent.children ?? []) : [];
  const lines = siblings.length === 0 ? [node] : siblings.slice(siblings.indexOf(node));
  let rest = offset;
  for (const line of lines) {
    const value = String(line.value);
    if (rest <= value.length || line === lines.at(-1)) return escapedOffset(text, line, rest);
    rest -= value.length + 1;
  }
  return node.offset;
}

function escapedOffset(text: string, node: Node, characters: number): number {
  let position = node.offset + 1;
  for (let passed = 0; passed < characters; passed += 1) {
    if (text[position] !== "\\") position += 1;
    else position += text[position + 1] === "u" ? 6 : 2;
  }
  return position;
}

function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: string } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: `${offset - before.lastIndexOf("\n")}` };
}

/**
 * A place in a row of tokens, and the first fault met.
 *
 * The parser asks for what it needs; after a fault every further question is answered with "no", so
 * that the parser runs out without a special path.
 */
import { type Issue, issue } from "../kernel/index.ts";
import type { Token } from "./tokens.ts";

export type TokenReader = {
  /** The next token, not yet taken. */
  readonly peek: () => Token;
  readonly take: () => Token;
  /** Whether the next token is this sign or word. */
  readonly isNext: (text: string) => boolean;
  /** Takes the next token when it is this sign or word. */
  readonly takeIf: (text: string) => boolean;
  /** Takes `*` or `/` when one of these units follows it. */
  readonly takeUnitSign: (units: ReadonlySet<string>) => string | undefined;
  /** Takes this sign or word; anything else is a fault. */
  readonly expect: (text: string) => void;
  /** Notes a fault at the next token: what was expected there. */
  readonly refuse: (expected: string) => void;
  readonly report: (fault: Issue) => void;
  readonly fault: () => Issue | undefined;
  /** Where the last taken token ended. */
  readonly lastEnd: () => number;
};

export function createTokenReader(tokens: readonly Token[]): TokenReader {
  const end: Token = tokens.at(-1) ?? { kind: "end", text: "", start: 0, end: 0 };
  let position = 0;
  let fault: Issue | undefined;
  const peek = (): Token => (fault === undefined ? (tokens[position] ?? end) : end);
  const take = (): Token => {
    const token = peek();
    if (token !== end) position += 1;
    return token;
  };
  const report = (found: Issue): void => {
    fault ??= found;
  };
  const refuse = (expected: string): void => {
    const token = peek();
    report(issue("expression-syntax", { offset: token.start }, { found: token.text, expected }));
  };
  const isNext = (text: string): boolean => {
    const token = peek();
    return (token.kind === "sign" || token.kind === "name") && token.text === text;
  };
  const takeIf = (text: string): boolean => {
    if (!isNext(text)) return false;
    take();
    return true;
  };
  return {
    peek,
    take,
    isNext,
    takeIf,
    takeUnitSign: (units) => {
      const follower = tokens[position + 1];
      if (follower?.kind !== "name" || !units.has(follower.text)) return undefined;
      return isNext("*") || isNext("/") ? take().text : undefined;
    },
    expect: (text) => {
      if (!takeIf(text)) refuse(text);
    },
    refuse,
    report,
    fault: () => fault,
    lastEnd: () => tokens[position - 1]?.end ?? 0,
  };
}

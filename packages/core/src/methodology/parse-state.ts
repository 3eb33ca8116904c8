/** What every part of the parser is given. */
import type { Expression } from "./expression.ts";
import type { TokenReader } from "./token-reader.ts";

export type ParseState = {
  readonly reader: TokenReader;
  readonly units: ReadonlySet<string>;
  /** Parses a whole expression one level deeper. */
  readonly nested: () => Expression;
};

/**
 * How organisations are named: the БИН of Kazakhstan with its check digit, or any short code. The
 * scheme decides the columns of a register, too.
 */
import { BIN } from "./bin.ts";
import type { Decoder } from "./cell.ts";
import { freeCodeDecoder } from "./free-code.ts";

export type IdScheme = "bin" | "code";

/** Where ids of organisations stand. */
export type IdColumns = {
  /** In the list of organisations. */
  readonly own: string;
  readonly successors: string;
  /** In every other table; `facts.csv` has `organisation` always. */
  readonly reference: string;
};

const COLUMNS: Readonly<Record<IdScheme, IdColumns>> = {
  bin: { own: "bin", successors: "successor_bin", reference: "bin" },
  code: { own: "id", successors: "successor", reference: "organisation" },
};
const CODE = freeCodeDecoder("code-40", 40);

/** The columns of a scheme. */
export function idColumnsOf(scheme: IdScheme): IdColumns {
  return COLUMNS[scheme];
}

/** The scheme of ids that nobody tells the scheme of: the БИН, if every one of them is one. */
export function schemeOfIds(ids: readonly string[]): IdScheme {
  return ids.every((id) => BIN.decode(id).ok) ? "bin" : "code";
}

/** Reads one id of an organisation. */
export function idDecoder(scheme: IdScheme): Decoder<string> {
  switch (scheme) {
    case "bin":
      return BIN;
    case "code":
      return CODE;
  }
}

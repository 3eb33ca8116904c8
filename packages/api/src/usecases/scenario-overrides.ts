/** Overrides as they travel and are kept: members of a scenario document that nobody has signed. */
import { type Override, ok, overrideDocument, parseScenario, type Result } from "@zhanbasy/core";
import type { OverrideJson } from "../contract.ts";

const FORMAT_VERSION = 1;
/** A draft may lack reasons, a document may not: this stands in while it is read. */
const STAND_IN = "—";

/**
 * The overrides of documents, the reasons as they are, none among them; or every fault, its place
 * beginning with `overrides` and the position.
 */
export function readOverrides(documents: readonly OverrideJson[]): Result<readonly Override[]> {
  const overrides = documents.map((each) =>
    isReasonless(each) ? { ...each, reason: STAND_IN } : each,
  );
  const content = { formatVersion: FORMAT_VERSION, scenario: STAND_IN, overrides };
  const parsed = parseScenario({ file: "", content }, undefined);
  if (!parsed.ok) return parsed;
  return ok(
    parsed.value.overrides.map((override, position) => {
      const document = documents[position];
      const isStandIn = document !== undefined && isReasonless(document);
      return { ...override, reason: isStandIn ? "" : override.reason.trim() };
    }),
  );
}

/** An override as it is kept: in its canonical form, with its reason, without author and time. */
export function writeOverride(override: Override): OverrideJson {
  const {
    author: _author,
    madeAt: _madeAt,
    ...document
  } = overrideDocument({
    ...override,
    author: undefined,
    madeAt: undefined,
  });
  return document;
}

/** What is no text is left to the decoder, which tells it. */
function isReasonless({ reason }: OverrideJson): boolean {
  return reason === undefined || (typeof reason === "string" && reason.trim() === "");
}

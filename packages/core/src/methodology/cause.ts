/**
 * Causes: to which of a few reasons a difference between two runs is put down.
 *
 * A parameter, table, fact or stage may name its cause. These are known without any document; a
 * code list called `cause` adds others and may call these otherwise. A cause decides no figure.
 */
import type { CodeLists } from "../classification/index.ts";
import { issue, type Place } from "../kernel/index.ts";
import { inside, type Reporter } from "./definitions.ts";

/** In the order in which people read them. */
export const CAUSES = [
  "headcounts",
  "rates",
  "coefficients",
  "rules",
  "protections",
  "envelope",
  "estimates",
] as const;
/** A cause that is known without any document. */
export type KnownCause = (typeof CAUSES)[number];

/** What is left of a whole difference when each part was rounded; nothing has this cause. */
export const ROUNDING_CAUSE = "rounding";

const CAUSE_LIST = "cause";

/** The causes there are: those of the methodology's own list in its order, then the others. */
export function causesOf(codeLists: CodeLists): readonly string[] {
  const listed = [...(codeLists.get(CAUSE_LIST)?.codes.keys() ?? [])];
  return [...new Set([...listed, ...CAUSES])].filter((cause) => cause !== ROUNDING_CAUSE);
}

/** Reports the cause of the definition at `place` when there is none of this name. */
export function referCause(
  cause: string | undefined,
  place: Place,
  codeLists: CodeLists,
  report: Reporter,
): void {
  const known = causesOf(codeLists);
  if (cause === undefined || known.includes(cause)) return;
  const facts = { value: cause, expected: known.join(", ") };
  report(issue("code-unknown", inside(place, "cause"), facts));
}

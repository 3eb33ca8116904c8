/** Whose money is meant, as the command line writes it: `city`, `tier=secondary`. */
import type { Scope, ScopeKind } from "@zhanbasy/core";

const KINDS: Readonly<Record<string, ScopeKind>> = {
  ...{ tier: "tier", district: "district", programme: "budgetCode", organisation: "organisation" },
};

/** What is expected of such a word. */
export const SCOPE_FORM = `city | ${Object.keys(KINDS)
  .map((kind) => `${kind}=…`)
  .join(" | ")}`;

/** The scope of a word; nothing where it is written otherwise. */
export function findScope(text: string): Scope | undefined {
  if (text === "city") return { by: "city" };
  const [kind = "", ...rest] = text.split("=");
  const by = KINDS[kind];
  const member = rest.join("=");
  return by === undefined || member === "" ? undefined : { by, member };
}

/** The word of a scope. */
export function scopeText(scope: Scope): string {
  if (scope.by === "city") return "city";
  const kind = Object.keys(KINDS).find((each) => KINDS[each] === scope.by);
  return `${kind}=${scope.member}`;
}

/** Options of `zhanbasy solve`: what is moved, whose sum is meant, and what it may come to. */
import { type Issue, type Result, type Scope, type Tiyn, tiyn, unlessIssues } from "@zhanbasy/core";
import { readLevers } from "./lever-options.ts";
import type { WrittenLever } from "./name-codes.ts";
import { findAmount, malformed, textOf, type WrittenOptions } from "./options.ts";
import { findScope, SCOPE_FORM } from "./scope-words.ts";

export type SolveOptions = {
  readonly levers: readonly WrittenLever[];
  readonly scope: Scope;
  /** What the sum may come to; nothing where the envelope of the scenario is meant. */
  readonly limit: Tiyn | undefined;
  /** What of the limit is to be left. */
  readonly headroom: Tiyn;
  /** Where what was found is written as a scenario. */
  readonly saveScenario: string | undefined;
};

export function readSolveOptions(written: WrittenOptions): Result<SolveOptions> {
  const levers = readLevers(written);
  const issues: Issue[] = levers.ok ? [] : [...levers.issues];
  const target = textOf(written, "target") ?? "city";
  const scope = findScope(target);
  if (scope === undefined) issues.push(malformed("--target", target, SCOPE_FORM));
  const limit = readAmount(written, "limit", issues);
  const headroom = readAmount(written, "headroom", issues) ?? tiyn(0n);
  const saveScenario = textOf(written, "saveScenario");
  if (saveScenario !== undefined && !/\.json$/i.test(saveScenario)) {
    issues.push(malformed("--save-scenario", saveScenario, "*.json"));
  }
  return unlessIssues(issues, () => ({
    levers: levers.ok ? levers.value : [],
    scope: scope ?? { by: "city" },
    ...{ limit, headroom, saveScenario },
  }));
}

/** Tenge with at most two decimals, as people write them; not negative. */
function readAmount(
  written: WrittenOptions,
  name: "limit" | "headroom",
  issues: Issue[],
): Tiyn | undefined {
  const text = textOf(written, name);
  if (text === undefined) return undefined;
  const amount = findAmount(text);
  if (amount === undefined) issues.push(malformed(`--${name}`, text, "amount"));
  return amount;
}

/** Rules compared from count to count: between which neighbours another one applies. */
import type { ChangedRule, NamedRule } from "./cliff-rules.ts";

type Rules = ReadonlyMap<string, NamedRule>;

/** For each distance, what changes between it and the next; only neighbours are compared. */
export function changesAlong(
  known: ReadonlyMap<number, Rules>,
): ReadonlyMap<number, readonly ChangedRule[]> {
  const found = new Map<number, readonly ChangedRule[]>();
  let standing: Standing = new Map();
  for (const [distance, rules] of [...known].toSorted(([left], [right]) => left - right)) {
    const { now, changed } = stepTo(rules, known.has(distance - 1) ? standing : new Map());
    standing = now;
    const telling = changed.filter(
      ({ name, rule }) => !rule.isRounding || beginsStep(name, distance, known),
    );
    const told = telling.map(({ rule, from }) => rule.tell(from, rule.options[0] ?? ""));
    if (told.length > 0) found.set(distance - 1, joinKeys(told));
  }
  return found;
}

/** What has stood without a break: the options that all counts up to here share. */
type Standing = ReadonlyMap<string, readonly string[]>;

type Changed = { readonly name: string; readonly rule: NamedRule; readonly from: string };

/** A rule that was not there before is no other one: what led to it is. */
function stepTo(rules: Rules, standing: Standing) {
  const now = new Map<string, readonly string[]>();
  const changed: Changed[] = [];
  for (const [name, rule] of rules) {
    const before = standing.get(name) ?? rule.options;
    const shared = before.filter((option) => rule.options.includes(option));
    now.set(name, shared.length > 0 ? shared : rule.options);
    if (shared.length === 0) changed.push({ name, rule, from: before[0] ?? "" });
  }
  return { now, changed };
}

/** Whether a whole number stands still beside the change; where it never does, it only rounds. */
function beginsStep(name: string, distance: number, known: ReadonlyMap<number, Rules>): boolean {
  const optionAt = (at: number) => known.get(at)?.get(name)?.options[0];
  const stands = (left: number, right: number): boolean => {
    const option = optionAt(left);
    return option !== undefined && option === optionAt(right);
  };
  return stands(distance - 2, distance - 1) || stands(distance, distance + 1);
}

/** The same change for several codes is one change. */
function joinKeys(changed: readonly ChangedRule[]): readonly ChangedRule[] {
  const joined = new Map<string, ChangedRule>();
  for (const rule of changed) {
    if (rule.kind !== "choice") {
      joined.set(`${joined.size}`, rule);
      continue;
    }
    const { owner, span, from, to } = rule;
    const name = JSON.stringify([owner.kind, owner.id, owner.place.path, span, from, to]);
    const known = joined.get(name);
    const keys = known?.kind === "choice" ? known.keys : [];
    joined.set(name, { ...rule, keys: [...keys, ...rule.keys] });
  }
  return [...joined.values()];
}

/**
 * Two scenarios made one: what either of them did beyond what they have in common.
 *
 * Where both touched the same thing and say different things of it, somebody must choose; nothing
 * is merged before. Overrides that hang together (values of one parameter on days that overlap) are
 * chosen together: with one of them from each side the value would be what nobody meant.
 */
import { compareIds } from "../kernel/index.ts";
import { contentOf, isSameThing, saysTheSame, supersedes, targetOf } from "./override-target.ts";
import { type Override, overridesOf, type Scenario } from "./scenario.ts";

/** Two overrides of the same thing, one of each scenario, that say different things. */
export type MergeConflict = {
  readonly target: string;
  readonly ours: Override;
  readonly theirs: Override;
};

export type MergedScenarios = {
  /** The nearest scenario that both stand on, or one of them is; none where that is the base. */
  readonly ancestor: Scenario | undefined;
  /** Ours that they have made too. */
  readonly agreed: readonly Override[];
  /** Every pair that says different things, chosen between or not. */
  readonly conflicts: readonly MergeConflict[];
  /** Both in one, on top of the ancestor and under our name; nothing while a conflict is open. */
  readonly merged: Scenario | undefined;
};

/** Which side holds; nothing leaves the conflict open. */
export type MergeChoice = (conflict: MergeConflict) => "ours" | "theirs" | undefined;

export function mergeScenarios(
  ours: Scenario,
  theirs: Scenario,
  choose: MergeChoice = () => undefined,
): MergedScenarios {
  const { ancestor, ourLength, theirLength } = commonAncestor(ours, theirs);
  const own = overridesOf(ours).slice(ourLength);
  const other = overridesOf(theirs).slice(theirLength);
  const knots = knotsOf(own, other);
  const kept = knots.map((knot) => keptOf(knot, choose));
  const isOpen = kept.some((each) => each === undefined);
  const all = new Set(kept.flatMap((each) => each ?? []));
  const overrides = [...own, ...other].filter((each) => all.has(each));
  return {
    ancestor,
    agreed: knots.flatMap(({ agreed }) => agreed),
    conflicts: knots.flatMap(({ conflicts }) => conflicts),
    merged: isOpen ? undefined : { name: ours.name, parent: ancestor, overrides },
  };
}

type Common = {
  readonly ancestor: Scenario | undefined;
  /** How many of the overrides of each scenario are the ancestor's. */
  readonly ourLength: number;
  readonly theirLength: number;
};

/** Found by what scenarios say, as each may have been read from a file of its own. */
function commonAncestor(ours: Scenario, theirs: Scenario): Common {
  const others = new Map(chainOf(theirs).map((each) => [textOf(each), overridesOf(each).length]));
  for (const ancestor of chainOf(ours)) {
    const theirLength = others.get(textOf(ancestor));
    if (theirLength === undefined) continue;
    return { ancestor, ourLength: overridesOf(ancestor).length, theirLength };
  }
  return { ancestor: undefined, ourLength: 0, theirLength: 0 };
}

/** The scenario, its parent, and so on. */
function chainOf(scenario: Scenario): readonly Scenario[] {
  const { parent } = scenario;
  return parent === undefined ? [scenario] : [scenario, ...chainOf(parent)];
}

/** What is said of each thing, in order; in which order things are touched says nothing. */
function textOf(scenario: Scenario): string {
  const said = overridesOf(scenario).map((each) => ({ target: targetOf(each), each }));
  const byTarget = said.toSorted((left, right) => compareIds(left.target, right.target));
  return JSON.stringify(byTarget.map(({ each }) => contentOf(each)));
}

/** Overrides that hang together: they touch the same thing, or touch what others of them touch. */
type Knot = {
  readonly ours: readonly Override[];
  readonly theirs: readonly Override[];
  readonly agreed: readonly Override[];
  readonly conflicts: readonly MergeConflict[];
};

function knotsOf(ours: readonly Override[], theirs: readonly Override[]): readonly Knot[] {
  const byTarget = new Map<string, Override[]>();
  for (const each of [...ours, ...theirs]) {
    const target = targetOf(each);
    byTarget.set(target, [...(byTarget.get(target) ?? []), each]);
  }
  const [own, other] = [new Set(ours), new Set(theirs)];
  return [...byTarget.values()].flatMap((group) =>
    partsOf(group).map((part) =>
      knotOf(
        part.filter((each) => own.has(each)),
        part.filter((each) => other.has(each)),
      ),
    ),
  );
}

/** Overrides of one target divided so that no two of different parts touch the same days. */
function partsOf(group: readonly Override[]): readonly (readonly Override[])[] {
  const waiting = new Set(group);
  const parts: (readonly Override[])[] = [];
  for (const first of group) {
    if (!waiting.has(first)) continue;
    const found = new Set([first]);
    for (const each of found) {
      for (const other of waiting) if (isSameThing(each, other)) found.add(other);
    }
    for (const each of found) waiting.delete(each);
    parts.push(group.filter((each) => found.has(each)));
  }
  return parts;
}

function knotOf(ours: readonly Override[], theirs: readonly Override[]): Knot {
  const [own, other] = [standing(ours), standing(theirs)];
  return {
    ...{ ours, theirs },
    agreed: own.filter((each) => other.some((their) => saysTheSame(each, their))),
    conflicts: own.flatMap((each) =>
      other
        .filter((their) => isSameThing(each, their) && !saysTheSame(each, their))
        .map((their) => ({ target: targetOf(each), ours: each, theirs: their })),
    ),
  };
}

/** Those of which later ones leave something. */
function standing(overrides: readonly Override[]): readonly Override[] {
  return overrides.filter(
    (each, position) => !overrides.slice(position + 1).some((later) => supersedes(later, each)),
  );
}

/** What is kept of a knot; nothing while it is open. */
function keptOf(
  { ours, theirs, conflicts }: Knot,
  choose: MergeChoice,
): readonly Override[] | undefined {
  if (ours.length === 0) return theirs;
  if (conflicts.length > 0) {
    const [side, ...others] = new Set(conflicts.map(choose));
    if (side === undefined || others.length > 0) return undefined;
    return side === "ours" ? ours : theirs;
  }
  const said = new Set(ours.map(contentOf));
  return [...ours, ...standing(theirs).filter((each) => !said.has(contentOf(each)))];
}

/** What organisations that closed before the year left to those that came after them. */
import type { Cell, Cells, Organisation } from "./city.ts";
import { evaluate } from "./evaluate.ts";
import { number } from "./formula-values.ts";
import { type Fraction, fraction, NOTHING, over, plus, times, total } from "./fraction.ts";
import type { FactDocument } from "./law-documents.ts";
import { placeOf, type World } from "./world.ts";

/** Who came after whom, among those who closed before the year. */
type Lineage = {
  readonly heirsOf: (id: string) => readonly Organisation[];
  readonly predecessorsOf: (id: string) => readonly Organisation[];
};

/** The organisations of a city, each with what came to it, and without what it left. */
export function inheritCells(world: World): readonly Organisation[] {
  const inherited = [...world.law.facts.values()].filter((fact) => fact.inherited !== undefined);
  if (inherited.length === 0) return world.organisations;
  const lineage = lineageOf(world);
  return world.organisations.map((organisation) => {
    const cells = new Map(organisation.cells);
    for (const fact of inherited) {
      const isLeft = lineage.heirsOf(organisation.id).length > 0;
      cells.set(fact.fact, isLeft ? new Map() : cellsOf(organisation, fact, lineage, world));
    }
    return { ...organisation, cells };
  });
}

function lineageOf({ organisations, law }: World): Lineage {
  const heirs = new Map<string, readonly Organisation[]>();
  const predecessors = new Map<string, Organisation[]>();
  for (const before of organisations) {
    const { id, closedOn, successors } = before;
    if (closedOn === "" || closedOn >= `${law.year}-01-01` || successors.length === 0) continue;
    const after = organisations.filter((each) => successors.includes(each.id));
    heirs.set(id, after);
    for (const heir of after) {
      predecessors.set(heir.id, [...(predecessors.get(heir.id) ?? []), before]);
    }
  }
  return {
    heirsOf: (id) => heirs.get(id) ?? [],
    predecessorsOf: (id) => predecessors.get(id) ?? [],
  };
}

/** Its own and those of everybody before it, chains followed. */
function cellsOf(
  organisation: Organisation,
  fact: FactDocument,
  lineage: Lineage,
  world: World,
): Cells {
  const cells = new Map<string, Cell>(organisation.cells.get(fact.fact));
  for (const before of lineage.predecessorsOf(organisation.id)) {
    const heirs = lineage.heirsOf(before.id);
    const at = heirs.findIndex(({ id }) => id === organisation.id);
    const share = sharesOf(heirs, fact, lineage, world)[at] ?? NOTHING;
    if (share.top === 0n) continue;
    for (const [name, { codes, value }] of cellsOf(before, fact, lineage, world)) {
      const own = cells.get(name)?.value ?? NOTHING;
      cells.set(name, { codes, value: plus(own, times(value, share)) });
    }
  }
  return cells;
}

/** By what the fact says of each heir; equal where all of them count nobody. */
function sharesOf(
  heirs: readonly Organisation[],
  fact: FactDocument,
  lineage: Lineage,
  world: World,
): readonly Fraction[] {
  const only = heirs.length === 1;
  const weights = heirs.map((heir) => (only ? fraction(1n) : weightOf(heir, fact, lineage, world)));
  const sum = total(weights);
  const equal = fraction(1n, BigInt(heirs.length));
  return weights.map((weight) => (sum.top === 0n ? equal : over(weight, sum)));
}

/** Who is gone too counts as those who came after it. */
function weightOf(
  heir: Organisation,
  fact: FactDocument,
  lineage: Lineage,
  world: World,
): Fraction {
  const after = lineage.heirsOf(heir.id);
  if (after.length > 0) return total(after.map((each) => weightOf(each, fact, lineage, world)));
  return number(evaluate(world.law.treeOf(fact.inherited ?? "0"), placeOf(heir), world));
}

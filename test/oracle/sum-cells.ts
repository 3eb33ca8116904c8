/**
 * The cells that a sum runs over, for one organisation: those of the facts below it, found through
 * formulas and inner sums. Where no fact follows the sum at all, every code is a cell; the cells of
 * a branch that attributes close are none.
 */
import type { Cells } from "./city.ts";
import { type Index, type Mention, partsOf, type Quoted, type Tree } from "./formula-tree.ts";
import { truth } from "./formula-values.ts";
import { codeOf, type Evaluate } from "./name-values.ts";
import type { Place, Scope, World } from "./world.ts";

/** What one place of a fact's index is: it follows the sum, runs freely, or is one code. */
type Item =
  | { readonly kind: "follows"; readonly dimension: string }
  | { readonly kind: "free" }
  | { readonly kind: "fixed"; readonly code: string };

type Use = { readonly fact: string; readonly items: readonly Item[]; readonly isTaken: boolean };

type Search = {
  /** What the dimensions in scope below the sum are. */
  readonly bound: ReadonlyMap<string, Item>;
  readonly place: Place;
  readonly world: World;
  readonly evaluate: Evaluate;
  readonly isTaken: boolean;
};

/** The scopes of the cells, each once. */
export function sumScopes(
  over: readonly string[],
  body: Tree,
  place: Place,
  world: World,
  evaluate: Evaluate,
): readonly Scope[] {
  const bound = new Map<string, Item>();
  for (const [dimension, code] of place.scope) bound.set(dimension, { kind: "fixed", code });
  for (const dimension of over) bound.set(dimension, { kind: "follows", dimension });
  const uses = usesIn(body, { bound, place, world, evaluate, isTaken: true });
  const following = uses.filter(({ items }) => items.some(({ kind }) => kind === "follows"));
  const open = spread(over, new Map(), place.scope, world);
  if (following.length === 0) return open;
  const found = new Map<string, Scope>();
  for (const { fact, items, isTaken } of following) {
    const cells = isTaken ? place.organisation?.cells.get(fact) : undefined;
    for (const codes of fittingCodes(cells, items)) {
      for (const scope of spread(over, codes, place.scope, world)) {
        found.set(over.map((dimension) => scope.get(dimension)).join("|"), scope);
      }
    }
  }
  return [...found.values()];
}

/** What the cells that fit fix of the sum's dimensions. */
function fittingCodes(cells: Cells | undefined, items: readonly Item[]): readonly Scope[] {
  return [...(cells?.values() ?? [])]
    .filter(({ codes }) =>
      items.every((item, at) => item.kind !== "fixed" || item.code === codes[at]),
    )
    .map(({ codes }) => {
      const followed = items.flatMap((item, at) =>
        item.kind === "follows" ? [[item.dimension, codes[at] ?? ""] as const] : [],
      );
      return new Map(followed);
    });
}

/** The scope with every code of each dimension of the sum that is not fixed. */
function spread(over: readonly string[], fixed: Scope, scope: Scope, { law }: World) {
  return over.reduce<readonly Scope[]>(
    (scopes, dimension) => {
      const own = fixed.get(dimension);
      const codes = own === undefined ? (law.lists.get(dimension) ?? []) : [own];
      return scopes.flatMap((each) => codes.map((code) => new Map([...each, [dimension, code]])));
    },
    [scope],
  );
}

function usesIn(tree: Tree, search: Search): readonly Use[] {
  if (tree.kind === "name") return usesOfName(tree, search);
  if (tree.kind === "cases") return usesOfCases(tree, search);
  // Whether a cell is there needs none, and what others counted is no cell of one's own.
  if (tree.kind === "has" || tree.kind === "total") return [];
  if (tree.kind !== "sum") return partsOf(tree).flatMap((part) => usesIn(part, search));
  const inner = new Map(search.bound);
  for (const dimension of tree.over) inner.set(dimension, FREE);
  return usesIn(tree.body, { ...search, bound: inner });
}

function usesOfName({ name, index }: Mention, search: Search): readonly Use[] {
  const { world, isTaken } = search;
  if (world.law.facts.has(name)) {
    return [{ fact: name, items: itemsOf(index, search), isTaken }];
  }
  const formula = world.law.formulas.get(name);
  if (formula === undefined) return [];
  const items = itemsOf(index, search);
  const bound = new Map(formula.dimensions.map((each, at) => [each, items[at] ?? FREE]));
  return usesIn(formula.tree, { ...search, bound });
}

/** Of branches that attributes decide between, only the one that is taken has cells. */
function usesOfCases(
  { cases, otherwise }: Extract<Tree, { readonly kind: "cases" }>,
  search: Search,
): readonly Use[] {
  const found: Use[] = cases.flatMap(({ when }) => usesIn(when, search));
  let isOpen = search.isTaken;
  for (const { when, then } of cases) {
    const holds = answerOf(when, search);
    found.push(...usesIn(then, { ...search, isTaken: isOpen && holds !== false }));
    if (holds === true) isOpen = false;
  }
  return [...found, ...usesIn(otherwise, { ...search, isTaken: isOpen })];
}

/** What a condition on attributes alone says of the organisation; nothing of another condition. */
function answerOf(condition: Tree, { place, world, evaluate, bound }: Search) {
  if (!asksAttributes(condition, world, new Set(bound.keys()))) return undefined;
  const met = { isCounted: false };
  return truth(evaluate(condition, { ...place, met }, world));
}

function asksAttributes(tree: Tree, world: World, bound: ReadonlySet<string>): boolean {
  if (tree.kind === "months" || tree.kind === "has" || tree.kind === "points") return false;
  if (tree.kind === "name") {
    if (bound.has(tree.name)) return false;
    if (world.law.attributes.has(tree.name)) return true;
    const formula = world.law.formulas.get(tree.name);
    if (formula === undefined || formula.dimensions.length > 0) return false;
    return asksAttributes(formula.tree, world, new Set());
  }
  return partsOf(tree).every((part) => asksAttributes(part, world, bound));
}

const FREE: Item = { kind: "free" };

function itemsOf(index: Index, search: Search): readonly Item[] {
  return index.map((item) => itemOf(item, search));
}

/** A mapped code follows nothing by itself: every cell may be meant. */
function itemOf(item: Mention | Quoted, { bound, place, world }: Search): Item {
  if (item.kind === "name") {
    if (item.index.length > 0) return FREE;
    const own = bound.get(item.name);
    if (own !== undefined) return own;
  }
  return { kind: "fixed", code: codeOf(item, { ...place, scope: new Map() }, world) };
}

/** Where a formula of the oracle looks things up, and the cells its sums run over. */
import { text, type Value } from "./formula-values.ts";

/** The codes of the dimensions in scope. */
export type Scope = ReadonlyMap<string, string>;

/** A name with its index, as written. */
export type Mention = { readonly name: string; readonly index: readonly string[] };

/** What the names of a formula mean. */
export type World = {
  /** The value of a name that is no dimension in scope, for the codes of its index. */
  readonly valueOf: (name: string, codes: readonly string[], scope: Scope) => Value;
  /** The codes of each counted cell of a fact; nothing when the name is no fact. */
  readonly cellsOf: (name: string) => readonly (readonly string[])[] | undefined;
  readonly membersOf: (dimension: string) => readonly string[];
  readonly monthsSince: (date: string, scope: Scope) => bigint;
};

/** One scope for each cell: those of the facts in the body, or all members where there are none. */
export function cellScopes(
  dimensions: readonly string[],
  mentions: readonly Mention[],
  scope: Scope,
  world: World,
): readonly Scope[] {
  const found = new Map<string, Scope>();
  let isDecided = false;
  for (const { name, index } of mentions) {
    const cells = world.cellsOf(name);
    if (cells === undefined || !index.some((item) => dimensions.includes(item))) continue;
    isDecided = true;
    for (const codes of cells) {
      const fits = index.every((item, place) => {
        return dimensions.includes(item) || codeOf(item, scope, world) === codes[place];
      });
      if (!fits) continue;
      const bound = new Map(index.map((item, place) => [item, codes[place] ?? ""]));
      for (const inner of spread(dimensions, bound, scope, world)) {
        found.set(dimensions.map((each) => inner.get(each)).join(), inner);
      }
    }
  }
  return isDecided ? [...found.values()] : spread(dimensions, new Map(), scope, world);
}

/** The scope with every member of each dimension that is not bound. */
function spread(
  dimensions: readonly string[],
  bound: ReadonlyMap<string, string>,
  scope: Scope,
  world: World,
): readonly Scope[] {
  return dimensions.reduce<readonly Scope[]>(
    (scopes, dimension) => {
      const own = bound.get(dimension);
      const codes = own === undefined ? world.membersOf(dimension) : [own];
      return scopes.flatMap((each) => codes.map((code) => new Map([...each, [dimension, code]])));
    },
    [scope],
  );
}

export function codesOf(index: readonly string[], scope: Scope, world: World): readonly string[] {
  return index.map((item) => codeOf(item, scope, world));
}

function codeOf(item: string, scope: Scope, world: World): string {
  if (item.startsWith("'")) return item.slice(1, -1);
  return scope.get(item) ?? text(world.valueOf(item, [], scope));
}

/**
 * The cells a sum runs over, for one organisation: those that its facts have. Where no fact follows
 * the sum at all, every member of its dimensions is a cell.
 */
import { present } from "../kernel/index.ts";
import type { FactCells } from "./fact-table.ts";
import type { FactUse, Guard, UseItem } from "./fact-use.ts";

/** What the sum must ask of its surroundings. */
export type CellContext = {
  readonly over: readonly string[];
  readonly uses: readonly FactUse[];
  readonly membersOf: (dimension: string) => readonly string[];
  readonly cellsOf: (fact: string) => FactCells;
  readonly holds: (guard: Guard) => boolean;
  /** The code of an outer dimension or of an attribute. */
  readonly codeOf: (item: Extract<UseItem, { readonly name: string }>) => string;
};

/** Tuples of codes for the dimensions of the sum, each once, in the order of the facts. */
export function sumCells(context: CellContext): readonly (readonly string[])[] {
  const { over, uses } = context;
  const following = uses.filter(({ items }) => items.some(({ kind }) => kind === "over"));
  if (following.length === 0) {
    const open = over.map(() => undefined);
    return expand(open, context);
  }
  const deciding = following.filter(({ guards }) => guards.every(context.holds));
  const [only] = deciding;
  if (only !== undefined && deciding.length === 1 && fixesEveryPlace(only, over)) {
    return completeTuples(only, context);
  }
  const found = new Map<string, readonly string[]>();
  for (const use of deciding) {
    for (const partial of partialTuples(use, context)) {
      for (const tuple of expand(partial, context)) found.set(tuple.join("|"), tuple);
    }
  }
  return [...found.values()];
}

/** Whether each cell of the fact that fits is one tuple, and no two are the same. */
function fixesEveryPlace({ items }: FactUse, over: readonly string[]): boolean {
  const positions = items.flatMap((item) => (item.kind === "over" ? [item.position] : []));
  const runsFreely = items.some(({ kind }) => kind === "any");
  return !runsFreely && positions.length === over.length && new Set(positions).size === over.length;
}

function completeTuples(use: FactUse, context: CellContext): readonly (readonly string[])[] {
  const fixed = use.items.map((item) => fixedCode(item, context));
  const places = context.over.map((_, position) =>
    use.items.findIndex((item) => item.kind === "over" && item.position === position),
  );
  const tuples: (readonly string[])[] = [];
  for (const { codes } of context.cellsOf(use.fact).values()) {
    if (fixed.every((code, place) => code === undefined || code === codes[place])) {
      tuples.push(places.map((place) => codes[place] ?? ""));
    }
  }
  return tuples;
}

type PartialTuple = readonly (string | undefined)[];

/** The codes that one fact fixes, a tuple for each of its cells that fits the surroundings. */
function partialTuples(use: FactUse, context: CellContext): readonly PartialTuple[] {
  const fixed = use.items.map((item) => fixedCode(item, context));
  const found = new Map<string, PartialTuple>();
  for (const { codes } of context.cellsOf(use.fact).values()) {
    if (!fixed.every((code, place) => code === undefined || code === codes[place])) continue;
    const tuple: (string | undefined)[] = context.over.map(() => undefined);
    use.items.forEach((item, place) => {
      if (item.kind === "over") tuple[item.position] = codes[place];
    });
    found.set(tuple.join("|"), tuple);
  }
  return [...found.values()];
}

function fixedCode(item: UseItem, context: CellContext): string | undefined {
  if (item.kind === "code") return item.code;
  return item.kind === "outer" || item.kind === "attribute" ? context.codeOf(item) : undefined;
}

/** Every tuple that agrees with the partial one. */
function expand(partial: PartialTuple, context: CellContext): readonly (readonly string[])[] {
  let tuples: readonly (readonly string[])[] = [[]];
  partial.forEach((code, position) => {
    const dimension = present(context.over[position], "a place in the tuple has a dimension");
    const codes = code === undefined ? context.membersOf(dimension) : [code];
    tuples = tuples.flatMap((tuple) => codes.map((each) => [...tuple, each]));
  });
  return tuples;
}

/** What the kinds of stages have in common: whom they see, bounds, groups, whole amounts. */
import type { Organisation } from "./city.ts";
import { evaluate } from "./evaluate.ts";
import { partsOf, type Tree } from "./formula-tree.ts";
import { number, roundToPlaces, truth } from "./formula-values.ts";
import { type Fraction, fraction, times } from "./fraction.ts";
import type { Law, LineLaw } from "./law.ts";
import type { StageDocument } from "./law-documents.ts";
import { refuse } from "./refusal.ts";
import type { Scope, World } from "./world.ts";
import { type GroupResult, type Move, moveName, type Outcome, placeOf } from "./world.ts";

type Text = string | readonly string[];

/** A line of an organisation that a stage sees; nothing before it where a stage may begin it. */
export type Item = {
  readonly organisation: Organisation;
  readonly line: string;
  readonly before: bigint;
};

export function isOn(stage: StageDocument, world: World): boolean {
  if (stage.switch === undefined) return true;
  return truth(evaluate(world.law.treeOf(stage.switch), placeOf(undefined), world));
}

export function membersOf({ when }: StageDocument, world: World): readonly Organisation[] {
  if (when === undefined) return world.organisations;
  const tree = world.law.treeOf(when);
  return world.organisations.filter((each) => truth(evaluate(tree, placeOf(each), world)));
}

/** By organisation, then by line. */
export function itemsOf(stage: StageDocument, world: World): readonly Item[] {
  const lines = [...(stage.lines ?? [])].sort();
  return membersOf(stage, world).flatMap((organisation) =>
    lines.flatMap((line) => {
      const before = world.amountBefore(stage.order, line, organisation);
      return before === undefined ? [] : [{ organisation, line, before }];
    }),
  );
}

/** An amount of tenge as whole tiyn, rounded as the stage says. */
export function wholeTiyn(value: Fraction, { places = 2, rounding = "half-up" }: StageDocument) {
  return inTiyn(roundToPlaces(value, places, rounding));
}

export function inTiyn(tenge: Fraction): bigint {
  const tiyn = times(tenge, fraction(100n));
  if (tiyn.bottom !== 1n) throw new RangeError("parts of a tiyn");
  return tiyn.top;
}

/** The value of a bound; nothing where it stands on facts and met no row of the organisation. */
export function boundOf(
  text: Text | undefined,
  organisation: Organisation,
  scope: Scope,
  world: World,
): Fraction | undefined {
  if (text === undefined) return undefined;
  const tree = world.law.treeOf(text);
  const place = placeOf(organisation, scope);
  const value = number(evaluate(tree, place, world));
  return place.met.isCounted || !standsOnFacts(tree, world.law) ? value : undefined;
}

/** The bound of an item in whole tiyn. */
export function wholeBound(
  text: Text | undefined,
  { organisation }: Pick<Item, "organisation">,
  scope: Scope,
  stage: StageDocument,
  world: World,
): bigint | undefined {
  const bound = boundOf(text, organisation, scope, world);
  return bound === undefined ? undefined : wholeTiyn(bound, stage);
}

/** Facts of its own, through formulas; what others counted is none of them. */
function standsOnFacts(tree: Tree, law: Law): boolean {
  if (tree.kind === "has" || tree.kind === "total") return false;
  if (tree.kind === "name") {
    if (law.facts.has(tree.name)) return true;
    const formula = law.formulas.get(tree.name);
    return formula !== undefined && standsOnFacts(formula.tree, law);
  }
  return partsOf(tree).some((part) => standsOnFacts(part, law));
}

function lineLaw(line: string, { law }: World): LineLaw {
  const found = law.lines.get(line);
  if (found === undefined) throw new SyntaxError(`no line: ${line}`);
  return found;
}

/** What an expression of a single line may name. */
export function lineScope(line: string, world: World): Scope {
  const { tier, budgetCode } = lineLaw(line, world);
  return new Map([
    ["line", line],
    ["tier", tier],
    ["budget_code", budgetCode],
  ]);
}

/** The codes of the group to which a line of an organisation belongs. */
export function groupOf(
  { by = [] }: StageDocument,
  { organisation, line }: Pick<Item, "organisation" | "line">,
  world: World,
): readonly string[] {
  const own = lineScope(line, world);
  return by.map((name) => {
    if (name === "organisation") return organisation.id;
    return own.get(name) ?? organisation.attributes.get(name) ?? refuse("attribute-missing");
  });
}

/** Items by group; the whole city is a group even where nobody is in it. */
export function byGroup<Each>(
  { by = [] }: StageDocument,
  items: readonly Each[],
  codesOf: (item: Each) => readonly string[],
): ReadonlyMap<string, { readonly codes: readonly string[]; readonly items: readonly Each[] }> {
  const groups = new Map<string, { codes: readonly string[]; items: Each[] }>();
  if (by.length === 0) groups.set("", { codes: [], items: [] });
  for (const item of items) {
    const codes = codesOf(item);
    const name = codes.join("|");
    const group = groups.get(name) ?? { codes, items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  return groups;
}

/** An amount of a group or of the city: its expression knows the codes of the group. */
export function groupValue(
  text: Text | undefined,
  stage: StageDocument,
  codes: readonly string[],
  world: World,
): Fraction {
  if (text === undefined) return fraction(0n);
  const by = stage.by ?? [];
  const id = codes[by.indexOf("organisation")];
  const organisation = world.organisations.find((each) => each.id === id);
  const scope = new Map(
    by.flatMap((name, at) => (name === "organisation" ? [] : [[name, codes[at] ?? ""] as const])),
  );
  return number(evaluate(world.law.treeOf(text), placeOf(organisation, scope), world));
}

/** Collects what a stage did. */
export function openOutcome() {
  const moves = new Map<string, Move>();
  const groups = new Map<string, GroupResult>();
  const outcome: Outcome = { moves, groups };
  return {
    outcome,
    move: (item: Item, group: string, after: bigint) => {
      const { organisation, line, before } = item;
      const name = moveName(organisation.id, line);
      moves.set(name, { organisation: organisation.id, line, group, before, after });
    },
    close: (group: string, left: bigint, pool = 0n) => groups.set(group, { left, pool }),
  };
}

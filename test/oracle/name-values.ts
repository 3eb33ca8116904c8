/** What a name with its index stands for at a place: the oracle's own look-ups. */
import type { Organisation } from "./city.ts";
import { chooseDated } from "./dated-choice.ts";
import type { Index, Mention, Quoted, Tree } from "./formula-tree.ts";
import { between, text, type Value } from "./formula-values.ts";
import { type Fraction, fraction, fractionOf, NOTHING, order } from "./fraction.ts";
import { refuse } from "./refusal.ts";
import { stageValue } from "./stage-values.ts";
import type { Place, World } from "./world.ts";

export type Evaluate = (tree: Tree, place: Place, world: World) => Value;

/** A dimension in scope, an attribute, or what the law calls so. */
export function valueOfName(
  mention: Mention,
  place: Place,
  world: World,
  evaluate: Evaluate,
): Value {
  const { name, index } = mention;
  const { law } = world;
  const own = index.length === 0 ? place.scope.get(name) : undefined;
  if (own !== undefined) return own;
  if (law.attributes.has(name)) return attributeValue(name, place, world);
  const codes = codesOf(index, place, world);
  if (law.facts.has(name)) return factValue(name, codes, place);
  const formula = law.formulas.get(name);
  if (formula !== undefined) return formulaValue(name, codes, place, world, evaluate);
  const parameter = law.parameters.get(name);
  if (parameter !== undefined) {
    const at = dayOf(place, world);
    const key = ["value", name, at, ...codes].join("|");
    const known = world.known.get(key)?.value;
    const value = known ?? fractionOf(chooseDated(parameter, codes, at, law.knownOn).value ?? "");
    world.known.set(key, { value, isCounted: false });
    return value;
  }
  const mapping = law.mappings.get(name);
  if (mapping !== undefined) return mapping[codes[0] ?? ""] ?? refuse("mapping");
  if (law.solvers.has(name)) return world.rateOf(name);
  const [code = ""] = codes;
  if (name === "open") return isOpen(code, ownOrganisation(place), law.year);
  if (name === "month_number") return fraction(BigInt(code));
  if (name === "line_amount") return lineAmount(code, place, world);
  return stageValue(name, codes, place, world);
}

/** A code in quotes, of a dimension in scope, of an attribute, or mapped from one of these. */
export function codesOf(index: Index, place: Place, world: World): readonly string[] {
  return index.map((item) => codeOf(item, place, world));
}

export function codeOf(item: Mention | Quoted, place: Place, world: World): string {
  if (item.kind === "text") return item.text;
  const mapping = world.law.mappings.get(item.name);
  if (mapping !== undefined && item.index.length > 0) {
    return mapping[codesOf(item.index, place, world)[0] ?? ""] ?? refuse("mapping");
  }
  return place.scope.get(item.name) ?? text(attributeValue(item.name, place, world));
}

/** The value of a step or of a point between corners, for the codes of the table's index. */
export function valueAt(
  how: string,
  at: Fraction,
  { name, index }: Mention,
  place: Place,
  world: World,
): Fraction {
  const table = world.law.tables.get(name);
  if (table === undefined) throw new SyntaxError(`no table: ${name}`);
  const codes = codesOf(index, place, world);
  const { points = [] } = chooseDated(table, codes, dayOf(place, world), world.law.knownOn);
  const corners = points.map(({ from, value }) => [fractionOf(from), fractionOf(value)] as const);
  const below = corners.filter(([from]) => order(from, at) <= 0n).at(-1);
  if (how === "band") return below?.[1] ?? refuse("table-out-of-range");
  const above = corners.find(([from]) => order(from, at) > 0n);
  if (below === undefined) return above?.[1] ?? NOTHING;
  return above === undefined ? below[1] : between(below, above, at);
}

/** The day on which parameters and tables are read. */
function dayOf({ isMonthly, scope }: Place, { law }: World): string {
  return `${law.year}-${isMonthly ? (scope.get("month") ?? "01") : "01"}-01`;
}

function ownOrganisation({ organisation }: Place): Organisation {
  if (organisation === undefined) throw new SyntaxError("the city has no organisation at hand");
  return organisation;
}

function attributeValue(name: string, place: Place, { law }: World): Value {
  const written = ownOrganisation(place).attributes.get(name);
  if (written === undefined) refuse("attribute-missing");
  return law.attributes.get(name)?.type === "number" ? fractionOf(written) : written;
}

/** An absent cell is zero, and counts nobody. */
function factValue(name: string, codes: readonly string[], place: Place): Fraction {
  const cell = ownOrganisation(place).cells.get(name)?.get(codes.join("|"));
  if (cell === undefined) return NOTHING;
  place.met.isCounted = true;
  return cell.value;
}

/** A formula knows the codes of its grain and nothing else of where it is asked. */
function formulaValue(
  name: string,
  codes: readonly string[],
  place: Place,
  world: World,
  evaluate: Evaluate,
): Value {
  const formula = world.law.formulas.get(name);
  if (formula === undefined) throw new SyntaxError(`no formula: ${name}`);
  const organisation = formula.hasOrganisation ? ownOrganisation(place) : undefined;
  const key = ["formula", name, organisation?.id ?? "", ...codes].join("|");
  let known = world.known.get(key);
  if (known === undefined) {
    const scope = new Map(formula.dimensions.map((each, at) => [each, codes[at] ?? ""]));
    const inner = { organisation, scope, isMonthly: formula.isMonthly, met: { isCounted: false } };
    const value = evaluate(formula.tree, inner, world);
    known = { value, isCounted: inner.met.isCounted };
    world.known.set(key, known);
  }
  if (known.isCounted) place.met.isCounted = true;
  return known.value;
}

/** What the line came to before any stage; zero where the organisation has no such line. */
function lineAmount(line: string, place: Place, world: World): Fraction {
  const { isCounted, tiyn } = world.lineOf(line, ownOrganisation(place));
  if (!isCounted) return NOTHING;
  place.met.isCounted = true;
  return fraction(tiyn, 100n);
}

/** From the first to the last day of the month. */
function isOpen(month: string, { openedOn, closedOn }: Organisation, year: number): boolean {
  const last = new Date(Date.UTC(year, Number(month), 0)).toISOString().slice(0, 10);
  return openedOn <= `${last.slice(0, 8)}01` && (closedOn === "" || closedOn >= last);
}

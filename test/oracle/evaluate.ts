/**
 * The value of an expression for an organisation or for the city, in exact fractions. Slow and
 * obvious: the tree is walked each time, only formulas and sums over organisations are remembered.
 */

import type { Tree } from "./formula-tree.ts";
import {
  apply,
  compare,
  number,
  roundToPlaces,
  text,
  truth,
  type Value,
} from "./formula-values.ts";
import { type Fraction, fraction, minus, NOTHING, over, plus, times } from "./fraction.ts";
import { codesOf, valueAt, valueOfName } from "./name-values.ts";
import { refuse } from "./refusal.ts";
import { sumScopes } from "./sum-cells.ts";
import type { Place, World } from "./world.ts";

export function evaluate(tree: Tree, place: Place, world: World): Value {
  const value = (part: Tree) => evaluate(part, place, world);
  const figure = (part: Tree) => number(value(part));
  switch (tree.kind) {
    case "number":
    case "truth":
      return tree.value;
    case "text":
      return tree.text;
    case "name":
      return valueOfName(tree, place, world, evaluate);
    case "sign":
      return signed(tree, value);
    case "not":
      return !truth(value(tree.part));
    case "cases": {
      const taken = tree.cases.find(({ when }) => truth(value(when)));
      return value(taken?.then ?? tree.otherwise);
    }
    case "call":
      return apply(tree.name, tree.parts.map(figure));
    case "round":
      return roundToPlaces(figure(tree.part), tree.places, tree.mode);
    case "points":
      return valueAt(tree.how, figure(tree.part), tree.table, place, world);
    case "has":
      return hasCell(tree.fact, place, world);
    case "includes":
      return codesAttribute(tree.attribute, place).includes(tree.code);
    case "months":
      return monthsSince(text(value(tree.date)), place, world);
    case "sum":
      return overCells(tree, place, world);
    case "total":
      return overOrganisations(tree, place, world);
  }
}

type Sign = Extract<Tree, { readonly kind: "sign" }>;
type Sum = Extract<Tree, { readonly kind: "sum" }>;
type Total = Extract<Tree, { readonly kind: "total" }>;

/** What does not matter any more is not asked: the right side of `and` and `or`. */
function signed({ sign, left, right }: Sign, value: (part: Tree) => Value): Value {
  if (sign === "and") return truth(value(left)) && value(right);
  if (sign === "or") return truth(value(left)) || value(right);
  const [first, second] = [value(left), value(right)];
  switch (sign) {
    case "+":
      return plus(number(first), number(second));
    case "-":
      return minus(number(first), number(second));
    case "*":
      return times(number(first), number(second));
    case "/":
      return over(number(first), number(second));
    default:
      return compare(sign, first, second);
  }
}

function hasCell(fact: Extract<Tree, { readonly kind: "name" }>, place: Place, world: World) {
  const codes = codesOf(fact.index, place, world);
  return place.organisation?.cells.get(fact.name)?.has(codes.join("|")) ?? false;
}

function codesAttribute(name: string, { organisation }: Place): readonly string[] {
  const text = organisation?.attributes.get(name);
  if (text === undefined) refuse("attribute-missing");
  return text.split(";");
}

/** From the month of the day to January of the budget year, or to the month in scope. */
function monthsSince(date: string, { scope }: Place, { law }: World): Fraction {
  const [year = "", month = ""] = date.split("-");
  const now = BigInt(scope.get("month") ?? "1");
  return fraction((BigInt(law.year) - BigInt(year)) * 12n + now - BigInt(month));
}

function overCells({ how, over: dimensions, body }: Sum, place: Place, world: World): Fraction {
  let sum = NOTHING;
  for (const scope of sumScopes(dimensions, body, place, world, evaluate)) {
    const value = evaluate(body, { ...place, scope }, world);
    sum = plus(sum, worth(how, value));
  }
  return sum;
}

/** A condition counts one where it holds. */
function worth(how: string, value: Value): Fraction {
  if (how === "sum" || how === "total") return number(value);
  return fraction(truth(value) ? 1n : 0n);
}

/** What others counted makes no line, so what their values stood on is forgotten. */
function overOrganisations(tree: Total, place: Place, world: World): Fraction {
  const { by, how, body } = tree;
  const group = by.map((name) => {
    const own = place.scope.get(name) ?? place.organisation?.attributes.get(name);
    return own ?? refuse("attribute-missing");
  });
  const key = [nameOfTree(tree), group, [...place.scope].flat(), place.isMonthly].join("|");
  const known = world.known.get(key);
  if (known !== undefined) return number(known.value);
  const members = world.organisations.filter((each) =>
    by.every((name, at) => each.attributes.get(name) === group[at]),
  );
  let sum = NOTHING;
  for (const organisation of members) {
    const own = { ...place, organisation, met: { isCounted: false } };
    sum = plus(sum, worth(how, evaluate(body, own, world)));
  }
  world.known.set(key, { value: sum, isCounted: false });
  return sum;
}

/** A name for each tree, by which values are remembered. */
const TREE_NAMES = new WeakMap<Tree, string>();
const COUNTER = { trees: 0 };

function nameOfTree(tree: Tree): string {
  const known = TREE_NAMES.get(tree);
  if (known !== undefined) return known;
  COUNTER.trees += 1;
  const name = `total ${COUNTER.trees}`;
  TREE_NAMES.set(tree, name);
  return name;
}

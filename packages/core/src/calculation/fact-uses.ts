/**
 * Which facts an expression stands on, seen from one place in it.
 *
 * A sum runs over the cells that the organisation has. To know them, the expression under the sum
 * is searched for facts, through formulas and inner sums; for each fact it is noted which of its
 * dimensions follow the sum and which are fixed. A condition on attributes alone guards what stands
 * behind it: the cells of a branch that an organisation does not take are not its cells.
 */
import { present } from "../kernel/index.ts";
import {
  childrenOf,
  type Expression,
  type NameNode,
  namesIn,
  type SumNode,
  type TextNode,
} from "../methodology/index.ts";
import type { CalculationPlan } from "./plan.ts";

export type UseItem =
  /** Follows the dimension of the sum at this position. */
  | { readonly kind: "over"; readonly position: number }
  /** Has the code that the dimension has around the sum. */
  | { readonly kind: "outer"; readonly name: string }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "code"; readonly code: string }
  /** Runs by itself, in an inner sum. */
  | { readonly kind: "any" };

export type Guard = { readonly condition: Expression; readonly holds: boolean };
export type FactUse = {
  readonly fact: string;
  readonly items: readonly UseItem[];
  readonly guards: readonly Guard[];
};

/**
 * What names mean at some depth: dimensions that follow or are fixed, and those bound around the
 * sum.
 */
type Frame = { readonly items: ReadonlyMap<string, UseItem>; readonly outer: ReadonlySet<string> };

/** The facts under a sum, as its cells need them; `outer` are the dimensions bound around it. */
export function factUsesOfSum(
  node: SumNode,
  outer: ReadonlySet<string>,
  plan: CalculationPlan,
): readonly FactUse[] {
  const items = new Map<string, UseItem>(
    node.over.map((dimension, position) => [dimension, { kind: "over", position }]),
  );
  return collectUses(node.body, { items, outer }, [], plan);
}

/** The facts an expression of an organisation stands on. */
export function factUsesOf(expression: Expression, plan: CalculationPlan): readonly FactUse[] {
  return collectUses(expression, { items: new Map(), outer: new Set() }, [], plan);
}

function collectUses(
  node: Expression,
  frame: Frame,
  guards: readonly Guard[],
  plan: CalculationPlan,
): readonly FactUse[] {
  if (node.kind === "name") return usesOfName(node, frame, guards, plan);
  if (node.kind === "sum" || node.kind === "count-if") {
    const items = new Map(frame.items);
    for (const dimension of node.over) items.set(dimension, { kind: "any" });
    return collectUses(node.body, { ...frame, items }, guards, plan);
  }
  if (node.kind === "if") {
    const { condition, then, otherwise } = node;
    return usesOfCases([{ when: condition, then }], otherwise, frame, guards, plan);
  }
  if (node.kind === "cases") {
    return usesOfCases(node.cases, node.otherwise.then, frame, guards, plan);
  }
  return childrenOf(node).flatMap((child) => collectUses(child, frame, guards, plan));
}

/** Each branch stands behind its own condition and behind the failure of those before it. */
function usesOfCases(
  cases: readonly { readonly when: Expression; readonly then: Expression }[],
  otherwise: Expression,
  frame: Frame,
  guards: readonly Guard[],
  plan: CalculationPlan,
): readonly FactUse[] {
  const uses: FactUse[] = [];
  let behind = guards;
  for (const { when: condition, then } of cases) {
    const isGuard = isAboutAttributes(condition, frame, plan);
    uses.push(...collectUses(condition, frame, behind, plan));
    const inside = isGuard ? [...behind, { condition, holds: true }] : behind;
    uses.push(...collectUses(then, frame, inside, plan));
    if (isGuard) behind = [...behind, { condition, holds: false }];
  }
  return [...uses, ...collectUses(otherwise, frame, behind, plan)];
}

function usesOfName(
  node: NameNode,
  frame: Frame,
  guards: readonly Guard[],
  plan: CalculationPlan,
): readonly FactUse[] {
  const index = node.index.map((item) => useItem(item, frame));
  if (plan.methodology.facts.has(node.name)) return [{ fact: node.name, items: index, guards }];
  const formula = plan.formulas.get(node.name);
  if (formula === undefined) return [];
  const items = new Map(
    formula.grain.dimensions.map((dimension, place) => [
      dimension,
      present(index[place], `${node.name} has an index for ${dimension}`),
    ]),
  );
  return collectUses(formula.expression, { items, outer: new Set() }, guards, plan);
}

function useItem(item: NameNode | TextNode, { items, outer }: Frame): UseItem {
  if (item.kind === "text") return { kind: "code", code: item.value };
  const bound = items.get(item.name);
  if (bound !== undefined) return bound;
  const kind = outer.has(item.name) ? "outer" : "attribute";
  return { kind, name: item.name };
}

function isAboutAttributes(
  condition: Expression,
  { items, outer }: Frame,
  { methodology }: CalculationPlan,
): boolean {
  return namesIn(condition).every(
    (name) => methodology.attributes.has(name) && !items.has(name) && !outer.has(name),
  );
}

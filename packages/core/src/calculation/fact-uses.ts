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
  type Formula,
  type NameNode,
  namesIn,
  printExpression,
  type SumNode,
  type TextNode,
} from "../methodology/index.ts";
import type { Organisation } from "../register/index.ts";
import type { FactUse, Guard, UseItem } from "./fact-use.ts";
import type { CalculationPlan } from "./plan.ts";

/**
 * Whether a guard cannot be answered for the organisation. The use is kept then: whether its branch
 * is taken is for the calculation to say, which may never come there.
 */
export function lacksAttribute(
  { attributes }: Guard,
  organisation: Organisation | undefined,
): boolean {
  return attributes.some((name) => organisation?.attributes.has(name) !== true);
}

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
  return collectUses(node.body, { items, outer }, [], plan).filter(isOwn);
}

/** The facts of its own that an expression of an organisation stands on. */
export function factUsesOf(expression: Expression, plan: CalculationPlan): readonly FactUse[] {
  return collectUses(expression, NOWHERE, [], plan).filter(isOwn);
}

/** The facts of all organisations that an expression stands on through sums over them. */
export function factUsesAcross(expression: Expression, plan: CalculationPlan): readonly FactUse[] {
  return collectUses(expression, NOWHERE, [], plan).filter((use) => !isOwn(use));
}

const NOWHERE: Frame = { items: new Map(), outer: new Set() };

function isOwn({ isAcross }: FactUse): boolean {
  return isAcross !== true;
}

function collectUses(
  node: Expression,
  frame: Frame,
  guards: readonly Guard[],
  plan: CalculationPlan,
): readonly FactUse[] {
  if (node.kind === "name") return usesOfName(node, frame, guards, plan);
  // Whether a cell is there may be asked without needing it.
  if (node.kind === "has") return [];
  if (node.kind === "total" || node.kind === "count") {
    // Each member stands behind its own conditions, not behind those of whoever asks.
    return collectUses(node.body, frame, [], plan).map((use) => ({ ...use, isAcross: true }));
  }
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

/**
 * Each branch stands behind its own condition and behind the failure of those before it; what every
 * branch stands on stands behind none of them.
 */
function usesOfCases(
  cases: readonly { readonly when: Expression; readonly then: Expression }[],
  otherwise: Expression,
  frame: Frame,
  guards: readonly Guard[],
  plan: CalculationPlan,
): readonly FactUse[] {
  const conditions = cases.flatMap(({ when }) => collectUses(when, frame, guards, plan));
  const branches = [...cases.map(({ then }) => then), otherwise].map((branch) =>
    distinctUses(collectUses(branch, frame, [], plan)),
  );
  const names = branches.map((uses) => new Set(uses.map(nameOfUse)));
  const isCommon = (use: FactUse) => names.every((each) => each.has(nameOfUse(use)));
  const found: FactUse[] = [...conditions];
  let behind = guards;
  for (const [place, uses] of branches.entries()) {
    const condition = cases[place]?.when;
    const attributes = condition && attributesOf(condition, frame, plan);
    const own = (holds: boolean): readonly Guard[] =>
      condition === undefined || attributes === undefined
        ? behind
        : [...behind, { condition, holds, attributes }];
    for (const use of uses) {
      if (!isCommon(use)) found.push({ ...use, guards: [...own(true), ...use.guards] });
      else if (place === 0) found.push({ ...use, guards: [...guards, ...use.guards] });
    }
    behind = own(false);
  }
  return found;
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
  const below = usesOfFormula(formula, index, plan);
  return guards.length === 0
    ? below
    : below.map((use) => ({ ...use, guards: [...guards, ...use.guards] }));
}

/** The uses of a formula at one index; many expressions name the same formula in the same way. */
function usesOfFormula(
  formula: Formula,
  index: readonly UseItem[],
  plan: CalculationPlan,
): readonly FactUse[] {
  const name = `${formula.id}|${JSON.stringify(index)}`;
  const known = plan.knownUses.get(name);
  if (known !== undefined) return known;
  const items = new Map(
    formula.grain.dimensions.map((dimension, place) => [
      dimension,
      present(index[place], `${formula.id} has an index for ${dimension}`),
    ]),
  );
  const found = collectUses(formula.expression, { items, outer: new Set() }, [], plan);
  const uses = distinctUses(found);
  plan.knownUses.set(name, uses);
  return uses;
}

/** The same use twice decides nothing more than once. */
export function distinctUses(uses: readonly FactUse[]): readonly FactUse[] {
  return [...new Map(uses.map((use) => [nameOfUse(use), use])).values()];
}

/** Equal for uses that ask the same cells. */
export function nameOfUse({ fact, items, guards, isAcross }: FactUse): string {
  const behind = guards.map(({ condition, holds }) => [printExpression(condition), holds]);
  return JSON.stringify([fact, items, behind, isAcross]);
}

function useItem(item: NameNode | TextNode, { items, outer }: Frame): UseItem {
  if (item.kind === "text") return { kind: "code", code: item.value };
  // A mapped code follows nothing by itself: every cell may be meant.
  if (item.index.length > 0) return { kind: "any" };
  const bound = items.get(item.name);
  if (bound !== undefined) return bound;
  const kind = outer.has(item.name) ? "outer" : "attribute";
  return { kind, name: item.name };
}

/**
 * The attributes a condition asks for, when it asks for nothing else; formulas of the organisation
 * that are about attributes themselves are looked through. Months since a date are counted to the
 * month at hand, so they are not about the attribute alone.
 */
function attributesOf(
  condition: Expression,
  { items, outer }: Frame,
  plan: CalculationPlan,
): readonly string[] | undefined {
  const found: string[] = [];
  if (countsMonths(condition)) return undefined;
  for (const name of namesIn(condition)) {
    if (items.has(name) || outer.has(name)) return undefined;
    if (plan.methodology.attributes.has(name)) found.push(name);
    else {
      const below = attributesOfFormula(name, plan);
      if (below === undefined) return undefined;
      found.push(...below);
    }
  }
  return found;
}

function countsMonths(node: Expression): boolean {
  return (
    (node.kind === "call" && node.name === "months_since") || childrenOf(node).some(countsMonths)
  );
}

function attributesOfFormula(name: string, plan: CalculationPlan): readonly string[] | undefined {
  const formula = plan.formulas.get(name);
  if (formula === undefined || formula.grain.dimensions.length > 0) return undefined;
  return attributesOf(formula.expression, { items: new Map(), outer: new Set() }, plan);
}

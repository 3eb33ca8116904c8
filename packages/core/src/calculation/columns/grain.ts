/**
 * The keys on which a figure depends: none (the city), dimensions, attributes, the organisation.
 */
import {
  type Expression,
  groupDimension,
  MONTH_DIMENSION,
  MONTH_NUMBER,
  type NameNode,
  OPEN,
  type SumNode,
  type TotalNode,
} from "../../methodology/index.ts";
import { factUsesOfSum } from "../fact-uses.ts";
import type { CalculationPlan } from "../plan.ts";
import { attributeKey, type BoundRegister, OPEN_KEY } from "./bound-register.ts";
import { ORGANISATION_KEY } from "./domain.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { bindItem, readingMonth, type Scope, scopeOfFormula, scopeOfSum } from "./scope.ts";

/** The keys of a figure, sorted; what follows from the organisation is not named beside it. */
export type Grain = readonly string[];

export type GrainFinder = (node: Expression, scope: Scope) => Grain;

/** Finds grains, each once. */
export function createGrainFinder(plan: CalculationPlan, register: BoundRegister): GrainFinder {
  const known = new Map<Expression, Map<string, Grain>>();
  const find: GrainFinder = (node, scope) => {
    const scopes = known.get(node) ?? new Map<string, Grain>();
    known.set(node, scopes);
    const found = scopes.get(scope.id) ?? normalise(keysOf(node, scope, context));
    scopes.set(scope.id, found);
    return found;
  };
  const context = { plan, register, find };
  return find;
}

type Context = {
  readonly plan: CalculationPlan;
  readonly register: BoundRegister;
  readonly find: GrainFinder;
};

/** Several grains together. */
export function joinGrains(grains: readonly Grain[]): Grain {
  return normalise(grains.flat());
}

function normalise(keys: readonly string[]): Grain {
  const all = new Set(keys);
  const isOwn = all.has(ORGANISATION_KEY);
  return [...all].filter((key) => !(isOwn && key.startsWith("@"))).toSorted();
}

function keysOf(node: Expression, scope: Scope, context: Context): readonly string[] {
  const { find } = context;
  switch (node.kind) {
    case "number":
    case "truth":
      return [];
    case "text":
    case "name":
      return keysOfName(node, scope, context);
    case "negate":
    case "not":
    case "round":
      return find(node.operand, scope);
    case "binary":
      return [...find(node.left, scope), ...find(node.right, scope)];
    case "if":
      return [node.condition, node.then, node.otherwise].flatMap((each) => find(each, scope));
    case "call":
      return [
        ...(node.name === "months_since" ? keysOfMonth(scope) : []),
        ...node.arguments.flatMap((each) => find(each, scope)),
      ];
    case "table":
      return [
        ...find(node.operand, scope),
        ...node.index.flatMap((item) => keysOfItem(item, scope, context)),
        ...keysOfReading(scope),
      ];
    case "has":
      return [
        ORGANISATION_KEY,
        ...node.operand.index.flatMap((item) => keysOfItem(item, scope, context)),
      ];
    case "includes":
      return [attributeKey(node.operand.name), ...keysOfItem(node.code, scope, context)];
    case "cases":
      return [
        ...node.cases.flatMap(({ when, then }) => [...find(when, scope), ...find(then, scope)]),
        ...find(node.otherwise.then, scope),
      ];
    case "sum":
    case "count-if":
      return keysOfSum(node, scope, context);
    case "total":
    case "count":
      return keysOfTotal(node, scope, context);
  }
}

type Item = NameNode["index"][number];

function keysOfItem(item: Item, scope: Scope, { plan, register }: Context): readonly string[] {
  const { key } = bindItem(item, scope, plan.methodology, register);
  return key === undefined ? [] : [key];
}

function keysOfMonth({ bindings }: Scope): readonly string[] {
  const key = bindings.get(MONTH_DIMENSION)?.key;
  return key === undefined ? [] : [key];
}

function keysOfReading(scope: Scope): readonly string[] {
  const key = readingMonth(scope)?.key;
  return key === undefined ? [] : [key];
}

function keysOfName(node: Item, scope: Scope, context: Context): readonly string[] {
  const { plan, register, find } = context;
  const { methodology, formulas } = plan;
  if (node.kind === "text") return [];
  const items = () => node.index.flatMap((item) => keysOfItem(item, scope, context));
  if (node.name === OPEN) return [OPEN_KEY, ...items()];
  if (node.name === MONTH_NUMBER) return items();
  if (scope.bindings.has(node.name) && node.index.length === 0)
    return keysOfItem(node, scope, context);
  if (methodology.mappings.has(node.name)) return keysOfItem(node, scope, context);
  if (methodology.attributes.has(node.name)) return [attributeKey(node.name)];
  if (methodology.facts.has(node.name)) return [ORGANISATION_KEY, ...items()];
  if (methodology.parameters.has(node.name)) return [...items(), ...keysOfReading(scope)];
  const formula = formulas.get(node.name);
  if (formula === undefined) throw new NotInColumns(node.name);
  const index = node.index.map((item) => bindItem(item, scope, methodology, register));
  return find(formula.expression, scopeOfFormula(formula, index, scope.depth));
}

function keysOfSum(node: SumNode, scope: Scope, { plan, register, find }: Context) {
  const inner = scopeOfSum(scope, node.over, register);
  const own = new Set(inner.keys);
  const uses = factUsesOfSum(node, new Set(scope.bindings.keys()), plan);
  const following = uses.filter(({ items }) => items.some(({ kind }) => kind === "over"));
  const outer = following.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === "outer" ? (scope.bindings.get(item.name)?.key ?? []) : [],
    ),
  );
  return [
    ...find(node.body, inner.scope).filter((key) => !own.has(key)),
    ...(following.length > 0 ? [ORGANISATION_KEY, ...outer] : []),
  ];
}

/** The dimensions in scope that the body of a total reads: they are the same for every member. */
export function boundOfTotal(node: TotalNode, scope: Scope, find: GrainFinder): Grain {
  return find(node.body, scope).filter((key) => key !== ORGANISATION_KEY && !key.startsWith("@"));
}

function keysOfTotal(node: TotalNode, scope: Scope, { plan, find }: Context) {
  const groups = node.by.flatMap((by) => {
    const binding =
      scope.bindings.get(by) ?? scope.bindings.get(groupDimension(plan.methodology, by));
    if (binding === undefined) return [attributeKey(by)];
    return binding.key === undefined ? [] : [binding.key];
  });
  return [...groups, ...boundOfTotal(node, scope, find)];
}

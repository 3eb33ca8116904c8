/** What is different between two laws and two states of the counts. */
import type { CalculationPlan } from "../plan.ts";
import { factSource } from "./bind-fact.ts";
import { parameterSource } from "./bind-name.ts";
import { tableSource } from "./bind-table.ts";
import type { FactColumn, RegisterColumns } from "./register-columns.ts";

export type Changes = {
  /** Values that are different; what stands on them is calculated anew. */
  readonly sources: ReadonlySet<string>;
  /** Formulas of another text, and facts with cells that appeared or went. */
  readonly names: ReadonlySet<string>;
  /** Parameters, tables and formulas that are different. */
  readonly law: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** Whether something is different that everything may stand on. */
  readonly isWhole: boolean;
};

export function changesBetween(
  old: { readonly plan: CalculationPlan; readonly facts: RegisterColumns["facts"] },
  next: { readonly plan: CalculationPlan; readonly facts: RegisterColumns["facts"] },
): Changes {
  const [before, after] = [old.plan.methodology, next.plan.methodology];
  const parameters = differing(before.parameters, after.parameters, hasSameValues);
  const tables = differing(before.tables, after.tables, hasSameValues);
  const isReshaped = (names: readonly string[], [one, other]: readonly [Shapes, Shapes]): boolean =>
    names.some((name) => !isSame(one.get(name)?.dimensions, other.get(name)?.dimensions));
  const isWhole =
    !isSame(old.plan.asOf, next.plan.asOf) ||
    !FOUNDATIONS.every((part) => isSame(before[part], after[part])) ||
    isReshaped(parameters, [before.parameters, after.parameters]) ||
    isReshaped(tables, [before.tables, after.tables]);
  const formulas = differing(old.plan.formulas, next.plan.formulas, isSame);
  const facts = differing(old.facts, next.facts, (left, right) => left === right);
  const isRevalued = (fact: string): boolean => {
    const [one, other] = [old.facts.get(fact), next.facts.get(fact)];
    return one !== undefined && other !== undefined && hasSameCells(one, other);
  };
  return {
    isWhole,
    law: new Set([...parameters, ...tables, ...formulas]),
    facts: new Set(facts),
    sources: new Set([
      ...parameters.map(parameterSource),
      ...tables.map(tableSource),
      ...facts.map(factSource),
    ]),
    names: new Set([...formulas, ...facts.filter((fact) => !isRevalued(fact))]),
  };
}

/** What figures are built on, rather than read. */
const FOUNDATIONS = [
  "codeLists",
  "calendar",
  "attributes",
  "facts",
  "mappings",
  "idScheme",
] as const;

type Shapes = ReadonlyMap<string, { readonly dimensions: readonly string[] }>;

function hasSameCells(left: FactColumn, right: FactColumn): boolean {
  return left.starts === right.starts && left.codes === right.codes;
}

/** The names whose definitions differ, or that only one side has. */
function differing<Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
  isEqual: (left: Value, right: Value) => boolean,
): readonly string[] {
  if (left === right) return [];
  const names: string[] = [];
  for (const [name, value] of left) {
    const other = right.get(name);
    if (other === undefined || (value !== other && !isEqual(value, other))) names.push(name);
  }
  for (const name of right.keys()) if (!left.has(name)) names.push(name);
  return names;
}

/** Most values are the very same; those that are not are compared by what they say. */
function hasSameValues<Value>(
  left: { readonly values: readonly Value[] },
  right: { readonly values: readonly Value[] },
): boolean {
  return (
    left.values.length === right.values.length &&
    left.values.every((value, place) => isSame(value, right.values[place]))
  );
}

/** Whether two definitions say the same, wherever they were read from. */
export function isSame(left: unknown, right: unknown): boolean {
  return left === right || textOf(left) === textOf(right);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (key === "place" || key === "span") return undefined;
    if (typeof each === "bigint") return `${each}n`;
    if (each instanceof Map) return [...each];
    return each;
  });
}

/** Whether two sets of names have one in common. */
export function meets(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  for (const name of few) if (many.has(name)) return true;
  return false;
}

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
  /** Whether something is different that everything may stand on. */
  readonly isWhole: boolean;
};

export function changesBetween(
  old: { readonly plan: CalculationPlan; readonly facts: RegisterColumns["facts"] },
  next: { readonly plan: CalculationPlan; readonly facts: RegisterColumns["facts"] },
): Changes {
  const [before, after] = [old.plan.methodology, next.plan.methodology];
  const isWhole =
    !isSame(old.plan.asOf, next.plan.asOf) ||
    !FOUNDATIONS.every((part) => isSame(before[part], after[part])) ||
    !isSame(shapesOf(before.parameters), shapesOf(after.parameters)) ||
    !isSame(shapesOf(before.tables), shapesOf(after.tables));
  const parameters = differing(before.parameters, after.parameters);
  const tables = differing(before.tables, after.tables);
  const formulas = differing(old.plan.formulas, next.plan.formulas);
  const facts = differing(old.facts, next.facts);
  const isRevalued = (fact: string): boolean => {
    const [one, other] = [old.facts.get(fact), next.facts.get(fact)];
    return one !== undefined && other !== undefined && hasSameCells(one, other);
  };
  return {
    isWhole,
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

function shapesOf(
  definitions: ReadonlyMap<string, { readonly dimensions: readonly string[] }>,
): readonly string[] {
  return [...definitions].map(([id, { dimensions }]) => `${id}[${dimensions.join(",")}]`);
}

function hasSameCells(left: FactColumn, right: FactColumn): boolean {
  return left.starts === right.starts && left.codes === right.codes;
}

/** The names whose definitions differ, or that only one side has. */
function differing<Value>(
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
): readonly string[] {
  if (left === right) return [];
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].filter((name) => !isSame(left.get(name), right.get(name)));
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

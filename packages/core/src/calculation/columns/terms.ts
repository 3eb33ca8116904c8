/**
 * The term of a sum taken apart: conditions outside of which it is zero, and the factors inside.
 */
import type { Expression, Methodology } from "../../methodology/index.ts";
import { bindText } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { MOST_FACTORS } from "./numbers.ts";
import { type Scope, scopeOfFormula } from "./scope.ts";

/** An expression, and what names mean in it. */
export type Part = { readonly node: Expression; readonly scope: Scope };

export type Term =
  /** Zero where the condition does not hold; elsewhere the inner part times the numbers. */
  | {
      readonly kind: "gated";
      readonly condition: Part;
      readonly inner: Part;
      readonly numbers: readonly Part[];
    }
  | { readonly kind: "product"; readonly factors: readonly Part[] };

/**
 * Only plain numbers may stand beside a condition that is drawn out: anything else is asked, and
 * counted, whether the condition holds or not.
 */
export function termOf(part: Part, binder: Binder): Term {
  const factors = factorsOf(part, binder);
  if (factors.length > MOST_FACTORS) throw new NotInColumns("a product of very many factors");
  const numbers = factors.filter(({ node }) => node.kind === "number");
  const [only, ...others] = factors.filter(({ node }) => node.kind !== "number");
  if (only === undefined || others.length > 0) return { kind: "product", factors };
  const { node, scope } = only;
  if (!isGate(node)) return { kind: "product", factors };
  const condition = { node: node.condition, scope };
  return { kind: "gated", condition, inner: { node: node.then, scope }, numbers };
}

/** What is multiplied; order does not matter where nothing is rounded. */
function factorsOf(part: Part, binder: Binder): readonly Part[] {
  const { node, scope } = part;
  if (node.kind === "binary" && node.operator === "*") {
    return [node.left, node.right].flatMap((each) => factorsOf({ node: each, scope }, binder));
  }
  if (node.kind !== "name") return [part];
  const { formulas, methodology } = binder.law.plan;
  // In numbers an attribute, a fact or a parameter goes before a formula of its name.
  const formula = isRead(node.name, methodology) ? undefined : formulas.get(node.name);
  if (formula === undefined) return [part];
  // Only what can be taken apart is taken out of its formula, whose figures others may share.
  const { expression } = formula;
  const isProduct = expression.kind === "binary" && expression.operator === "*";
  if (!isProduct && !isGate(expression) && expression.kind !== "name") return [part];
  const index = node.index.map((item) => bindText(item, scope, binder));
  const inner = scopeOfFormula(formula, index, scope.depth);
  return factorsOf({ node: expression, scope: inner }, binder);
}

function isRead(name: string, { attributes, facts, parameters }: Methodology): boolean {
  return attributes.has(name) || facts.has(name) || parameters.has(name);
}

/** Something where a condition holds, nothing elsewhere. */
function isGate(node: Expression): node is Extract<Expression, { kind: "if" }> {
  return node.kind === "if" && isZero(node.otherwise);
}

function isZero(node: Expression): boolean {
  return node.kind === "number" && /^0*[.]?0*$/.test(node.digits);
}

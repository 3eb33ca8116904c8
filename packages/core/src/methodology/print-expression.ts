/**
 * Nodes → text: the same nodes come back when the text is parsed; brackets only where the meaning
 * needs them.
 */
import type { BinaryOperator, Expression } from "./expression.ts";

/**
 * From loosest to tightest; an operand that binds looser than its place asks for is put in
 * brackets.
 */
const TIGHTNESS = {
  cases: 0,
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  sign: 7,
  primary: 8,
};

const OPERATOR_TIGHTNESS: Readonly<Record<BinaryOperator, number>> = {
  or: TIGHTNESS.or,
  and: TIGHTNESS.and,
  "=": TIGHTNESS.comparison,
  "<>": TIGHTNESS.comparison,
  "<": TIGHTNESS.comparison,
  "<=": TIGHTNESS.comparison,
  ">": TIGHTNESS.comparison,
  ">=": TIGHTNESS.comparison,
  "+": TIGHTNESS.sum,
  "-": TIGHTNESS.sum,
  "*": TIGHTNESS.product,
  "/": TIGHTNESS.product,
};

/** What is printed in place of a node, when anything is. */
export type Replace = (node: Expression) => string | undefined;

const keepAll: Replace = () => undefined;

/**
 * `replace` may put a text in place of any node: the values of a trace, in brackets where needed.
 */
export function printExpression(node: Expression, replace: Replace = keepAll): string {
  const replaced = replace(node);
  if (replaced !== undefined) return replaced;
  switch (node.kind) {
    case "number":
      return node.unit === undefined ? node.digits : `${node.digits} ${node.unit}`;
    case "text":
      return quote(node.value);
    case "truth":
      return String(node.value);
    case "name":
      return printIndexed(node.name, node.index, replace);
    case "negate":
      return `-${inside(node.operand, TIGHTNESS.primary, replace)}`;
    case "not":
      return `not ${inside(node.operand, TIGHTNESS.comparison, replace)}`;
    case "binary":
      return printBinary(node, replace);
    case "if":
      return `if(${list([node.condition, node.then, node.otherwise], replace)})`;
    case "call":
      return `${node.name}(${list(node.arguments, replace)})`;
    case "round": {
      const mode = node.mode === "half-up" ? "" : `, ${node.mode}`;
      return `round(${printExpression(node.operand, replace)}, ${node.places}${mode})`;
    }
    case "table":
      return `${node.name}(${printExpression(node.operand, replace)}, ${printIndexed(node.table, node.index, replace)})`;
    case "has":
      return `has(${printExpression(node.operand, replace)})`;
    case "includes":
      return `includes(${list([node.operand, node.code], replace)})`;
    case "sum":
    case "count-if": {
      const name = node.kind === "sum" ? "sum" : "count_if";
      return `${name}(over ${node.over.join(", ")}: ${printExpression(node.body, replace)})`;
    }
    case "total":
    case "count": {
      const by = node.by.length === 0 ? "" : ` by ${node.by.join(", ")}`;
      return `${node.kind}(${printExpression(node.body, replace)}${by})`;
    }
    case "cases":
      return printCases(node, replace);
  }
}

function printIndexed(name: string, index: readonly Expression[], replace: Replace): string {
  return index.length === 0 ? name : `${name}[${list(index, replace)}]`;
}

function printBinary(node: Extract<Expression, { kind: "binary" }>, replace: Replace): string {
  const tightness = OPERATOR_TIGHTNESS[node.operator];
  const left = inside(
    node.left,
    tightness === TIGHTNESS.comparison ? tightness + 1 : tightness,
    replace,
  );
  return `${left} ${node.operator} ${inside(node.right, tightness + 1, replace)}`;
}

function printCases(node: Extract<Expression, { kind: "cases" }>, replace: Replace): string {
  const parts = node.cases.map(
    ({ label, when, then }) =>
      `case ${quote(label)} when ${inside(when, TIGHTNESS.or, replace)}: ${inside(then, TIGHTNESS.or, replace)}`,
  );
  const { label, then } = node.otherwise;
  return [...parts, `otherwise ${quote(label)}: ${inside(then, TIGHTNESS.or, replace)}`].join(" ");
}

function inside(node: Expression, least: number, replace: Replace): string {
  const replaced = replace(node);
  if (replaced !== undefined) return replaced;
  const text = printExpression(node, replace);
  return tightnessOf(node) < least ? `(${text})` : text;
}

function tightnessOf(node: Expression): number {
  if (node.kind === "binary") return OPERATOR_TIGHTNESS[node.operator];
  if (node.kind === "cases") return TIGHTNESS.cases;
  if (node.kind === "not") return TIGHTNESS.not;
  return node.kind === "negate" ? TIGHTNESS.sign : TIGHTNESS.primary;
}

function list(nodes: readonly Expression[], replace: Replace): string {
  return nodes.map((node) => printExpression(node, replace)).join(", ");
}

function quote(text: string): string {
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

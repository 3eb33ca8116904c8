/**
 * The closed set of node kinds an expression is made of.
 *
 * Expressions are written as text (parse-expression.ts) and printed back (print-expression.ts).
 * There are no loops and no user code: every expression ends. Each node knows the characters of the
 * text it came from.
 */
import type { RoundingMode } from "../money/index.ts";

export type Span = { readonly start: number; readonly end: number };

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "="
  | "<>"
  | "<"
  | "<="
  | ">"
  | ">="
  | "and"
  | "or";

export type FunctionName = "min" | "max" | "clamp" | "floor" | "ceil" | "abs" | "months_since";

/**
 * A number as written, with the unit it carries: `12 month/year`. A bare 0 is a zero of any unit.
 */
export type NumberNode = {
  readonly kind: "number";
  readonly digits: string;
  readonly unit: string | undefined;
  readonly span: Span;
};
/** A code of a list, or a date: `'private'`. */
export type TextNode = { readonly kind: "text"; readonly value: string; readonly span: Span };
export type TruthNode = { readonly kind: "truth"; readonly value: boolean; readonly span: Span };
/**
 * A parameter, fact, attribute, formula, dimension, mapping or result of a stage:
 * `secondary.Ez[level]`. An item of its index is a code, the name of one, or a mapping of one:
 * `rate[stage_of[grade]]`.
 */
export type NameNode = {
  readonly kind: "name";
  readonly name: string;
  readonly index: readonly (NameNode | TextNode)[];
  readonly span: Span;
};
export type NegateNode = {
  readonly kind: "negate";
  readonly operand: Expression;
  readonly span: Span;
};
export type NotNode = { readonly kind: "not"; readonly operand: Expression; readonly span: Span };
export type BinaryNode = {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly span: Span;
};
export type IfNode = {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
  readonly span: Span;
};
export type CallNode = {
  readonly kind: "call";
  readonly name: FunctionName;
  readonly arguments: readonly Expression[];
  readonly span: Span;
};
/** The visible rounding of a value; half away from zero unless a mode is named. */
export type RoundNode = {
  readonly kind: "round";
  readonly operand: Expression;
  readonly places: number;
  readonly mode: RoundingMode;
  readonly span: Span;
};
/**
 * Steps (`band`) or a piecewise linear function clamped at both ends (`interpolate`) of a table.
 */
export type TableNode = {
  readonly kind: "table";
  readonly name: "band" | "interpolate";
  readonly operand: Expression;
  readonly table: string;
  /** The codes by which a table with dimensions is chosen. */
  readonly index: readonly (NameNode | TextNode)[];
  readonly span: Span;
};
/** Whether the register has a row for the cell of a fact: `has(last_year['secondary'])`. */
export type HasNode = { readonly kind: "has"; readonly operand: NameNode; readonly span: Span };
/** Whether an attribute of several codes has this one: `includes(languages, 'kk')`. */
export type IncludesNode = {
  readonly kind: "includes";
  readonly operand: NameNode;
  readonly code: NameNode | TextNode;
  readonly span: Span;
};
/**
 * Over the cells an organisation has: `sum(over month: …)` adds, `count_if(over month: …)` counts.
 */
export type SumNode = {
  readonly kind: "sum" | "count-if";
  readonly over: readonly string[];
  readonly body: Expression;
  readonly span: Span;
};
/** Over organisations: `total(x by district)` adds, `count(c by district)` counts. */
export type TotalNode = {
  readonly kind: "total" | "count";
  readonly body: Expression;
  readonly by: readonly string[];
  readonly span: Span;
};
export type NamedCase = {
  readonly label: string;
  readonly when: Expression;
  readonly then: Expression;
};
/** The first case that holds gives the value; its name is a result of its own. */
export type CasesNode = {
  readonly kind: "cases";
  readonly cases: readonly NamedCase[];
  readonly otherwise: { readonly label: string; readonly then: Expression };
  readonly span: Span;
};

export type Expression =
  | NumberNode
  | TextNode
  | TruthNode
  | NameNode
  | NegateNode
  | NotNode
  | BinaryNode
  | IfNode
  | CallNode
  | RoundNode
  | TableNode
  | HasNode
  | IncludesNode
  | SumNode
  | TotalNode
  | CasesNode;

/** The expressions directly inside a node, in the order of the text. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "number":
    case "text":
    case "truth":
      return [];
    case "name":
      return node.index;
    case "negate":
    case "not":
    case "round":
    case "has":
      return [node.operand];
    case "table":
      return [node.operand, ...node.index];
    case "includes":
      return [node.operand, node.code];
    case "binary":
      return [node.left, node.right];
    case "if":
      return [node.condition, node.then, node.otherwise];
    case "call":
      return node.arguments;
    case "sum":
    case "count-if":
    case "total":
    case "count":
      return [node.body];
    case "cases":
      return [...node.cases.flatMap((each) => [each.when, each.then]), node.otherwise.then];
  }
}

/**
 * Expressions evaluated for an explanation: one case a node kind, nothing compiled, nothing
 * remembered.
 */
import { InvariantViolation, present } from "../kernel/index.ts";
import {
  describeUnit,
  type Expression,
  MONTH_DIMENSION,
  printExpression,
  type SumNode,
} from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  Dec,
  divideRatios,
  multiplyRatios,
  negateRatio,
  ONE,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  roundRatio,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import { calendarDate, monthsBetween } from "../time/index.ts";
import { orderHolds } from "./compile-condition.ts";
import { asRatio, codeOf, explainName } from "./explain-name.ts";
import { type Explainer, type ExplainScope, withNotes } from "./explain-scope.ts";
import type { FactUse } from "./fact-use.ts";
import { factUsesOfSum, lacksAttribute } from "./fact-uses.ts";
import type { Value } from "./run-state.ts";
import { substitute } from "./substitute.ts";
import { sumCells } from "./sum-cells.ts";
import { numberValue, traceNode } from "./trace.ts";

/** Walks an expression and notes every value it reads. */
export const explainer: Explainer = { value: evaluate };

function evaluate(node: Expression, scope: ExplainScope): Value | string {
  switch (node.kind) {
    case "number":
      return ratioOfDecimal(new Dec(node.digits));
    case "text":
    case "truth":
      return node.value;
    case "name":
      return explainName(node, scope, explainer);
    case "negate":
      return negateRatio(numberOf(node.operand, scope));
    case "not":
      return !truthOf(node.operand, scope);
    case "binary":
      return evaluateBinary(node, scope);
    case "if":
      return evaluateIf(node, scope);
    case "call":
      return evaluateCall(node, scope);
    case "round":
      return evaluateRound(node, scope);
    case "sum":
    case "count-if":
      return evaluateSum(node, scope);
    case "cases":
      return evaluateCases(node, scope);
    case "count":
    case "table":
    case "total":
      throw new InvariantViolation(`${node.kind} is refused before a calculation begins`);
  }
}

function numberOf(node: Expression, scope: ExplainScope): Ratio {
  return asRatio(evaluate(node, scope));
}

function truthOf(node: Expression, scope: ExplainScope): boolean {
  return evaluate(node, scope) === true;
}

/**
 * The branch that is taken stands for the choice; what decided it is noted, what the other would
 * give is not.
 */
function evaluateIf(
  node: Extract<Expression, { kind: "if" }>,
  scope: ExplainScope,
): Value | string {
  const deciding = { ...withNotes(scope), inputs: scope.inputs };
  const taken = truthOf(node.condition, deciding) ? node.then : node.otherwise;
  scope.shown.set(node, taken);
  return evaluate(taken, scope);
}

function evaluateBinary(node: Extract<Expression, { kind: "binary" }>, scope: ExplainScope): Value {
  const { operator, left, right } = node;
  switch (operator) {
    case "and":
      return truthOf(left, scope) && truthOf(right, scope);
    case "or":
      return truthOf(left, scope) || truthOf(right, scope);
    case "+":
      return addRatios(numberOf(left, scope), numberOf(right, scope));
    case "-":
      return subtractRatios(numberOf(left, scope), numberOf(right, scope));
    case "*":
      return multiplyRatios(numberOf(left, scope), numberOf(right, scope));
    case "/":
      return divideRatios(numberOf(left, scope), numberOf(right, scope));
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return orderHolds(operator, compareValues(evaluate(left, scope), evaluate(right, scope)));
  }
}

function compareValues(left: Value | string, right: Value | string): number {
  if (typeof left === "object" && typeof right === "object") return compareRatios(left, right);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function evaluateCall(node: Extract<Expression, { kind: "call" }>, scope: ExplainScope): Ratio {
  const values = node.arguments.map((argument) => evaluate(argument, scope));
  if (node.name === "months_since") return monthsSince(values[0], scope);
  const numbers = values.map(asRatio).toSorted(compareRatios);
  const first = asRatio(present(values[0], `${node.name} has an argument`));
  switch (node.name) {
    case "min":
      return present(numbers[0], "min has arguments");
    case "max":
      return present(numbers.at(-1), "max has arguments");
    case "clamp": {
      const [, low = ZERO, high = ZERO] = values.map(asRatio);
      if (compareRatios(first, low) < 0) return low;
      return compareRatios(first, high) > 0 ? high : first;
    }
    case "floor":
    case "ceil":
      return roundRatio(first, 0, node.name);
    case "abs":
      return first.numerator < 0n ? negateRatio(first) : first;
  }
}

/**
 * Calendar months from the month of the date to the month in scope, or to January where no month
 * is.
 */
function monthsSince(date: Value | string | undefined, { run, codes }: ExplainScope): Ratio {
  const { plan } = run;
  const month = plan.monthStarts.get(codes.get(MONTH_DIMENSION) ?? "");
  const from = present(typeof date === "string" ? date : undefined, "months_since has a date");
  return ratioOf(BigInt(monthsBetween(calendarDate(from), month ?? plan.yearStart)));
}

function evaluateRound(node: Extract<Expression, { kind: "round" }>, scope: ExplainScope): Ratio {
  const inner = withNotes(scope);
  const before = numberOf(node.operand, inner);
  const after = roundRatio(before, node.places, node.mode);
  const unit = unitOfNode(node, scope);
  const value = numberValue(after, unit);
  const { places, mode } = node;
  const withValues = substitute(node.operand, inner.shown);
  const rounding = { before: numberValue(before, unit), places, mode };
  scope.inputs.push(
    traceNode({ kind: "rounding", id: "round", value, rounding, withValues, inputs: inner.inputs }),
  );
  for (const [part, shown] of inner.shown) scope.shown.set(part, shown);
  return after;
}

function evaluateSum(node: SumNode, scope: ExplainScope): Ratio {
  const { membersOf } = scope.run.plan;
  const tuples = sumCells({
    over: node.over,
    uses: usesUnder(node, scope),
    membersOf,
    cellsOf: (fact) => scope.run.facts.cellsOf(scope.organisation.id, fact),
    holds: (guard) =>
      lacksAttribute(guard, scope.organisation) ||
      truthOf(guard.condition, withNotes(scope, new Map())) === guard.holds,
    codeOf: ({ kind, name }) =>
      codeOf(name, kind === "outer" ? scope : withNotes(scope, new Map())),
  });
  const unit = unitOfNode(node, scope);
  const cells = inListOrder(tuples, node.over, membersOf).map((tuple) =>
    evaluateCell(node, tuple, unit, scope),
  );
  const total = cells.reduce((sum, { value }) => addRatios(sum, value), ZERO);
  const value = numberValue(total, unit);
  const inputs = cells.map(({ traced }) => traced);
  const expression = printExpression(node);
  scope.inputs.push(traceNode({ kind: "sum", id: node.kind, value, expression, inputs }));
  scope.shown.set(node, value);
  return total;
}

function evaluateCell(node: SumNode, tuple: readonly string[], unit: string, scope: ExplainScope) {
  const key = node.over.map((dimension, place) => ({ dimension, code: tuple[place] ?? "" }));
  const codes = new Map([
    ...scope.codes,
    ...key.map(({ dimension, code }) => [dimension, code] as const),
  ]);
  const inner = withNotes(scope, codes);
  const body = evaluate(node.body, inner);
  const value = typeof body === "boolean" ? (body ? ONE : ZERO) : asRatio(body);
  const traced = traceNode({
    kind: "cell",
    id: node.kind,
    key,
    value: numberValue(value, unit),
    withValues: substitute(node.body, inner.shown),
    inputs: inner.inputs,
  });
  return { value, traced };
}

/** The case that holds stands for all; what decided it is noted before it. */
function evaluateCases(
  node: Extract<Expression, { kind: "cases" }>,
  scope: ExplainScope,
): Value | string {
  const deciding = { ...withNotes(scope), inputs: scope.inputs };
  const chosen = node.cases.find(({ when }) => truthOf(when, deciding)) ?? node.otherwise;
  const inner = withNotes(scope);
  const value = evaluate(chosen.then, inner);
  const traced = traceNode({
    kind: "case",
    id: chosen.label,
    value: numberValue(asRatio(value), unitOfNode(node, scope)),
    withValues: substitute(chosen.then, inner.shown),
    inputs: inner.inputs,
  });
  scope.inputs.push(traced);
  scope.shown.set(node, traced.value);
  return value;
}

/** Cells in the order in which people list the codes. */
function inListOrder(
  tuples: readonly (readonly string[])[],
  over: readonly string[],
  membersOf: (dimension: string) => readonly string[],
): readonly (readonly string[])[] {
  const ranks = over.map(
    (dimension) => new Map(membersOf(dimension).map((code, rank) => [code, rank])),
  );
  return tuples.toSorted((left, right) => {
    for (const [place, rank] of ranks.entries()) {
      const order = (rank.get(left[place] ?? "") ?? 0) - (rank.get(right[place] ?? "") ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** The unit a part of a formula yields; the formula was proved before, so nothing is reported. */
function unitOfNode(node: Expression, { run, codes, valuesOn, known }: ExplainScope): string {
  const names = { ...run.plan.methodology, formulas: run.plan.formulas };
  const dimensions = new Set(codes.keys());
  return remember(known.units, node, () => describeUnit(node, { names, dimensions, valuesOn }));
}

function usesUnder(node: SumNode, { run, codes, known }: ExplainScope): readonly FactUse[] {
  return remember(known.uses, node, () => factUsesOfSum(node, new Set(codes.keys()), run.plan));
}

function remember<Value>(
  known: Map<Expression, Value>,
  node: Expression,
  find: () => Value,
): Value {
  const found = known.get(node) ?? find();
  known.set(node, found);
  return found;
}

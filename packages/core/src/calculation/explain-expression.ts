/** Expressions evaluated for an explanation: one case a node kind, nothing compiled. */
import { present } from "../kernel/index.ts";
import { type Expression, MONTH_DIMENSION } from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  Dec,
  divideRatios,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  roundRatio,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import { calendarDate, monthsBetween } from "../time/index.ts";
import { argumentsEqual, boundsMet, noteChoice, signsOf } from "./choices.ts";
import { orderHolds } from "./compile-condition.ts";
import { explainIncludes, explainName, explainPresence } from "./explain-name.ts";
import {
  asRatio,
  type Explainer,
  type ExplainScope,
  note,
  unitOfPart,
  withNotes,
} from "./explain-scope.ts";
import { explainSum } from "./explain-sum.ts";
import { explainTable } from "./explain-table.ts";
import { explainTotal } from "./explain-total.ts";
import type { Value } from "./run-state.ts";
import { substitute } from "./substitute.ts";
import { exactText, numberValue, traceNode } from "./trace.ts";

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
      return explainSum(node, scope, explainer);
    case "cases":
      return evaluateCases(node, scope);
    case "total":
    case "count":
      return explainTotal(node, scope, explainer);
    case "table":
      return explainTable(node, scope, explainer);
    case "has":
      return explainPresence(node, scope);
    case "includes":
      return explainIncludes(node, scope);
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
  const holds = truthOf(node.condition, deciding);
  const taken = holds ? node.then : node.otherwise;
  noteChoice(node, scope, [holds ? "then" : "otherwise"]);
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
  if (node.name === "months_since") {
    const months = monthsSince(values[0], scope);
    scope.shown.set(node, numberValue(months, unitOfPart(node, scope)));
    return months;
  }
  const numbers = values.map(asRatio);
  const first = present(numbers[0], `${node.name} has an argument`);
  switch (node.name) {
    case "min":
    case "max": {
      const place = node.name === "min" ? 0 : -1;
      const best = numbers.toSorted(compareRatios).at(place) ?? first;
      noteChoice(node, scope, argumentsEqual(numbers, best));
      return best;
    }
    case "clamp": {
      const [, low = ZERO, high = ZERO] = numbers;
      noteChoice(node, scope, boundsMet(numbers));
      if (compareRatios(first, low) < 0) return low;
      return compareRatios(first, high) > 0 ? high : first;
    }
    case "floor":
    case "ceil": {
      const whole = roundRatio(first, 0, node.name);
      noteChoice(node, scope, [exactText(whole)]);
      return whole;
    }
    case "abs":
      noteChoice(node, scope, signsOf(first));
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
  const unit = unitOfPart(node, scope);
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

/** The case that holds stands for all; what decided it is noted before it. */
function evaluateCases(
  node: Extract<Expression, { kind: "cases" }>,
  scope: ExplainScope,
): Value | string {
  const deciding = { ...withNotes(scope), inputs: scope.inputs };
  const chosen = node.cases.find(({ when }) => truthOf(when, deciding)) ?? node.otherwise;
  noteChoice(node, scope, [chosen.label]);
  const inner = withNotes(scope);
  const value = evaluate(chosen.then, inner);
  const traced = traceNode({
    kind: "case",
    id: chosen.label,
    value: numberValue(asRatio(value), unitOfPart(node, scope)),
    withValues: substitute(chosen.then, inner.shown),
    inputs: inner.inputs,
  });
  note(node, traced, scope);
  return value;
}

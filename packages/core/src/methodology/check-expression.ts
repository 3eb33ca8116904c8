/**
 * Proves an expression before it runs: every name known, every unit right, every grain reachable.
 *
 * The proof goes from the leaves up and reports every fault with its place in the text; a part that
 * failed has an unknown type, about which nothing further is said.
 */
import { baseUnit, divideUnits, formatUnit, multiplyUnits } from "../money/index.ts";
import { findCalendarDate } from "../time/index.ts";
import { checkDimensions, checkGroups } from "./check-groups.ts";
import { checkHas, checkIncludes, checkTable } from "./check-lookup.ts";
import { checkName } from "./check-name.ts";
import { type CheckScope, reportAt } from "./check-scope.ts";
import type { BinaryNode, Expression, SumNode, TotalNode } from "./expression.ts";
import {
  commonNumber,
  describeType,
  isNumeric,
  numberType,
  TRUTH,
  UNKNOWN,
  unitOf,
  type ValueType,
} from "./value-type.ts";

/** The unit that a proved expression of an organisation yields, as text: `KZT/pupil/year`. */
export function describeUnit(
  node: Expression,
  scope: Pick<CheckScope, "names" | "dimensions" | "valuesOn">,
): string {
  const type = checkExpression(node, {
    ...scope,
    hasOrganisation: true,
    place: {},
    report: () => undefined,
  });
  const unit = unitOf(type);
  return unit === undefined ? "" : formatUnit(unit);
}

/** The type of the expression; faults go to `scope.report`. */
export function checkExpression(node: Expression, scope: CheckScope): ValueType {
  switch (node.kind) {
    case "number":
      return checkNumber(node);
    case "text":
      return { kind: "text", value: node.value };
    case "truth":
      return TRUTH;
    case "name":
      return checkName(node, scope);
    case "negate":
    case "round":
      return checkNumeric(node.operand, scope);
    case "table":
      return checkTable(node, checkNumeric(node.operand, scope), scope);
    case "not":
      checkTruth(node.operand, scope);
      return TRUTH;
    case "has":
      return checkHas(node, scope);
    case "includes":
      return checkIncludes(node, scope);
    case "binary":
      return checkBinary(node, scope);
    case "if":
      checkTruth(node.condition, scope);
      return checkAlike([node.then, node.otherwise], scope, "if");
    case "call":
      return checkCall(node, scope);
    case "sum":
    case "count-if":
      return checkSum(node, scope);
    case "total":
    case "count":
      return checkTotal(node, scope);
    case "cases":
      for (const { when } of node.cases) checkTruth(when, scope);
      return checkAlike(
        [...node.cases.map(({ then }) => then), node.otherwise.then],
        scope,
        "case",
      );
  }
}

function checkNumber(node: Extract<Expression, { kind: "number" }>): ValueType {
  if (node.unit === undefined) {
    return /^[0.]+$/.test(node.digits) ? { kind: "zero" } : numberType(new Map());
  }
  const units = node.unit.split(/([*/])/);
  let unit = baseUnit(units[0] ?? "");
  for (let part = 1; part < units.length; part += 2) {
    const factor = baseUnit(units[part + 1] ?? "");
    unit = units[part] === "*" ? multiplyUnits(unit, factor) : divideUnits(unit, factor);
  }
  return numberType(unit);
}

function checkNumeric(node: Expression, scope: CheckScope): ValueType {
  const type = checkExpression(node, scope);
  if (type.kind === "unknown" || isNumeric(type)) return type;
  return reportAt(node, scope, "type-mismatch", { expected: "1", found: describeType(type) });
}

function checkTruth(node: Expression, scope: CheckScope): void {
  const type = checkExpression(node, scope);
  if (type.kind === "truth" || type.kind === "unknown") return;
  const expected = describeType(TRUTH);
  reportAt(node, scope, "type-mismatch", { expected, found: describeType(type) });
}

function checkBinary(node: BinaryNode, scope: CheckScope): ValueType {
  switch (node.operator) {
    case "and":
    case "or":
      checkTruth(node.left, scope);
      checkTruth(node.right, scope);
      return TRUTH;
    case "+":
    case "-":
      return checkAlike([node.left, node.right], scope, node.operator);
    case "*":
    case "/":
      return checkProduct(node, scope);
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return checkComparison(node, scope);
  }
}

function checkProduct(node: BinaryNode, scope: CheckScope): ValueType {
  const left = unitOf(checkNumeric(node.left, scope));
  const right = unitOf(checkNumeric(node.right, scope));
  if (left === undefined || right === undefined) return UNKNOWN;
  return numberType(node.operator === "*" ? multiplyUnits(left, right) : divideUnits(left, right));
}

/** Numbers of one unit; the bare zero joins any of them. */
function checkAlike(nodes: readonly Expression[], scope: CheckScope, operation: string): ValueType {
  const [first, ...rest] = nodes;
  if (first === undefined) return UNKNOWN;
  let common = checkExpression(first, scope);
  for (const node of rest) {
    const type = checkExpression(node, scope);
    common = joinTypes(common, type, [first, node], scope, operation);
  }
  return common;
}

function joinTypes(
  common: ValueType,
  type: ValueType,
  [first, node]: readonly [Expression, Expression],
  scope: CheckScope,
  operation: string,
): ValueType {
  if (common.kind === "unknown" || type.kind === "unknown") return UNKNOWN;
  if (isNumeric(common) && isNumeric(type)) {
    const joined = commonNumber(common, type);
    if (joined !== undefined) return joined;
    return reportUnits([first, common], [node, type], operation, scope);
  }
  const isBranch = operation === "if";
  if (isBranch && common.kind === "truth" && type.kind === "truth") return TRUTH;
  const facts = {
    expected: isNumeric(common) ? describeType(common) : "1",
    found: describeType(type),
  };
  return reportAt(node, scope, "type-mismatch", facts);
}

type Side = readonly [node: Expression, type: ValueType];

/** Two units that differ; a number that was written without one is told what it lacks. */
function reportUnits(left: Side, right: Side, operation: string, scope: CheckScope): ValueType {
  for (const [[node], [, other]] of [
    [left, right],
    [right, left],
  ] as const) {
    if (node.kind !== "number" || node.unit !== undefined) continue;
    const facts = { value: node.digits, unit: describeType(other) };
    return reportAt(node, scope, "unit-absent", facts);
  }
  const facts = { left: describeType(left[1]), right: describeType(right[1]), operation };
  return reportAt(right[0], scope, "unit-mismatch", facts);
}

function checkComparison(node: BinaryNode, scope: CheckScope): ValueType {
  const left = checkExpression(node.left, scope);
  const right = checkExpression(node.right, scope);
  if (left.kind === "unknown" || right.kind === "unknown") return TRUTH;
  if (isNumeric(left) && isNumeric(right)) {
    if (commonNumber(left, right) !== undefined) return TRUTH;
    reportUnits([node.left, left], [node.right, right], node.operator, scope);
    return TRUTH;
  }
  if (!areComparable(left, right, node, scope)) {
    const facts = { expected: describeType(left), found: describeType(right) };
    reportAt(node.right, scope, "type-mismatch", facts);
  }
  return TRUTH;
}

function areComparable(
  left: ValueType,
  right: ValueType,
  node: BinaryNode,
  scope: CheckScope,
): boolean {
  if (left.kind === "date") return right.kind === "date" || isDateText(right);
  if (left.kind === "text") return right.kind !== "text" && areComparable(right, left, node, scope);
  const isEquality = node.operator === "=" || node.operator === "<>";
  if (left.kind === "group" && isEquality) {
    return right.kind === "text" || (right.kind === "group" && right.attribute === left.attribute);
  }
  if (left.kind !== "code" || !isEquality) return false;
  if (right.kind === "code") return left.codeList === right.codeList;
  if (right.kind !== "text") return false;
  const codes = scope.names.codeLists.get(left.codeList)?.codes;
  if (codes !== undefined && !codes.has(right.value)) {
    const expected = [...codes.keys()].join(", ");
    reportAt(node, scope, "code-unknown", { value: right.value, expected });
  }
  return true;
}

function isDateText(type: ValueType): boolean {
  return type.kind === "text" && findCalendarDate(type.value) !== undefined;
}

function checkCall(node: Extract<Expression, { kind: "call" }>, scope: CheckScope): ValueType {
  const [first] = node.arguments;
  if (node.name !== "months_since") {
    if (first !== undefined && node.arguments.length === 1) return checkNumeric(first, scope);
    return checkAlike(node.arguments, scope, node.name);
  }
  for (const argument of node.arguments) {
    const type = checkExpression(argument, scope);
    if (type.kind !== "date" && type.kind !== "unknown" && !isDateText(type)) {
      const facts = { expected: "YYYY-MM-DD", found: describeType(type) };
      reportAt(argument, scope, "type-mismatch", facts);
    }
  }
  return numberType(baseUnit("month"));
}

function checkSum(node: SumNode, scope: CheckScope): ValueType {
  if (!scope.hasOrganisation) {
    reportAt(node, scope, "grain-mismatch", { name: "sum", missing: "organisation" });
  }
  checkDimensions(node, scope);
  const inner = { ...scope, dimensions: new Set([...scope.dimensions, ...node.over]) };
  if (node.kind === "sum") return checkNumeric(node.body, inner);
  checkTruth(node.body, inner);
  return numberType(new Map());
}

function checkTotal(node: TotalNode, scope: CheckScope): ValueType {
  checkGroups(node, scope);
  const inner = { ...scope, hasOrganisation: true };
  if (node.kind === "total") return checkNumeric(node.body, inner);
  checkTruth(node.body, inner);
  return numberType(new Map());
}

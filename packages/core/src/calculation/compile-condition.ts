/** Conditions turned into functions. */
import { InvariantViolation } from "../kernel/index.ts";
import { type BinaryOperator, type Expression, OPEN } from "../methodology/index.ts";
import { compareRatios } from "../money/index.ts";
import type { Compiler, Layout, TruthCode } from "./code.ts";
import { compileHas, compileTruthName, readAttribute } from "./compile-name.ts";
import type { CalculationPlan } from "./plan.ts";

export function compileTruth(node: Expression, layout: Layout, compiler: Compiler): TruthCode {
  switch (node.kind) {
    case "truth":
      return () => node.value;
    case "name":
      return compileTruthName(node, layout, compiler);
    case "not": {
      const operand = compiler.truth(node.operand, layout);
      return (slots, state) => !operand(slots, state);
    }
    case "if": {
      const condition = compiler.truth(node.condition, layout);
      const then = compiler.truth(node.then, layout);
      const otherwise = compiler.truth(node.otherwise, layout);
      return (slots, state) => (condition(slots, state) ? then : otherwise)(slots, state);
    }
    case "binary":
      return compileCondition(node, layout, compiler);
    case "has":
      return compileHas(node, layout, compiler);
    case "includes": {
      const code = compiler.text(node.code, layout);
      const { name } = node.operand;
      return (slots, state) => {
        return readAttribute(name, state).split(";").includes(code(slots, state));
      };
    }
    case "call":
    case "cases":
    case "count":
    case "count-if":
    case "negate":
    case "number":
    case "round":
    case "sum":
    case "table":
    case "text":
    case "total":
      throw new InvariantViolation(`${node.kind} does not yield a condition`);
  }
}

function compileCondition(
  node: Extract<Expression, { kind: "binary" }>,
  layout: Layout,
  compiler: Compiler,
): TruthCode {
  const { operator } = node;
  if (operator === "and" || operator === "or") {
    const left = compiler.truth(node.left, layout);
    const right = compiler.truth(node.right, layout);
    if (operator === "and") return (slots, state) => left(slots, state) && right(slots, state);
    return (slots, state) => left(slots, state) || right(slots, state);
  }
  const isInScope = (dimension: string) => layout.slots.has(dimension);
  if ([node.left, node.right].some((side) => yieldsText(side, isInScope, compiler.plan))) {
    const left = compiler.text(node.left, layout);
    const right = compiler.text(node.right, layout);
    return (slots, state) => {
      const [first, second] = [left(slots, state), right(slots, state)];
      return orderHolds(operator, first === second ? 0 : first < second ? -1 : 1);
    };
  }
  const left = compiler.number(node.left, layout);
  const right = compiler.number(node.right, layout);
  return (slots, state) =>
    orderHolds(operator, compareRatios(left(slots, state), right(slots, state)));
}

/** Whether an order (negative, zero, positive) satisfies a comparison. */
export function orderHolds(operator: BinaryOperator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "+":
    case "-":
    case "*":
    case "/":
    case "and":
    case "or":
      throw new InvariantViolation(`${operator} does not compare`);
  }
}

/** Codes and dates are compared as texts; everything else that is compared is a number. */
export function yieldsText(
  node: Expression,
  isInScope: (dimension: string) => boolean,
  { methodology }: CalculationPlan,
): boolean {
  if (node.kind === "text") return true;
  if (node.kind !== "name" || node.name === OPEN) return false;
  if (node.index.length === 0 && isInScope(node.name)) return true;
  if (methodology.mappings.has(node.name)) return true;
  const attribute = methodology.attributes.get(node.name);
  return attribute !== undefined && attribute.type.kind !== "number";
}

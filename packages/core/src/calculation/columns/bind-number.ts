/** Expressions that yield numbers, as figures at their own grain. */
import { InvariantViolation, present } from "../../kernel/index.ts";
import type { Expression } from "../../methodology/index.ts";
import { Dec, ratioOfDecimal } from "../../money/index.ts";
import { bindBranches } from "./bind-branches.ts";
import { bindCall } from "./bind-call.ts";
import { bindNumberName } from "./bind-name.ts";
import { bindSum } from "./bind-sum.ts";
import { bindTable } from "./bind-table.ts";
import { bindTotal } from "./bind-total.ts";
import type { Binder } from "./binder.ts";
import { nobody } from "./counted.ts";
import type { Domain } from "./domain.ts";
import { createFigure, type NumberFigure } from "./figure.ts";
import { mapNumbers } from "./map-numbers.ts";
import { combineNumbers, divideNumbers, keepRoom, negateNumbers } from "./number-operations.ts";
import { fromRatios, gatherNumbers, type Numbers } from "./numbers.ts";
import { roundNumbers } from "./round-numbers.ts";
import type { Scope } from "./scope.ts";

export function bindNumber(
  node: Expression,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  switch (node.kind) {
    case "number":
      return constant(node.digits, domain, binder);
    case "name":
      return bindNumberName(node, scope, domain, binder);
    case "negate":
      return mapNumbers([binder.number(node.operand, scope, domain)], domain, binder, ([value]) =>
        negateNumbers(present(value, "an operand")),
      );
    case "binary":
      return bindArithmetic(node, scope, domain, binder);
    case "if": {
      const branches = [{ when: node.condition, then: node.then }];
      return bindBranches(branches, node.otherwise, scope, domain, binder);
    }
    case "cases":
      return bindBranches(node.cases, node.otherwise.then, scope, domain, binder);
    case "call":
      return bindCall(node, scope, domain, binder);
    case "round":
      return mapNumbers([binder.number(node.operand, scope, domain)], domain, binder, ([value]) =>
        roundNumbers(present(value, "an operand"), node.places, node.mode),
      );
    case "sum":
    case "count-if":
      return bindSum(node, scope, domain, binder);
    case "table":
      return bindTable(node, scope, domain, binder);
    case "total":
    case "count":
      return bindTotal(node, scope, domain, binder);
    case "has":
    case "includes":
    case "not":
    case "text":
    case "truth":
      throw new InvariantViolation(`${node.kind} does not yield a number`);
  }
}

function constant(digits: string, domain: Domain, binder: Binder): NumberFigure {
  const value = ratioOfDecimal(new Dec(digits));
  const numbers = gatherNumbers(fromRatios([value]), new Int32Array(domain.size));
  const compute = () => ({ numbers, counted: nobody });
  const one = new Int32Array(domain.size);
  const parts = { sources: new Set<string>(), reaches: [], compute, classes: () => one };
  return createFigure(domain, parts, binder.figures);
}

function bindArithmetic(
  node: Extract<Expression, { kind: "binary" }>,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): NumberFigure {
  const { operator } = node;
  const inputs = [node.left, node.right].map((each) => binder.number(each, scope, domain));
  const room = keepRoom();
  const combine = (make: (left: Numbers, right: Numbers) => Numbers) =>
    mapNumbers(inputs, domain, binder, ([left, right]) =>
      make(present(left, "a left operand"), present(right, "a right operand")),
    );
  switch (operator) {
    case "+":
    case "-":
    case "*":
      return combine((left, right) => combineNumbers(operator, left, right, room));
    case "/":
      return combine((left, right) => divideNumbers(left, right));
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "and":
    case "or":
      throw new InvariantViolation(`${operator} does not yield a number`);
  }
}

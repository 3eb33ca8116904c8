/** Conditions as figures: for each row whether it holds, or that it has no answer. */
import { InvariantViolation, present } from "../../kernel/index.ts";
import {
  type BinaryOperator,
  type Expression,
  type NameNode,
  OPEN,
} from "../../methodology/index.ts";
import { orderHolds, yieldsText } from "../compile-condition.ts";
import { factRows, NO_CELL, NO_KEY } from "./bind-fact.ts";
import { bindText, textsOfBinding } from "./bind-text.ts";
import type { Binder } from "./binder.ts";
import { OPEN_KEY } from "./bound-register.ts";
import {
  anyCounted,
  type CountedRows,
  countedWhere,
  keepBytes,
  keepLast,
  nobody,
} from "./counted.ts";
import { type Domain, keyOf } from "./domain.ts";
import {
  countedAt,
  createFigure,
  FALSE,
  type Input,
  NO_TRUTH,
  numbersAt,
  type Reach,
  reachInput,
  reachInputWhere,
  sourcesOf,
  TRUE,
  type TruthFigure,
  type TruthInput,
  truthsAt,
} from "./figure.ts";
import { NotInColumns } from "./not-in-columns.ts";
import { compareNumbers } from "./number-operations.ts";
import { bindAttribute, type Scope } from "./scope.ts";

export function bindTruth(
  node: Expression,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): TruthFigure {
  switch (node.kind) {
    case "truth":
      return fixed(new Uint8Array(domain.size).fill(node.value ? TRUE : FALSE), domain, binder);
    case "name":
      if (node.name !== OPEN) throw new NotInColumns(node.name);
      return bindOpen(node, scope, domain, binder);
    case "not": {
      const operand = binder.truth(node.operand, scope, domain);
      return derive([operand], domain, binder, () => ({
        truths: truthsAt(operand).map((each) => (each === NO_TRUTH ? each : 1 - each)),
        counted: countedAt(operand),
      }));
    }
    case "if":
      return bindChoice(node, scope, domain, binder);
    case "binary":
      return bindCondition(node, scope, domain, binder);
    case "has":
      return bindHas(node.operand, scope, domain, binder);
    case "includes": {
      const lists = textsOfBinding(
        bindAttribute(node.operand.name, binder.register),
        domain,
        binder,
      );
      const codes = textsOfBinding(bindText(node.code, scope, binder), domain, binder);
      const truths = Uint8Array.from(lists, (list, row) => {
        const code = codes[row];
        if (list === undefined || code === undefined) return NO_TRUTH;
        return list.split(";").includes(code) ? TRUE : FALSE;
      });
      return fixed(truths, domain, binder);
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

/** A condition on codes alone, which no change of a value touches. */
function fixed(truths: Uint8Array, domain: Domain, binder: Binder): TruthFigure {
  const compute = () => ({ truths, counted: nobody });
  return createFigure(domain, { sources: new Set(), reaches: [], compute }, binder.figures);
}

function derive(
  inputs: readonly Input<unknown>[],
  domain: Domain,
  binder: Binder,
  compute: () => { readonly truths: Uint8Array; readonly counted: CountedRows },
  reaches: readonly Reach[] = inputs.map(reachInput),
): TruthFigure {
  let before: Uint8Array | undefined;
  const settle = () => {
    const { truths, counted } = compute();
    before = keepBytes(before, truths);
    return { truths: before, counted };
  };
  const parts = { sources: sourcesOf(inputs), reaches, compute: settle };
  return createFigure(domain, parts, binder.figures);
}

function bindOpen(node: NameNode, scope: Scope, domain: Domain, binder: Binder): TruthFigure {
  const month = bindText(present(node.index[0], "open has a month"), scope, binder);
  const months = textsOfBinding(month, domain, binder);
  const { codes } = keyOf(domain, OPEN_KEY, binder.register.derive);
  const truths = Uint8Array.from(codes, (kind, row) => {
    const code = months[row];
    if (code === undefined) return NO_TRUTH;
    return binder.register.openMonths(kind).has(code) ? TRUE : FALSE;
  });
  return fixed(truths, domain, binder);
}

function bindHas(operand: NameNode, scope: Scope, domain: Domain, binder: Binder): TruthFigure {
  const rows = factRows(operand, scope, domain, binder);
  const truths = () =>
    Uint8Array.from(rows.cells, (cell) =>
      cell === NO_KEY ? NO_TRUTH : cell === NO_CELL ? FALSE : TRUE,
    );
  const compute = () => ({ truths: truths(), counted: nobody });
  const sources = new Set([rows.source]);
  return createFigure(domain, { sources, reaches: [], compute }, binder.figures);
}

function bindChoice(
  node: Extract<Expression, { kind: "if" }>,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): TruthFigure {
  const [when, then, otherwise] = [node.condition, node.then, node.otherwise].map((each) =>
    binder.truth(each, scope, domain),
  ) as [TruthInput, TruthInput, TruthInput];
  const compute = () => {
    const conditions = truthsAt(when);
    const [yes, no] = [truthsAt(then), truthsAt(otherwise)];
    const truths = conditions.map((each, row) =>
      each === NO_TRUTH ? NO_TRUTH : ((each === TRUE ? yes[row] : no[row]) as number),
    );
    const counted = anyCounted(
      [
        countedAt(when),
        countedWhere(countedAt(then), conditions, TRUE),
        countedWhere(countedAt(otherwise), conditions, FALSE),
      ],
      keepLast(),
    );
    return { truths, counted };
  };
  const reaches = [
    reachInput(when),
    reachInputWhere(then, () => truthsAt(when), TRUE),
    reachInputWhere(otherwise, () => truthsAt(when), FALSE),
  ];
  return derive([when, then, otherwise], domain, binder, compute, reaches);
}

type BinaryExpression = Extract<Expression, { kind: "binary" }>;

function bindCondition(
  node: BinaryExpression,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): TruthFigure {
  const { operator } = node;
  if (operator === "and" || operator === "or") {
    return bindJunction(node, operator === "and" ? TRUE : FALSE, scope, domain, binder);
  }
  const isInScope = (dimension: string) => scope.bindings.has(dimension);
  if ([node.left, node.right].some((side) => yieldsText(side, isInScope, binder.law.plan))) {
    return compareTexts(node, operator, scope, domain, binder);
  }
  const left = binder.number(node.left, scope, domain);
  const right = binder.number(node.right, scope, domain);
  return derive([left, right], domain, binder, () => ({
    truths: truthsOfOrders(compareNumbers(numbersAt(left), numbersAt(right)), operator),
    counted: anyCounted([countedAt(left), countedAt(right)], keepLast()),
  }));
}

function truthsOfOrders(orders: Int8Array, operator: BinaryOperator): Uint8Array {
  const [less, equal, greater] = [-1, 0, 1].map((order) =>
    orderHolds(operator, order) ? TRUE : FALSE,
  );
  const truths = new Uint8Array(orders.length);
  for (let row = 0; row < truths.length; row += 1) {
    const order = orders[row] as number;
    truths[row] = (
      order === 0 ? equal : order < 0 ? less : order === 1 ? greater : NO_TRUTH
    ) as number;
  }
  return truths;
}

/** The second where the first lets it decide. */
function joinTruths(first: Uint8Array, second: Uint8Array, goesOn: number): Uint8Array {
  const joined = new Uint8Array(first.length);
  for (let row = 0; row < joined.length; row += 1) {
    const truth = first[row] as number;
    joined[row] = truth === goesOn ? (second[row] as number) : truth;
  }
  return joined;
}

/** `and` asks its right side where the left is true, `or` where it is false. */
function bindJunction(
  node: BinaryExpression,
  goesOn: number,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): TruthFigure {
  const left = binder.truth(node.left, scope, domain);
  const right = binder.truth(node.right, scope, domain);
  const compute = () => {
    const [first, second] = [truthsAt(left), truthsAt(right)];
    return {
      truths: joinTruths(first, second, goesOn),
      counted: anyCounted(
        [countedAt(left), countedWhere(countedAt(right), first, goesOn)],
        keepLast(),
      ),
    };
  };
  const reaches = [reachInput(left), reachInputWhere(right, () => truthsAt(left), goesOn)];
  return derive([left, right], domain, binder, compute, reaches);
}

function compareTexts(
  { left, right }: BinaryExpression,
  operator: BinaryOperator,
  scope: Scope,
  domain: Domain,
  binder: Binder,
): TruthFigure {
  const [first, second] = [left, right].map((each) =>
    textsOfBinding(bindText(each, scope, binder), domain, binder),
  );
  const truths = Uint8Array.from({ length: domain.size }, (_, row) => {
    const [one, other] = [first?.[row], second?.[row]];
    if (one === undefined || other === undefined) return NO_TRUTH;
    return orderHolds(operator, one === other ? 0 : one < other ? -1 : 1) ? TRUE : FALSE;
  });
  return fixed(truths, domain, binder);
}

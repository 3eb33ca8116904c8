/** Expressions turned into functions once, then run for every organisation. */
import { InvariantViolation, issue, present } from "../kernel/index.ts";
import type { Expression, Formula } from "../methodology/index.ts";
import {
  addRatios,
  Dec,
  divideRatios,
  isTooLargeRatio,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  type Ratio,
  ratioOfDecimal,
  roundRatio,
  subtractRatios,
  ZERO,
} from "../money/index.ts";
import {
  type Compiler,
  extendLayout,
  type FormulaCode,
  type Layout,
  type NumberCode,
  type TextCode,
} from "./code.ts";
import { compileCall } from "./compile-call.ts";
import { compileTruth } from "./compile-condition.ts";
import { compileNumberName, compileTextName } from "./compile-name.ts";
import { compileSum } from "./compile-sum.ts";
import { compileTable } from "./compile-table.ts";
import { compileTotal } from "./compile-total.ts";
import type { CalculationPlan } from "./plan.ts";
import { type RunState, reportOnce } from "./run-state.ts";

/** A compiler for the formulas of a plan; each formula is compiled when first asked for. */
export function createCompiler(plan: CalculationPlan): Compiler {
  const formulas = new Map<string, FormulaCode>();
  const compiler: Compiler = {
    plan,
    number: (node, layout) => compileNumber(node, layout, compiler),
    truth: (node, layout) => compileTruth(node, layout, compiler),
    text: (node, layout) => compileText(node, layout, compiler),
    formula: (id) => {
      const known = formulas.get(id);
      if (known !== undefined) return known;
      const compiled = compileFormula(present(plan.formulas.get(id), `formula ${id}`), compiler);
      formulas.set(id, compiled);
      return compiled;
    },
  };
  return compiler;
}

/** A formula's value for its codes, remembered: by the run, or by its organisation. */
function compileFormula(formula: Formula, compiler: Compiler): FormulaCode {
  const { id, grain, valuesOn, unit, expression } = formula;
  const place = { ...formula.place, path: [...(formula.place.path ?? []), "expression"] };
  const empty = { slots: new Map(), size: 0, valuesOn, name: id, place };
  const layout = extendLayout(empty, grain.dimensions);
  const evaluate =
    unit === "boolean" ? compiler.truth(expression, layout) : compiler.number(expression, layout);
  return (codes, state) => {
    const remembered = grain.hasOrganisation ? state.remembered : sharedBy(state);
    const name = `${id}|${codes.join("|")}`;
    const known = remembered.get(name);
    if (known !== undefined) {
      state.isCounted ||= known.isCounted;
      return known.value;
    }
    // What is the same for everybody is asked by the city, whoever asks first.
    const asker = grain.hasOrganisation ? state : (state.run?.city ?? state);
    const wasCounted = asker.isCounted;
    asker.isCounted = false;
    const value = evaluate([...codes], asker);
    const { isCounted } = asker;
    remembered.set(name, { value, isCounted });
    asker.isCounted = wasCounted;
    state.isCounted ||= isCounted;
    return value;
  };
}

/** Where a register is read there is no run, and nothing but conditions on attributes is asked. */
function sharedBy({ run, remembered }: RunState): RunState["remembered"] {
  return run?.shared ?? remembered;
}

function compileNumber(node: Expression, layout: Layout, compiler: Compiler): NumberCode {
  switch (node.kind) {
    case "number": {
      const value = ratioOfDecimal(new Dec(node.digits));
      return () => value;
    }
    case "name":
      return compileNumberName(node, layout, compiler);
    case "negate": {
      const operand = compiler.number(node.operand, layout);
      return (slots, state) => negateRatio(operand(slots, state));
    }
    case "binary":
      return compileArithmetic(node, layout, compiler);
    case "if": {
      const condition = compiler.truth(node.condition, layout);
      const then = compiler.number(node.then, layout);
      const otherwise = compiler.number(node.otherwise, layout);
      return (slots, state) => (condition(slots, state) ? then : otherwise)(slots, state);
    }
    case "call":
      return compileCall(node, layout, compiler);
    case "round": {
      const operand = compiler.number(node.operand, layout);
      return (slots, state) => roundRatio(operand(slots, state), node.places, node.mode);
    }
    case "sum":
    case "count-if":
      return compileSum(node, layout, compiler);
    case "cases":
      return compileCases(node, layout, compiler);
    case "table":
      return compileTable(node, layout, compiler);
    case "total":
    case "count":
      return compileTotal(node, layout, compiler);
    case "has":
    case "includes":
    case "not":
    case "text":
    case "truth":
      throw new InvariantViolation(`${node.kind} does not yield a number`);
  }
}

/**
 * The value, unless it has outgrown any sum of money: a formula that builds itself up is refused.
 */
function sized(value: Ratio, layout: Layout, state: RunState): Ratio {
  if (!isTooLargeRatio(value)) return value;
  const where = layout.place ?? {};
  reportOnce(state, issue("expression-too-large", where, { limit: "2^4096" }), layout.name);
  return ZERO;
}

function compileArithmetic(
  node: Extract<Expression, { kind: "binary" }>,
  layout: Layout,
  compiler: Compiler,
): NumberCode {
  const left = compiler.number(node.left, layout);
  const right = compiler.number(node.right, layout);
  switch (node.operator) {
    case "+":
      return (slots, state) =>
        sized(addRatios(left(slots, state), right(slots, state)), layout, state);
    case "-":
      return (slots, state) =>
        sized(subtractRatios(left(slots, state), right(slots, state)), layout, state);
    case "*":
      return (slots, state) =>
        sized(multiplyRatios(left(slots, state), right(slots, state)), layout, state);
    case "/":
      return (slots, state) => {
        const divisor = right(slots, state);
        if (!isZeroRatio(divisor)) {
          return sized(divideRatios(left(slots, state), divisor), layout, state);
        }
        const facts = { formula: layout.name, organisation: state.organisation?.id ?? "" };
        const where = { ...layout.place, offset: node.right.span.start };
        reportOnce(state, issue("division-by-zero", where, facts));
        return ZERO;
      };
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "and":
    case "or":
      throw new InvariantViolation(`${node.operator} does not yield a number`);
  }
}

function compileCases(
  node: Extract<Expression, { kind: "cases" }>,
  layout: Layout,
  compiler: Compiler,
): NumberCode {
  const cases = node.cases.map(({ label, when, then }) => ({
    label,
    when: compiler.truth(when, layout),
    then: compiler.number(then, layout),
  }));
  const otherwise = compiler.number(node.otherwise.then, layout);
  // A case that depends on a cell is told in the trace alone: a line may have many such cells.
  const isOwn = layout.size === 0;
  return (slots, state) => {
    const chosen = cases.find(({ when }) => when(slots, state));
    if (isOwn) state.chosen.set(layout.name, chosen?.label ?? node.otherwise.label);
    return (chosen?.then ?? otherwise)(slots, state);
  };
}

function compileText(node: Expression, layout: Layout, compiler: Compiler): TextCode {
  if (node.kind === "text") return () => node.value;
  if (node.kind === "name") return compileTextName(node, layout, compiler);
  throw new InvariantViolation(`${node.kind} does not yield a code`);
}

/** Names explained: each value read becomes a node with its own ground or source. */
import { present } from "../kernel/index.ts";
import {
  type Formula,
  formatKey,
  type HasNode,
  type IncludesNode,
  type Mapping,
  MONTH_DIMENSION,
  MONTH_NUMBER,
  type NameNode,
  OPEN,
  type Parameter,
  type ParameterValue,
  printExpression,
} from "../methodology/index.ts";
import {
  findDecimal,
  formatUnit,
  type Ratio,
  ratioOf,
  ratioOfDecimal,
  ZERO,
} from "../money/index.ts";
import { factIndex } from "../register/index.ts";
import { type CalendarDate, isValidOn } from "../time/index.ts";
import { codeOfItem, explainMapping } from "./explain-code.ts";
import { explainFigure } from "./explain-figure.ts";
import { inheritedNodes } from "./explain-inherited.ts";
import {
  asRatio,
  dayOfReading,
  type Explainer,
  type ExplainScope,
  note,
  withNotes,
} from "./explain-scope.ts";
import { isOpenInMonth } from "./fact-requirements.ts";
import type { Value } from "./run-state.ts";
import { substitute } from "./substitute.ts";
import {
  datedGround,
  numberValue,
  type TraceKey,
  type TraceNode,
  type TraceValue,
  traceNode,
} from "./trace.ts";

export function explainName(
  node: NameNode,
  scope: ExplainScope,
  explainer: Explainer,
): Value | string {
  const code = node.index.length === 0 ? scope.codes.get(node.name) : undefined;
  if (code !== undefined) {
    scope.shown.set(node, { kind: "code", codeList: node.name, code });
    return code;
  }
  const { methodology, formulas } = scope.run.plan;
  if (methodology.attributes.has(node.name)) return explainAttribute(node, scope);
  const mapping = methodology.mappings.get(node.name);
  if (mapping !== undefined) return explainMapped(node, mapping, scope);
  const codes = node.index.map((item) => codeOfItem(item, scope));
  if (node.name === OPEN || node.name === MONTH_NUMBER) return explainMonth(node, codes, scope);
  if (methodology.facts.has(node.name)) return explainFact(node, codes, scope);
  const parameter = methodology.parameters.get(node.name);
  if (parameter !== undefined) return explainParameter(node, parameter, codes, scope);
  const formula = formulas.get(node.name);
  if (formula !== undefined) return explainFormula(node, formula, codes, scope, explainer);
  return explainFigure(node, codes, scope, explainer);
}

function explainMapped(node: NameNode, mapping: Mapping, scope: ExplainScope): string {
  const traced = explainMapping(node, mapping, scope);
  note(node, traced, scope);
  return traced.value.kind === "code" ? traced.value.code : "";
}

/** Whether the register has the row, whatever stands in it. */
export function explainPresence({ operand }: HasNode, scope: ExplainScope): boolean {
  const { run, organisation } = scope;
  const fact = present(run.plan.methodology.facts.get(operand.name), operand.name);
  const codes = operand.index.map((item) => codeOfItem(item, scope));
  const cell = run.facts.cellsOf(organisation?.id ?? "", fact.id).get(codes.join("|"));
  const isTrue = cell !== undefined;
  const traced = traceNode({
    kind: "presence",
    ...{ id: fact.id, label: fact.label, key: keyOf(factIndex(fact), codes) },
    value: { kind: "truth", isTrue },
    counted: cell?.source,
  });
  note(operand, traced, scope);
  return isTrue;
}

/** Whether an attribute of several codes has the one. */
export function explainIncludes({ operand, code }: IncludesNode, scope: ExplainScope): boolean {
  const asked = codeOfItem(code, scope);
  const written = explainAttribute(operand, scope);
  return typeof written === "string" && written.split(";").includes(asked);
}

function explainAttribute(node: NameNode, scope: ExplainScope): Value | string {
  const organisation = present(scope.organisation, `${node.name} is asked of an organisation`);
  const { attributes } = scope.run.plan.methodology;
  const { type, label } = present(attributes.get(node.name), node.name);
  const text = present(organisation.attributes.get(node.name), `${node.name} has a value`);
  const parts = { kind: "attribute", id: node.name, label, counted: organisation.source } as const;
  if (type.kind === "number") {
    const decimal = findDecimal(text);
    const value = decimal === undefined ? ZERO : ratioOfDecimal(decimal);
    note(node, traceNode({ ...parts, value: numberValue(value, type.unit) }), scope);
    return value;
  }
  const value: TraceValue =
    type.kind === "date"
      ? { kind: "date", date: text }
      : { kind: "code", codeList: type.kind === "group" ? node.name : type.codeList, code: text };
  note(node, traceNode({ ...parts, value }), scope);
  return text;
}

function explainMonth(node: NameNode, codes: readonly string[], scope: ExplainScope): Value {
  const [month = ""] = codes;
  const key = [{ dimension: MONTH_DIMENSION, code: month }];
  if (node.name === OPEN) {
    const organisation = present(scope.organisation, "an organisation is open");
    const isTrue = isOpenInMonth(scope.run.plan, month, organisation);
    const counted = organisation.source;
    const value = { kind: "truth", isTrue } as const;
    note(node, traceNode({ kind: "calendar", id: OPEN, key, value, counted }), scope);
    return isTrue;
  }
  const number = ratioOf(BigInt(Number(month)));
  const value = numberValue(number, "month");
  note(node, traceNode({ kind: "calendar", id: MONTH_NUMBER, key, value }), scope);
  return number;
}

function explainFact(node: NameNode, codes: readonly string[], scope: ExplainScope): Ratio {
  const fact = present(scope.run.plan.methodology.facts.get(node.name), node.name);
  const cell = scope.run.facts
    .cellsOf(scope.organisation?.id ?? "", node.name)
    .get(codes.join("|"));
  const key = keyOf(factIndex(fact), codes);
  const value = cell?.value ?? ZERO;
  const traced = traceNode({
    kind: "fact",
    id: fact.id,
    label: fact.label,
    key,
    value: numberValue(value, fact.unit),
    counted: cell?.source,
    inputs: inheritedNodes(cell, fact, key),
  });
  if (cell !== undefined) scope.known.counted.add(traced);
  note(node, traced, scope);
  return value;
}

function explainParameter(
  node: NameNode,
  parameter: Parameter,
  codes: readonly string[],
  scope: ExplainScope,
): Ratio {
  const { plan } = scope.run;
  const day = dayOfReading(scope);
  const found = plan.lookUp(parameter.id, codes, day);
  const value = present(
    found.kind === "found" ? found.value : undefined,
    `${parameter.id} on ${day}`,
  );
  const traced = traceNode({
    kind: "parameter",
    id: parameter.id,
    label: parameter.label,
    key: keyOf(parameter.dimensions, codes),
    value: { kind: "number", exact: value.digits, unit: formatUnit(parameter.unit) },
    ground: {
      ...datedGround(value),
      replaced: replacedValue(parameter, value, day),
    },
  });
  note(node, traced, scope);
  return value.value;
}

/** The value of the same key that would have held on the day, had this one not become known. */
function replacedValue(parameter: Parameter, value: ParameterValue, day: CalendarDate) {
  const name = formatKey(parameter.dimensions, value.key);
  const earlier = parameter.values
    .filter(
      (other) =>
        other.knownFrom < value.knownFrom &&
        isValidOn(other.validity, day) &&
        formatKey(parameter.dimensions, other.key) === name,
    )
    .toSorted((left, right) => (left.knownFrom < right.knownFrom ? -1 : 1))
    .at(-1);
  return earlier && { digits: earlier.digits, knownFrom: earlier.knownFrom };
}

function explainFormula(
  node: NameNode,
  formula: Formula,
  codes: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): Value {
  const { known } = scope;
  const name = `${formula.id}|${codes.join("|")}`;
  const found = known.formulas.get(name) ?? traceFormula(formula, codes, scope, explainer);
  known.formulas.set(name, found);
  note(node, found.traced, scope);
  return found.value;
}

function traceFormula(
  formula: Formula,
  codes: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): { readonly value: Value; readonly traced: TraceNode } {
  const { grain, valuesOn, unit, expression } = formula;
  const key = keyOf(grain.dimensions, codes);
  const inner = { ...withNotes(scope, key), valuesOn };
  const value = explainer.value(expression, inner);
  const traced = traceNode({
    kind: "formula",
    id: formula.id,
    label: formula.label,
    key,
    value:
      typeof value === "boolean"
        ? { kind: "truth", isTrue: value }
        : numberValue(asRatio(value), unit === "boolean" ? "1" : formatUnit(unit)),
    expression: printExpression(expression),
    withValues: substitute(expression, inner.shown),
    ground: datedGround(formula),
    inputs: inner.inputs,
  });
  return { value: typeof value === "boolean" ? value : asRatio(value), traced };
}

function keyOf(dimensions: readonly string[], codes: readonly string[]): TraceKey {
  return dimensions.map((dimension, place) => ({ dimension, code: codes[place] ?? "" }));
}

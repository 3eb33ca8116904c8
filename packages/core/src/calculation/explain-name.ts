/** Names explained: each value read becomes a node with its own ground or source. */
import { present } from "../kernel/index.ts";
import {
  type Formula,
  formatKey,
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
import { type CalendarDate, isValidOn } from "../time/index.ts";
import { type Explainer, type ExplainScope, withNotes } from "./explain-scope.ts";
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
  if (node.index.length === 0) {
    const code = scope.codes.get(node.name);
    if (code !== undefined) {
      scope.shown.set(node, { kind: "code", codeList: node.name, code });
      return code;
    }
  }
  const codes = node.index.map((item) =>
    item.kind === "text" ? item.value : codeOf(item.name, scope),
  );
  const { methodology } = scope.run.plan;
  const attribute = methodology.attributes.get(node.name);
  if (attribute !== undefined) return explainAttribute(node, scope);
  if (node.name === OPEN || node.name === MONTH_NUMBER) return explainMonth(node, codes, scope);
  if (methodology.facts.has(node.name)) return explainFact(node, codes, scope);
  const parameter = methodology.parameters.get(node.name);
  if (parameter !== undefined) return explainParameter(node, parameter, codes, scope);
  const formula = present(scope.run.plan.formulas.get(node.name), `formula ${node.name}`);
  return explainFormula(node, formula, codes, scope, explainer);
}

/** The code of a dimension in scope, or of an attribute of that name. */
export function codeOf(name: string, { codes, organisation }: ExplainScope): string {
  return present(codes.get(name) ?? organisation.attributes.get(name), `${name} has a code here`);
}

function note(node: NameNode, traced: TraceNode, scope: ExplainScope): void {
  scope.inputs.push(traced);
  scope.shown.set(node, traced.value);
}

function explainAttribute(node: NameNode, scope: ExplainScope): Value | string {
  const { organisation, run } = scope;
  const { type, label } = present(run.plan.methodology.attributes.get(node.name), node.name);
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
      : { kind: "code", codeList: type.codeList, code: text };
  note(node, traceNode({ ...parts, value }), scope);
  return text;
}

function explainMonth(node: NameNode, codes: readonly string[], scope: ExplainScope): Value {
  const [month = ""] = codes;
  const key = [{ dimension: MONTH_DIMENSION, code: month }];
  if (node.name === OPEN) {
    const isTrue = isOpenInMonth(scope.run.plan, month, scope.organisation);
    const counted = scope.organisation.source;
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
  const cell = scope.run.facts.cellsOf(scope.organisation.id, node.name).get(codes.join("|"));
  const dimensions = [fact.period, ...fact.dimensions.map(({ dimension }) => dimension)];
  const value = cell?.value ?? ZERO;
  const traced = traceNode({
    kind: "fact",
    id: fact.id,
    label: fact.label,
    key: keyOf(dimensions, codes),
    value: numberValue(value, fact.unit),
    counted: cell?.source,
  });
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
  const month = scope.codes.get(MONTH_DIMENSION);
  const start = scope.valuesOn === "month" ? plan.monthStarts.get(month ?? "") : undefined;
  const day = start ?? plan.yearStart;
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
  const inner = {
    ...withNotes(
      scope,
      new Map(grain.dimensions.map((dimension, place) => [dimension, codes[place] ?? ""])),
    ),
    valuesOn,
  };
  const value = explainer.value(expression, inner);
  const traced = traceNode({
    kind: "formula",
    id: formula.id,
    label: formula.label,
    key: keyOf(grain.dimensions, codes),
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

/** A value that is known to be a number. */
export function asRatio(value: Value | string): Ratio {
  return present(typeof value === "object" ? value : undefined, "a number stands here");
}

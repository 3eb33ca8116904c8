/** Tables explained: the step that was reached, or the two corners between which the value lies. */
import { present } from "../kernel/index.ts";
import type { Table, TableNode, TablePoint, TableValue } from "../methodology/index.ts";
import {
  addRatios,
  compareRatios,
  divideRatios,
  formatUnit,
  multiplyRatios,
  type Ratio,
  subtractRatios,
} from "../money/index.ts";
import { noteChoice } from "./choices.ts";
import { codeOfItem } from "./explain-code.ts";
import {
  asRatio,
  dayOfReading,
  type Explainer,
  type ExplainScope,
  note,
  withNotes,
} from "./explain-scope.ts";
import { substitute } from "./substitute.ts";
import {
  datedGround,
  numberValue,
  sentence,
  type TraceSentence,
  type TraceValue,
  traceNode,
} from "./trace.ts";

/** The value of a table, with the points that gave it and their ground. */
export function explainTable(node: TableNode, scope: ExplainScope, explainer: Explainer): Ratio {
  const { plan } = scope.run;
  const table = present(plan.methodology.tables.get(node.table), `table ${node.table}`);
  const inner = withNotes(scope);
  const operand = asRatio(explainer.value(node.operand, inner));
  const codes = node.index.map((item) => codeOfItem(item, inner));
  const day = dayOfReading(scope);
  const lookup = plan.lookUpTable(node.table, codes, day);
  const chosen = present(
    lookup.kind === "found" ? lookup.value : undefined,
    `${node.table} on ${day}`,
  );
  const { value, said } = node.name === "band" ? stepOf(operand, chosen) : lineOf(operand, chosen);
  noteChoice(node, scope, piecesOf(said, chosen));
  const traced = traceNode({
    kind: "table",
    id: table.id,
    label: table.label,
    key: table.dimensions.map((dimension, place) => ({ dimension, code: codes[place] ?? "" })),
    value: numberValue(value, formatUnit(table.unit)),
    withValues: substitute(node.operand, inner.shown),
    sentences: [inWords(said, operand, table)],
    ground: datedGround(chosen),
    inputs: inner.inputs,
  });
  note(node, traced, scope);
  return value;
}

/** What was found, and the points that are named in the sentence about it. */
type Said = {
  readonly code: Extract<TraceSentence["code"], `table-${string}`>;
  readonly point: TablePoint;
  readonly next?: TablePoint;
};
type Found = { readonly value: Ratio; readonly said: Said };

/** The last point that is not above the operand. */
function stepOf(operand: Ratio, { points }: TableValue): Found {
  const reached = points.filter(({ from }) => compareRatios(from, operand) <= 0);
  const point = present(reached.at(-1), "the first step is reached");
  const next = points[reached.length];
  const said: Said =
    next === undefined ? { code: "table-last-step", point } : { code: "table-step", point, next };
  return { value: point.value, said };
}

/** On the straight line between the points beside the operand; outside of all, the outermost. */
function lineOf(operand: Ratio, { points }: TableValue): Found {
  const first = present(points[0], "a table has points");
  const last = points.at(-1) ?? first;
  const exact = points.find(({ from }) => compareRatios(from, operand) === 0);
  if (exact !== undefined)
    return { value: exact.value, said: { code: "table-point", point: exact } };
  if (compareRatios(operand, first.from) < 0) {
    return { value: first.value, said: { code: "table-before", point: first } };
  }
  if (compareRatios(operand, last.from) > 0) {
    return { value: last.value, said: { code: "table-after", point: last } };
  }
  const place = points.findIndex(({ from }) => compareRatios(from, operand) > 0);
  const [point, next] = [points[place - 1] ?? first, points[place] ?? last];
  const rise = divideRatios(
    subtractRatios(next.value, point.value),
    subtractRatios(next.from, point.from),
  );
  const way = subtractRatios(operand, point.from);
  const value = addRatios(point.value, multiplyRatios(way, rise));
  return { value, said: { code: "table-between", point, next } };
}

/** The step, or the piece of the line; a corner belongs to the pieces on both sides of it. */
function piecesOf({ code, point, next }: Said, { points }: TableValue): readonly string[] {
  const { from } = point.digits;
  const upTo = (other: TablePoint | undefined) => `${other?.digits.from ?? ""}…${from}`;
  const on = (other: TablePoint | undefined) => `${from}…${other?.digits.from ?? ""}`;
  const place = points.indexOf(point);
  switch (code) {
    case "table-point":
      return [upTo(points[place - 1]), on(points[place + 1])];
    case "table-between":
      return [on(next)];
    case "table-before":
      return [upTo(undefined)];
    case "table-after":
      return [on(undefined)];
    case "table-step":
    case "table-last-step":
      return [from];
  }
}

function inWords({ code, point, next }: Said, operand: Ratio, table: Table): TraceSentence {
  const from = (exact: string): TraceValue => ({
    ...{ kind: "number", exact },
    unit: formatUnit(table.operandUnit),
  });
  const value = (exact: string): TraceValue => ({
    ...{ kind: "number", exact },
    unit: formatUnit(table.unit),
  });
  return sentence(code, {
    operand: numberValue(operand, formatUnit(table.operandUnit)),
    from: from(point.digits.from),
    value: value(point.digits.value),
    ...(next === undefined
      ? {}
      : { next: from(next.digits.from), nextValue: value(next.digits.value) }),
  });
}

/**
 * Sums and counts over organisations explained: the figure of the run, of how many it is made, and
 * what the organisation at hand has in it.
 *
 * The other organisations are not walked again: the figure is that of the run.
 */
import { present } from "../kernel/index.ts";
import { groupDimension, printExpression, type TotalNode } from "../methodology/index.ts";
import { ONE, type Ratio, ZERO } from "../money/index.ts";
import { figureName } from "./compile-total.ts";

import {
  asRatio,
  type Explainer,
  type ExplainScope,
  note,
  unitOfPart,
  withNotes,
} from "./explain-scope.ts";
import type { TotalFigure } from "./run-state.ts";
import { substitute } from "./substitute.ts";
import { countValue, numberValue, sentence, type TraceNode, traceNode } from "./trace.ts";

/** The total of the group that is meant here. */
export function explainTotal(node: TotalNode, scope: ExplainScope, explainer: Explainer): Ratio {
  const { methodology } = scope.run.plan;
  const key = node.by.map((by) => {
    const dimension = groupDimension(methodology, by);
    const bound = scope.codes.get(by) ?? scope.codes.get(dimension);
    const code = bound ?? scope.organisation?.attributes.get(by);
    return { dimension, code: present(code, `${by} is known here`) };
  });
  const figure = figureOf(node, key, scope);
  const unit = unitOfPart(node, scope);
  const value = figure.value as Ratio;
  const isMember = node.by.every(
    (by, place) => scope.organisation?.attributes.get(by) === key[place]?.code,
  );
  const traced = traceNode({
    kind: "total",
    id: node.kind,
    key,
    value: numberValue(value, unit),
    expression: printExpression(node.body),
    sentences: [sentence(`${node.kind}-members`, { count: countValue(figure.members) })],
    inputs:
      scope.organisation !== undefined && isMember ? [ownPart(node, unit, scope, explainer)] : [],
  });
  note(node, traced, scope);
  return value;
}

function ownPart(
  node: TotalNode,
  unit: string,
  scope: ExplainScope,
  explainer: Explainer,
): TraceNode {
  const inner = withNotes(scope);
  const body = explainer.value(node.body, inner);
  const value = typeof body === "boolean" ? (body ? ONE : ZERO) : asRatio(body);
  return traceNode({
    kind: "part",
    id: "member",
    value: numberValue(value, unit),
    withValues: substitute(node.body, inner.shown),
    inputs: inner.inputs,
  });
}

const NOBODY: TotalFigure = { value: ZERO, members: 0 };

/** The figure as the run has it; one that no line asked for is worked out now. */
function figureOf(node: TotalNode, key: TraceNode["key"], scope: ExplainScope): TotalFigure {
  const { run, bound, state, valuesOn } = scope;
  const codes = bound.map(({ code }) => code);
  const name = figureName(
    codes,
    key.map(({ code }) => code),
  );
  const { totals } = run.figures;
  const known = totals.get(node)?.get(name);
  if (known !== undefined) return known;
  const slots = new Map(bound.map(({ dimension }, slot) => [dimension, slot]));
  const layout = { slots, size: bound.length, valuesOn, name: node.kind };
  run.figures.compiler.number(node, layout)(codes, state);
  return totals.get(node)?.get(name) ?? NOBODY;
}

/** What a formula asks of the run explained: a line before stages, a stage's result, a rate. */
import { invariant, present } from "../kernel/index.ts";
import {
  groupDimension,
  LINE_AMOUNT,
  LINE_DIMENSION,
  linesOfStage,
  type NameNode,
  ORGANISATION_GROUP,
  type PoolStage,
  type Stage,
  type StageResult,
  signaturesOf,
  stageResultOf,
} from "../methodology/index.ts";
import { addRatios, compareRatios, type Ratio, ratioOf, ZERO } from "../money/index.ts";
import { explainAmount, explainChain } from "./explain-line.ts";
import { explainRate } from "./explain-rate.ts";
import { type Explainer, type ExplainScope, note } from "./explain-scope.ts";
import { explainPart, groupBound } from "./explain-stage-part.ts";
import type { StageGroup } from "./stages/outcome.ts";
import { numberValue, sentence, type TraceNode, type TraceSentence, traceNode } from "./trace.ts";

export function explainFigure(
  node: NameNode,
  codes: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): Ratio {
  const { methodology } = scope.run.plan;
  if (node.name === LINE_AMOUNT) return lineFigure(node, codes, scope, explainer);
  const asked = stageResultOf(signaturesOf(methodology.stages), node.name);
  if (asked === undefined) {
    const { value, traced } = explainRate(node.name, scope, explainer);
    note(node, traced, scope);
    return value;
  }
  const { result } = asked;
  const stage = scope.run.plan.stages.find(({ id }) => id === asked.stage);
  if (result === "pool" || result === "left") {
    return groupResult(node, stage, result, codes, scope, explainer);
  }
  return lineResult(node, { ...asked, result }, stage, codes, scope, explainer);
}

function lineFigure(
  node: NameNode,
  [line = ""]: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): Ratio {
  const { amount, isCounted, traced } = explainAmount(line, scope, explainer);
  if (isCounted) scope.known.counted.add(traced);
  note(node, traced, scope);
  return ratioOf(amount, 100n);
}

type LineResult = { readonly stage: string; readonly result: "before" | "after" | "change" };

/** The line up to the stage and with it; where the stage did not come, it is what it was. */
function lineResult(
  node: NameNode,
  { stage: id, result }: LineResult,
  stage: Stage | undefined,
  [line = ""]: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): Ratio {
  const { plan } = scope.run;
  if (!touches(id, line, scope)) return untouched(node, id, line, scope);
  const upTo = stage === undefined ? [] : plan.stages.filter(({ order }) => order <= stage.order);
  const { steps, formula, amount } = explainChain(line, upTo, scope, explainer);
  const item = stage && steps.find(({ traced }) => traced.id === stage.id)?.item;
  const kept = { before: amount ?? 0n, after: amount ?? 0n };
  const { before, after } = item ?? kept;
  const value = ratioOf({ before, after, change: after - before }[result], 100n);
  const traced = traceNode({
    kind: "stage-result",
    ...{ id: node.name, label: labelOfStage(id, scope) },
    key: [{ dimension: LINE_DIMENSION, code: line }],
    value: numberValue(value, plan.methodology.currency),
    inputs: [...steps.map((step) => step.traced).toReversed(), formula.traced],
  });
  const isThere = formula.isCounted || before !== 0n || after !== 0n;
  if (isThere) scope.known.counted.add(traced);
  note(node, traced, scope);
  return value;
}

/** Whether the line is one of the stage's, in whatever year; another asks it for nothing. */
function touches(id: string, line: string, { run }: ExplainScope): boolean {
  return run.plan.methodology.stages.some(
    (stage) => stage.id === id && linesOfStage(stage).includes(line),
  );
}

function untouched(node: NameNode, id: string, line: string, scope: ExplainScope): Ratio {
  const traced = traceNode({
    kind: "stage-result",
    ...{ id: node.name, label: labelOfStage(id, scope) },
    key: [{ dimension: LINE_DIMENSION, code: line }],
    value: numberValue(ZERO, scope.run.plan.methodology.currency),
    sentences: [sentence("stage-no-line")],
  });
  note(node, traced, scope);
  return ZERO;
}

/** The pool of a group, or what nobody received. */
function groupResult(
  node: NameNode,
  stage: Stage | undefined,
  result: Extract<StageResult, "pool" | "left">,
  codes: readonly string[],
  scope: ExplainScope,
  explainer: Explainer,
): Ratio {
  const { run, organisation } = scope;
  const pool = stage?.kind === "pool" ? stage : undefined;
  const isOwn = pool?.by.includes(ORGANISATION_GROUP) === true;
  const name = (isOwn ? [organisation?.id ?? "", ...codes] : codes).join("|");
  const group = pool && run.figures.outcomeOf(pool).groups.get(name);
  const made = pool && group && poolOf(pool, group, scope, explainer);
  const left = ratioOf(group?.left ?? 0n, 100n);
  const value = result === "left" ? left : (made?.value ?? ZERO);
  const { methodology } = run.plan;
  const by = pool?.by.filter((each) => each !== ORGANISATION_GROUP) ?? [];
  const traced = traceNode({
    kind: "stage-result",
    ...{ id: node.name, label: pool?.label },
    key: by.map((each, place) => ({
      dimension: groupDimension(methodology, each),
      code: codes[place] ?? "",
    })),
    value: numberValue(value, methodology.currency),
    sentences: made?.sentences ?? [],
    inputs: made?.inputs ?? [],
  });
  note(node, traced, scope);
  return value;
}

type Pool = {
  readonly value: Ratio;
  readonly sentences: readonly TraceSentence[];
  readonly inputs: readonly TraceNode[];
};

/** What was collected by the run, and what the envelope gives, worked out anew. */
function poolOf(
  stage: PoolStage,
  { figures, codes }: StageGroup,
  scope: ExplainScope,
  explainer: Explainer,
): Pool {
  const { currency } = scope.run.plan.methodology;
  const { collected = ZERO } = figures;
  const bound = groupBound(stage.by, codes, scope);
  const granted =
    stage.amount && explainPart("amount", stage.amount, bound, stage, scope, explainer);
  const value = addRatios(collected, ratioOf(granted?.whole ?? 0n, 100n));
  invariant(
    compareRatios(value, figures.pool ?? ZERO) === 0,
    `explanation of the pool of ${stage.id}`,
  );
  const facts = {
    collected: numberValue(collected, currency),
    pool: numberValue(value, currency),
  };
  return {
    value,
    sentences: [sentence("pool-made", facts)],
    inputs: granted === undefined ? [] : [granted.traced],
  };
}

function labelOfStage(id: string, { run }: ExplainScope): Stage["label"] {
  const { stages } = run.plan.methodology;
  return present(
    stages.find((stage) => stage.id === id),
    `stage ${id}`,
  ).label;
}

/**
 * A line of an organisation explained: what its formula pays, and what each stage made of it.
 *
 * The walk comes to the amounts of the run at every step, or stops.
 */
import { invariant, present } from "../kernel/index.ts";
import {
  type LineDefinition,
  linesOfStage,
  printExpression,
  type Stage,
} from "../methodology/index.ts";
import {
  assertEqualTiyn,
  compareRatios,
  formatTenge,
  type Ratio,
  ratioOf,
  roundToTiyn,
  type Tiyn,
  tiyn,
} from "../money/index.ts";
import {
  aside,
  asRatio,
  type ExplainedAmount,
  type ExplainedStep,
  type Explainer,
  type ExplainScope,
  readsCount,
} from "./explain-scope.ts";
import { explainStage } from "./explain-stage.ts";
import { substitute } from "./substitute.ts";
import { numberValue, sentence, type TraceNode, traceNode, undatedGround } from "./trace.ts";

/** A line after some of the stages. */
export type ExplainedChain = {
  readonly formula: ExplainedAmount;
  /** The stages of the line, in their order. */
  readonly steps: readonly ExplainedStep[];
  /** Nothing when the organisation has no such line. */
  readonly amount: Tiyn | undefined;
};

/** The line as its formula pays it and as these stages leave it. */
export function explainChain(
  line: string,
  stages: readonly Stage[],
  scope: ExplainScope,
  explainer: Explainer,
): ExplainedChain {
  const formula = explainAmount(line, scope, explainer);
  const steps: ExplainedStep[] = [];
  let amount = formula.isCounted ? formula.amount : undefined;
  for (const stage of stages) {
    if (stage.kind === "limit" || stage.kind === "solve") continue;
    if (!linesOfStage(stage).includes(line)) continue;
    const name = `${stage.id}|${line}`;
    const step =
      scope.known.steps.get(name) ??
      explainStage(stage, line, { amount, isCounted: formula.isCounted }, scope, explainer);
    scope.known.steps.set(name, step);
    steps.push(step);
    amount = step.amount;
  }
  return { formula, steps, amount };
}

/** The line before any stage; zero where the organisation has none. */
export function explainAmount(
  line: string,
  scope: ExplainScope,
  explainer: Explainer,
): ExplainedAmount {
  const { known, run, state } = scope;
  const found = known.amounts.get(line);
  if (found !== undefined) return found;
  const definition = present(
    run.plan.lines.find(({ id }) => id === line),
    `line ${line}`,
  );
  const deciding = aside(scope);
  const applies = explainer.value(definition.when, deciding) === true;
  const explained = applies
    ? payFormula(definition, deciding.inputs, scope, explainer)
    : refuseLine(definition, deciding.inputs, scope);
  const own = run.figures.lineAmount(line, state);
  const same = compareRatios(own.value as Ratio, ratioOf(explained.amount, 100n)) === 0;
  invariant(same && own.isCounted === explained.isCounted, `explanation of ${nameOf(line, scope)}`);
  known.amounts.set(line, explained);
  return explained;
}

function payFormula(
  definition: LineDefinition,
  conditions: readonly TraceNode[],
  scope: ExplainScope,
  explainer: Explainer,
): ExplainedAmount {
  const { currency } = scope.run.plan.methodology;
  const inner = aside(scope);
  const tenge = asRatio(explainer.value(definition.amount, inner));
  const isCounted = definition.exists === "when" || readsCount(inner.inputs, scope.known);
  const amount = isCounted ? roundToTiyn(tenge, definition.rounding) : tiyn(0n);
  const traced = traceNode({
    kind: "line-amount",
    ...{ id: definition.id, label: definition.label },
    value: { kind: "number", exact: formatTenge(amount), unit: currency },
    expression: printExpression(definition.amount),
    withValues: substitute(definition.amount, inner.shown),
    rounding: {
      before: numberValue(tenge, currency),
      ...{ places: 2, mode: definition.rounding },
    },
    sentences: isCounted ? [] : [sentence("line-uncounted")],
    ground: undatedGround(definition),
    inputs: [...inner.inputs, ...conditions],
  });
  return { applies: true, isCounted, amount, traced };
}

function refuseLine(
  { id, label }: LineDefinition,
  conditions: readonly TraceNode[],
  { run }: ExplainScope,
): ExplainedAmount {
  const traced = traceNode({
    kind: "line-amount",
    ...{ id, label },
    value: { kind: "number", exact: formatTenge(tiyn(0n)), unit: run.plan.methodology.currency },
    sentences: [sentence("line-refused")],
    inputs: conditions,
  });
  return { applies: false, isCounted: false, amount: tiyn(0n), traced };
}

/** Stops unless the chain came to the amount of the run. */
export function assertFinal(chain: ExplainedChain, line: string, scope: ExplainScope): Tiyn {
  const { run, state } = scope;
  const final = run.figures.finalAmount(line, state);
  const name = `explanation of ${nameOf(line, scope)}`;
  const amount = present(chain.amount, name);
  assertEqualTiyn(amount, present(final, name), name);
  return amount;
}

function nameOf(line: string, { organisation }: ExplainScope): string {
  return `${organisation?.id ?? ""} ${line}`;
}

/**
 * One stage explained for one line: whether it came to the line, what decided, before and after.
 *
 * Amounts are worked out anew from the pieces of the organisation and the figures of its group; a
 * part of a shared sum must be its exact quota cut down or filled up to a unit.
 */

import { invariant } from "../kernel/index.ts";
import { LINE_DIMENSION, type LineStage, ORGANISATION_GROUP } from "../methodology/index.ts";
import { assertEqualTiyn, formatTenge, type Tiyn, tiyn } from "../money/index.ts";
import { explainBound, explainFloorAndCap } from "./explain-bound-stage.ts";
import { explainFill } from "./explain-fill-stage.ts";
import { explainFit } from "./explain-fit-stage.ts";
import { explainNothingGiven, explainPool } from "./explain-pool-stage.ts";
import { aside, type ExplainedStep, type Explainer, type ExplainScope } from "./explain-scope.ts";
import type { StageDesk, Told } from "./explain-stage-desk.ts";
import { groupBound } from "./explain-stage-part.ts";
import { itemName, type StagedItem } from "./stages/outcome.ts";
import {
  datedGround,
  sentence,
  type TraceKey,
  type TraceNode,
  type TraceSentence,
  type TraceValue,
  traceNode,
} from "./trace.ts";

/** The line as it comes to the stage: nothing where the organisation has none yet. */
type Coming = { readonly amount: Tiyn | undefined; readonly isCounted: boolean };

export function explainStage(
  stage: LineStage,
  line: string,
  { amount, isCounted }: Coming,
  scope: ExplainScope,
  explainer: Explainer,
): ExplainedStep {
  const outcome = scope.run.figures.outcomeOf(stage);
  const asked = conditionOf(stage.switch, scope, explainer);
  invariant(asked.holds === outcome.isOn, `explanation of the switch of ${stage.id}`);
  const passed = (code: TraceSentence["code"], inputs: readonly TraceNode[]): ExplainedStep => ({
    item: undefined,
    amount,
    traced: stageNode(stage, { before: amount, after: amount }, scope, {
      sentences: [sentence(code)],
      inputs,
    }),
  });
  if (!asked.holds) return passed("stage-off", asked.inputs);
  const own = conditionOf(stage.when, scope, explainer);
  const conditions = [...asked.inputs, ...own.inputs];
  const item = outcome.items.get(itemName(scope.organisation?.id ?? "", line));
  invariant(item === undefined || own.holds, `explanation of the condition of ${stage.id}`);
  if (item === undefined) {
    if (!own.holds) return passed("stage-condition", conditions);
    if (amount === undefined) return passed("stage-no-line", conditions);
    const asking = stage.kind === "pool" ? explainNothingGiven(stage, line, scope, explainer) : [];
    return passed("stage-passed", [...asking, ...conditions]);
  }
  assertEqualTiyn(amount ?? tiyn(0n), item.before, `explanation of ${stage.id} ${line}`);
  const desk: StageDesk = { line, item, outcome, scope, explainer };
  const told = tell(stage, desk);
  assertEqualTiyn(told.after, item.after, `explanation of ${stage.id} ${line}`);
  return {
    item,
    amount: item.after !== 0n || isCounted ? item.after : undefined,
    traced: stageNode(stage, item, scope, {
      key: keyOfGroup(stage, item, desk),
      sentences: told.sentences,
      ground: datedGround(stage),
      inputs: [...told.inputs, ...conditions],
    }),
  };
}

function tell(stage: LineStage, desk: StageDesk): Told {
  switch (stage.kind) {
    case "floor":
    case "cap":
      return explainBound(stage, desk);
    case "floor-and-cap":
      return explainFloorAndCap(stage, desk);
    case "pool":
      return explainPool(stage, desk);
    case "fill":
      return explainFill(stage, desk);
    case "fit":
      return explainFit(stage, desk);
  }
}

/** A condition that is not written always holds. */
function conditionOf(
  condition: LineStage["when"],
  scope: ExplainScope,
  explainer: Explainer,
): { readonly holds: boolean; readonly inputs: readonly TraceNode[] } {
  if (condition === undefined) return { holds: true, inputs: [] };
  const inner = aside(scope);
  return { holds: explainer.value(condition, inner) === true, inputs: inner.inputs };
}

function keyOfGroup(
  stage: LineStage,
  { group }: StagedItem,
  { outcome, scope }: StageDesk,
): TraceKey {
  if (!("by" in stage)) return [];
  const codes = outcome.groups.get(group)?.codes ?? [];
  const shown = stage.by.filter((each) => each !== ORGANISATION_GROUP);
  return groupBound(stage.by, codes, scope).filter((_, place) => shown[place] !== LINE_DIMENSION);
}

type Change = { readonly before: Tiyn | undefined; readonly after: Tiyn | undefined };

function stageNode(
  { id, label }: LineStage,
  { before, after }: Change,
  { run }: ExplainScope,
  parts: Partial<TraceNode>,
): TraceNode {
  const unit = run.plan.methodology.currency;
  const value = (amount: Tiyn | undefined): TraceValue => ({
    ...{ kind: "number", unit },
    exact: amount === undefined ? "0.00" : formatTenge(amount),
  });
  return traceNode({
    ...parts,
    kind: "stage",
    ...{ id, label, value: value(after), before: value(before) },
  });
}

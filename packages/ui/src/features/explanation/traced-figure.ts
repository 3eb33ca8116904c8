/** A traced figure made ready for people: its rule in words and figures, and what lies below it. */
import {
  casesTexts,
  changeText,
  type FormulaWord,
  fillValues,
  formulaWords,
  shownValue,
  type TraceNode,
  type TraceReader,
  titleOf,
} from "@zhanbasy/core";

import { type ExplainedNode, explainedInputs } from "./explained-node.ts";
import { toldFormula } from "./told-formula.ts";

/** What the formula bar and the panel say of one line of one organisation. */
export type TracedFigureWords = {
  readonly value: string;
  readonly status: TraceNode["status"];
  /** The cases that were chosen, a sentence each. */
  readonly cases: readonly string[];
  /** What stages made of the amount, the last one first; empty where the rule alone made it. */
  readonly changes: readonly string[];
  /** The rule by the names of its parts; empty for an estimate and where stages changed it. */
  readonly words: readonly FormulaWord[];
  /** The rule with its figures; undefined where it says no more than the value. */
  readonly figures: string | undefined;
  readonly act: string | undefined;
  readonly inputs: readonly ExplainedNode[];
};

/** The words of a trace for one reader. */
export function tracedFigureWords(root: TraceNode, reader: TraceReader): TracedFigureWords {
  const changes = changesBelow(root, reader);
  const rule = root.inputs.find(({ kind }) => kind === "line-amount");
  const told = changes.length > 0 ? root : toldFormula(rule ?? root);
  const filled = told.withValues && fillValues(told.withValues, reader);
  const conditions = told === root ? [] : root.inputs.filter(({ kind }) => kind === "attribute");
  return {
    value: shownValue(root, reader),
    status: root.status,
    cases: casesTexts(root, reader),
    changes,
    words: told.expression === undefined ? [] : formulaWords(told.expression, reader),
    figures: filled === shownValue(told, reader) ? undefined : filled,
    act: actOf(told, reader) ?? actBelow(told, reader),
    inputs:
      rule === undefined
        ? [
            ...explainedInputs(told, reader, "told"),
            ...explainedInputs({ ...root, inputs: conditions }, reader, "when"),
          ]
        : explainedInputs(root, reader, "told"),
  };
}

/** The stages that changed the amount, each with what it was and is. */
function changesBelow({ inputs }: TraceNode, reader: TraceReader): readonly string[] {
  return inputs.flatMap((stage) => {
    const change = changeText(stage, reader);
    const isChange = stage.kind === "stage" && change !== shownValue(stage, reader);
    return isChange ? [`${titleOf(stage, reader)}: ${change}`] : [];
  });
}

function actOf({ ground }: TraceNode, { language }: TraceReader): string | undefined {
  if (ground?.act === undefined) return undefined;
  const { act, locator } = ground;
  return [act[language], locator?.[language]].filter((text) => text !== undefined).join(", ");
}

/** The first act met below: the rule's own ground may be a publication only. */
function actBelow(node: TraceNode, reader: TraceReader): string | undefined {
  for (const input of node.inputs) {
    const act = actOf(input, reader) ?? actBelow(input, reader);
    if (act !== undefined) return act;
  }
  return undefined;
}

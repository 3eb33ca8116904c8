/** A traced figure made ready for people: its rule in words and figures, and what lies below it. */
import {
  type FormulaWord,
  fillValues,
  formulaWords,
  shownValue,
  type TraceNode,
  type TraceReader,
} from "@zhanbasy/core";

import { type ExplainedNode, explainedInputs } from "./explained-node.ts";
import { toldFormula } from "./told-formula.ts";

/** What the formula bar and the panel say of one line of one organisation. */
export type TracedFigureWords = {
  readonly value: string;
  readonly status: TraceNode["status"];
  /** The rule by the names of its parts; empty for an estimate. */
  readonly words: readonly FormulaWord[];
  /** The rule with its figures; undefined where it says no more than the value. */
  readonly figures: string | undefined;
  readonly act: string | undefined;
  readonly inputs: readonly ExplainedNode[];
};

/** The words of a trace for one reader. */
export function tracedFigureWords(root: TraceNode, reader: TraceReader): TracedFigureWords {
  const told = toldFormula(root);
  const filled = told.withValues && fillValues(told.withValues, reader);
  const conditions = told === root ? [] : root.inputs.filter(({ kind }) => kind === "attribute");
  return {
    value: shownValue(root, reader),
    status: root.status,
    words: told.expression === undefined ? [] : formulaWords(told.expression, reader),
    figures: filled === shownValue(told, reader) ? undefined : filled,
    act: actOf(told, reader) ?? actBelow(told, reader),
    inputs: [
      ...explainedInputs(told, reader, "told"),
      ...explainedInputs({ ...root, inputs: conditions }, reader, "when"),
    ],
  };
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

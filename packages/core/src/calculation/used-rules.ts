/** The rules of the law on which the lines of a run stand, each with its ground. */
import {
  type Expression,
  expressionsOfStage,
  type Formula,
  type LineDefinition,
  namesIn,
  reachableNames,
  type Stage,
} from "../methodology/index.ts";
import { lineName } from "./allocation.ts";
import type { CalculationRun } from "./calculate.ts";

export type UsedRules = {
  /** Wordings of the year that some line or stage reaches, by name. */
  readonly formulas: readonly Formula[];
  /** Definitions that pay some line of the run. */
  readonly lines: readonly LineDefinition[];
  readonly stages: readonly Stage[];
};

/** Stages count though they are switched off: that they are is a rule too. */
export function usedRulesOf({ plan, lines }: CalculationRun): UsedRules {
  const paid = new Set(lines.map(lineName));
  const used = plan.lines.filter((line) => paid.has(lineName(line)));
  const roots: readonly Expression[] = [
    ...used.flatMap(({ when, amount, headcount }) => [
      when,
      amount,
      ...(headcount ? [headcount] : []),
    ]),
    ...plan.stages.flatMap((stage) =>
      expressionsOfStage(stage).map(({ expression }) => expression),
    ),
  ];
  const edges = new Map([...plan.formulas].map(([id, each]) => [id, namesIn(each.expression)]));
  const reached = reachableNames(roots.flatMap(namesIn), edges);
  return {
    formulas: [...plan.formulas.values()].filter(({ id }) => reached.has(id)),
    lines: used,
    stages: plan.stages,
  };
}

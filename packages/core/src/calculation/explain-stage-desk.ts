/** What the explanation of a stage works with, and what it comes to. */
import { present } from "../kernel/index.ts";
import type { Ratio, Tiyn } from "../money/index.ts";
import type { Explainer, ExplainScope } from "./explain-scope.ts";
import type { StagedItem, StageGroup, StageOutcome } from "./stages/outcome.ts";
import { tenge } from "./stages/outcome.ts";
import { numberValue, type TraceNode, type TraceSentence, type TraceValue } from "./trace.ts";

export type StageDesk = {
  readonly line: string;
  /** The line as the run has it at this stage, and what the stage did everywhere. */
  readonly item: StagedItem;
  readonly outcome: StageOutcome;
  readonly scope: ExplainScope;
  readonly explainer: Explainer;
};

/** The amount worked out anew, and why it is that. */
export type Told = {
  readonly after: Tiyn;
  readonly sentences: readonly TraceSentence[];
  readonly inputs: readonly TraceNode[];
};

/** The group in which the line stands. */
export function groupOfDesk({ item, outcome }: StageDesk): StageGroup {
  return present(outcome.groups.get(item.group), `group ${item.group}`);
}

/** All lines of the group. */
export function itemsOfGroup({ item, outcome }: StageDesk): readonly StagedItem[] {
  return [...outcome.items.values()].filter(({ group }) => group === item.group);
}

/** Tiyn as a value in the unit of money. */
export function moneyValue(amount: bigint, { scope }: StageDesk): TraceValue {
  return numberValue(tenge(amount), scope.run.plan.methodology.currency);
}

/** Whole tiyn of a figure in tenge. */
export function inTiyn(figure: Ratio | undefined): bigint {
  return figure === undefined ? 0n : (figure.numerator * 100n) / figure.denominator;
}

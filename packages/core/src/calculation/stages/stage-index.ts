/** What the stages of a plan are to each other, found out once for a plan and not for a line. */
import { linesOfStage, type Stage } from "../../methodology/index.ts";
import type { CalculationPlan } from "../plan.ts";

type PlannedStages = Pick<CalculationPlan, "stages"> & {
  readonly methodology: Pick<CalculationPlan["methodology"], "stages">;
};

export type StageIndex = {
  /** The stage of the year that has this name; nothing in a year that has none. */
  readonly byId: ReadonlyMap<string, Stage>;
  /** The stages of a lower order; the same list each time. */
  readonly before: (stage: Stage) => readonly Stage[];
  /** Whether the line is one of the stage's, in whatever year. */
  readonly touches: (id: string, line: string) => boolean;
};

const indices = new WeakMap<PlannedStages, StageIndex>();

export function stageIndexOf(plan: PlannedStages): StageIndex {
  const known = indices.get(plan);
  if (known !== undefined) return known;
  const made = buildIndex(plan);
  indices.set(plan, made);
  return made;
}

function buildIndex({ stages, methodology }: PlannedStages): StageIndex {
  const lists = new Map<number, readonly Stage[]>();
  const touched = new Set(
    methodology.stages.flatMap((stage) =>
      linesOfStage(stage).map((line) => pairOf(stage.id, line)),
    ),
  );
  return {
    byId: new Map(stages.toReversed().map((stage) => [stage.id, stage])),
    before: ({ order }) => {
      const list = lists.get(order) ?? stages.filter((stage) => stage.order < order);
      lists.set(order, list);
      return list;
    },
    touches: (id, line) => touched.has(pairOf(id, line)),
  };
}

function pairOf(id: string, line: string): string {
  return `${id}|${line}`;
}

const changers = new WeakMap<readonly Stage[], Map<string, readonly Stage[]>>();

/** Those of the stages that may change the line, the last one first. */
export function changersOf(stages: readonly Stage[], line: string): readonly Stage[] {
  const byLine = changers.get(stages) ?? new Map<string, readonly Stage[]>();
  changers.set(stages, byLine);
  const known = byLine.get(line);
  if (known !== undefined) return known;
  const found = stages
    .filter((stage) => stage.kind !== "limit" && linesOfStage(stage).includes(line))
    .toReversed();
  byLine.set(line, found);
  return found;
}

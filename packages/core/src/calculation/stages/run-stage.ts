/** One stage, whatever its kind. */
import type { Stage } from "../../methodology/index.ts";
import { runBoundStage, runFloorAndCapStage } from "./bound-stage.ts";
import { runFillStage } from "./fill-stage.ts";
import { runFitStage, runLimitStage } from "./fit-stage.ts";
import { nothingDone, type StageOutcome } from "./outcome.ts";
import { runPoolStage } from "./pool-stage.ts";
import { layoutOf, type StageContext } from "./stage-context.ts";

/** What the stage does; nothing where its switch is off. */
export function runStage(stage: Stage, context: StageContext): StageOutcome {
  if (!isOn(stage, context)) return nothingDone(stage, false);
  switch (stage.kind) {
    case "floor":
    case "cap":
      return runBoundStage(stage, context);
    case "floor-and-cap":
      return runFloorAndCapStage(stage, context);
    case "pool":
      return runPoolStage(stage, context);
    case "fill":
      return runFillStage(stage, context);
    case "fit":
      return runFitStage(stage, context);
    case "limit":
      return runLimitStage(stage, context);
    case "solve":
      return nothingDone(stage, true);
  }
}

/** Whether the condition of the city holds under which the stage acts. */
export function isOn(
  stage: Stage,
  { compiler, city }: Pick<StageContext, "compiler" | "city">,
): boolean {
  return stage.switch === undefined || compiler.truth(stage.switch, layoutOf(stage, []))([], city);
}

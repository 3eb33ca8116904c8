/** Long work done to its end at once. */
import type { Steps } from "../../../packages/ui/src/grid/search/run-in-slices.ts";

/** What the work gives. */
export function runSteps<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
  }
}

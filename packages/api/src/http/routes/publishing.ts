/** Everything between a draft and an issue, on one memory of what was found of each revision. */
import { createStepContext } from "../../usecases/take-step.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { addFindingRoutes } from "./findings.ts";
import { addGroundRoutes } from "./grounds.ts";
import { addPublicationRoutes } from "./publications.ts";
import { addStepRoutes } from "./steps.ts";

/** Adds steps, findings, grounds and issues. */
export function addPublishingRoutes(api: Api, context: ApiContext): void {
  const steps = createStepContext(context.scenarioContext);
  addStepRoutes(api, context, steps);
  addFindingRoutes(api, context, steps);
  addGroundRoutes(api, context, steps);
  addPublicationRoutes(api, context, steps);
}

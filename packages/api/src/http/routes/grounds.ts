/** Grounds of values: entered by one person, confirmed by another. */
import { createRoute } from "@hono/zod-openapi";
import { issue } from "@zhanbasy/core";
import type { ApiWriting } from "../../contract.ts";
import { confirmGround, enterGround } from "../../usecases/grounds.ts";
import type { StepContext } from "../../usecases/take-step.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { refuse, refuseUnknown } from "../problem.ts";
import {
  confirmationRequest,
  groundParameter,
  groundRequest,
} from "../publication-request-schemas.ts";
import { groundSchema } from "../publication-schemas.ts";
import { refuseField, withAssessment } from "../step-answers.ts";
import { jsonBody, jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const TAGS = ["grounds"];

const enter = createRoute({
  method: "post",
  path: "/grounds",
  tags: TAGS,
  summary: "Enters an act and clause for a value of a scenario that has none",
  ...jsonBody(groundRequest),
  responses: {
    200: jsonAnswer(groundSchema, "The ground, which waits for a second person"),
    ...{ ...UNKNOWN, ...WRITING },
  },
});

const confirm = createRoute({
  method: "post",
  path: "/grounds/{groundId}/confirmation",
  tags: TAGS,
  summary: "Confirms a ground that another person has entered",
  ...jsonBodyAt(groundParameter, confirmationRequest),
  responses: { 200: jsonAnswer(groundSchema, "The ground"), ...UNKNOWN, ...WRITING },
});

/** Adds `/grounds` and what is below. */
export function addGroundRoutes(api: Api, context: ApiContext, steps: StepContext): void {
  api.openapi(enter, (request) => {
    const { scenarioId, ...ground } = request.req.valid("json");
    return withAssessment({ context, steps, request }, scenarioId, async ({ assessment }) => {
      const isAsked = assessment.weak.some(({ subject }) => subject === ground.subject);
      if (!isAsked) return refuseField(request, "subject", "weak-values");
      const entered = await enterGround(context, { ...ground, actor: actorOf(request) });
      const answer: ApiWriting["POST /grounds"] = entered;
      return sendJson(answer);
    });
  });
  api.openapi(confirm, async (request) => {
    const { groundId } = request.req.valid("param");
    const confirmed = await confirmGround(context, { actor: actorOf(request), groundId });
    switch (confirmed.kind) {
      case "confirmed": {
        const answer: ApiWriting["POST /grounds/{groundId}/confirmation"] = confirmed.ground;
        return sendJson(answer);
      }
      case "unknown":
        return refuseUnknown(request, issue("ground-unknown", {}, { value: groundId }));
      case "second-person":
      case "confirmed-already":
        return refuse(request, confirmed.kind);
    }
  });
}

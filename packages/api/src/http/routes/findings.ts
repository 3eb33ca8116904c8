/** Findings of a scenario's register, and what people decide about them. */
import { createRoute } from "@hono/zod-openapi";
import type { ApiContract, ApiWriting } from "../../contract.ts";
import { decideFindings, listFindings } from "../../usecases/findings.ts";
import type { StepContext } from "../../usecases/take-step.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { findingRequest } from "../publication-request-schemas.ts";
import { findingSchema, listSchema } from "../publication-schemas.ts";
import { languageQuery } from "../request-schemas.ts";
import { scenarioParameter } from "../scenario-request-schemas.ts";
import { refuseField, withAssessment } from "../step-answers.ts";
import { jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const TAGS = ["findings"];

const list = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/findings",
  tags: TAGS,
  summary: "What must be looked at before money follows, blocking findings first",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(listSchema(findingSchema), "The findings with what was decided about them"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
  },
});

const decide = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/finding-decisions",
  tags: TAGS,
  summary: "Gives findings to a person, lets them stand with a reason, or takes that back",
  ...jsonBodyAt(scenarioParameter, findingRequest),
  responses: {
    200: jsonAnswer(listSchema(findingSchema), "These findings as they are now"),
    ...{ ...UNKNOWN, ...WRITING },
  },
});

/** Adds the findings of a scenario and decisions about them. */
export function addFindingRoutes(api: Api, context: ApiContext, steps: StepContext): void {
  api.openapi(list, (request) => {
    const { scenarioId } = request.req.valid("param");
    return withAssessment({ context, steps, request }, scenarioId, async ({ head, assessment }) => {
      const items = await listFindings(steps, head, assessment);
      const answer: ApiContract["/scenarios/{scenarioId}/findings"] = { items };
      return sendJson(answer);
    });
  });
  api.openapi(decide, (request) => {
    const { scenarioId } = request.req.valid("param");
    const { owner, ...asked } = request.req.valid("json");
    return withAssessment({ context, steps, request }, scenarioId, async (found) => {
      const decided = await decideFindings(steps, found, {
        ...{ ...asked, owner: owner ?? undefined, actor: actorOf(request) },
      });
      if (decided.kind === "malformed") return refuseField(request, decided.name, decided.expected);
      const answer: ApiWriting["POST /scenarios/{scenarioId}/finding-decisions"] = {
        items: decided.findings,
      };
      return sendJson(answer);
    });
  });
}

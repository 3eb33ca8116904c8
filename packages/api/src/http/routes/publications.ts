/** Issues: the list, one of them, and issuing. */
import { createRoute } from "@hono/zod-openapi";
import { issue } from "@zhanbasy/core";
import type { ApiContract, ApiWriting } from "../../contract.ts";
import { issueScenario } from "../../usecases/issue-scenario.ts";
import type { StepContext } from "../../usecases/take-step.ts";
import { sendJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { refuseUnknown } from "../problem.ts";
import {
  issueRequest,
  publicationPageQuery,
  publicationParameter,
} from "../publication-request-schemas.ts";
import { publicationSchema } from "../publication-schemas.ts";
import { languageQuery } from "../request-schemas.ts";
import { scenarioParameter } from "../scenario-request-schemas.ts";
import { pageSchema } from "../schemas.ts";
import { refuseStep } from "../step-answers.ts";
import { jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const TAGS = ["publications"];

const list = createRoute({
  method: "get",
  path: "/publications",
  tags: TAGS,
  summary: "Issues, newest first",
  request: { query: publicationPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(publicationSchema), "A part of the list"),
    ...{ ...MALFORMED, ...OTHER_METHOD },
  },
});

const one = createRoute({
  method: "get",
  path: "/publications/{publicationId}",
  tags: TAGS,
  summary: "An issue with its number and its seal",
  request: { params: publicationParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(publicationSchema, "The issue"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
  },
});

const create = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/publications",
  tags: TAGS,
  summary: "Issues an approved scenario, preliminary or official; refused with every reason",
  ...jsonBodyAt(scenarioParameter, issueRequest),
  responses: {
    201: {
      ...jsonAnswer(publicationSchema, "The issue"),
      headers: { location: { schema: { type: "string" }, description: "Where it is" } },
    },
    ...{ ...UNKNOWN, ...WRITING },
  },
});

/** Adds `/publications`, and issuing a scenario. */
export function addPublicationRoutes(api: Api, context: ApiContext, steps: StepContext): void {
  const { publications } = context.store;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/publications"]>(request, {
      after,
      find: publications.find,
      list: () => publications.list({ limit, after }),
    });
  });
  api.openapi(one, async (request) => {
    const { publicationId } = request.req.valid("param");
    const found = await publications.find(publicationId);
    const unknown = issue("publication-unknown", {}, { value: publicationId });
    return found === undefined ? refuseUnknown(request, unknown) : sendJson(found);
  });
  api.openapi(create, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const asked = { scenarioId, actor: actorOf(request), ...request.req.valid("json") };
    const issued = await issueScenario(steps, asked);
    if (issued.kind !== "issued") {
      return refuseStep(context, request, { scenarioId, refusal: issued });
    }
    const answer: ApiWriting["POST /scenarios/{scenarioId}/publications"] = issued.publication;
    return new Response(JSON.stringify(answer), {
      status: 201,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        location: `/api/v1/publications/${answer.id}`,
      },
    });
  });
}

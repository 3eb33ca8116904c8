/** What is said in a scenario: its revisions, batches of edits, taking them back. */
import { createRoute } from "@hono/zod-openapi";
import { saveScenarioBatch } from "../../usecases/save-scenario-batch.ts";
import { undoScenarioBatch } from "../../usecases/undo-scenario-batch.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { BATCH_BYTES_LIMIT, BODY_BYTES_LIMIT } from "../guard.ts";
import { limitBody } from "../limit-body.ts";
import { languageQuery } from "../request-schemas.ts";
import { refuseScenario, sendOutcome } from "../scenario-answers.ts";
import {
  batchRequestSchema,
  revisionPageQuery,
  scenarioParameter,
  undoRequestSchema,
} from "../scenario-request-schemas.ts";
import { keptBatchSchema, revisionSchema } from "../scenario-schemas.ts";
import { pageSchema } from "../schemas.ts";

const TAGS = ["scenarios"];
const UNKNOWN = { 404: problemAnswer("There is no such scenario") };
const REFUSED = {
  ...MALFORMED,
  ...UNKNOWN,
  409: problemAnswer("Others have changed the same cells, or it cannot be edited now"),
  413: problemAnswer("The batch is too large"),
  422: problemAnswer("The edits do not fit, with every issue and the place of its edit"),
  ...OTHER_METHOD,
};

const revisions = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/revisions",
  tags: TAGS,
  summary: "Everything that was ever said in a scenario, newest first",
  request: { params: scenarioParameter, query: revisionPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(revisionSchema), "A part of the revisions"),
    ...MALFORMED,
    ...UNKNOWN,
    ...OTHER_METHOD,
  },
});

const save = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/batches",
  tags: TAGS,
  summary: "Keeps a batch of edits whole, on top of what others have said, or not at all",
  request: {
    params: scenarioParameter,
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: batchRequestSchema } } },
  },
  middleware: [limitBody(BATCH_BYTES_LIMIT)] as const,
  responses: { 200: jsonAnswer(keptBatchSchema, "The revision it became"), ...REFUSED },
});

const undo = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/undo",
  tags: TAGS,
  summary: "Takes back the last batch of who asks, as a revision of its own",
  request: {
    params: scenarioParameter,
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: undoRequestSchema } } },
  },
  middleware: [limitBody(BODY_BYTES_LIMIT)] as const,
  responses: { 200: jsonAnswer(keptBatchSchema, "The revision that takes it back"), ...REFUSED },
});

/** Adds revisions, batches and undo of a scenario. */
export function addScenarioEditRoutes(api: Api, context: ApiContext): void {
  const { scenarioContext, store } = context;
  api.openapi(revisions, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { limit, after } = request.req.valid("query");
    const head = await store.scenarios.findHead(scenarioId);
    if (head === undefined) return refuseScenario(request, scenarioId);
    return sendJson(await store.scenarios.listRevisions(scenarioId, { limit, after }));
  });
  api.openapi(save, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { resultHash, ...batch } = request.req.valid("json");
    const actor = actorOf(request);
    const outcome = await saveScenarioBatch(scenarioContext, {
      ...{ ...batch, scenarioId, actor, resultHash },
    });
    return sendOutcome(context, request, { scenarioId, outcome });
  });
  api.openapi(undo, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { batchId, baseRevision, engineVersion } = request.req.valid("json");
    const actor = actorOf(request);
    const outcome = await undoScenarioBatch(scenarioContext, {
      ...{ scenarioId, actor, batchId, baseRevision, engineVersion },
    });
    return sendOutcome(context, request, { scenarioId, outcome });
  });
}

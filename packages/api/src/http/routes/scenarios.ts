/** Scenarios: the list, one of them, making and naming them. */
import { createRoute } from "@hono/zod-openapi";
import type { ApiContract } from "../../contract.ts";
import { changeScenario } from "../../usecases/change-scenario.ts";
import { createScenario } from "../../usecases/create-scenario.ts";
import { readScenario, readScenarioValues } from "../../usecases/read-scenario.ts";
import { sendJson, sendList } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { BODY_BYTES_LIMIT } from "../guard.ts";
import { limitBody } from "../limit-body.ts";
import { refuse } from "../problem.ts";
import { languageQuery } from "../request-schemas.ts";
import { refuseCalculation, refuseScenario } from "../scenario-answers.ts";
import {
  baseOf,
  scenarioChangeSchema,
  scenarioPageQuery,
  scenarioParameter,
  scenarioRequestSchema,
} from "../scenario-request-schemas.ts";
import { scenarioDetailSchema, scenarioSchema, scenarioValuesSchema } from "../scenario-schemas.ts";
import { pageSchema } from "../schemas.ts";

const TAGS = ["scenarios"];
const UNKNOWN = { 404: problemAnswer("There is no such scenario") };

const list = createRoute({
  method: "get",
  path: "/scenarios",
  tags: TAGS,
  summary: "Scenarios, newest first",
  request: { query: scenarioPageQuery },
  responses: {
    200: jsonAnswer(pageSchema(scenarioSchema), "A part of the list"),
    ...MALFORMED,
    ...OTHER_METHOD,
  },
});

const create = createRoute({
  method: "post",
  path: "/scenarios",
  tags: TAGS,
  summary: "Begins a scenario on register and methodology, or as a branch of another one",
  request: {
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: scenarioRequestSchema } } },
  },
  middleware: [limitBody(BODY_BYTES_LIMIT)] as const,
  responses: {
    201: {
      ...jsonAnswer(scenarioDetailSchema, "The scenario"),
      headers: { location: { schema: { type: "string" }, description: "Where it is" } },
    },
    ...MALFORMED,
    422: problemAnswer("The scenario cannot be calculated, with every issue"),
    ...OTHER_METHOD,
  },
});

const one = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}",
  tags: TAGS,
  summary: "A scenario with its totals, its overrides and its steps",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(scenarioDetailSchema, "The scenario"),
    ...MALFORMED,
    ...UNKNOWN,
    ...OTHER_METHOD,
  },
});

const change = createRoute({
  method: "patch",
  path: "/scenarios/{scenarioId}",
  tags: TAGS,
  summary: "Names a draft anew, puts it into the archive or takes it out",
  request: {
    params: scenarioParameter,
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: scenarioChangeSchema } } },
  },
  middleware: [limitBody(BODY_BYTES_LIMIT)] as const,
  responses: {
    200: jsonAnswer(scenarioDetailSchema, "The scenario as it is now"),
    ...MALFORMED,
    ...UNKNOWN,
    409: problemAnswer("It is no draft any more"),
    ...OTHER_METHOD,
  },
});

const values = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/values",
  tags: TAGS,
  summary: "Every value of the law that the scenario may change",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(scenarioValuesSchema, "The values"),
    ...MALFORMED,
    ...UNKNOWN,
    ...OTHER_METHOD,
  },
});

/** Adds `/scenarios` and one scenario, but for what is said in it. */
export function addScenarioRoutes(api: Api, context: ApiContext): void {
  const { scenarioContext, store } = context;
  api.openapi(list, (request) => {
    const { limit, after } = request.req.valid("query");
    return sendList<ApiContract["/scenarios"]>(request, {
      after,
      find: store.scenarios.find,
      list: () => store.scenarios.list({ limit, after }),
    });
  });
  api.openapi(create, async (request) => {
    const asked = request.req.valid("json");
    const { id, name } = asked;
    const actor = actorOf(request);
    const base = baseOf(asked);
    const made = await createScenario(scenarioContext, { id, name, actor, base });
    if (made.ok) return sendMade(made.value);
    const isMalformed = made.issues.every(({ code }) => code === "request-malformed");
    if (isMalformed) return refuse(request, "malformed", { issues: made.issues });
    return refuseCalculation(context, request, {
      ...{ issues: made.issues, methodologyHash: asked.methodologyHash },
    });
  });
  api.openapi(one, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const found = await readScenario(scenarioContext, scenarioId);
    return found === undefined ? refuseScenario(request, scenarioId) : sendJson(found);
  });
  api.openapi(change, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { name, isArchived } = request.req.valid("json");
    const changed = await changeScenario(scenarioContext, {
      ...{ scenarioId, actor: actorOf(request) },
      change: {
        ...(name === undefined ? {} : { name }),
        ...(isArchived === undefined ? {} : { isArchived }),
      },
    });
    if (changed === undefined) return refuseScenario(request, scenarioId);
    return changed === "scenario-not-draft" ? refuse(request, changed) : sendJson(changed);
  });
  api.openapi(values, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const items = await readScenarioValues(scenarioContext, scenarioId);
    return items === undefined ? refuseScenario(request, scenarioId) : sendJson({ items });
  });
}

function sendMade(made: ApiContract["/scenarios/{scenarioId}"]): Response {
  const response = sendJson(made, 201);
  response.headers.set("location", `/api/v1/scenarios/${made.id}`);
  return response;
}

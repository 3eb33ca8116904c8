/** Calculations of a scenario with all lines, under a name. */
import { createRoute } from "@hono/zod-openapi";
import { calculateScenarioRun } from "../../usecases/calculate-scenario-run.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD, problemAnswer } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { BODY_BYTES_LIMIT } from "../guard.ts";
import { limitBody } from "../limit-body.ts";
import { languageQuery } from "../request-schemas.ts";
import { refuseCalculation, refuseScenario } from "../scenario-answers.ts";
import { namedRunSchema, scenarioParameter } from "../scenario-request-schemas.ts";
import { runSchema } from "../schemas.ts";

const calculate = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/runs",
  tags: ["scenarios"],
  summary: "Calculates the newest revision with every line and keeps the run under a name",
  request: {
    params: scenarioParameter,
    query: languageQuery,
    body: { required: true, content: { "application/json": { schema: namedRunSchema } } },
  },
  middleware: [limitBody(BODY_BYTES_LIMIT)] as const,
  responses: {
    201: {
      ...jsonAnswer(runSchema, "The run"),
      headers: { location: { schema: { type: "string" }, description: "Where the run is" } },
    },
    ...MALFORMED,
    404: problemAnswer("There is no such scenario"),
    422: problemAnswer("The calculation was refused, with every issue"),
    ...OTHER_METHOD,
  },
});

/** Adds the named calculation of a scenario. */
export function addScenarioRunRoutes(api: Api, context: ApiContext): void {
  api.openapi(calculate, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const { name } = request.req.valid("json");
    const actor = actorOf(request);
    const asked = { scenarioId, actor, name };
    const made = await calculateScenarioRun(context.scenarioContext, asked);
    if (made === undefined) return refuseScenario(request, scenarioId);
    const { head, result } = made;
    if (!result.ok) {
      const { methodologyHash } = head;
      return refuseCalculation(context, request, { issues: result.issues, methodologyHash });
    }
    const response = sendJson(result.value, 201);
    response.headers.set("location", `/api/v1/runs/${result.value.id}`);
    return response;
  });
}

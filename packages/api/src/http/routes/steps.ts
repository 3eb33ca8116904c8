/** The way of a scenario: what keeps it from its next step, and taking the step. */
import { createRoute } from "@hono/zod-openapi";
import { InvariantViolation } from "@zhanbasy/core";
import type { ApiContract, ApiWriting } from "../../contract.ts";
import { describeObstacles } from "../../usecases/describe-obstacles.ts";
import { groundValues } from "../../usecases/grounds.ts";
import { readScenario } from "../../usecases/read-scenario.ts";
import {
  approvalGate,
  type GateReason,
  issueGate,
  readStanding,
  submissionGate,
} from "../../usecases/scenario-gate.ts";
import { type StepContext, takeStep } from "../../usecases/take-step.ts";
import { sendJson } from "../answers.ts";
import type { Api, ApiContext } from "../api-context.ts";
import { jsonAnswer, MALFORMED, OTHER_METHOD } from "../describe-route.ts";
import { actorOf } from "../entering.ts";
import { stepRequest } from "../publication-request-schemas.ts";
import { gateSchema, groundedValueSchema, listSchema } from "../publication-schemas.ts";
import { languageQuery } from "../request-schemas.ts";
import { scenarioParameter } from "../scenario-request-schemas.ts";
import { scenarioDetailSchema } from "../scenario-schemas.ts";
import { readerOf, refuseStep, withAssessment } from "../step-answers.ts";
import { jsonBodyAt, UNKNOWN, WRITING } from "../writing-routes.ts";

const TAGS = ["steps"];

const gate = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/gate",
  tags: TAGS,
  summary: "What keeps the scenario from each of its steps, for the person who asks",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(gateSchema, "Every reason; none where the step may be taken"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
  },
});

const weakValues = createRoute({
  method: "get",
  path: "/scenarios/{scenarioId}/weak-values",
  tags: TAGS,
  summary: "Values without an act that reach some line, with what was entered for them",
  request: { params: scenarioParameter, query: languageQuery },
  responses: {
    200: jsonAnswer(listSchema(groundedValueSchema), "The values"),
    ...{ ...MALFORMED, ...UNKNOWN, ...OTHER_METHOD },
  },
});

const step = createRoute({
  method: "post",
  path: "/scenarios/{scenarioId}/steps",
  tags: TAGS,
  summary: "Submits, approves or gives back; refused with every reason",
  ...jsonBodyAt(scenarioParameter, stepRequest),
  responses: {
    200: jsonAnswer(scenarioDetailSchema, "The scenario as it is now"),
    ...{ ...UNKNOWN, ...WRITING },
  },
});

/** Adds the gate, the weak values and the steps of a scenario. */
export function addStepRoutes(api: Api, context: ApiContext, steps: StepContext): void {
  const { store } = context;
  api.openapi(gate, (request) => {
    const { scenarioId } = request.req.valid("param");
    return withAssessment({ context, steps, request }, scenarioId, async (found) => {
      const standing = await readStanding(store, found.head, found.assessment);
      const question = { ...found, standing, actor: actorOf(request) };
      const reader = await readerOf(request, found.assessment);
      const told = (reasons: readonly GateReason[]) => describeObstacles(reasons, reader);
      const answer: ApiContract["/scenarios/{scenarioId}/gate"] = {
        submit: told(submissionGate(question)),
        approve: told(approvalGate(question)),
        preliminary: told(issueGate(question, "preliminary")),
        official: told(issueGate(question, "official")),
      };
      return sendJson(answer);
    });
  });
  api.openapi(weakValues, (request) => {
    const { scenarioId } = request.req.valid("param");
    return withAssessment({ context, steps, request }, scenarioId, async ({ assessment }) => {
      const items = await groundValues(store, assessment.weak);
      const answer: ApiContract["/scenarios/{scenarioId}/weak-values"] = { items };
      return sendJson(answer);
    });
  });
  api.openapi(step, async (request) => {
    const { scenarioId } = request.req.valid("param");
    const asked = { scenarioId, actor: actorOf(request), ...request.req.valid("json") };
    const taken = await takeStep(steps, asked);
    if (taken.kind !== "taken") return refuseStep(context, request, { scenarioId, refusal: taken });
    const scenario = await readScenario(steps, scenarioId);
    if (scenario === undefined) throw new InvariantViolation("a scenario is never removed");
    const answer: ApiWriting["POST /scenarios/{scenarioId}/steps"] = scenario;
    return sendJson(answer);
  });
}

/** The ways in which steps of scenarios are refused. */
import { issue } from "@zhanbasy/core";
import { describeObstacles } from "../usecases/describe-obstacles.ts";
import type { Assessment } from "../usecases/scenario-assessment.ts";
import type { ScenarioHead } from "../usecases/scenario-ports.ts";
import type { StepContext, StepRefusal } from "../usecases/take-step.ts";
import type { ApiContext, ApiRequest } from "./api-context.ts";
import { chooseLanguage, textsOf } from "./language.ts";
import { refuse } from "./problem.ts";
import { refuseCalculation, refuseScenario } from "./scenario-answers.ts";

/** The refusal, with every reason in the language of the request. */
export async function refuseStep(
  context: ApiContext,
  request: ApiRequest,
  { scenarioId, refusal }: { readonly scenarioId: string; readonly refusal: StepRefusal },
): Promise<Response> {
  switch (refusal.kind) {
    case "unknown":
      return refuseScenario(request, scenarioId);
    case "no-right":
      return refuse(request, "no-right");
    case "reason-required":
      return refuseField(request, "reason", "1–4000");
    case "refused": {
      const head = await context.store.scenarios.findHead(scenarioId);
      const { issues } = refusal;
      return refuseCalculation(context, request, {
        issues,
        methodologyHash: head?.methodologyHash,
      });
    }
    case "gate": {
      const reader = await readerOf(request, refusal.assessment);
      const obstacles = describeObstacles(refusal.reasons, reader);
      return refuse(request, "gate", { members: { obstacles } });
    }
  }
}

/** Whose words obstacles are told in. */
export async function readerOf(
  request: ApiRequest,
  { methodology }: Assessment,
): Promise<Parameters<typeof describeObstacles>[1]> {
  const language = chooseLanguage({
    query: request.req.query("language"),
    acceptLanguage: request.req.header("accept-language"),
  });
  return { translate: await textsOf(language), language, methodology };
}

/** A part of the request that means nothing that is known. */
export function refuseField(
  request: ApiRequest,
  name: string,
  expected: string,
): Promise<Response> {
  const issues = [issue("request-malformed", {}, { name, expected })];
  return refuse(request, "malformed", { issues });
}

/** Answers with what was found of a scenario, or tells why nothing can be found. */
export async function withAssessment(
  { context, steps, request }: StepRequestParts,
  scenarioId: string,
  answer: (found: {
    readonly head: ScenarioHead;
    readonly assessment: Assessment;
  }) => Promise<Response>,
): Promise<Response> {
  const head = await context.store.scenarios.findHead(scenarioId);
  if (head === undefined) return refuseScenario(request, scenarioId);
  const assessed = await steps.assess(head);
  if (assessed.ok) return answer({ head, assessment: assessed.value });
  const { methodologyHash } = head;
  return refuseCalculation(context, request, { issues: assessed.issues, methodologyHash });
}

/** What a route about steps has at hand. */
export type StepRequestParts = {
  readonly context: ApiContext;
  readonly steps: StepContext;
  readonly request: ApiRequest;
};

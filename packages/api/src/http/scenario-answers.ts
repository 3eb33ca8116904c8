/** The ways in which routes about scenarios refuse. */
import { type Issue, issue, parseMethodology } from "@zhanbasy/core";
import type { RevisionOutcome } from "../usecases/keep-revision.ts";
import { layersOf } from "../usecases/kept-inputs.ts";
import { sendJson } from "./answers.ts";
import type { ApiContext, ApiRequest } from "./api-context.ts";
import { refuse, refuseUnknown } from "./problem.ts";

/** The answer about a scenario that nobody has made. */
export function refuseScenario(request: ApiRequest, scenarioId: string): Promise<Response> {
  return refuseUnknown(request, issue("scenario-unknown", {}, { value: scenarioId }));
}

/** The refusal of a calculation, in the words of the methodology. */
export async function refuseCalculation(
  { store }: ApiContext,
  request: ApiRequest,
  refusal: { readonly issues: readonly Issue[]; readonly methodologyHash: string | undefined },
): Promise<Response> {
  const { issues, methodologyHash } = refusal;
  const documents =
    methodologyHash === undefined
      ? undefined
      : await store.methodologies.findDocuments(methodologyHash);
  const parsed = documents === undefined ? undefined : parseMethodology(layersOf(documents));
  const methodology = parsed?.ok === true ? parsed.value : undefined;
  return refuse(request, "refused", { issues, methodology });
}

/** What became of a batch. */
export function sendOutcome(
  context: ApiContext,
  request: ApiRequest,
  { scenarioId, outcome }: { readonly scenarioId: string; readonly outcome: RevisionOutcome },
): Response | Promise<Response> {
  switch (outcome.kind) {
    case "kept":
      return sendJson(outcome.batch);
    case "unknown":
      return refuseScenario(request, scenarioId);
    case "malformed": {
      const { name, expected } = outcome;
      return refuse(request, "malformed", {
        issues: [issue("request-malformed", {}, { name, expected })],
      });
    }
    case "conflict":
      return refuse(request, "edit-conflict", { members: { conflicts: outcome.conflicts } });
    case "refused": {
      const { issues, head } = outcome;
      return refuseCalculation(context, request, {
        ...{ issues, methodologyHash: head.methodologyHash },
      });
    }
    case "engine-version":
    case "scenario-not-draft":
    case "result-mismatch":
    case "nothing-to-undo":
      return refuse(request, outcome.kind);
  }
}

/** Findings of a scenario's register: who looks at each, and why one may stand. */
import { hashOf } from "@zhanbasy/core";
import type { Finding } from "../contract.ts";
import { decidedFindings } from "./issue-scenario.ts";
import type { Actor } from "./people-ports.ts";
import type { NewFindingDecision } from "./publication-ports.ts";
import type { Assessment } from "./scenario-assessment.ts";
import type { ScenarioHead } from "./scenario-ports.ts";
import type { StepContext } from "./take-step.ts";

export type FindingRequest = Pick<NewFindingDecision, "kind" | "owner" | "reason"> & {
  readonly actor: Actor;
  /** Ids of findings. */
  readonly findings: readonly string[];
};

export type FindingOutcome =
  | { readonly kind: "decided"; readonly findings: readonly Finding[] }
  /** What of the request nobody knows. */
  | { readonly kind: "malformed"; readonly name: string; readonly expected: string };

/** All findings with what was decided about them, for every scenario over the register. */
export async function listFindings(
  { store }: Pick<StepContext, "store">,
  head: ScenarioHead,
  { findings }: Assessment,
): Promise<readonly Finding[]> {
  return decidedFindings(findings, await store.findings.statesOf(head.registerHash));
}

/** Decides about several findings at once: all of them or, where one is not known, none. */
export async function decideFindings(
  context: StepContext,
  { head, assessment }: { readonly head: ScenarioHead; readonly assessment: Assessment },
  request: FindingRequest,
): Promise<FindingOutcome> {
  const { store, clock, ids } = context;
  const asked = new Set(request.findings);
  const known = assessment.findings.filter(({ id }) => asked.has(id));
  if (known.length < asked.size) return { kind: "malformed", name: "findings", expected: "id" };
  const isPerson =
    request.owner === undefined || (await store.people.find(request.owner)) !== undefined;
  if (!isPerson) return { kind: "malformed", name: "owner", expected: "UUID" };
  const madeAt = clock();
  const { kind, owner, actor } = request;
  const { registerHash } = head;
  const reason = request.reason.trim();
  const decision = { registerHash, kind, owner, reason, author: actor.personId, madeAt };
  const named = [...asked].sort();
  await store.findings.save(
    named.map((finding) => ({ ...decision, id: ids(), finding })),
    {
      ...{ madeAt, actor: actor.personId, action: "finding-decided" },
      subject: `register ${registerHash}`,
      // A journal of thousands of names helps nobody; the hash holds to which ones it was.
      facts: { decision: kind, count: `${named.length}`, findings: hashOf(named) },
    },
  );
  const decided = await listFindings(context, head, { ...assessment, findings: known });
  return { kind: "decided", findings: decided };
}

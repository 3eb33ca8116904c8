/** A scenario goes from state to state: submitted, approved, or back to its author. */
import { hashOf, type Issue } from "@zhanbasy/core";
import type { ScenarioState } from "../contract.ts";
import type { AuditAction, NewAuditEntry } from "./audit-ports.ts";
import { buildScenarioRun } from "./build-scenario-run.ts";
import type { Actor } from "./people-ports.ts";
import type { Store } from "./ports.ts";
import type { NewRun } from "./run-ports.ts";
import { type Assessment, type Assessor, createAssessor } from "./scenario-assessment.ts";
import type { ScenarioContext } from "./scenario-context.ts";
import {
  approvalGate,
  type GateQuestion,
  type GateReason,
  readStanding,
  submissionGate,
} from "./scenario-gate.ts";
import type { ScenarioHead } from "./scenario-ports.ts";

/** What steps are taken with. */
export type StepContext = ScenarioContext & { readonly assess: Assessor };

/** One for a process: what it has found of a revision serves every request. */
export function createStepContext(context: ScenarioContext): StepContext {
  return { ...context, assess: createAssessor(context) };
}

export type StepRequest = {
  readonly scenarioId: string;
  readonly actor: Actor;
  readonly to: "submitted" | "approved" | "draft";
  /** Required where a scenario is given back. */
  readonly reason: string;
};

/** Why a step was not taken. */
export type StepRefusal =
  | { readonly kind: "unknown" | "no-right" | "reason-required" }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] }
  | {
      readonly kind: "gate";
      readonly reasons: readonly GateReason[];
      readonly assessment: Assessment;
    };

export type StepOutcome = { readonly kind: "taken" } | StepRefusal;

/** What the journal calls a step, by the state to which it leads. */
export const STEP_ACTIONS = {
  submitted: "scenario-submitted",
  approved: "scenario-approved",
  draft: "scenario-returned",
  issued: "scenario-issued",
  superseded: "scenario-superseded",
} as const satisfies Record<ScenarioState, AuditAction>;

/** What the journal keeps of a step, by which a proof finds it; of a reason only its hash. */
export function stepFacts(step: {
  readonly revision: number;
  readonly runId: string | undefined;
  readonly reason: string;
}): Readonly<Record<string, string>> {
  const { revision, runId, reason } = step;
  return {
    revision: `${revision}`,
    ...(runId === undefined ? {} : { run: runId }),
    ...(reason === "" ? {} : { reason: hashOf(reason) }),
  };
}

/**
 * Takes the step and keeps with it, on submission, the run with every line: what is approved and
 * issued later is that run. Everything is kept together or not at all.
 */
export async function takeStep(context: StepContext, request: StepRequest): Promise<StepOutcome> {
  for (;;) {
    const outcome = await tryToStep(context, request);
    if (outcome !== "overtaken") return outcome;
  }
}

async function tryToStep(
  context: StepContext,
  request: StepRequest,
): Promise<StepOutcome | "overtaken"> {
  const { store, ids, clock } = context;
  const { scenarioId, actor, to } = request;
  const head = await store.scenarios.findHead(scenarioId);
  if (head === undefined) return { kind: "unknown" };
  if (to === "draft" && request.reason.trim() === "") return { kind: "reason-required" };
  const assessed = await context.assess(head);
  if (!assessed.ok) return { kind: "refused", issues: assessed.issues };
  const assessment = assessed.value;
  const refusal = await refusalOf(store, request, { head, assessment });
  if (refusal !== undefined) return refusal;
  const runId = ids();
  const run = to === "submitted" ? await runOf(context, head, runId) : undefined;
  if (run !== undefined && "issues" in run) return { kind: "refused", issues: run.issues };
  const outcome = await store.together(async (inside) => {
    return inside.scenarios.withLock(scenarioId, async (locked): Promise<StepOutcome | false> => {
      if (!isSame(locked.head, head)) return false;
      // It may have gone back and forth meanwhile: who submitted it may be somebody else.
      const late = await refusalOf(inside, request, { head, assessment });
      if (late !== undefined) return late;
      if (run !== undefined) await inside.runs.save(run);
      const step = { id: ids(), to, author: actor.personId, madeAt: clock() };
      const taken = { ...step, runId: run?.id, reason: request.reason.trim() };
      await locked.step(taken, entryOf(request, head, { at: step.madeAt, run }));
      return { kind: "taken" };
    });
  });
  return outcome === undefined || outcome === false ? "overtaken" : outcome;
}

/** Why the step cannot be taken as things stand. */
async function refusalOf(
  store: Store,
  request: StepRequest,
  { head, assessment }: { readonly head: ScenarioHead; readonly assessment: Assessment },
): Promise<StepRefusal | undefined> {
  const { actor, to } = request;
  const standing = await readStanding(store, head, assessment);
  if (!hasRight(request, head, standing.submittedBy)) return { kind: "no-right" };
  const reasons = gateOf(to, { actor, head, assessment, standing });
  return reasons.length > 0 ? { kind: "gate", reasons, assessment } : undefined;
}

/** An editor submits, an approver approves; who submitted may take it back before that. */
function hasRight(
  { actor, to }: StepRequest,
  { state }: ScenarioHead,
  submittedBy: string | undefined,
): boolean {
  switch (to) {
    case "submitted":
      return actor.role === "editor";
    case "approved":
      return actor.role === "approver";
    case "draft":
      if (actor.role === "approver") return true;
      return state === "submitted" && submittedBy === actor.personId;
  }
}

function gateOf(to: StepRequest["to"], question: GateQuestion): readonly GateReason[] {
  switch (to) {
    case "submitted":
      return submissionGate(question);
    case "approved":
      return approvalGate(question);
    case "draft": {
      const { state } = question.head;
      if (state === "submitted" || state === "approved") return [];
      return [{ code: "state", state, expected: "submitted" }];
    }
  }
}

async function runOf(
  context: StepContext,
  head: ScenarioHead,
  id: string,
): Promise<NewRun | { readonly issues: readonly Issue[] }> {
  const request = { id, createdAt: context.clock(), name: undefined };
  const built = await buildScenarioRun(context, head, request);
  return built.ok ? built.value : { issues: built.issues };
}

/** Whether nobody has changed the scenario since it was looked at. */
export function isSame(now: ScenarioHead, then: ScenarioHead): boolean {
  return (
    now.revision === then.revision && now.state === then.state && now.isArchived === then.isArchived
  );
}

function entryOf(
  { scenarioId, actor, to, reason }: StepRequest,
  { revision }: ScenarioHead,
  { at, run }: { readonly at: Date; readonly run: NewRun | undefined },
): NewAuditEntry {
  const facts = stepFacts({ revision, runId: run?.id, reason: reason.trim() });
  return {
    ...{ madeAt: at, actor: actor.personId, action: STEP_ACTIONS[to] },
    subject: `scenario ${scenarioId}`,
    facts: { ...facts, ...(run === undefined ? {} : { result: run.resultHash }) },
  };
}

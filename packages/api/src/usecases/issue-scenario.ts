/**
 * Issuing: the run that was approved goes out under a number and a seal.
 *
 * Issues of a budget year are numbered one after another. An official one takes the place of all
 * before it, a preliminary one only of preliminary ones: a standing official issue goes on standing
 * beside it. Preliminary or official, what was issued is never changed.
 */
import { InvariantViolation, type RegisterFinding } from "@zhanbasy/core";
import type { Finding, Publication, PublicationKind, ScenarioDetail } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Actor } from "./people-ports.ts";
import type { Store } from "./ports.ts";
import type { FindingState, NewPublication } from "./publication-ports.ts";
import { sealOf } from "./publication-seal.ts";
import type { Assessment } from "./scenario-assessment.ts";
import { type GateStanding, issueGate, readStanding } from "./scenario-gate.ts";
import type { LockedScenario, ScenarioHead } from "./scenario-ports.ts";
import {
  isSame,
  STEP_ACTIONS,
  type StepContext,
  type StepRefusal,
  stepFacts,
} from "./take-step.ts";

export type IssueRequest = {
  readonly scenarioId: string;
  readonly actor: Actor;
  readonly kind: PublicationKind;
};

export type IssueOutcome =
  | { readonly kind: "issued"; readonly publication: Publication }
  | StepRefusal;

/** Issues the newest revision, or tells every reason why not. */
export async function issueScenario(
  context: StepContext,
  request: IssueRequest,
): Promise<IssueOutcome> {
  for (;;) {
    const outcome = await tryToIssue(context, request);
    if (outcome !== "overtaken") return outcome;
  }
}

async function tryToIssue(
  context: StepContext,
  request: IssueRequest,
): Promise<IssueOutcome | "overtaken"> {
  const { store } = context;
  const { scenarioId, actor, kind } = request;
  const head = await store.scenarios.findHead(scenarioId);
  if (head === undefined) return { kind: "unknown" };
  if (actor.role !== "approver") return { kind: "no-right" };
  const assessed = await context.assess(head);
  if (!assessed.ok) return { kind: "refused", issues: assessed.issues };
  const assessment = assessed.value;
  const issued = await store.together(async (inside) => {
    // Turns come before scenarios, or two who issue would wait for each other's scenario.
    await inside.publications.takeTurn(head.asOf.budgetYear);
    return inside.scenarios.withLock(scenarioId, async (locked) => {
      if (!isSame(locked.head, head)) return undefined;
      const standing = await readStanding(inside, head, assessment);
      const reasons = issueGate({ actor, head, assessment, standing }, kind);
      if (reasons.length > 0) return { kind: "gate", reasons, assessment } as const;
      const id = await publish(context, { inside, locked, request, assessment, standing });
      return { kind: "issued", id } as const;
    });
  });
  if (issued === undefined) return "overtaken";
  if (issued.kind === "gate") return issued;
  const publication = await store.publications.find(issued.id);
  if (publication === undefined) throw new InvariantViolation("an issue that was kept is found");
  return { kind: "issued", publication };
}

type Issuing = {
  readonly inside: Store;
  readonly locked: LockedScenario;
  readonly request: IssueRequest;
  readonly assessment: Assessment;
  readonly standing: GateStanding;
};

/** Keeps the issue with its steps and entries; gives its id. */
async function publish(context: StepContext, issuing: Issuing): Promise<string> {
  const { inside, locked, request } = issuing;
  const { head } = locked;
  const standing = await inside.publications.findStanding(head.asOf.budgetYear);
  const superseded = standing.filter(({ kind }) => isSupersededBy(request.kind, kind));
  const publication = await sealedPublication(context, issuing, {
    number: (standing[0]?.number ?? 0) + 1,
    supersedes: superseded[0]?.id,
  });
  await inside.publications.save(publication);
  const { id, runId, issuedAt } = publication;
  const step = { author: request.actor.personId, madeAt: issuedAt, reason: "" };
  for (const { scenarioId } of superseded) {
    if (scenarioId === head.id) continue;
    await inside.scenarios.withLock(scenarioId, (other) => {
      const entry = entryOf("superseded", other.head, publication);
      return other.step({ ...step, id: context.ids(), to: "superseded", runId: undefined }, entry);
    });
  }
  const entry = entryOf("issued", head, publication);
  await locked.step({ ...step, id: context.ids(), to: "issued", runId }, entry);
  return id;
}

/** Whether an issue of the one kind takes the place of a standing one of the other. */
function isSupersededBy(kind: PublicationKind, standing: PublicationKind): boolean {
  return kind === "official" || standing === "preliminary";
}

async function sealedPublication(
  { ids, clock }: StepContext,
  { inside, locked, request, assessment, standing }: Issuing,
  { number, supersedes }: Pick<NewPublication, "number" | "supersedes">,
): Promise<NewPublication> {
  const { head } = locked;
  const { budgetYear } = head.asOf;
  const detail = await inside.scenarios.findDetail(head.id);
  const runId = submittedRun(detail);
  const run = await inside.runs.find(runId);
  const scenario = await inside.runs.findScenario(runId);
  if (run === undefined || scenario === undefined || scenario.revision !== head.revision) {
    throw new InvariantViolation("the run of what was submitted is kept");
  }
  const issue = {
    ...{ id: ids(), scenarioId: head.id, revision: head.revision, kind: request.kind, budgetYear },
    ...{ number, issuedBy: request.actor.personId },
  };
  const issuedAt = clock();
  const grounds = standing.values;
  const findings = decidedFindings(assessment.findings, standing.decisions);
  const sealed = {
    issue: { ...issue, issuedAt: issuedAt.toISOString(), supersedes: supersedes ?? null },
    ...{ grounds, findings, run, scenario },
  };
  return {
    ...{ ...issue, runId, issuedAt, supersedes, grounds, findings },
    seal: sealOf(sealed),
  };
}

/** The run that was kept with the last submission: nobody edits what is submitted. */
function submittedRun(detail: ScenarioDetail | undefined): string {
  const runId = detail?.steps.findLast(({ to }) => to === "submitted")?.runId;
  if (runId === undefined || runId === null) {
    throw new InvariantViolation("what is approved was submitted with its run");
  }
  return runId;
}

/** Findings with what people have decided about them. */
export function decidedFindings(
  findings: readonly RegisterFinding[],
  decisions: ReadonlyMap<string, FindingState>,
): readonly Finding[] {
  return findings.map((each) => ({
    ...each,
    ...(decisions.get(each.id) ?? { owner: null, waiver: null }),
  }));
}

function entryOf(
  to: "issued" | "superseded",
  { id, revision }: ScenarioHead,
  publication: NewPublication,
): NewAuditEntry {
  const { issuedBy, issuedAt, kind, seal } = publication;
  const runId = to === "issued" ? publication.runId : undefined;
  return {
    ...{ madeAt: issuedAt, actor: issuedBy, action: STEP_ACTIONS[to], subject: `scenario ${id}` },
    facts: {
      ...{ ...stepFacts({ revision, runId, reason: "" }), publication: publication.id },
      ...{ number: `${publication.number}`, kind, seal },
    },
  };
}

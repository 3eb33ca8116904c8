/**
 * Keeps a batch of edits as the next revision of a scenario, or says why not.
 *
 * The work is done on the newest revision without holding anything; only then the scenario is
 * locked, and where somebody of another process was faster the work is done again. So nobody waits
 * with a connection in hand, and each revision stands on the one before it.
 */
import { ENGINE_VERSION, type Issue } from "@zhanbasy/core";
import type { EditConflict, KeptBatch, ScenarioRevision } from "../contract.ts";
import type { NewAuditEntry } from "./audit-ports.ts";
import type { Actor } from "./people-ports.ts";
import type { SaidOverride, ScenarioContent } from "./scenario-books.ts";
import { questionOf, type ScenarioContext } from "./scenario-context.ts";
import {
  type AskedEdit,
  applyEdits,
  effectiveEdits,
  findConflicts,
  moveIssue,
  newEdits,
  touchedBy,
} from "./scenario-edits.ts";
import type { KeptRevision, NewRevision, RevisionResult, ScenarioHead } from "./scenario-ports.ts";

/** Who wants what to be kept, and what they know of the scenario. */
export type RevisionRequest = {
  readonly scenarioId: string;
  readonly actor: Pick<Actor, "personId">;
  readonly batchId: string;
  /** The revision that the sender knew; of an undoing it may be left out. */
  readonly baseRevision: number | undefined;
  readonly engineVersion: string;
  readonly resultHash: string | undefined;
};

/** What became of it. */
export type RevisionOutcome =
  | { readonly kind: "kept"; readonly batch: KeptBatch }
  | { readonly kind: "unknown" }
  | { readonly kind: "malformed"; readonly name: string; readonly expected: string }
  | { readonly kind: "conflict"; readonly conflicts: readonly EditConflict[] }
  | { readonly kind: "refused"; readonly issues: readonly Issue[]; readonly head: ScenarioHead }
  | {
      readonly kind:
        | "engine-version"
        | "scenario-not-draft"
        | "result-mismatch"
        | "nothing-to-undo";
    };

/** What is asked of the cells, and at which revision who asks knew them. */
export type PlannedRevision = Pick<NewRevision, "kind" | "undoes"> & {
  readonly asked: readonly AskedEdit[];
  readonly knownAt: number;
};

/** Plans on the newest revision; nothing where there is nothing to be undone, or the faults. */
export type PlanRevision = (
  head: ScenarioHead,
) => Promise<PlannedRevision | { readonly issues: readonly Issue[] } | undefined>;

/** The same batch again gives the answer of the first time. */
export function keepRevision(
  context: ScenarioContext,
  request: RevisionRequest,
  plan: PlanRevision,
): Promise<RevisionOutcome> {
  return context.takeTurn(request.scenarioId, async () => {
    for (;;) {
      const outcome = await tryToKeep(context, request, plan);
      if (outcome !== "overtaken") return outcome;
    }
  });
}

async function tryToKeep(
  context: ScenarioContext,
  request: RevisionRequest,
  plan: PlanRevision,
): Promise<RevisionOutcome | "overtaken"> {
  const { scenarios } = context.store;
  const { scenarioId, batchId, baseRevision } = request;
  const head = await scenarios.findHead(scenarioId);
  if (head === undefined) return { kind: "unknown" };
  const known = await scenarios.findBatch(scenarioId, batchId);
  if (known !== undefined) return answerAgain(context, request, known);
  const refusal = refusalOf(request, head);
  if (refusal !== undefined) return refusal;
  const planned = await plan(head);
  if (planned === undefined) return { kind: "nothing-to-undo" };
  if ("issues" in planned) return { kind: "refused", issues: planned.issues, head };
  const range = { after: planned.knownAt, upTo: head.revision };
  const touched = touchedBy(await scenarios.revisionsBetween(scenarioId, range));
  const conflicts = findConflicts(planned.asked, touched);
  if (conflicts.length > 0) return { kind: "conflict", conflicts };
  const content = await context.books.contentOf(head, head.revision);
  const edits = effectiveEdits(planned.asked, content.own, touched);
  const madeAt = context.clock();
  const own = applyEdits(content.own, edits, {
    ...{ author: request.actor.personId, madeAt, revision: head.revision + 1 },
  });
  const calculated = await calculate(context, head, { content, own, edits });
  if (!calculated.ok) return { kind: "refused", issues: calculated.issues, head };
  const isAlone = baseRevision === head.revision;
  const { resultHash = calculated.value.resultHash } = request;
  if (isAlone && resultHash !== calculated.value.resultHash) return { kind: "result-mismatch" };
  const revision = await append(context, request, head, {
    ...{ ...calculated.value, kind: planned.kind, undoes: planned.undoes, batchId, madeAt },
    ...{ author: request.actor.personId, edits: newEdits(edits, content.own) },
    editCount: own.length,
  });
  if (revision === undefined) return "overtaken";
  context.books.remember(scenarioId, revision.number, own);
  return keptAnswer(context, request, { revision, result: calculated.value });
}

function refusalOf(
  { engineVersion, baseRevision }: RevisionRequest,
  { state, isArchived, revision }: ScenarioHead,
): RevisionOutcome | undefined {
  if (engineVersion !== ENGINE_VERSION) return { kind: "engine-version" };
  if (state !== "draft" || isArchived) return { kind: "scenario-not-draft" };
  if (baseRevision === undefined || baseRevision <= revision) return undefined;
  return { kind: "malformed", name: "baseRevision", expected: `1–${revision}` };
}

async function calculate(
  { desk }: ScenarioContext,
  head: ScenarioHead,
  next: {
    readonly content: ScenarioContent;
    readonly own: readonly SaidOverride[];
    readonly edits: readonly AskedEdit[];
  },
): ReturnType<typeof desk.calculate> {
  const { content, own, edits } = next;
  const calculated = await desk.calculate(questionOf(head, { ...content, own }));
  if (calculated.ok) return calculated;
  const positions = new Map(edits.map(({ said, position }) => [said, position]));
  const all = [...content.inherited, ...own];
  const moved = (found: Issue): Issue =>
    moveIssue(found, (place) => positions.get(all[place]?.said));
  const [first, ...others] = calculated.issues;
  return { ok: false, issues: [moved(first), ...others.map(moved)] };
}

/** Nothing when the scenario is not as it was any more. */
function append(
  { store }: ScenarioContext,
  { scenarioId, actor }: RevisionRequest,
  head: ScenarioHead,
  revision: NewRevision,
): Promise<ScenarioRevision | undefined> {
  const entry: NewAuditEntry = {
    madeAt: revision.madeAt,
    actor: actor.personId,
    action: revision.kind === "edited" ? "scenario-edited" : "scenario-undone",
    subject: `scenario ${scenarioId}`,
    facts: { revision: `${head.revision + 1}`, edits: `${revision.edits.length}` },
  };
  return store.scenarios.withLock(scenarioId, async (locked) => {
    const { revision: newest, state, isArchived } = locked.head;
    const isSame =
      newest === head.revision && state === head.state && isArchived === head.isArchived;
    return isSame ? locked.append(revision, entry) : undefined;
  });
}

async function answerAgain(
  context: ScenarioContext,
  request: RevisionRequest,
  known: KeptRevision,
): Promise<RevisionOutcome> {
  if (known.revision.author.id !== request.actor.personId) {
    return { kind: "malformed", name: "batchId", expected: "UUID" };
  }
  return keptAnswer(context, request, known);
}

async function keptAnswer(
  { store }: ScenarioContext,
  { scenarioId, baseRevision }: RevisionRequest,
  { revision, result }: KeptRevision,
): Promise<RevisionOutcome> {
  const upTo = revision.number - 1;
  const range = { after: baseRevision ?? upTo, upTo };
  const since = await store.scenarios.revisionsBetween(scenarioId, range);
  const { totals, identity } = result;
  const batch = { revision, totals, envelope: envelopeData(result), identity, since };
  return { kind: "kept", batch };
}

function envelopeData({ limit, totals }: RevisionResult): KeptBatch["envelope"] {
  if (limit === undefined) return null;
  const headroom = limit.limit - BigInt(totals.totalTiyn);
  return {
    ...{ limitTiyn: limit.limit.toString(), headroomTiyn: headroom.toString() },
    status: limit.status,
  };
}

/** A batch of edits and how far it has come on its way to the server. */
import type { EditConflict, KeptBatch } from "@zhanbasy/api/contract";

import { type ApiFault, problemMember } from "../../api-client.ts";
import type { QueuedEdit, WaitingBatch } from "./kept-edits.ts";

/**
 * Waits, is being sent, is kept by the server; or somebody else has changed its cell since; or it
 * was refused.
 */
export type QueuedBatch = WaitingBatch & {
  readonly state: "waiting" | "sending" | "kept" | "conflict" | "refused";
  /** What others have said of its cells since; empty unless that is its state. */
  readonly conflicts: readonly EditConflict[];
  /** Why the server did not take it. */
  readonly fault: ApiFault | undefined;
  /** The revision as which the server kept it. */
  readonly keptAs: number | undefined;
};

/** How the way to the server is: an outdated page must be loaded anew before anything is sent. */
export type QueueLink = "open" | "offline" | "failing" | "outdated";

/** Which of two values of a cell holds. */
export type ConflictChoice = "mine" | "theirs";

/** A batch that has not been sent. */
export function waiting(batch: WaitingBatch): QueuedBatch {
  return { ...batch, state: "waiting", conflicts: [], fault: undefined, keptAs: undefined };
}

/** What is kept of a batch in this browser. */
export function waitingPart({ batchId, baseRevision, edits, madeAt }: QueuedBatch): WaitingBatch {
  return { batchId, baseRevision, edits, madeAt };
}

/** The first that waits behind nothing of its own cells. */
export function findSendable(batches: readonly QueuedBatch[]): QueuedBatch | undefined {
  const held = new Set<string>();
  return batches.find(({ state, edits }) => {
    if (state === "waiting" && !edits.some(({ cell }) => held.has(cell))) return true;
    if (state !== "kept") for (const { cell } of edits) held.add(cell);
    return false;
  });
}

/**
 * A later batch stands on the new revision, unless somebody else has meanwhile spoken of its cells:
 * then its own revision stays, and the server tells of the conflict.
 */
export function movedOn(batch: QueuedBatch, { revision, since }: KeptBatch): QueuedBatch {
  if (batch.state !== "waiting" || batch.baseRevision >= revision.number) return batch;
  const theirs = new Set(since.flatMap(({ edits }) => edits.map(({ cell }) => cell)));
  const isFree = !batch.edits.some(({ cell }) => theirs.has(cell));
  return isFree ? { ...batch, baseRevision: revision.number } : batch;
}

/** A batch that the server did not take, with what it said. */
export function refusedBatch(batch: QueuedBatch, fault: ApiFault): QueuedBatch {
  const conflicts = conflictsIn(fault);
  return { ...batch, state: conflicts.length > 0 ? "conflict" : "refused", conflicts, fault };
}

/** The edits of a batch that are to be sent again after the person has chosen. */
export function chosenEdits(
  { edits }: QueuedBatch,
  choices: ReadonlyMap<string, ConflictChoice>,
): readonly QueuedEdit[] {
  return edits.filter(({ cell }) => choices.get(cell) !== "theirs");
}

/** What a fault says of the way to the server; open where it is the batch that is refused. */
export function linkAfter(fault: ApiFault): QueueLink {
  if (fault.kind === "network") return "offline";
  if (fault.problem?.code === "engine-version") return "outdated";
  return fault.status >= 500 || fault.status === 429 ? "failing" : "open";
}

function conflictsIn(fault: ApiFault): readonly EditConflict[] {
  if (fault.kind === "network" || fault.problem?.code !== "edit-conflict") return [];
  return (problemMember(fault, "conflicts") ?? []) as readonly EditConflict[];
}

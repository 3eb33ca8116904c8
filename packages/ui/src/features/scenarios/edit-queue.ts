/**
 * Edits on their way to the server: one batch after another, each until it is acknowledged.
 *
 * After a fault of the network the batch is sent again under the same name, so it is kept once.
 * A batch never passes an earlier one that touches the same cell; one in conflict or refused stays,
 * with its reasons, until the person has decided.
 */
import type { KeptBatch } from "@zhanbasy/api/contract";

import { findApiFault } from "../../api-client.ts";
import type { KeptEdits, QueuedEdit, WaitingBatch } from "./kept-edits.ts";
import {
  type ConflictChoice,
  chosenEdits,
  findSendable,
  linkAfter,
  movedOn,
  type QueuedBatch,
  type QueueLink,
  refusedBatch,
  waiting,
  waitingPart,
} from "./queued-batch.ts";

/** All that a screen shows of it. */
export type QueueView = {
  readonly batches: readonly QueuedBatch[];
  readonly link: QueueLink;
  /** When the way was lost; milliseconds since 1970. */
  readonly lostSince: number | undefined;
  readonly savedAt: number | undefined;
};

/** The queue of one person's edits in one scenario. */
export type EditQueue = {
  readonly view: () => QueueView;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly add: (edits: readonly QueuedEdit[], baseRevision: number) => void;
  /** Sends what waits, now. */
  readonly retry: () => void;
  /** Forgets a batch that the server does not take. */
  readonly discard: (batchId: string) => void;
  /** Goes on with a batch in conflict: cells without a choice are mine. */
  readonly resolve: (batchId: string, choices: ReadonlyMap<string, ConflictChoice>) => void;
  /** Batches kept up to this revision stand in the scenario itself now. */
  readonly forgetKept: (revision: number) => void;
  /** Takes all that nobody has acknowledged out of the queue, to put it elsewhere. */
  readonly takeUnkept: () => readonly QueuedEdit[];
};

/** What the queue needs of the world. */
export type QueueWorld = {
  readonly kept: KeptEdits;
  readonly send: (batch: WaitingBatch) => Promise<KeptBatch>;
  readonly onKept: (answer: KeptBatch) => void;
  /** Called when others turn out to have changed the same cells. */
  readonly onConflict: () => void;
  readonly newId: () => string;
  readonly now: () => number;
  /** Asks to be called after so many milliseconds. */
  readonly later: (milliseconds: number, work: () => void) => void;
};

const RETRY_MS = [1000, 2000, 5000, 10_000, 30_000];

/** Opens the queue with what was kept from before, and sends it. */
export function openEditQueue(world: QueueWorld): EditQueue {
  const { kept } = world;
  const shown = openView(kept.load().map(waiting));
  const sendNext = openSender(world, shown);
  const put = (batch: WaitingBatch): QueuedBatch => {
    kept.put(batch);
    return waiting(batch);
  };
  const replace = (batchId: string, by: readonly QueuedBatch[]): void => {
    kept.drop(batchId);
    shown.replace(batchId, by);
    sendNext();
  };
  // Whoever opens the queue must have it in hand before the first answer comes.
  queueMicrotask(sendNext);
  return {
    view: shown.view,
    subscribe: shown.subscribe,
    add: (edits, baseRevision) => {
      const batch = put({ batchId: world.newId(), baseRevision, edits, madeAt: world.now() });
      shown.show({ batches: [...shown.view().batches, batch] });
      sendNext();
    },
    retry: sendNext,
    discard: (batchId) => replace(batchId, []),
    resolve: (batchId, choices) => {
      const batch = shown.view().batches.find((each) => each.batchId === batchId);
      if (batch === undefined) return;
      const edits = chosenEdits(batch, choices);
      const baseRevision = Math.max(...batch.conflicts.map(({ revision }) => revision));
      // Nothing was kept under the old name, but the new one says something else.
      const again = { batchId: world.newId(), baseRevision, edits, madeAt: batch.madeAt };
      replace(batchId, edits.length === 0 ? [] : [put(again)]);
    },
    forgetKept: (revision) => {
      const left = shown.view().batches.filter(({ keptAs = revision + 1 }) => keptAs > revision);
      if (left.length < shown.view().batches.length) shown.show({ batches: left });
    },
    takeUnkept: () => {
      const isTaken = ({ state }: QueuedBatch): boolean => state !== "kept" && state !== "sending";
      const { batches } = shown.view();
      const taken = batches.filter(isTaken);
      for (const { batchId } of taken) kept.drop(batchId);
      shown.show({ batches: batches.filter((batch) => !isTaken(batch)) });
      return taken.flatMap(({ edits }) => edits);
    },
  };
}

type ShownQueue = Pick<EditQueue, "view" | "subscribe"> & {
  readonly show: (change: Partial<QueueView>) => void;
  readonly replace: (batchId: string, by: readonly QueuedBatch[]) => void;
};

/** What is shown, and who is told when it changes. */
function openView(batches: readonly QueuedBatch[]): ShownQueue {
  const listeners = new Set<() => void>();
  let view: QueueView = { batches, link: "open", lostSince: undefined, savedAt: undefined };
  const show = (change: Partial<QueueView>): void => {
    view = { ...view, ...change };
    for (const tell of listeners) tell();
  };
  return {
    view: () => view,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    show,
    replace: (batchId, by) =>
      show({ batches: view.batches.flatMap((each) => (each.batchId === batchId ? by : [each])) }),
  };
}

/** The work that sends the next batch, unless one is on its way. */
function openSender(world: QueueWorld, shown: ShownQueue): () => void {
  const { kept } = world;
  let failures = 0;

  const sendNext = (): void => {
    const { batches, link } = shown.view();
    if (link === "outdated" || batches.some(({ state }) => state === "sending")) return;
    const next = findSendable(batches);
    if (next === undefined) return;
    shown.replace(next.batchId, [{ ...next, state: "sending" }]);
    void world.send(waitingPart(next)).then(
      (answer) => acknowledge(next, answer),
      (error: unknown) => stay(next, error),
    );
  };

  const acknowledge = ({ batchId }: QueuedBatch, answer: KeptBatch): void => {
    failures = 0;
    kept.drop(batchId);
    const keptAs = answer.revision.number;
    const batches = shown.view().batches.map((each): QueuedBatch => {
      if (each.batchId === batchId) return { ...each, state: "kept", keptAs };
      const moved = movedOn(each, answer);
      if (moved !== each) kept.put(waitingPart(moved));
      return moved;
    });
    shown.show({ batches, link: "open", lostSince: undefined, savedAt: world.now() });
    world.onKept(answer);
    sendNext();
  };

  const stay = (batch: QueuedBatch, error: unknown): void => {
    const fault = findApiFault(error);
    if (fault === undefined) throw error;
    const link = linkAfter(fault);
    if (link === "open") {
      const refused = refusedBatch(batch, fault);
      shown.replace(batch.batchId, [refused]);
      shown.show({ link, lostSince: undefined });
      if (refused.state === "conflict") world.onConflict();
      sendNext();
      return;
    }
    shown.replace(batch.batchId, [batch]);
    shown.show({ link, lostSince: shown.view().lostSince ?? world.now() });
    if (link === "outdated") return;
    world.later(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0, sendNext);
    failures += 1;
  };

  return sendNext;
}

/** The queue of edits of a scenario, which outlives the screen that shows it. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import type { KeptBatch, ScenarioDetail } from "@zhanbasy/api/contract";
import { ENGINE_VERSION } from "@zhanbasy/core";
import { useEffect, useSyncExternalStore } from "react";

import { sendJson } from "../../api-client.ts";
import { type EditQueue, openEditQueue, type QueueView } from "./edit-queue.ts";
import { openKeptEdits, type WaitingBatch } from "./kept-edits.ts";
import { newId } from "./new-id.ts";
import { keyOf, refreshScenario } from "./scenario-queries.ts";

/** As many as the page has opened; the page's client holds them, so that nothing is sent twice. */
const QUEUES = new WeakMap<QueryClient, Map<string, EditQueue>>();

/** The queue of one person's edits in one scenario, and what it shows now. */
export function useEditQueue(
  personId: string,
  scenario: Pick<ScenarioDetail, "id" | "revision">,
): { readonly queue: EditQueue; readonly queueView: QueueView } {
  const client = useQueryClient();
  const queue = queueOf(client, personId, scenario.id);
  const queueView = useSyncExternalStore(queue.subscribe, queue.view);
  useEffect(() => {
    queue.forgetKept(scenario.revision);
  }, [queue, scenario.revision]);
  useEffect(() => {
    const retry = (): void => queue.retry();
    const warn = (event: BeforeUnloadEvent): void => {
      // Kept in this browser all the same, but somebody who leaves should know of it.
      if (queue.view().batches.some(({ state }) => state === "sending")) event.preventDefault();
    };
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
    };
  }, [queue]);
  return { queue, queueView };
}

/** The queue of a scenario, opened when it is first asked for. */
export function queueOf(client: QueryClient, personId: string, scenarioId: string): EditQueue {
  const queues = QUEUES.get(client) ?? new Map<string, EditQueue>();
  QUEUES.set(client, queues);
  const key = `${personId} ${scenarioId}`;
  const opened =
    queues.get(key) ??
    openEditQueue({
      kept: openKeptEdits(personId, scenarioId),
      send: (batch) => sendBatch(scenarioId, batch),
      onKept: (answer) => takeAnswer(client, scenarioId, answer),
      onConflict: () => refreshScenario(client, scenarioId),
      newId,
      now: () => Date.now(),
      later: (milliseconds, work) => void setTimeout(work, milliseconds),
    });
  queues.set(key, opened);
  return opened;
}

function sendBatch(scenarioId: string, batch: WaitingBatch): Promise<KeptBatch> {
  const { batchId, baseRevision } = batch;
  const edits = batch.edits.map(({ cell, override }) =>
    override === null ? { cell } : { override },
  );
  return sendJson(
    "POST /scenarios/{scenarioId}/batches",
    { path: { scenarioId } },
    { batchId, baseRevision, engineVersion: ENGINE_VERSION, edits },
  );
}

/** Totals change at once; the list of overrides is asked anew. */
function takeAnswer(client: QueryClient, scenarioId: string, answer: KeptBatch): void {
  client.setQueryData<ScenarioDetail>(keyOf(scenarioId, "detail"), (detail) => {
    if (detail === undefined) return undefined;
    const { totals, envelope, identity } = answer;
    return { ...detail, totals, totalTiyn: totals.totalTiyn, envelope, identity };
  });
  refreshScenario(client, scenarioId);
}

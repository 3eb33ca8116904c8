/** Scenarios as the page writes them: batches of edits, each under an id of its own. */
import { randomUUID } from "node:crypto";
import type {
  ApiContract,
  KeptBatch,
  OverrideJson,
  ScenarioDetail,
  ScenarioRevision,
} from "../../packages/api/src/contract.ts";
import { type Answer, askFor, type Client, isWell, readAnswer } from "./http-client.ts";
import type { Session } from "./session.ts";

/** What a batch says of a cell; without a value what the scenario said of it goes. */
export type SentEdit = {
  readonly cell: string;
  readonly value: number | null;
  readonly override: OverrideJson | null;
};

export type SentBatch = {
  readonly batchId: string;
  readonly baseRevision: number;
  readonly edits: readonly SentEdit[];
};

/** A batch of which the server has said that it is kept. */
export type AcknowledgedBatch = SentBatch & { readonly revision: number };

const PAGE = 100;

/** A new branch of the first scenario of the demonstration. */
export async function branchScenario(
  client: Client,
  session: Session,
  name: string,
): Promise<ScenarioDetail> {
  const path = "/scenarios";
  const { items } = await askFor<ApiContract["/scenarios"]>(client, { path, session });
  const base = items.find(({ parent }) => parent === null);
  if (base === undefined) throw new Error("the demonstration has no scenario");
  const body = { id: randomUUID(), name, parent: { id: base.id } };
  return askFor<ScenarioDetail>(client, { method: "POST", path, session, body });
}

/** What the server says to a batch. */
export function sendBatch(
  client: Client,
  session: Session,
  { scenario, batch }: { scenario: ScenarioDetail; batch: SentBatch },
): Promise<Answer> {
  const { batchId, baseRevision } = batch;
  const edits = batch.edits.map(({ cell, override }) =>
    override === null ? { cell } : { override },
  );
  return client.ask({
    ...{ method: "POST", session, path: `/scenarios/${scenario.id}/batches` },
    body: { batchId, baseRevision, engineVersion: scenario.engineVersion, edits },
  });
}

/** The revision that the batch became; nothing where it was refused. */
export function revisionOf(answer: Answer): number | undefined {
  if (!isWell(answer.status)) return undefined;
  return (readAnswer(answer) as KeptBatch).revision.number;
}

export function readScenario(
  client: Client,
  session: Session,
  id: string,
): Promise<ScenarioDetail> {
  return askFor<ScenarioDetail>(client, { path: `/scenarios/${id}`, session });
}

/** All revisions, the oldest first. */
export async function readRevisions(
  client: Client,
  session: Session,
  id: string,
): Promise<readonly ScenarioRevision[]> {
  const revisions: ScenarioRevision[] = [];
  for (let next: string | null = ""; next !== null; ) {
    const from: string = next === "" ? "" : `&after=${encodeURIComponent(next)}`;
    const path = `/scenarios/${id}/revisions?limit=${PAGE}${from}`;
    const page = await askFor<ApiContract["/scenarios/{scenarioId}/revisions"]>(client, {
      ...{ path, session },
    });
    revisions.push(...page.items);
    next = page.next;
  }
  return revisions.toSorted((left, right) => left.number - right.number);
}

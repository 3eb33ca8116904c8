/** Somebody who edits a scenario without a pause, as many others do at the same time. */
import { randomUUID } from "node:crypto";
import type { ScenarioDetail } from "../../packages/api/src/contract.ts";
import type { Random } from "../support/random.ts";
import type { Cell } from "./bench-city.ts";
import type { Answer } from "./http-client.ts";
import {
  type AcknowledgedBatch,
  revisionOf,
  type SentBatch,
  type SentEdit,
} from "./scenario-writing.ts";
import type { Session } from "./session.ts";

export type Writing = {
  readonly scenario: ScenarioDetail;
  /** Cells on which the writers meet. */
  readonly cells: readonly [Cell, ...Cell[]];
  readonly random: Random;
  /** Whether to go on. */
  readonly goesOn: () => boolean;
  /** The answer to a batch. */
  readonly send: (session: Session, batch: SentBatch) => Promise<Answer>;
  /** The newest revision, which a writer reads after a conflict. */
  readonly readRevision: (session: Session) => Promise<number>;
};

/** What all writers together have seen. */
export type WritingRecord = {
  readonly acknowledged: AcknowledgedBatch[];
  readonly sent: Set<string>;
  /** Milliseconds until a batch was acknowledged. */
  readonly times: number[];
  /** Batches that were refused because somebody had said otherwise. */
  conflicts: number;
  readonly errors: string[];
  /** Batches that got another answer when they were sent again. */
  readonly twofold: string[];
};

const MOST_EDITS = 4;
const MOST_PUPILS = 2000;
const TAKEN_BACK_PERCENT = 8;
const SENT_AGAIN_PERCENT = 5;
const CONFLICT = 409;

export function createRecord(): WritingRecord {
  return { acknowledged: [], sent: new Set(), times: [], conflicts: 0, errors: [], twofold: [] };
}

/** Writes until it is to stop; knows of the others only what the server tells. */
export async function write(
  writing: Writing,
  session: Session,
  record: WritingRecord,
): Promise<void> {
  const { scenario, random, goesOn, send } = writing;
  let baseRevision = scenario.revision;
  while (goesOn()) {
    const batch = { batchId: randomUUID(), baseRevision, edits: randomEdits(writing) };
    record.sent.add(batch.batchId);
    const started = performance.now();
    const answer = await send(session, batch).catch((error: unknown) => String(error));
    if (typeof answer === "string") {
      record.errors.push(answer);
      continue;
    }
    const revision = revisionOf(answer);
    if (revision !== undefined) {
      record.times.push(performance.now() - started);
      record.acknowledged.push({ ...batch, revision });
      baseRevision = revision;
      if (random.chance(SENT_AGAIN_PERCENT)) await sendAgain(writing, session, { batch, record });
    } else if (answer.status === CONFLICT) {
      record.conflicts += 1;
      baseRevision = await writing.readRevision(session);
    } else {
      record.errors.push(`${answer.status} ${answer.body.toString().slice(0, 300)}`);
    }
  }
}

/** The same batch again must get the same answer, and change nothing. */
async function sendAgain(
  { send }: Writing,
  session: Session,
  { batch, record }: { batch: SentBatch; record: WritingRecord },
): Promise<void> {
  const first = record.acknowledged.find(({ batchId }) => batchId === batch.batchId)?.revision;
  const second = revisionOf(await send(session, batch));
  if (first !== second) record.twofold.push(`${batch.batchId}: ${first} and ${second}`);
}

function randomEdits({ cells, random }: Writing): readonly SentEdit[] {
  const chosen = new Map<string, Cell>();
  const count = random.int(1, MOST_EDITS);
  for (let edit = 0; edit < count; edit += 1) {
    const cell = random.pick(cells);
    chosen.set(cell.name, cell);
  }
  return [...chosen.values()].map((cell) => {
    if (random.chance(TAKEN_BACK_PERCENT)) return { cell: cell.name, value: null, override: null };
    const value = random.int(1, MOST_PUPILS);
    return { cell: cell.name, value, override: cell.override(value, "") };
  });
}

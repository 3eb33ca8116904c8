/**
 * Edits that the server has not acknowledged, kept in this browser: a reload loses nothing.
 *
 * Each batch has a key of its own, so two windows never write over each other; both may send the
 * same batch, since the server keeps a batch once.
 */
import type { OverrideJson } from "@zhanbasy/api/contract";

/** What is said of a cell, or that nothing is said of it any more. */
export type QueuedEdit = {
  readonly cell: string;
  /** Null takes the override of the cell away. */
  readonly override: OverrideJson | null;
};

/** A batch as it waits to be sent. */
export type WaitingBatch = {
  readonly batchId: string;
  /** The revision that the person saw when they made it. */
  readonly baseRevision: number;
  readonly edits: readonly QueuedEdit[];
  /** Milliseconds since 1970. */
  readonly madeAt: number;
};

/** The place where one person's batches for one scenario are kept. */
export type KeptEdits = {
  /** The oldest first; what cannot be read is left out. */
  readonly load: () => readonly WaitingBatch[];
  readonly put: (batch: WaitingBatch) => void;
  readonly drop: (batchId: string) => void;
};

/** The shell removes what begins so when a person signs out, after a question. */
const PREFIX = "zhanbasy.unsent.";

/** Opens the place in this browser's storage. */
export function openKeptEdits(
  personId: string,
  scenarioId: string,
  storage: Storage = localStorage,
): KeptEdits {
  const prefix = `${PREFIX}${personId}.${scenarioId}.`;
  return {
    load: () =>
      Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => readBatch(storage.getItem(key)))
        .toSorted((left, right) => left.madeAt - right.madeAt),
    put: (batch) => storage.setItem(prefix + batch.batchId, JSON.stringify(batch)),
    drop: (batchId) => storage.removeItem(prefix + batchId),
  };
}

function readBatch(text: string | null): readonly WaitingBatch[] {
  const read = parseJson(text);
  return isBatch(read) ? [read] : [];
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function isBatch(read: unknown): read is WaitingBatch {
  if (!isRecord(read)) return false;
  const { batchId, baseRevision, edits, madeAt } = read;
  return (
    typeof batchId === "string" &&
    Number.isInteger(baseRevision) &&
    typeof madeAt === "number" &&
    Array.isArray(edits) &&
    edits.every(isEdit)
  );
}

function isEdit(read: unknown): boolean {
  if (!isRecord(read) || typeof read["cell"] !== "string") return false;
  return read["override"] === null || isRecord(read["override"]);
}

function isRecord(read: unknown): read is Readonly<Record<string, unknown>> {
  return typeof read === "object" && read !== null && !Array.isArray(read);
}

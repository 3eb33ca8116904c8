/**
 * What was edited in a workbook, batch by batch, over all its sheets. Batches name sheets, rows and
 * columns, never places, so taking back survives sorting, filters and a change of sheet. Whether a
 * batch may be applied, also backwards, its owner alone judges.
 */
import {
  type EditBatch,
  type EditKind,
  type EditRefusal,
  inverseOf,
} from "../editing/edit-batch.ts";

/** What came of taking back or doing again; the batch is the one that was applied or refused. */
export type UndoOutcome =
  | { readonly kind: "empty" }
  | { readonly kind: "done"; readonly batch: EditBatch }
  | {
      readonly kind: "refused";
      readonly batch: EditBatch;
      readonly refusals: readonly EditRefusal[];
    };

/** What a batch was, for words about it. */
export type BatchWords = { readonly kind: EditKind; readonly count: number };

/** What stands next in either direction; null where there is nothing. */
export type HistoryState = {
  readonly undo: BatchWords | null;
  readonly redo: BatchWords | null;
};

/** The history of one workbook. All functions may be passed on alone. */
export type EditHistory = {
  /** Applies a batch and remembers it; one that is refused is not remembered. */
  readonly apply: (batch: EditBatch) => readonly EditRefusal[];
  readonly undo: () => UndoOutcome;
  readonly redo: () => UndoOutcome;
  /** The same object until something changes. */
  readonly state: () => HistoryState;
  /** Returns the function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Forgets everything, as when another workbook is opened. */
  readonly clear: () => void;
};

/** What a history stands on. */
export type HistoryOwner = {
  /** Takes all edits of the batch or none; returns why none were taken. */
  readonly apply: (batch: EditBatch) => readonly EditRefusal[];
  /** Brings the cells of a batch on view, on whatever sheet they are. */
  readonly reveal: (batch: EditBatch) => void;
  /** Edits that are remembered at most; the last batch always is. */
  readonly mostEdits?: number;
};

const MOST_EDITS = 1_000_000;

/** A history that remembers nothing yet. */
export function createEditHistory(owner: HistoryOwner): EditHistory {
  const { apply, reveal, mostEdits = MOST_EDITS } = owner;
  const done: EditBatch[] = [];
  const undone: EditBatch[] = [];
  const listeners = new Set<() => void>();
  let state: HistoryState = { undo: null, redo: null };
  const tell = (): void => {
    state = { undo: wordsOf(done.at(-1)), redo: wordsOf(undone.at(-1)) };
    for (const listener of listeners) listener();
  };
  const step = (
    from: EditBatch[],
    to: EditBatch[],
    turn: (batch: EditBatch) => EditBatch,
  ): UndoOutcome => {
    const batch = from.at(-1);
    if (batch === undefined) return { kind: "empty" };
    const refusals = apply(turn(batch));
    if (refusals.length === 0) {
      from.pop();
      to.push(batch);
      tell();
    }
    reveal(batch);
    return refusals.length === 0 ? { kind: "done", batch } : { kind: "refused", batch, refusals };
  };
  return {
    apply: (batch) => {
      const refusals = apply(batch);
      if (refusals.length > 0 || batch.edits.length === 0) return refusals;
      done.push(batch);
      undone.length = 0;
      forgetOldest(done, mostEdits);
      tell();
      return refusals;
    },
    undo: () => step(done, undone, inverseOf),
    redo: () => step(undone, done, (batch) => batch),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear: () => {
      done.length = 0;
      undone.length = 0;
      tell();
    },
  };
}

function wordsOf(batch: EditBatch | undefined): BatchWords | null {
  return batch === undefined ? null : { kind: batch.kind, count: batch.edits.length };
}

/** Batches are as different in size as a letter and a pasted sheet, so edits are counted. */
function forgetOldest(done: EditBatch[], mostEdits: number): void {
  let count = done.reduce((sum, { edits }) => sum + edits.length, 0);
  while (count > mostEdits && done.length > 1) count -= done.shift()?.edits.length ?? 0;
}

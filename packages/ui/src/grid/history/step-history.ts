/** Takes back and does again at a key, and says what it was. */
import type { TFunction } from "i18next";

import { type EditingContext, notify } from "../editing/edit-actions.ts";
import { lockOfSheet } from "../editing/edit-lock.ts";
import type { BatchWords, UndoOutcome } from "./edit-history.ts";

/** Which way through the history. */
export type HistoryStep = "undo" | "redo";

/** Refused edits are marked, and the history stays as it was. */
export function stepThroughHistory(context: EditingContext, step: HistoryStep): void {
  const { handle, words } = context;
  const { t } = words();
  const { editing } = handle.props();
  const lock = lockOfSheet(editing, t);
  if (editing === undefined || lock !== null) {
    notify(context, lock ?? "");
    return;
  }
  const outcome = editing[step]();
  const text = outcomeText(outcome, step, t);
  switch (outcome.kind) {
    case "empty":
      notify(context, text);
      break;
    case "done":
      if (handle.refusals().length > 0) handle.refuse([]);
      handle.say(text, "polite");
      break;
    case "refused":
      handle.refuse(outcome.refusals);
      handle.say(text, "assertive");
      break;
  }
}

/** `Отменено: вставка, 500 ячеек`, or why nothing was. */
export function outcomeText(outcome: UndoOutcome, step: HistoryStep, t: TFunction): string {
  if (outcome.kind === "empty") return t(`grid.history.${step}Empty`);
  const what = batchText({ kind: outcome.batch.kind, count: outcome.batch.edits.length }, t);
  return t(`grid.history.${step}${outcome.kind === "done" ? "Done" : "Refused"}`, { what });
}

/** `вставка, 500 ячеек`. */
export function batchText({ kind, count }: BatchWords, t: TFunction): string {
  return t(`grid.history.batch.${kind}`, { count });
}

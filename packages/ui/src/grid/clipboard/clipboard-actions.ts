/** What copying, cutting and pasting do to a sheet, and what they tell the person. */
import type { TFunction } from "i18next";

import type { Language } from "../../i18n/language.ts";
import { languageOfText, rememberText } from "../cells/own-text.ts";
import { type EditBatch, type EditRefusal, editOf } from "../editing/edit-batch.ts";
import { isPassedOver, lockOfCell, lockOfSheet } from "../editing/edit-lock.ts";
import { selectedCells } from "../selection/selected-cells.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { Message } from "../sheet-message.tsx";
import { type ClipboardTable, MOST_CLIPBOARD_CELLS } from "./clipboard-table.ts";
import { readClipboardText } from "./clipboard-text.ts";
import { copyRange } from "./copy-range.ts";
import type { PasteMisfit } from "./lay-paste.ts";
import { type PastePlan, planPaste, type UnitPair } from "./plan-paste.ts";
import { readClipboardHtml } from "./read-clipboard-html.ts";
import type { UnitWay } from "./read-pasted.ts";

/** The sheet, its words, and what it shows beside the cells. */
export type ClipboardGround = {
  readonly handle: SheetHandle;
  readonly language: Language;
  readonly t: TFunction;
  /** Null takes the sentence away. */
  readonly show: (message: Message | null) => void;
  /** Asks about units; the paste goes on with the answer. */
  readonly ask: (question: PasteQuestion) => void;
};

/** A paste that waits for an answer. */
export type PasteQuestion = {
  readonly units: readonly UnitPair[];
  readonly clipboard: ClipboardTable;
  readonly language: Language;
};

/** Puts what is selected on the clipboard; false where that cannot be, which is said. */
export function copySelection(ground: ClipboardGround, data: DataTransfer): boolean {
  const { handle, t, show } = ground;
  const copied = copyRange(handle.table(), handle.selection.get());
  if (copied.kind !== "copied") {
    refuse(ground, t(`grid.copy.${copied.kind}`, { count: MOST_CLIPBOARD_CELLS }));
    return false;
  }
  data.setData("text/plain", copied.text);
  data.setData("text/html", copied.html);
  rememberText(copied.text);
  show(null);
  handle.say(t("grid.copy.done", { count: copied.cellCount }), "polite");
  return true;
}

/** Copies, and lets the values of the base return; where one cell is locked, does neither. */
export function cutSelection(ground: ClipboardGround, data: DataTransfer): boolean {
  const { handle, t } = ground;
  const lock = lockOfSheet(handle.props().editing, t);
  if (lock !== null) return refuse(ground, lock);
  const cells = [...selectedCells(handle.table(), handle.selection.get())].filter(
    ({ row, column }) => !isPassedOver(row, column),
  );
  if (cells.length === 0) return refuse(ground, t("grid.copy.noInput"));
  const refusals = cells.flatMap(({ row, column }): EditRefusal[] => {
    const reason = lockOfCell(row, column, t);
    return reason === null ? [] : [{ cell: { rowId: row.id, columnId: column.id }, reason }];
  });
  if (refusals.length > 0) return listRefusals(ground, refusals);
  if (!copySelection(ground, data)) return false;
  const edits = cells.flatMap(({ row, column }) => editOf(row, column, null) ?? []);
  if (edits.length > 0 && !apply(ground, { kind: "cut", edits })) return false;
  handle.say(t("grid.copy.cut", { count: cells.length }), "polite");
  return true;
}

/** Pastes what the clipboard holds; false where it cannot be, which is said, or is asked first. */
export function pasteData(ground: ClipboardGround, data: DataTransfer): boolean {
  const { handle, language, t } = ground;
  const lock = lockOfSheet(handle.props().editing, t);
  if (lock !== null) return refuse(ground, lock);
  const fromHtml = readClipboardHtml(data.getData("text/html"));
  const text = fromHtml.kind === "empty" ? data.getData("text/plain") : "";
  const content = fromHtml.kind === "empty" ? readClipboardText(text) : fromHtml;
  switch (content.kind) {
    case "empty":
      return refuse(ground, t("grid.paste.empty"));
    case "too-large":
      return refuse(ground, t("grid.paste.tooLarge", { count: MOST_CLIPBOARD_CELLS }));
    case "table":
      return pasteTable(
        ground,
        { clipboard: content.table, language: languageOfText(text, language) },
        null,
      );
  }
}

/** Pastes a table that was read; the way of units is null until a person was asked. */
export function pasteTable(
  ground: ClipboardGround,
  { clipboard, language }: Pick<PasteQuestion, "clipboard" | "language">,
  unitWay: UnitWay | null,
): boolean {
  const { handle, t, ask } = ground;
  const task = { clipboard, language, unitWay };
  const plan = planPaste({ ...task, table: handle.table(), selection: handle.selection.get() }, t);
  switch (plan.kind) {
    case "question":
      ask({ units: plan.units, clipboard, language });
      return false;
    case "misfit":
      return refuse(ground, misfitText(plan.misfit, t));
    case "refused":
      return listRefusals(ground, plan.refusals);
    case "edits":
      return applyPlan(ground, plan);
  }
}

function applyPlan(
  ground: ClipboardGround,
  plan: Extract<PastePlan, { readonly kind: "edits" }>,
): boolean {
  const { handle, t, show } = ground;
  const { edits, cellCount, roundedCount, pasted } = plan;
  const isDone = edits.length === 0 || apply(ground, { kind: "paste", edits });
  if (!isDone) return false;
  handle.refuse([]);
  handle.selection.set(pasted);
  const facts = { count: cellCount, changed: edits.length, rounded: roundedCount };
  const text = t(doneKey(plan), facts);
  const isToBeSeen = edits.length === 0 || roundedCount > 0;
  show(isToBeSeen ? { tone: "quiet", text } : null);
  handle.say(text, "polite");
  return true;
}

function doneKey({ edits, roundedCount }: Extract<PastePlan, { readonly kind: "edits" }>): string {
  if (edits.length === 0) return "grid.paste.unchanged";
  return roundedCount > 0 ? "grid.paste.doneRounded" : "grid.paste.done";
}

/** Whether the owner took the batch; what it refused is listed. */
function apply(ground: ClipboardGround, batch: Pick<EditBatch, "kind" | "edits">): boolean {
  const { editing } = ground.handle.props();
  if (editing === undefined) return false;
  const refusals = editing.apply({ sheetId: editing.sheetId, ...batch });
  if (refusals.length > 0) return listRefusals(ground, refusals);
  ground.handle.refuse([]);
  return true;
}

function listRefusals(
  { handle, t, show }: ClipboardGround,
  refusals: readonly EditRefusal[],
): false {
  const [first] = refusals;
  show(null);
  handle.refuse(refusals);
  const title = t("grid.refusals.title", { count: refusals.length });
  handle.say(`${title}. ${first?.reason ?? ""}`, "assertive");
  return false;
}

function refuse({ handle, show }: ClipboardGround, text: string): false {
  show({ tone: "refused", text });
  handle.say(text, "assertive");
  return false;
}

function misfitText(misfit: PasteMisfit, t: TFunction): string {
  switch (misfit.code) {
    case "several-ranges":
      return t("grid.paste.severalRanges");
    case "other-shape":
      return t("grid.paste.otherShape", misfit);
    case "over-edge":
      return t("grid.paste.overEdge", misfit);
  }
}

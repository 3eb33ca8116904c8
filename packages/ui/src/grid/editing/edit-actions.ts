/**
 * What a person does to cells: opens, enters, clears, fills, takes back. Every action is one batch,
 * taken whole or refused with reasons; none is refused in silence.
 */
import type { TFunction } from "i18next";
import { flushSync } from "react-dom";

import type { Language } from "../../i18n/language.ts";
import { copyContent, isWordColumn } from "../cells/cell-content.ts";
import { readCell } from "../reading/read-cell.ts";
import { faultText } from "../reading/read-fault.ts";
import { type FoundCell, findCell, idOf, selectedCells } from "../selection/selected-cells.ts";
import { isSinglePlace } from "../selection/selection.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetAction, SheetMove } from "../sheet-keys.ts";
import { type CellEdit, type EditKind, type EditRefusal, editOf } from "./edit-batch.ts";
import { isPassedOver, lockOfCell, lockOfSheet } from "./edit-lock.ts";
import type { EditingStore, EditMode, OpenEditor } from "./editing-store.ts";

/** What actions stand on; words are those of the language on view. */
export type EditingContext = {
  readonly handle: SheetHandle;
  readonly store: EditingStore;
  readonly words: () => { readonly t: TFunction; readonly language: Language };
};

/** Opens the active cell with what it holds, or with a text that replaces that. */
export function openEditor(context: EditingContext, mode: EditMode, typed: string | null): void {
  const { handle, store } = context;
  const found = findActive(context);
  if (found === null || isRefused(context, found)) return;
  const opening = typed === null ? writtenContent(found, context) : null;
  const text = typed ?? opening ?? "";
  bringOnView(handle, found);
  flushSync(() => {
    store.set({ editor: { found, mode, opening, text, fault: null }, notice: null });
  });
}

/** The open text as it is now; a fault goes with the text that had it. */
export function changeText({ handle, store }: EditingContext, text: string): void {
  const { editor } = store.get();
  if (editor === null || editor.text === text) return;
  bringOnView(handle, editor.found);
  store.set({ editor: { ...editor, text, fault: null } });
}

/** Arrows go through the text from now on, or accept it. */
export function switchMode({ store }: EditingContext, mode?: EditMode): void {
  const { editor } = store.get();
  if (editor === null) return;
  store.set({ editor: { ...editor, mode: mode ?? (editor.mode === "edit" ? "replace" : "edit") } });
}

/** Closes without an edit. */
export function cancelEditor({ handle, store }: EditingContext): void {
  const isFaulty = store.get().editor?.fault !== null;
  flushSync(() => store.set({ editor: null }));
  if (isFaulty && handle.refusals().length > 0) handle.refuse([]);
  handle.focus();
}

/**
 * Enters the open text into its cell; false where it was refused, and the editor stays with the
 * text. Who left by a press elsewhere has put the focus there.
 */
export function acceptText(context: EditingContext): boolean {
  const { store } = context;
  const { editor } = store.get();
  if (editor === null) return true;
  if (editor.text === editor.opening) {
    flushSync(() => store.set({ editor: null }));
    return true;
  }
  const found = foundNow(context, editor);
  const entered = enter(context, editor.text, [found]);
  return finish(context, editor, entered);
}

/** The same into every selected cell; a text on the old figure counts from each one's own. */
export function acceptIntoSelection(context: EditingContext): void {
  const { handle, store } = context;
  const { editor } = store.get();
  if (editor === null) return;
  const own = enter(context, editor.text, [foundNow(context, editor)]);
  const cells = [...selectedCells(handle.table(), handle.selection.get())].filter(
    ({ row, column }) => !isPassedOver(row, column),
  );
  const entered = own.refusals.length > 0 ? own : enter(context, editor.text, cells);
  if (finish(context, editor, entered)) handle.focus();
}

/** Enters and goes on, or stays where the text was refused. */
export function acceptAndMove(context: EditingContext, to: SheetMove): void {
  if (!acceptText(context)) return;
  context.handle.run({ kind: "move", to });
}

/** Enters and does what else a key asks of the sheet, as when it opens the search. */
export function acceptAndRun(context: EditingContext, action: SheetAction): void {
  if (!acceptText(context)) return;
  context.handle.focus();
  context.handle.run(action);
}

/** Lets the values of the base stand again in every selected cell. */
export function clearSelection(context: EditingContext): void {
  const { handle, words } = context;
  const { t } = words();
  const active = findActive(context);
  const selection = handle.selection.get();
  if (active === null || isRefused(context, active, isSinglePlace(selection))) return;
  const { edits, refusals } = cleared([...selectedCells(handle.table(), selection)], t);
  if (refusals.length > 0) handle.refuse(refusals);
  else if (edits.length === 0) notify(context, t("grid.edit.nothingToClear"));
  else if (applyEdits(context, "clear", edits).length === 0) {
    handle.say(t("grid.edit.cleared", { count: edits.length }), "polite");
  }
}

/** Cells without a value of their own stand on the base already. */
function cleared(cells: readonly FoundCell[], t: TFunction): Entered {
  const edits: CellEdit[] = [];
  const refusals: EditRefusal[] = [];
  for (const found of cells) {
    const { row, column } = found;
    const isOwn = !isPassedOver(row, column) && (row.ownIn?.(column.id) ?? null) !== null;
    const lock = isOwn ? lockOfCell(row, column, t) : null;
    const edit = isOwn && lock === null ? editOf(row, column, null) : null;
    if (lock !== null) refusals.push({ cell: idOf(found), reason: lock });
    if (edit !== null) edits.push(edit);
  }
  return { edits, refusals };
}

/** Today into a cell of a column of dates; a column of words gets it as text to go on with. */
export function enterToday(context: EditingContext, today: string): void {
  const found = findActive(context);
  if (found === null || isRefused(context, found)) return;
  const { t } = context.words();
  const { row, column } = found;
  if (column.kind === "text") openEditor(context, "edit", writtenDate(today));
  else if (column.kind !== "date") notify(context, t("grid.edit.noDate"));
  else {
    const edit = editOf(row, column, today);
    const refusals = edit === null ? [] : applyEdits(context, "type", [edit]);
    const [refusal] = refusals;
    if (refusal !== undefined) notify(context, refusal.reason);
  }
}

/** Applies one action's edits, and marks what was refused, or takes old marks away. */
export function applyEdits(
  { handle }: EditingContext,
  kind: EditKind,
  edits: readonly CellEdit[],
): readonly EditRefusal[] {
  const { editing } = handle.props();
  if (editing === undefined || edits.length === 0) return [];
  const refusals = editing.apply({ sheetId: editing.sheetId, kind, edits });
  if (refusals.length > 0 || handle.refusals().length > 0) handle.refuse(refusals);
  return refusals;
}

/** Says something beside the active cell until the next key. */
export function notify({ handle, store }: EditingContext, text: string): void {
  store.set({ notice: { cell: handle.activeCell(), text } });
}

/** Whether the sheet or the cell takes no input; says why. */
export function isRefused(context: EditingContext, found: FoundCell, isOwnAsked = true): boolean {
  const { handle, words } = context;
  const { t } = words();
  const lock =
    lockOfSheet(handle.props().editing, t) ??
    (isOwnAsked ? lockOfCell(found.row, found.column, t) : null);
  if (lock !== null) notify(context, lock);
  return lock !== null;
}

/** The active cell; null where the sheet has none. */
export function findActive({ handle }: EditingContext): FoundCell | null {
  return findCell(handle.table(), handle.activeCell());
}

/** `12.02.2026` of `2026-02-12`, as a person types it. */
export function writtenDate(date: string): string {
  return date.split("-").reverse().join(".");
}

type Entered = { readonly edits: readonly CellEdit[]; readonly refusals: readonly EditRefusal[] };

function enter(context: EditingContext, text: string, cells: readonly FoundCell[]): Entered {
  const { t, language } = context.words();
  const edits: CellEdit[] = [];
  const refusals: EditRefusal[] = [];
  const lock = lockOfSheet(context.handle.props().editing, t);
  for (const found of cells) {
    const { row, column } = found;
    const locked = lock ?? lockOfCell(row, column, t);
    const reading = readCell(text, column, row, language);
    if (locked !== null) refusals.push({ cell: idOf(found), reason: locked });
    else if ("fault" in reading) {
      refusals.push({ cell: idOf(found), reason: faultText(t, reading.fault) });
    } else {
      const edit = editOf(row, column, reading.value);
      if (edit !== null) edits.push(edit);
    }
  }
  return { edits, refusals };
}

/** Closes the editor, or shows in it why the text was refused; other cells are marked. */
function finish(context: EditingContext, editor: OpenEditor, entered: Entered): boolean {
  const { handle, store } = context;
  const refusals =
    entered.refusals.length > 0 ? entered.refusals : applyEdits(context, "type", entered.edits);
  const [first] = refusals;
  if (first === undefined) {
    flushSync(() => store.set({ editor: null }));
    return true;
  }
  const { rowId, columnId } = idOf(editor.found);
  const own = refusals.find(({ cell }) => cell.rowId === rowId && cell.columnId === columnId);
  handle.refuse(own !== undefined && refusals.length === 1 ? [] : refusals);
  flushSync(() => store.set({ editor: { ...editor, fault: (own ?? first).reason } }));
  return false;
}

/** Of this moment; a row that has left the view is taken as it was. */
function foundNow({ handle }: EditingContext, { found }: OpenEditor): FoundCell {
  return findCell(handle.table(), idOf(found)) ?? found;
}

/** The exact content as it can be typed again. */
function writtenContent({ row, column }: FoundCell, { words }: EditingContext): string {
  const written = copyContent(row, column) ?? "";
  const isPoint = words().language === "en" && !isWordColumn(column);
  return isPoint ? written.replace(",", ".") : written;
}

function bringOnView({ api, table }: SheetHandle, { row, column }: FoundCell): void {
  const place = table().placeOf({ rowId: row.id, columnId: column.id });
  if (place === null || row.kind === "total") return;
  api()?.ensureIndexVisible(place.row);
  api()?.ensureColumnVisible(column.id);
}

/** Opens cells for typing, fills, clears, and takes back. */
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "../../i18n/use-language.ts";
import { showEdits } from "../history/show-edits.ts";
import { stepThroughHistory } from "../history/step-history.ts";
import { todayOf } from "../reading/today.ts";
import { isOnHandle } from "../selection/mark-handle.ts";
import { NAME_COLUMN } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import type { SheetAction } from "../sheet-keys.ts";
import type { SheetPart } from "../sheet-part.ts";
import {
  acceptText,
  clearSelection,
  type EditingContext,
  enterToday,
  findActive,
  isRefused,
  openEditor,
} from "./edit-actions.ts";
import { EditingLayer } from "./editing-layer.tsx";
import { createEditingStore } from "./editing-store.ts";
import { decimalSignOf, isComposed, typedText } from "./editor-keys.ts";
import { fillByKey, fillToEnd } from "./fill-actions.ts";
import { startFillDrag } from "./fill-drag.ts";

/** The part is the same for the life of the sheet; what it draws draws itself. */
export function useEditingPart(handle: SheetHandle): SheetPart {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const words = useRef({ t, language });
  words.current = { t, language };
  const context = useMemo(
    (): EditingContext => ({
      handle,
      store: createEditingStore(),
      words: () => words.current,
    }),
    [handle],
  );
  useDoubleClick(context);
  const shown = handle.props().editing?.shown ?? null;
  const isReady = handle.api() !== null;
  useEffect(() => {
    if (shown !== null && isReady) showEdits(handle, shown);
  }, [handle, shown, isReady]);
  return useMemo(
    (): SheetPart => ({
      run: (action) => run(action, context),
      type: (event) => typeKey(event, context),
      press: (event) => press(event, context),
      element: <EditingLayer context={context} />,
    }),
    [context],
  );
}

function run(action: SheetAction, context: EditingContext): boolean {
  hushNotice(context);
  const { kind } = action;
  if (kind === "edit") openEditor(context, "edit", null);
  else if (kind === "clear") clearSelection(context);
  else if (kind === "undo" || kind === "redo") stepThroughHistory(context, kind);
  else if (kind === "fill") fillByKey(context, action.from);
  else if (kind === "enter-date") enterToday(context, todayOf(new Date()));
  else return false;
  return true;
}

/**
 * A letter of several keys is put together by the browser, in an editor that is open for it. In a
 * sheet without input letters are the page's: `?` opens the list of keys.
 */
function typeKey(event: KeyboardEvent, context: EditingContext): boolean {
  hushNotice(context);
  const found = isForInput(context) ? findActive(context) : null;
  if (found === null) return false;
  const key = event.nativeEvent;
  if (isComposed(key)) {
    openEditor(context, "replace", "");
    return context.store.get().editor === null;
  }
  const text = typedText(key, decimalSignOf(found.column, context.words().language));
  if (text === null) return false;
  openEditor(context, "replace", text);
  return true;
}

/** A press elsewhere takes the open text; one that is refused keeps its editor, and the press. */
function press(event: MouseEvent, context: EditingContext): boolean {
  hushNotice(context);
  const { handle, store } = context;
  if (store.get().editor !== null) {
    const isWithin = event.target instanceof Element && event.target.closest(".cell-editor");
    if (isWithin) return false;
    if (!acceptText(context)) return keep(event);
  }
  const root = handle.root.current;
  if (root === null || !isForInput(context) || !isOnHandle(event, root)) return false;
  const found = findActive(context);
  if (found !== null && !isRefused(context, found, false)) startFillDrag(context);
  return keep(event);
}

/** The browser would move the focus. */
function keep(event: MouseEvent): boolean {
  event.preventDefault();
  return true;
}

function isForInput({ handle }: EditingContext): boolean {
  return handle.props().editing !== undefined;
}

/** Words beside a cell last until the next key or press. */
function hushNotice({ store }: EditingContext): void {
  if (store.get().notice !== null) store.set({ notice: null });
}

function useDoubleClick(context: EditingContext): void {
  useEffect(() => {
    const root = context.handle.root.current;
    const open = (event: globalThis.MouseEvent): void => {
      const cell =
        event.target instanceof Element ? event.target.closest(".ag-cell[col-id]") : null;
      if (root === null || cell === null) return;
      if (isForInput(context) && isOnHandle(event, root)) fillToEnd(context);
      else if (isOfActive(cell, context)) openEditor(context, "edit", null);
    };
    root?.addEventListener("dblclick", open);
    return () => root?.removeEventListener("dblclick", open);
  }, [context]);
}

/** Names unfold at a double click, and numbers select rows. */
function isOfActive(cell: Element, { handle }: EditingContext): boolean {
  const { rowId, columnId } = handle.activeCell();
  return (
    columnId !== NAME_COLUMN &&
    cell.getAttribute("col-id") === columnId &&
    cell.closest("[row-id]")?.getAttribute("row-id") === rowId
  );
}

/**
 * Copies ranges out and takes pastes in, and shows what was refused: by itself and by every other
 * part, for they share one list.
 */
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "../../i18n/use-language.ts";
import { RefusalList } from "../editing/refusal-list.tsx";
import type { SheetCell } from "../sheet.ts";
import type { SheetHandle } from "../sheet-handle.ts";
import { type Message, SheetMessage } from "../sheet-message.tsx";
import type { SheetPart } from "../sheet-part.ts";
import {
  type ClipboardGround,
  copySelection,
  cutSelection,
  type PasteQuestion,
  pasteData,
  pasteTable,
} from "./clipboard-actions.ts";
import { UnitQuestion } from "./unit-question.tsx";

/** Esc takes away what is told; F6 goes from the cells into the list of refusals. */
export function useClipboardPart(handle: SheetHandle): SheetPart {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [message, show] = useState<Message | null>(null);
  const [question, ask] = useState<PasteQuestion | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const refusals = handle.refusals();
  useMessageUntilMove(handle, message, show);
  const ground: ClipboardGround = { handle, language, t, show, ask };
  const close = (): void => {
    show(null);
    handle.refuse([]);
    handle.focus();
  };
  return {
    run: (action) => {
      const isEscape = action.kind === "select" && action.what === "active";
      if (!isEscape || (message === null && refusals.length === 0)) return false;
      show(null);
      handle.refuse([]);
      return true;
    },
    type: ({ code, shiftKey }) => {
      if (code !== "F6" || shiftKey || refusals.length === 0) return false;
      list.current?.querySelector<HTMLElement>("li button")?.focus();
      return true;
    },
    copy: (event) => take(event, (data) => copySelection(ground, data)),
    cut: (event) => take(event, (data) => cutSelection(ground, data)),
    paste: (event) => take(event, (data) => pasteData(ground, data)),
    element: (
      <>
        {message === null ? null : <SheetMessage message={message} onClose={close} />}
        {refusals.length === 0 || message !== null ? null : (
          <div ref={list}>
            <RefusalList
              refusals={refusals}
              sheet={handle.props()}
              onGo={(cell) => goClearOfList(handle, cell)}
              onClose={close}
              onLeave={handle.focus}
            />
          </div>
        )}
        {question === null ? null : (
          <UnitQuestion
            units={question.units}
            onAnswer={(way) => {
              ask(null);
              pasteTable(ground, question, way);
            }}
            onCancel={() => ask(null)}
          />
        )}
      </>
    ),
  };
}

/** The list covers the lower rows, so the cell is brought to the middle. */
function goClearOfList(handle: SheetHandle, cell: SheetCell): void {
  handle.goTo(cell);
  const api = handle.api();
  const index = api?.getRowNode(cell.rowId)?.rowIndex ?? null;
  if (index !== null) api?.ensureIndexVisible(index, "middle");
}

function take(event: ClipboardEvent, act: (data: DataTransfer) => unknown): void {
  event.preventDefault();
  act(event.clipboardData);
}

/** A sentence stays until something else is selected. */
function useMessageUntilMove(
  handle: SheetHandle,
  message: Message | null,
  show: (message: null) => void,
): void {
  useEffect(() => {
    if (message === null) return;
    return handle.selection.subscribe(() => show(null));
  }, [handle, message, show]);
}

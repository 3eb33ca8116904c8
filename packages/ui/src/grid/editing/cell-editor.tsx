/** The field over a cell that is open for typing, with what it will give or why it was refused. */
import { type JSX, type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from "react";
import { isWordColumn } from "../cells/cell-content.ts";
import { todayOf } from "../reading/today.ts";
import {
  acceptAndMove,
  acceptAndRun,
  acceptIntoSelection,
  acceptText,
  cancelEditor,
  changeText,
  type EditingContext,
  switchMode,
  writtenDate,
} from "./edit-actions.ts";
import type { OpenEditor } from "./editing-store.ts";
import { decimalSignOf, type EditorWish, findEditorWish } from "./editor-keys.ts";
import { hintOf } from "./entry-hint.ts";

/** The field is the browser's own, so that its history, composition and menus stay. */
export function CellEditor(props: {
  readonly context: EditingContext;
  readonly editor: OpenEditor;
  /** Places it over its cell; called when its text may need more room. */
  readonly onRoom: () => void;
}): JSX.Element {
  const { context, editor, onRoom } = props;
  const { t, language } = context.words();
  const { row, column } = editor.found;
  const field = useRef<HTMLInputElement>(null);
  const noteId = useId();
  useLayoutEffect(() => {
    const input = field.current;
    onRoom();
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(input.value.length, input.value.length);
  }, [onRoom]);
  useLayoutEffect(() => {
    if (editor.fault !== null) field.current?.focus({ preventScroll: true });
  }, [editor.fault]);
  const hint = editor.fault === null ? hintOf(editor.text, editor.found, language, t) : null;
  const note = editor.fault ?? hint;
  useSpokenHint(context, hint);
  return (
    <>
      <input
        ref={field}
        className={`cell-editor-field sheet-${column.kind}`}
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...(isWordColumn(column) ? {} : { inputMode: "decimal" as const })}
        aria-label={`${row.name}, ${column.title}`}
        aria-invalid={editor.fault !== null}
        {...(note === null ? {} : { "aria-describedby": noteId })}
        defaultValue={editor.text}
        onChange={({ target }) => {
          changeText(context, target.value);
          onRoom();
        }}
        onMouseDown={() => switchMode(context, "edit")}
        onKeyDown={(event) => pressKey(event, context)}
        onBlur={({ target }) => {
          // Another window took the focus, not another element: the field still has it.
          if (document.activeElement !== target) acceptText(context);
        }}
      />
      <Note id={noteId} fault={editor.fault} hint={hint} />
    </>
  );
}

/** How long a hand rests before it hears what its arithmetic gives. */
const HINT_PAUSE = 700;

function useSpokenHint({ handle }: EditingContext, hint: string | null): void {
  useEffect(() => {
    if (hint === null) return;
    const timer = setTimeout(() => handle.say(hint, "polite"), HINT_PAUSE);
    return () => clearTimeout(timer);
  }, [handle, hint]);
}

function Note(props: {
  readonly id: string;
  readonly fault: string | null;
  readonly hint: string | null;
}): JSX.Element | null {
  const { id, fault, hint } = props;
  if (fault !== null) {
    return (
      <div id={id} className="cell-note cell-note-fault" role="alert">
        {fault}
      </div>
    );
  }
  return hint === null ? null : (
    <div id={id} className="cell-note">
      {hint}
    </div>
  );
}

function pressKey(event: KeyboardEvent<HTMLInputElement>, context: EditingContext): void {
  const { editor } = context.store.get();
  if (editor === null) return;
  const { language } = context.words();
  const { nativeEvent, currentTarget } = event;
  const decimalSign = decimalSignOf(editor.found.column, language);
  const wish = findEditorWish(nativeEvent, editor.mode, decimalSign);
  if (wish === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  fulfil(wish, currentTarget, context);
}

function fulfil(wish: EditorWish, field: HTMLInputElement, context: EditingContext): void {
  switch (wish.kind) {
    case "accept":
      acceptAndMove(context, wish.move);
      break;
    case "accept-all":
      acceptIntoSelection(context);
      break;
    case "accept-and-run":
      acceptAndRun(context, wish.action);
      break;
    case "cancel":
      cancelEditor(context);
      break;
    case "switch-mode":
      switchMode(context);
      break;
    case "insert-date":
      insert(field, writtenDate(todayOf(new Date())), context);
      break;
    case "insert":
      insert(field, wish.text, context);
      break;
    case "nothing":
      break;
  }
}

/** At the caret, in the place of what is selected. */
function insert(field: HTMLInputElement, text: string, context: EditingContext): void {
  const { selectionStart, selectionEnd } = field;
  field.setRangeText(text, selectionStart ?? 0, selectionEnd ?? field.value.length, "end");
  changeText(context, field.value);
}

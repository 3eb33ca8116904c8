/**
 * What keys mean for an open editor, and which begin one. By position where they are commands, so
 * that every layout has the same; by letter where they are text.
 */
import type { Language } from "../../i18n/language.ts";
import type { SheetColumn } from "../sheet.ts";
import {
  findSheetAction,
  type PressedKey,
  type SheetAction,
  type SheetMove,
} from "../sheet-keys.ts";
import type { EditMode } from "./editing-store.ts";

/** A key with the text it gives. */
export type TypedKey = PressedKey & {
  readonly key: string;
  readonly isComposing: boolean;
  readonly getModifierState: (name: "AltGraph") => boolean;
};

/** What a key asks of an open editor. */
export type EditorWish =
  /** Takes the text and goes on. */
  | { readonly kind: "accept"; readonly move: SheetMove }
  /** Takes the text for every selected cell. */
  | { readonly kind: "accept-all" }
  /** Takes the text, then does what the key asks of the sheet. */
  | { readonly kind: "accept-and-run"; readonly action: SheetAction }
  | { readonly kind: "cancel" | "switch-mode" | "insert-date" }
  | { readonly kind: "insert"; readonly text: string }
  /** Keeps from the browser what it would do. */
  | { readonly kind: "nothing" };

const ACCEPTING: Readonly<Record<string, SheetMove>> = {
  Enter: "next-down",
  NumpadEnter: "next-down",
  "Shift+Enter": "next-up",
  "Shift+NumpadEnter": "next-up",
  Tab: "next-right",
  "Shift+Tab": "next-left",
};

/** Undefined where the key is the text field's or the browser's. */
export function findEditorWish(
  key: TypedKey,
  mode: EditMode,
  decimalSign: string | null,
): EditorWish | undefined {
  if (key.isComposing) return undefined;
  const name = nameOf(key);
  const move = ACCEPTING[name];
  if (move !== undefined) return { kind: "accept", move };
  switch (name) {
    case "Ctrl+Enter":
    case "Ctrl+NumpadEnter":
      return { kind: "accept-all" };
    case "Escape":
      return { kind: "cancel" };
    case "F2":
      return { kind: "switch-mode" };
    case "Ctrl+Semicolon":
      return { kind: "insert-date" };
    case "NumpadDecimal":
      return decimalSign !== null && isDecimalSign(key.key)
        ? { kind: "insert", text: decimalSign }
        : undefined;
    default:
      return findLeaving(key, mode);
  }
}

/** The text that a key begins an editor with; null where it gives none. */
export function typedText(key: TypedKey, decimalSign: string | null): string | null {
  if (isCommand(key) || Array.from(key.key).length !== 1) return null;
  const isSign = key.code === "NumpadDecimal" && decimalSign !== null && isDecimalSign(key.key);
  return isSign ? decimalSign : key.key;
}

/** Whether the key begins a letter of several keys, which the browser puts together itself. */
export function isComposed(key: TypedKey): boolean {
  return key.isComposing || (!isCommand(key) && (key.key === "Dead" || key.key === "Process"));
}

/** What the decimal key of the number pad gives; null leaves it as it is. */
export function decimalSignOf(column: SheetColumn, language: Language): string | null {
  if (column.kind === "text") return null;
  if (column.kind === "date") return ".";
  return language === "en" ? "." : ",";
}

/** Keys that open the search or go on with it; the browser has its own by the same ones. */
const SEARCHING: ReadonlySet<SheetAction["kind"]> = new Set([
  ...(["find", "replace", "find-next", "find-previous", "go-to"] as const),
]);

/** Keys of the sheet: after typing they take the text and go, otherwise they stay in the text. */
function findLeaving(key: TypedKey, mode: EditMode): EditorWish | undefined {
  const action = findSheetAction(key);
  if (action?.kind === "move") {
    if (mode === "replace") return { kind: "accept", move: action.to };
    return key.code.startsWith("Page") ? { kind: "nothing" } : undefined;
  }
  if (action !== undefined && SEARCHING.has(action.kind)) return { kind: "accept-and-run", action };
  const isKept = action?.kind === "fill" || (key.altKey && key.code === "Enter");
  return isKept ? { kind: "nothing" } : undefined;
}

/** With the number pad off, its decimal key deletes. */
function isDecimalSign(key: string): boolean {
  return key === "." || key === ",";
}

/** Letters of the third level are typed with Ctrl and Alt on some systems. */
function isCommand(key: TypedKey): boolean {
  return (key.ctrlKey || key.metaKey || key.altKey) && !key.getModifierState("AltGraph");
}

function nameOf({ ctrlKey, metaKey, altKey, shiftKey, code }: PressedKey): string {
  const ctrl = ctrlKey || metaKey ? "Ctrl+" : "";
  return `${ctrl}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${code}`;
}

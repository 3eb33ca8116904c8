/**
 * The keys that a sheet does not leave to the grid library, by position and not by letter, so that
 * every keyboard layout gives the same. The library goes from the cell that has the browser's
 * focus, which a quick hand is ahead of, so all moves are among them.
 */

/** What a key asks a sheet to do. */
export type SheetAction =
  | { readonly kind: "move"; readonly to: SheetMove }
  | { readonly kind: "extend"; readonly to: SheetMove }
  | { readonly kind: "select"; readonly what: SelectedWhole }
  | { readonly kind: "fold"; readonly isOpen: boolean | "toggle"; readonly scope: "row" | "all" }
  | { readonly kind: "edit" | "clear" | "undo" | "redo" }
  | { readonly kind: "fill"; readonly from: "above" | "left" }
  | { readonly kind: "enter-date" }
  | { readonly kind: "find" | "replace" | "find-next" | "find-previous" | "go-to" };

/** Everything, whole rows or columns of what is selected, or the active cell alone. */
export type SelectedWhole = "all" | "row" | "column" | "active";

/** Where the active cell goes; edges are those of the rows and columns on view. */
export type SheetMove =
  | "down"
  | "up"
  | "left"
  | "right"
  /** Over the cells of a selected range, or over the sheet where one cell is selected. */
  | "next-down"
  | "next-up"
  | "next-right"
  | "next-left"
  | "edge-down"
  | "edge-up"
  | "edge-left"
  | "edge-right"
  | "row-start"
  | "row-end"
  | "sheet-start"
  | "sheet-end"
  | "page-down"
  | "page-up";

/** A pressed key, as the browser's keyboard events tell it. */
export type PressedKey = {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

const MOVES: Readonly<Record<string, SheetMove>> = {
  ArrowDown: "down",
  ArrowUp: "up",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "row-start",
  End: "row-end",
  "Ctrl+Home": "sheet-start",
  "Ctrl+End": "sheet-end",
  "Ctrl+ArrowUp": "edge-up",
  "Ctrl+ArrowDown": "edge-down",
  "Ctrl+ArrowLeft": "edge-left",
  "Ctrl+ArrowRight": "edge-right",
  PageDown: "page-down",
  PageUp: "page-up",
};

const ACTIONS: Readonly<Record<string, SheetAction>> = {
  Enter: { kind: "move", to: "next-down" },
  NumpadEnter: { kind: "move", to: "next-down" },
  "Shift+Enter": { kind: "move", to: "next-up" },
  "Shift+NumpadEnter": { kind: "move", to: "next-up" },
  Tab: { kind: "move", to: "next-right" },
  "Shift+Tab": { kind: "move", to: "next-left" },
  Space: { kind: "fold", isOpen: "toggle", scope: "row" },
  "Alt+Shift+ArrowDown": { kind: "fold", isOpen: true, scope: "row" },
  "Alt+Shift+ArrowUp": { kind: "fold", isOpen: false, scope: "row" },
  "Ctrl+Alt+Shift+ArrowDown": { kind: "fold", isOpen: true, scope: "all" },
  "Ctrl+Alt+Shift+ArrowUp": { kind: "fold", isOpen: false, scope: "all" },
  "Ctrl+KeyA": { kind: "select", what: "all" },
  "Ctrl+Shift+Space": { kind: "select", what: "all" },
  "Shift+Space": { kind: "select", what: "row" },
  "Ctrl+Space": { kind: "select", what: "column" },
  Escape: { kind: "select", what: "active" },
  F2: { kind: "edit" },
  Delete: { kind: "clear" },
  Backspace: { kind: "clear" },
  "Ctrl+KeyZ": { kind: "undo" },
  "Ctrl+KeyY": { kind: "redo" },
  "Ctrl+Shift+KeyZ": { kind: "redo" },
  "Ctrl+KeyD": { kind: "fill", from: "above" },
  "Ctrl+KeyR": { kind: "fill", from: "left" },
  "Ctrl+Semicolon": { kind: "enter-date" },
  "Ctrl+KeyF": { kind: "find" },
  "Ctrl+KeyH": { kind: "replace" },
  F3: { kind: "find-next" },
  "Shift+F3": { kind: "find-previous" },
  "Ctrl+KeyG": { kind: "go-to" },
};

/** The action of a key in a cell; undefined where the grid library or the browser has it. */
export function findSheetAction(key: PressedKey): SheetAction | undefined {
  const name = [
    key.ctrlKey || key.metaKey ? "Ctrl+" : "",
    key.altKey ? "Alt+" : "",
    key.shiftKey ? "Shift+" : "",
    key.code,
  ].join("");
  const action = ACTIONS[name];
  if (action !== undefined) return action;
  const to = MOVES[name];
  if (to !== undefined) return { kind: "move", to };
  const extended = key.shiftKey ? MOVES[name.replace("Shift+", "")] : undefined;
  return extended === undefined ? undefined : { kind: "extend", to: extended };
}

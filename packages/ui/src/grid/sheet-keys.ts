/**
 * The keys that a sheet does not leave to the grid library, by position and not by letter, so that
 * every keyboard layout gives the same. Up and down are among them because the library goes from
 * the cell that has the browser's focus, which a quick hand is ahead of.
 */

/** What a key asks a sheet to do. */
export type SheetAction =
  | { readonly kind: "move"; readonly to: SheetMove }
  | { readonly kind: "fold"; readonly isOpen: boolean | "toggle"; readonly scope: "row" | "all" };

/** Where the active cell goes; edges are those of the rows and columns on view. */
export type SheetMove =
  | "down"
  | "up"
  | "row-start"
  | "row-end"
  | "first-row"
  | "last-row"
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
  Enter: "down",
  NumpadEnter: "down",
  "Shift+Enter": "up",
  "Shift+NumpadEnter": "up",
  Home: "row-start",
  End: "row-end",
  "Ctrl+Home": "sheet-start",
  "Ctrl+End": "sheet-end",
  "Ctrl+ArrowUp": "first-row",
  "Ctrl+ArrowDown": "last-row",
  "Ctrl+ArrowLeft": "row-start",
  "Ctrl+ArrowRight": "row-end",
  PageDown: "page-down",
  PageUp: "page-up",
};

const FOLDS: Readonly<Record<string, SheetAction>> = {
  Space: { kind: "fold", isOpen: "toggle", scope: "row" },
  "Alt+Shift+ArrowDown": { kind: "fold", isOpen: true, scope: "row" },
  "Alt+Shift+ArrowUp": { kind: "fold", isOpen: false, scope: "row" },
  "Ctrl+Alt+Shift+ArrowDown": { kind: "fold", isOpen: true, scope: "all" },
  "Ctrl+Alt+Shift+ArrowUp": { kind: "fold", isOpen: false, scope: "all" },
};

/** The action of a key in a cell; undefined where the grid library or the browser has it. */
export function findSheetAction(key: PressedKey): SheetAction | undefined {
  const name = [
    key.ctrlKey || key.metaKey ? "Ctrl+" : "",
    key.altKey ? "Alt+" : "",
    key.shiftKey ? "Shift+" : "",
    key.code,
  ].join("");
  const to = MOVES[name];
  return to === undefined ? FOLDS[name] : { kind: "move", to };
}

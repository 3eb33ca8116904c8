/**
 * Every combination that works in the workbook, by what it is for. They are named by the place of
 * the key, as the keys themselves are read.
 */

/** What the sheet on view can do; keys that need what it cannot are not listed. */
export type SheetAbility = "edit" | "fold" | "units" | "sheets";

/** Combinations that do one thing: `Ctrl+Shift+ArrowDown`. */
export type ListedKeys = {
  /** The text that says what they do, below `keys.does`. */
  readonly does: string;
  readonly combinations: readonly string[];
  readonly needs?: SheetAbility;
};

/** Keys that belong together; the id names their heading below `keys.group`. */
export type KeyGroup = { readonly id: string; readonly keys: readonly ListedKeys[] };

const ARROWS = ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"] as const;

const KEY_GROUPS: readonly KeyGroup[] = [
  {
    id: "move",
    keys: [
      { does: "arrows", combinations: ARROWS },
      { does: "edges", combinations: withHeld("Ctrl+") },
      { does: "enter", combinations: ["Enter", "Shift+Enter"] },
      { does: "tab", combinations: ["Tab", "Shift+Tab"] },
      { does: "rowEnds", combinations: ["Home", "End"] },
      { does: "corners", combinations: ["Ctrl+Home", "Ctrl+End"] },
      { does: "pages", combinations: ["PageUp", "PageDown"] },
    ],
  },
  {
    id: "select",
    keys: [
      { does: "extend", combinations: withHeld("Shift+") },
      { does: "extendToEdge", combinations: withHeld("Ctrl+Shift+") },
      { does: "extendToEnds", combinations: ["Shift+Home", "Shift+End"] },
      { does: "extendToCorners", combinations: ["Ctrl+Shift+Home", "Ctrl+Shift+End"] },
      { does: "extendByPage", combinations: ["Shift+PageUp", "Shift+PageDown"] },
      { does: "row", combinations: ["Shift+Space"] },
      { does: "column", combinations: ["Ctrl+Space"] },
      { does: "all", combinations: ["Ctrl+KeyA", "Ctrl+Shift+Space"] },
      { does: "one", combinations: ["Escape"] },
    ],
  },
  {
    id: "edit",
    keys: [
      { does: "edit", combinations: ["F2"], needs: "edit" },
      { does: "clear", combinations: ["Delete", "Backspace"], needs: "edit" },
      { does: "fillDown", combinations: ["Ctrl+KeyD"], needs: "edit" },
      { does: "fillRight", combinations: ["Ctrl+KeyR"], needs: "edit" },
      { does: "fillRange", combinations: ["Ctrl+Enter"], needs: "edit" },
      { does: "date", combinations: ["Ctrl+Semicolon"], needs: "edit" },
      { does: "undo", combinations: ["Ctrl+KeyZ"], needs: "edit" },
      { does: "redo", combinations: ["Ctrl+KeyY", "Ctrl+Shift+KeyZ"], needs: "edit" },
    ],
  },
  {
    id: "clipboard",
    keys: [
      { does: "copy", combinations: ["Ctrl+KeyC"] },
      { does: "cut", combinations: ["Ctrl+KeyX"], needs: "edit" },
      { does: "paste", combinations: ["Ctrl+KeyV"], needs: "edit" },
    ],
  },
  {
    id: "search",
    keys: [
      { does: "find", combinations: ["Ctrl+KeyF"] },
      { does: "findOthers", combinations: ["F3", "Shift+F3"] },
      { does: "replace", combinations: ["Ctrl+KeyH"], needs: "edit" },
      { does: "goTo", combinations: ["Ctrl+KeyG"] },
    ],
  },
  {
    id: "view",
    keys: [
      { does: "toggle", combinations: ["Space"], needs: "fold" },
      { does: "fold", combinations: ["Alt+Shift+ArrowDown", "Alt+Shift+ArrowUp"], needs: "fold" },
      {
        does: "foldAll",
        combinations: ["Ctrl+Alt+Shift+ArrowDown", "Ctrl+Alt+Shift+ArrowUp"],
        needs: "fold",
      },
      { does: "units", combinations: ["Alt+Digit1", "Alt+Digit2", "Alt+Digit3"], needs: "units" },
      { does: "sheets", combinations: ["Alt+PageUp", "Alt+PageDown"], needs: "sheets" },
      { does: "panel", combinations: ["F4"] },
      { does: "regions", combinations: ["F6", "Shift+F6"] },
      { does: "list", combinations: ["Shift+Slash"] },
    ],
  },
];

/** The groups with what works in a sheet of these abilities; empty groups are left out. */
export function keysFor(abilities: ReadonlySet<SheetAbility>): readonly KeyGroup[] {
  return KEY_GROUPS.map(({ id, keys }) => ({
    id,
    keys: keys.filter(({ needs }) => needs === undefined || abilities.has(needs)),
  })).filter(({ keys }) => keys.length > 0);
}

function withHeld(held: string): readonly string[] {
  return ARROWS.map((arrow) => held + arrow);
}

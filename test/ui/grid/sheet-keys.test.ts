import { describe, expect, it } from "vitest";

import { findSheetAction } from "../../../packages/ui/src/grid/sheet-keys.ts";

/** `Ctrl+Shift+KeyZ` as the browser tells it. */
function key(name: string) {
  const held = name.split("+");
  return {
    code: held.at(-1) ?? "",
    ctrlKey: held.includes("Ctrl"),
    metaKey: held.includes("Meta"),
    shiftKey: held.includes("Shift"),
    altKey: held.includes("Alt"),
  };
}

describe("keys of a sheet", () => {
  it.each([
    ["ArrowDown", "down"],
    ["ArrowUp", "up"],
    ["ArrowLeft", "left"],
    ["Tab", "next-right"],
    ["Shift+Tab", "next-left"],
    ["Enter", "next-down"],
    ["NumpadEnter", "next-down"],
    ["Shift+Enter", "next-up"],
    ["Home", "row-start"],
    ["Ctrl+End", "sheet-end"],
    ["Ctrl+ArrowDown", "edge-down"],
    ["PageUp", "page-up"],
  ])("move the active cell: %s", (name, to) => {
    expect(findSheetAction(key(name))).toEqual({ kind: "move", to });
  });

  it.each([
    ["Shift+ArrowDown", "down"],
    ["Shift+Home", "row-start"],
    ["Shift+PageDown", "page-down"],
    ["Ctrl+Shift+ArrowLeft", "edge-left"],
    ["Ctrl+Shift+Home", "sheet-start"],
  ])("with Shift extend the range: %s", (name, to) => {
    expect(findSheetAction(key(name))).toEqual({ kind: "extend", to });
  });

  it.each([
    ["Ctrl+KeyA", "all"],
    ["Ctrl+Shift+Space", "all"],
    ["Shift+Space", "row"],
    ["Ctrl+Space", "column"],
    ["Escape", "active"],
  ])("select: %s", (name, what) => {
    expect(findSheetAction(key(name))).toEqual({ kind: "select", what });
  });

  it.each([
    ["F2", "edit"],
    ["Delete", "clear"],
    ["Ctrl+KeyZ", "undo"],
    ["Ctrl+KeyY", "redo"],
    ["Ctrl+Shift+KeyZ", "redo"],
    ["Ctrl+KeyD", "fill"],
    ["Ctrl+KeyR", "fill"],
    ["Ctrl+Semicolon", "enter-date"],
    ["Ctrl+KeyF", "find"],
    ["F3", "find-next"],
    ["Shift+F3", "find-previous"],
    ["Ctrl+KeyH", "replace"],
    ["Ctrl+KeyG", "go-to"],
  ])("do the rest: %s", (name, kind) => {
    expect(findSheetAction(key(name))).toMatchObject({ kind });
  });

  it("take ⌘ for Ctrl", () => {
    expect(findSheetAction(key("Meta+Home"))).toEqual({ kind: "move", to: "sheet-start" });
  });

  it("fold one group or all", () => {
    expect(findSheetAction(key("Space"))).toMatchObject({ isOpen: "toggle", scope: "row" });
    expect(findSheetAction(key("Alt+Shift+ArrowDown"))).toMatchObject({ isOpen: true });
    expect(findSheetAction(key("Ctrl+Alt+Shift+ArrowUp"))).toMatchObject({
      ...{ isOpen: false, scope: "all" },
    });
  });

  it.each([
    ...["F4", "F6", "Shift+F6", "KeyA", "Shift+KeyA", "Ctrl+Digit1", "Alt+Digit1"],
    ...["Alt+PageDown", "Ctrl+PageDown", "Alt+ArrowLeft", "Alt+Enter", "Alt+KeyG", "Ctrl+KeyC"],
  ])("leave %s to others", (name) => {
    expect(findSheetAction(key(name))).toBeUndefined();
  });
});

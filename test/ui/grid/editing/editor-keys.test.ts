import { describe, expect, it } from "vitest";

import {
  decimalSignOf,
  findEditorWish,
  isComposed,
  type TypedKey,
  typedText,
} from "../../../../packages/ui/src/grid/editing/editor-keys.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

function key(code: string, given: Partial<TypedKey> = {}): TypedKey {
  return {
    ...{ code, key: code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
    isComposing: false,
    getModifierState: () => false,
    ...given,
  };
}

describe("a key in an open editor", () => {
  it("accepts and goes on by Enter and Tab, in both modes", () => {
    for (const mode of ["replace", "edit"] as const) {
      const move = (code: string, shiftKey: boolean) =>
        findEditorWish(key(code, { shiftKey }), mode, ",");
      expect(move("Enter", false)).toEqual({ kind: "accept", move: "next-down" });
      expect(move("NumpadEnter", true)).toEqual({ kind: "accept", move: "next-up" });
      expect(move("Tab", true)).toEqual({ kind: "accept", move: "next-left" });
    }
  });

  it("moves by arrows after typing, and goes through the text after F2", () => {
    expect(findEditorWish(key("ArrowLeft"), "replace", ",")).toEqual({
      kind: "accept",
      move: "left",
    });
    expect(findEditorWish(key("ArrowLeft"), "edit", ",")).toBeUndefined();
    expect(findEditorWish(key("F2"), "edit", ",")).toEqual({ kind: "switch-mode" });
  });

  it("keeps letters that are being composed", () => {
    expect(findEditorWish(key("Enter", { isComposing: true }), "replace", ",")).toBeUndefined();
  });

  it("hands keys of the search on to the sheet, by position, and never to the browser", () => {
    const find = key("KeyF", { key: "а", ctrlKey: true });
    for (const mode of ["replace", "edit"] as const) {
      const action = { kind: "find" };
      expect(findEditorWish(find, mode, ",")).toEqual({ kind: "accept-and-run", action });
    }
    expect(findEditorWish(key("F3", { shiftKey: true }), "edit", ",")).toEqual({
      kind: "accept-and-run",
      action: { kind: "find-previous" },
    });
  });

  it("knows commands by position on a Cyrillic layout", () => {
    const fill = key("KeyD", { key: "в", ctrlKey: true });
    expect(findEditorWish(fill, "edit", ",")).toEqual({ kind: "nothing" });
    const today = key("Semicolon", { key: "ж", ctrlKey: true });
    expect(findEditorWish(today, "edit", ",")).toEqual({ kind: "insert-date" });
  });

  it("gives the decimal sign of the language on the number pad, unless the pad is off", () => {
    const comma = decimalSignOf(sheetColumn("a"), "kk");
    expect(findEditorWish(key("NumpadDecimal", { key: "." }), "edit", comma)).toEqual({
      kind: "insert",
      text: ",",
    });
    expect(findEditorWish(key("NumpadDecimal", { key: "Delete" }), "edit", comma)).toBeUndefined();
    expect(decimalSignOf(sheetColumn("a"), "en")).toBe(".");
  });
});

describe("a key that begins an editor", () => {
  it("is one letter, also of the third level, and no command", () => {
    expect(typedText(key("KeyS", { key: "ы" }), ",")).toBe("ы");
    const third = { key: "₸", ctrlKey: true, altKey: true };
    expect(typedText(key("Digit8", { ...third, getModifierState: () => true }), ",")).toBe("₸");
    expect(typedText(key("Digit8", third), ",")).toBeNull();
    expect(typedText(key("F4"), ",")).toBeNull();
    expect(isComposed(key("Quote", { key: "Dead" }))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";

import { unitOfKey } from "../../../../packages/ui/src/features/allocation/use-unit-keys.ts";
import { findFrameAction } from "../../../../packages/ui/src/features/workbook/frame-keys.ts";
import {
  keysFor,
  type SheetAbility,
} from "../../../../packages/ui/src/features/workbook/key-list.ts";
import { findSheetStep } from "../../../../packages/ui/src/features/workbook/sheet-tabs.tsx";
import { findEditorWish } from "../../../../packages/ui/src/grid/editing/editor-keys.ts";
import { findSheetAction } from "../../../../packages/ui/src/grid/sheet-keys.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

const ALL: ReadonlySet<SheetAbility> = new Set(["edit", "fold", "units", "sheets"]);
const LISTED = keysFor(ALL).flatMap(({ keys }) => keys.flatMap(({ combinations }) => combinations));
/** The browser tells of these by events of their own. */
const CLIPBOARD = ["Ctrl+KeyC", "Ctrl+KeyX", "Ctrl+KeyV"];
/** The same key at another place of the keyboard. */
const DOUBLES = /Numpad|Backspace/;
const CODES = [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").map((letter) => `Key${letter}`),
  ...["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "Home", "End", "PageUp", "PageDown"],
  ...["Enter", "Tab", "Space", "Escape", "Delete", "Semicolon", "Slash"],
  ...Array.from({ length: 12 }, (_key, index) => `F${index + 1}`),
  ...Array.from({ length: 10 }, (_key, index) => `Digit${index}`),
];
const HELD = ["", "Shift+", "Alt+", "Ctrl+", "Alt+Shift+", "Ctrl+Shift+", "Ctrl+Alt+Shift+"];

describe("the list of keys", () => {
  it("tells nothing that does not work", () => {
    const idle = LISTED.filter((combination) => !doesSomething(combination));
    expect(idle).toEqual(CLIPBOARD);
  });

  it("tells everything that works", () => {
    const listed = new Set(LISTED);
    const untold = HELD.flatMap((held) => CODES.map((code) => held + code))
      .filter((combination) => doesSomething(combination) && !DOUBLES.test(combination))
      .filter((combination) => !listed.has(combination));
    expect(untold).toEqual([]);
  });

  it("tells nothing of editing where nothing can be entered, and of sheets where there is one", () => {
    const computed = keysFor(new Set(["fold", "units"]));
    expect(computed.map(({ id }) => id)).toEqual(["move", "select", "clipboard", "search", "view"]);
    const told = computed.flatMap(({ keys }) => keys.map(({ does }) => does));
    expect(told).toEqual(expect.arrayContaining(["copy", "find", "fold", "units"]));
    for (const absent of ["cut", "paste", "replace", "sheets"]) expect(told).not.toContain(absent);
  });

  it.each(["ru", "kk", "en"])("says in %s what each key does", (language) => {
    const said = keysFor(ALL).flatMap(({ id, keys }) => [
      `keys.group.${id}`,
      ...keys.map(({ does }) => `keys.does.${does}`),
    ]);
    expect(said.filter((key) => !texts.exists(key, { lng: language }))).toEqual([]);
  });
});

function doesSomething(combination: string): boolean {
  const [code = "", ...held] = combination.split("+").reverse();
  const key = {
    code,
    ctrlKey: held.includes("Ctrl"),
    altKey: held.includes("Alt"),
    shiftKey: held.includes("Shift"),
    metaKey: false,
  };
  const inEditor = { ...key, key: code, isComposing: false, getModifierState: () => false };
  const finds = [findSheetAction, findFrameAction, unitOfKey, findSheetStep];
  return (
    finds.some((find) => find(key) !== undefined) ||
    findEditorWish(inEditor, "replace", null)?.kind === "accept-all"
  );
}

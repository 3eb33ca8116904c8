import { describe, expect, it } from "vitest";

import {
  isMacos,
  writeCombination,
  writeCombinations,
} from "../../../../packages/ui/src/features/workbook/key-names.ts";

const PC = { isMacos: false, space: "Пробел" };
const MAC = { isMacos: true, space: "Пробел" };

describe("a combination", () => {
  it.each([
    ["Ctrl+KeyC", "Ctrl + C", "⌘ + C"],
    ["Ctrl+Alt+Shift+ArrowUp", "Ctrl + Alt + Shift + ↑", "⌘ + ⌥ + Shift + ↑"],
    ["Alt+Digit2", "Alt + 2", "⌥ + 2"],
    ["Ctrl+Space", "Ctrl + Пробел", "Ctrl + Пробел"],
    ["Ctrl+Semicolon", "Ctrl + ;", "⌘ + ;"],
    ["Shift+Slash", "?", "?"],
    ["Escape", "Esc", "Esc"],
  ])("%s is printed as %s, and on macOS as %s", (combination, onPc, onMac) => {
    expect(writeCombination(combination, PC)).toBe(onPc);
    expect(writeCombination(combination, MAC)).toBe(onMac);
  });

  it("names the held keys once before all four arrows", () => {
    const arrows = ["Left", "Up", "Right", "Down"].map((way) => `Ctrl+Shift+Arrow${way}`);
    expect(writeCombinations(arrows, PC)).toEqual(["Ctrl + Shift + ← ↑ → ↓"]);
    expect(writeCombinations(["Home", "End"], PC)).toEqual(["Home", "End"]);
  });
});

it("tells the keyboards of macOS by what the browser says of itself", () => {
  expect(isMacos({ userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)" })).toBe(true);
  expect(isMacos({ userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64)" })).toBe(false);
});

import { describe, expect, it } from "vitest";

import { findSheetAction } from "../../../packages/ui/src/grid/sheet-keys.ts";

const key = (
  code: string,
  held: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", true>> = {},
) => ({
  ...{ code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...held,
});

describe("keys of a sheet", () => {
  it.each([
    [key("ArrowDown"), "down"],
    [key("ArrowUp"), "up"],
    [key("Enter"), "down"],
    [key("Enter", { shiftKey: true }), "up"],
    [key("Home"), "row-start"],
    [key("End", { ctrlKey: true }), "sheet-end"],
    [key("ArrowDown", { ctrlKey: true }), "last-row"],
  ])("move the active cell: %j", (pressed, to) => {
    expect(findSheetAction(pressed)).toEqual({ kind: "move", to });
  });

  it("take ⌘ for Ctrl", () => {
    expect(findSheetAction({ ...key("Home"), metaKey: true })).toEqual({
      kind: "move",
      to: "sheet-start",
    });
  });

  it("fold one group or all", () => {
    expect(findSheetAction(key("Space"))).toMatchObject({ isOpen: "toggle", scope: "row" });
    expect(
      findSheetAction(key("ArrowUp", { ctrlKey: true, altKey: true, shiftKey: true })),
    ).toMatchObject({ isOpen: false, scope: "all" });
  });

  it.each(["ArrowLeft", "Tab", "F6", "KeyA"])("leave %s to others", (code) => {
    expect(findSheetAction(key(code))).toBeUndefined();
  });
});

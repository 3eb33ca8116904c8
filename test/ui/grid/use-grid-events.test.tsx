import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../packages/ui/src/grid/arrange-rows.ts";
import { SheetGrid } from "../../../packages/ui/src/grid/sheet-grid.tsx";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

afterEach(cleanup);

async function renderSheet(activeRow: string) {
  await texts.changeLanguage("ru");
  const wishes: unknown[] = [];
  const rows = visibleRows(numberTree(TREE), (id) => id === "south");
  const props = sheetProps(rows, {
    active: { rowId: activeRow, columnId: "name" },
    onFold: (...wish) => wishes.push(wish),
    onFoldAll: (isOpen) => wishes.push(isOpen),
    onActivate: (cell) => wishes.push(cell),
  });
  render(<SheetGrid {...props} />);
  const name = await screen.findByRole("rowheader", { name: new RegExp(activeRow) });
  return { wishes, name };
}

describe("a person in a sheet", () => {
  it("folds the active group by Space", async () => {
    const { wishes, name } = await renderSheet("south");
    fireEvent.keyDown(name, { code: "Space", key: " " });
    expect(wishes).toContainEqual(["south", false]);
  });

  it("folds the group of an active member, and all groups", async () => {
    const { wishes, name } = await renderSheet("s1");
    fireEvent.keyDown(name, { code: "ArrowUp", key: "ArrowUp", altKey: true, shiftKey: true });
    fireEvent.keyDown(name, {
      ...{ code: "ArrowDown", key: "ArrowDown", altKey: true, shiftKey: true, ctrlKey: true },
    });
    expect(wishes).toContainEqual(["south", false]);
    expect(wishes).toContain(true);
  });

  it("copies the active cell exactly", async () => {
    const { name } = await renderSheet("south");
    const copied: string[] = [];
    fireEvent.copy(name, {
      clipboardData: { setData: (_kind: string, text: string) => copied.push(text) },
    });
    expect(copied).toEqual(["south"]);
  });

  it("hears the whole cell when it gets the focus", async () => {
    const { name } = await renderSheet("south");
    fireEvent.focusIn(name);
    expect(name.getAttribute("aria-label")).toBe("south, 1");
    fireEvent.focusOut(name);
    expect(name.hasAttribute("aria-label")).toBe(false);
  });
});

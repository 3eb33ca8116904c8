import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { type JSX, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import type { SheetCell } from "../../../packages/ui/src/grid/sheet.ts";
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

/** A sheet that folds and goes where it is asked to, and notes each cell it became active in. */
function FoldingSheet({ told }: { readonly told: string[] }): JSX.Element {
  const [open, setOpen] = useState<readonly string[]>(["north"]);
  const [active, setActive] = useState<SheetCell>({ rowId: "north", columnId: "name" });
  const rows = visibleRows(numberTree(TREE), (id) => open.includes(id));
  const props = sheetProps(rows, {
    active,
    onFold: (id, isOpen) => setOpen(isOpen ? [...open, id] : open.filter((kept) => kept !== id)),
    onFoldAll: (isOpen) => setOpen(isOpen ? ["north", "south"] : []),
    onActivate: (cell) => {
      told.push(cell.rowId);
      setActive(cell);
    },
  });
  return <SheetGrid {...props} />;
}

/** Presses keys one right after another, each where the one before it left the focus. */
function press(keys: readonly KeyboardEventInit[]): void {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, key);
}

const DOWN = { code: "ArrowDown", key: "ArrowDown" };
const FOLD = { code: "ArrowUp", key: "ArrowUp", altKey: true, shiftKey: true };

describe("a quick hand in a sheet", () => {
  it.each([
    ["its group", FOLD],
    ["all groups", { ...FOLD, ctrlKey: true }],
  ])("folds %s from a member before anybody was told of that member", async (_what, fold) => {
    await texts.changeLanguage("ru");
    const told: string[] = [];
    render(<FoldingSheet told={told} />);
    await screen.findByRole("rowheader", { name: /north/ });
    document.querySelector<HTMLElement>("[data-region-entry]")?.focus();
    press([DOWN, DOWN, fold]);
    expect(screen.queryByRole("rowheader", { name: /n2/ })).toBeNull();
    expect(document.activeElement?.textContent).toContain("north");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.filter((rowId) => rowId !== "north")).toEqual([]);
    expect(document.activeElement?.textContent).toContain("north");
  });
});

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

  it("comes down from the name of a column to its first cell", async () => {
    const { wishes } = await renderSheet("south");
    const header = document.querySelector(".ag-header-cell[col-id=total]");
    if (header !== null) fireEvent.keyDown(header, DOWN);
    expect(wishes).toContainEqual({ rowId: "north", columnId: "total" });
  });

  it("copies the active cell exactly", async () => {
    const { name } = await renderSheet("south");
    const copied = new Map<string, string>();
    fireEvent.copy(name, {
      clipboardData: { setData: (kind: string, text: string) => copied.set(kind, text) },
    });
    expect(copied.get("text/plain")).toBe("south");
  });

  it("hears the whole cell when it gets the focus", async () => {
    const { name } = await renderSheet("south");
    fireEvent.focusIn(name);
    expect(name.getAttribute("aria-label")).toBe("south, 1");
    fireEvent.focusOut(name);
    expect(name.hasAttribute("aria-label")).toBe(false);
  });
});

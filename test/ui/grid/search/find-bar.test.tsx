import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { FindBar } from "../../../../packages/ui/src/grid/search/find-bar.tsx";
import { createSearchStore } from "../../../../packages/ui/src/grid/search/search-store.ts";
import type { SheetCell } from "../../../../packages/ui/src/grid/sheet.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

function renderBar() {
  const activated: SheetCell[] = [];
  const rows = visibleRows(TREE, () => false);
  const searchedRows = visibleRows(TREE, () => true).map(({ row }) => row);
  const props = sheetProps(rows, { searchedRows, onActivate: (cell) => activated.push(cell) });
  const kept = smallHandle(props);
  const store = createSearchStore();
  store.change({ bar: "find" });
  render(<FindBar handle={kept.handle} store={store} />);
  return { ...kept, store, activated, field: screen.getByRole("textbox", { name: "Найти" }) };
}

it("counts what it finds, and goes to folded rows with the focus kept", async () => {
  const { field, activated, said } = renderBar();
  expect(document.activeElement).toBe(field);
  fireEvent.change(field, { target: { value: "n" } });
  await screen.findByText("3");
  fireEvent.keyDown(field, { key: "Enter", code: "Enter" });
  fireEvent.keyDown(field, { key: "F3", code: "F3", shiftKey: true });
  expect(activated).toEqual([
    { rowId: "north", columnId: "name" },
    { rowId: "n2", columnId: "name" },
  ]);
  expect(said).toContain("1 из 3: north");
  expect(document.activeElement).toBe(field);
});

it("says that there is nothing when the typing has come to rest", async () => {
  const { field, said } = renderBar();
  fireEvent.change(field, { target: { value: "нет такого" } });
  await screen.findByText("Нет совпадений");
  await vi.waitFor(() => expect(said).toEqual(["Нет совпадений"]), { timeout: 3000 });
});

it("closes at Esc, and the sheet has the focus", () => {
  const { field, said, store } = renderBar();
  fireEvent.keyDown(field, { key: "Escape", code: "Escape" });
  expect(store.get().bar).toBe("closed");
  expect(said).toEqual(["focus"]);
});

it("opens the replacement at Ctrl+H, and says why nothing can be entered", () => {
  const { field } = renderBar();
  fireEvent.keyDown(field, { key: "р", code: "KeyH", ctrlKey: true });
  expect(screen.getByText("В этом листе ничего не вводится")).toBeTruthy();
});

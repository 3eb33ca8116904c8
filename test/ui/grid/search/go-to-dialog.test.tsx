import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { numberTree, visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { GoToDialog } from "../../../../packages/ui/src/grid/search/go-to-dialog.tsx";
import { createSearchStore } from "../../../../packages/ui/src/grid/search/search-store.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

it("goes to the first place at Enter, also in a folded group", async () => {
  const tree = numberTree(TREE);
  const searchedRows = visibleRows(tree, () => true).map(({ row }) => row);
  const { handle, gone } = smallHandle(
    sheetProps(
      visibleRows(tree, () => false),
      { searchedRows },
    ),
  );
  const store = createSearchStore();
  store.change({ isGoToOpen: true });
  render(<GoToDialog handle={handle} store={store} />);
  const field = screen.getByRole("textbox", { name: "Куда перейти" });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: "3 total" } });
  await screen.findByRole("option", { name: /3, n2, whole total/ });
  fireEvent.keyDown(field, { key: "Enter", code: "Enter" });
  fireEvent.keyUp(field, { key: "Enter", code: "Enter" });
  await vi.waitFor(() => expect(gone).toEqual([{ rowId: "n2", columnId: "total" }]));
  expect(store.get().isGoToOpen).toBe(false);
});

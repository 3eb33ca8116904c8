import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import {
  useSpokenCell,
  useSpokenSelection,
} from "../../../../packages/ui/src/grid/cells/use-spoken-cell.ts";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import {
  type SheetSelection,
  selectPlace,
} from "../../../../packages/ui/src/grid/selection/selection.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

const props = sheetProps(visibleRows(TREE, () => true));

beforeEach(async () => {
  await texts.changeLanguage("en");
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  document.body.replaceChildren();
});

describe("the cell with the focus", () => {
  it("has its words as long as it has the focus", () => {
    const root = document.createElement("div");
    root.innerHTML = `<div row-id="n1"><i class="ag-cell" col-id="total" tabindex="-1"></i></div>`;
    document.body.append(root);
    const { handle } = smallHandle(props);
    handle.root.current = root;
    renderHook(() => useSpokenCell(handle));
    const cell = root.querySelector<HTMLElement>(".ag-cell");
    cell?.focus();
    expect(cell?.getAttribute("aria-label")).toBe("n1, whole total, 5 tiyn");
    cell?.blur();
    expect(cell?.hasAttribute("aria-label")).toBe(false);
  });
});

/** From the row to the row, in both columns. */
function rowsFrom(top: number, bottom: number): SheetSelection {
  return { ranges: [{ anchor: { row: top, column: 0 }, head: { row: bottom, column: 1 } }] };
}

describe("a selected range", () => {
  it("is said once it stands still, from where to where", () => {
    const { handle, said } = smallHandle(props);
    renderHook(() => useSpokenSelection(handle));
    for (const bottom of [1, 2, 3]) {
      handle.selection.set(rowsFrom(1, bottom));
      vi.advanceTimersByTime(100);
    }
    expect(said).toEqual([]);
    vi.runAllTimers();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^6 cells.*n1.*whole name.*south.*whole total/u);
  });

  it("of several counts no cell twice", () => {
    const { handle, said } = smallHandle(props);
    renderHook(() => useSpokenSelection(handle));
    const { ranges } = rowsFrom(1, 3);
    handle.selection.set({ ranges: [...ranges, ...rowsFrom(2, 4).ranges] });
    vi.runAllTimers();
    expect(said[0]).toMatch(/^8 cells.*2/u);
  });

  it("is no news where one cell is selected", () => {
    const { handle, said } = smallHandle(props);
    renderHook(() => useSpokenSelection(handle));
    handle.selection.set(selectPlace({ row: 1, column: 1 }));
    handle.selection.set(selectPlace({ row: 2, column: 1 }));
    vi.runAllTimers();
    expect(said).toEqual([]);
  });

  it("is not said by a sheet that has gone", () => {
    const { handle, said } = smallHandle(props);
    const { unmount } = renderHook(() => useSpokenSelection(handle));
    handle.selection.set(rowsFrom(1, 3));
    unmount();
    vi.runAllTimers();
    expect(said).toEqual([]);
  });
});

import { act, cleanup, render, renderHook, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { selectPlace } from "../../../packages/ui/src/grid/selection/selection.ts";
import type { SheetCell } from "../../../packages/ui/src/grid/sheet.ts";
import type { SheetGridProps } from "../../../packages/ui/src/grid/sheet-props.ts";
import { useSheetHandle } from "../../../packages/ui/src/grid/use-sheet-handle.tsx";
import { sheetProps, TREE } from "../support/small-sheet.ts";

afterEach(cleanup);

const rowsOf = (...open: readonly string[]) => visibleRows(TREE, (id) => open.includes(id));

function hold(given: Partial<SheetGridProps> = {}, ...open: readonly string[]) {
  const told: SheetCell[] = [];
  const props = sheetProps(rowsOf(...open), { onActivate: (cell) => told.push(cell), ...given });
  const hook = renderHook((now: SheetGridProps) => useSheetHandle(now, null), {
    initialProps: props,
  });
  return { ...hook, props, told, handle: hook.result.current.handle };
}

describe("what the parts of a sheet share", () => {
  it("stays the same and tells what is on view now", () => {
    const { handle, props, rerender, result } = hold();
    expect(handle.table().rowCount).toBe(3);
    rerender({ ...props, rows: rowsOf("north"), label: "Other" });
    expect(result.current.handle).toBe(handle);
    expect([handle.table().rowCount, handle.props().label]).toEqual([5, "Other"]);
  });

  it("begins at the owner's active cell", () => {
    const { handle } = hold({ active: { rowId: "south", columnId: "total" } });
    expect(handle.selection.get()).toEqual(selectPlace({ row: 1, column: 1 }));
    expect(handle.activeCell()).toEqual({ rowId: "south", columnId: "total" });
  });

  it("goes to a cell on view alone, and tells the owner at once", () => {
    const { handle, told } = hold();
    act(() => handle.goTo({ rowId: "north", columnId: "name" }));
    expect(handle.selection.get()).toEqual(selectPlace({ row: 0, column: 0 }));
    expect(told).toEqual([{ rowId: "north", columnId: "name" }]);
  });

  it("asks the owner for a cell that is folded away, and stays until that is there", () => {
    const { handle, told } = hold();
    act(() => handle.goTo({ rowId: "n2", columnId: "total" }));
    expect(told).toEqual([{ rowId: "n2", columnId: "total" }]);
    expect(handle.activeCell().rowId).toBe("city");
  });

  it("keeps what is refused, until nothing is", () => {
    const { handle, result } = hold();
    const refusals = [{ cell: { rowId: "n1", columnId: "total" }, reason: "locked" }];
    act(() => handle.refuse(refusals));
    expect(result.current.handle.refusals()).toEqual(refusals);
    act(() => handle.refuse([]));
    expect(handle.refusals()).toEqual([]);
  });

  it("speaks where it is drawn", () => {
    const { handle, result } = hold();
    render(result.current.live);
    act(() => handle.say("3 cells", "polite"));
    expect(screen.getByRole("status").textContent).toBe("3 cells");
  });

  it("tells nobody once the sheet has gone", async () => {
    const { handle, told, unmount } = hold();
    handle.selection.set(selectPlace({ row: 0, column: 0 }));
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(told).toEqual([]);
  });
});

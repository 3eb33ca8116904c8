import { expect, it } from "vitest";
import type { EditBatch } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { showEdits } from "../../../../packages/ui/src/grid/history/show-edits.ts";
import { smallEditing } from "../../support/small-editing.ts";

function batchOf(sheetId: string, ...cells: readonly (readonly [string, string])[]): EditBatch {
  const edits = cells.map(([rowId, columnId]) => ({
    ...{ cell: { rowId, columnId }, before: null, after: "1" },
  }));
  return { sheetId, kind: "type", edits };
}

it("selects the cells that are on view, as few ranges, the first one active with the focus", () => {
  const { handle, said } = smallEditing();
  const batch = batchOf("norms", ["n2", "norm"], ["n1", "norm"], ["folded", "norm"], ["n1", "day"]);
  showEdits(handle, { batch });
  expect(handle.selection.get()).toEqual({
    ranges: [
      { anchor: { row: 1, column: 4 }, head: { row: 1, column: 4 } },
      { anchor: { row: 1, column: 1 }, head: { row: 2, column: 1 } },
    ],
    active: { row: 2, column: 1 },
  });
  expect(said).toEqual(["focus"]);
});

it("shows each object once, so that a sheet that comes back stays as it was left", () => {
  const { handle } = smallEditing();
  const shown = { batch: batchOf("norms", ["n2", "norm"]) };
  showEdits(handle, shown);
  const left = {
    ranges: [{ anchor: { row: 1, column: 5 }, head: { row: 1, column: 5 } }],
  } as const;
  handle.selection.set(left);
  showEdits(handle, shown);
  expect(handle.selection.get()).toEqual(left);
  showEdits(handle, { ...shown });
  expect(handle.activeCell()).toEqual({ rowId: "n2", columnId: "norm" });
});

it("leaves the selection where the batch is of another sheet or of rows that are not on view", () => {
  const { handle } = smallEditing();
  const before = handle.selection.get();
  showEdits(handle, { batch: batchOf("rolls", ["n2", "norm"]) });
  showEdits(handle, { batch: batchOf("norms", ["folded", "norm"]) });
  expect(handle.selection.get()).toBe(before);
});

it("does not take the focus from a button that was pressed", () => {
  const button = document.body.appendChild(document.createElement("button"));
  button.focus();
  const { handle, said } = smallEditing();
  showEdits(handle, { batch: batchOf("norms", ["n2", "norm"]) });
  expect(handle.activeCell().rowId).toBe("n2");
  expect(said).toEqual([]);
  button.remove();
});

import { describe, expect, it } from "vitest";
import {
  fillByDrag,
  fillByKey,
  fillToEnd,
} from "../../../../packages/ui/src/grid/editing/fill-actions.ts";
import { taskOfDrag } from "../../../../packages/ui/src/grid/editing/fill-range.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { HELD_FIRST, HELD_SECOND, normRow } from "../../support/norm-sheet.ts";
import { smallEditing } from "../../support/small-editing.ts";

const CLOSED = normRow("n2", HELD_SECOND, { marksIn: () => ({ lock: "Закрыта" }) });

describe("a fill by keys", () => {
  it("copies the first row of the range down, as one batch that is said", () => {
    const { context, select, batches, said } = smallEditing();
    select(1, 1, 2, 2);
    fillByKey(context, "above");
    expect(batches.map(({ kind, edits }) => [kind, edits.map(({ after }) => after)])).toEqual([
      ["fill", [exactWhole(30_500_050n), { numerator: 217n, denominator: 200n }]],
    ]);
    expect(said).toEqual(["Заполнены 2 ячейки"]);
  });

  it("edits a cell of overlapping ranges once", () => {
    const { context, handle, batches } = smallEditing();
    const range = { anchor: { row: 1, column: 1 }, head: { row: 2, column: 1 } };
    handle.selection.set({ ranges: [range, range] });
    fillByKey(context, "above");
    expect(batches[0]?.edits).toHaveLength(1);
  });

  it("says where there is nothing to fill from", () => {
    const { context, select, batches } = smallEditing();
    select(1, 1);
    fillByKey(context, "above");
    expect(context.store.get().notice?.text).toBe("Выше нет ячейки, из которой заполнить");
    expect(batches).toEqual([]);
  });

  it("is refused as a whole over a locked cell, with the reason", () => {
    const members = [normRow("n1", HELD_FIRST), CLOSED];
    const { context, select, batches, refused } = smallEditing({ members });
    select(1, 1, 2, 1);
    fillByKey(context, "above");
    expect(batches).toEqual([]);
    expect(refused).toEqual([{ cell: { rowId: "n2", columnId: "norm" }, reason: "Закрыта" }]);
  });
});

describe("a fill by the handle", () => {
  it("selects what was filled with its source", () => {
    const { context, handle, batches } = smallEditing();
    const task = taskOfDrag({ top: 1, left: 1, bottom: 1, right: 1 }, { row: 2, column: 1 });
    expect(task).not.toBeNull();
    if (task !== null) fillByDrag(context, task, "series");
    expect(batches).toHaveLength(1);
    expect(handle.selection.get().ranges).toEqual([
      { anchor: { row: 1, column: 1 }, head: { row: 2, column: 1 } },
    ]);
  });

  it("goes down to the end of the group at a double click, and says where that is", () => {
    const { context, handle, batches } = smallEditing();
    fillToEnd(context);
    expect(batches[0]?.edits.map(({ cell }) => cell.rowId)).toEqual(["n2"]);
    expect(handle.selection.get().ranges[0].head).toEqual({ row: 2, column: 1 });
    fillToEnd(context);
    expect(context.store.get().notice?.text).toBe("Ниже в этой группе нет строк");
  });
});

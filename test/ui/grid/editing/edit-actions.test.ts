import { describe, expect, it } from "vitest";
import {
  acceptAndRun,
  acceptIntoSelection,
  acceptText,
  cancelEditor,
  changeText,
  clearSelection,
  enterToday,
  openEditor,
  writtenDate,
} from "../../../../packages/ui/src/grid/editing/edit-actions.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetAction } from "../../../../packages/ui/src/grid/sheet-keys.ts";
import { HELD_FIRST, HELD_SECOND, normRow } from "../../support/norm-sheet.ts";
import { smallEditing } from "../../support/small-editing.ts";

const RATE = { rowId: "n1", columnId: "norm" };

describe("an opened cell", () => {
  it("has the exact content as it can be typed again, or the letter that opened it", () => {
    const { context } = smallEditing();
    openEditor(context, "edit", null);
    expect(context.store.get().editor?.text).toBe("305000,50");
    openEditor(context, "replace", "7");
    expect(context.store.get().editor).toMatchObject({ text: "7", opening: null });
  });

  it.each([
    ["a computed column", { active: { rowId: "n1", columnId: "sum" } }],
    ["a group", { active: { rowId: "north", columnId: "norm" } }],
    ["a locked sheet", { editing: { lock: "Утверждён" } }],
    ["a sheet to read", { editing: null }],
  ])("does not open in %s, and the reason is said", (_what, given) => {
    const { context } = smallEditing(given);
    openEditor(context, "edit", null);
    expect(context.store.get().editor).toBeNull();
    expect(context.store.get().notice?.text).not.toBe("");
  });

  it("gives the text as one batch, and none where F2 was left unchanged", () => {
    const { context, batches } = smallEditing();
    openEditor(context, "edit", null);
    expect(acceptText(context)).toBe(true);
    openEditor(context, "replace", "1");
    changeText(context, "100,5");
    expect(acceptText(context)).toBe(true);
    expect(context.store.get().editor).toBeNull();
    const edits = [{ cell: RATE, before: null, after: exactWhole(10_050n) }];
    expect(batches).toEqual([{ sheetId: "norms", kind: "type", edits }]);
  });

  it("keeps a refused text with the reason until it is changed", () => {
    const reason = "Такой ставки нет";
    const { context, refused } = smallEditing({ refusals: [{ cell: RATE, reason }] });
    openEditor(context, "replace", "1");
    expect(acceptText(context)).toBe(false);
    expect(context.store.get().editor).toMatchObject({ text: "1", fault: reason });
    expect(refused).toEqual([]);
    changeText(context, "12");
    expect(context.store.get().editor).toMatchObject({ text: "12", fault: null });
    cancelEditor(context);
    expect(context.store.get().editor).toBeNull();
  });

  it("is entered before the search opens, and stays where it was refused", () => {
    const given = smallEditing();
    const actions: SheetAction[] = [];
    const handle = { ...given.handle, run: (action: SheetAction) => actions.push(action) > 0 };
    const context = { ...given.context, handle };
    openEditor(context, "replace", "много");
    acceptAndRun(context, { kind: "find" });
    expect([actions, given.batches]).toEqual([[], []]);
    changeText(context, "5");
    acceptAndRun(context, { kind: "find" });
    expect(actions).toEqual([{ kind: "find" }]);
    expect(given.batches).toHaveLength(1);
  });
});

describe("one text into a range", () => {
  it("counts from the figure of each cell", () => {
    const { context, select, batches } = smallEditing();
    select(1, 1, 2, 1);
    openEditor(context, "replace", "*2");
    acceptIntoSelection(context);
    expect(batches.flatMap(({ edits }) => edits.map(({ after }) => after))).toEqual([
      exactWhole(61_000_100n),
      exactWhole(2n),
    ]);
    expect(context.store.get().editor).toBeNull();
  });

  it("is taken by no cell where one refuses it", () => {
    const members = [
      normRow("n1", HELD_FIRST),
      normRow("n2", HELD_SECOND, { marksIn: () => ({ lock: "Закрыта" }) }),
    ];
    const { context, select, batches, refused } = smallEditing({ members });
    select(1, 1, 2, 1);
    openEditor(context, "replace", "5");
    acceptIntoSelection(context);
    expect(batches).toEqual([]);
    expect(context.store.get().editor).toMatchObject({ text: "5", fault: "Закрыта" });
    expect(refused.map(({ cell }) => cell.rowId)).toEqual(["n2"]);
  });
});

describe("clearing", () => {
  it("lets the base stand again where something was entered", () => {
    const members = [
      normRow("n1", HELD_FIRST, { ownIn: (id) => (id === "norm" ? exactWhole(7n) : null) }),
      normRow("n2", HELD_SECOND),
    ];
    const { context, select, batches, said } = smallEditing({ members });
    select(0, 0, 3, 6);
    clearSelection(context);
    const edits = [{ cell: RATE, before: exactWhole(7n), after: null }];
    expect(batches).toEqual([{ sheetId: "norms", kind: "clear", edits }]);
    expect(said).toEqual(["Значение базы вернулось в 1 ячейку"]);
  });

  it("says so where nothing was entered", () => {
    const { context, batches } = smallEditing();
    clearSelection(context);
    expect(batches).toEqual([]);
    expect(context.store.get().notice?.text).toBe("Стирать нечего: стоит значение базы");
  });
});

describe("today", () => {
  it("goes into a column of dates at once, and into one of words as text to go on with", () => {
    const day = smallEditing({ active: { rowId: "n2", columnId: "day" } });
    enterToday(day.context, "2026-11-23");
    expect(day.batches[0]?.edits[0]?.after).toBe("2026-11-23");
    const words = smallEditing({ active: { rowId: "n2", columnId: "code" } });
    enterToday(words.context, "2026-11-23");
    expect(words.context.store.get().editor?.text).toBe(writtenDate("2026-11-23"));
    expect(writtenDate("2026-11-23")).toBe("23.11.2026");
  });

  it("is no figure", () => {
    const { context, batches } = smallEditing();
    enterToday(context, "2026-11-23");
    expect(batches).toEqual([]);
    expect(context.store.get().notice?.text).toBe("Дату вводят в столбец дат");
  });
});

import { describe, expect, it } from "vitest";
import type { EditBatch } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import {
  batchText,
  outcomeText,
  stepThroughHistory,
} from "../../../../packages/ui/src/grid/history/step-history.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { smallEditing } from "../../support/small-editing.ts";

const CELL = { rowId: "n1", columnId: "norm" };
const BATCH: EditBatch = {
  ...{ sheetId: "norms", kind: "paste" },
  edits: [{ cell: CELL, before: null, after: "1" }],
};
const REFUSALS = [{ cell: CELL, reason: "Закрыта" }];

describe("a step at a key", () => {
  it("says what was taken back, and takes marks of refused cells away", () => {
    const undo = () => ({ kind: "done", batch: BATCH }) as const;
    const { context, handle, said, refused } = smallEditing({ editing: { undo } });
    handle.refuse(REFUSALS);
    stepThroughHistory(context, "undo");
    expect(said).toEqual(["Отменено: вставка, 1 ячейка"]);
    expect(refused).toEqual([]);
  });

  it("marks what could not be done again", () => {
    const redo = () => ({ kind: "refused", batch: BATCH, refusals: REFUSALS }) as const;
    const { context, said, refused } = smallEditing({ editing: { redo } });
    stepThroughHistory(context, "redo");
    expect(said).toEqual(["Вернуть нельзя: вставка, 1 ячейка"]);
    expect(refused).toEqual(REFUSALS);
  });

  it.each([
    ["there is nothing", {}, "Отменять нечего"],
    ["the sheet is locked", { lock: "Утверждён" }, "Утверждён"],
    ["the sheet is to read", null, "Лист только для чтения"],
  ])("says it where %s", (_why, editing, words) => {
    const { context } = smallEditing({ editing });
    stepThroughHistory(context, "undo");
    expect(context.store.get().notice?.text).toBe(words);
  });
});

it("a batch is named by what it was and how much", () => {
  expect(batchText({ kind: "fill", count: 22 }, texts.getFixedT("ru"))).toBe(
    "заполнение, 22 ячейки",
  );
  const { batch } = { batch: BATCH };
  expect(outcomeText({ kind: "done", batch }, "redo", texts.getFixedT("en"))).toContain("1");
  expect(outcomeText({ kind: "empty" }, "undo", texts.getFixedT("kk"))).not.toBe("");
});

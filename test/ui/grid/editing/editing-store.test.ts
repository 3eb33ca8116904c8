import { describe, expect, it } from "vitest";
import { createEditingStore } from "../../../../packages/ui/src/grid/editing/editing-store.ts";

describe("what is drawn of editing", () => {
  it("begins with nothing, keeps what is not changed, and tells of each change", () => {
    const store = createEditingStore();
    const notice = { cell: { rowId: "r", columnId: "a" }, text: "no" };
    const outline = { top: 0, left: 1, bottom: 2, right: 1 };
    let told = 0;
    const end = store.subscribe(() => {
      told += 1;
    });
    expect(store.get()).toEqual({ editor: null, notice: null, outline: null });
    store.set({ notice });
    store.set({ outline });
    expect(store.get()).toEqual({ editor: null, notice, outline });
    end();
    store.set({ notice: null });
    expect([told, store.get().notice]).toEqual([2, null]);
  });

  it("is the same object until it changes", () => {
    const store = createEditingStore();
    expect(store.get()).toBe(store.get());
  });
});

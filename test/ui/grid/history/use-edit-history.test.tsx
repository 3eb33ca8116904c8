import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { createEditHistory } from "../../../../packages/ui/src/grid/history/edit-history.ts";
import { useEditHistory } from "../../../../packages/ui/src/grid/history/use-edit-history.ts";

afterEach(cleanup);

it("what is drawn of a history follows it", () => {
  const history = createEditHistory({ apply: () => [], reveal: () => undefined });
  const { result } = renderHook(() => useEditHistory(history));
  expect(result.current).toEqual({ undo: null, redo: null });
  const cell = { rowId: "r", columnId: "a" };
  const edits = [{ cell, before: null, after: "1" }];
  act(() => void history.apply({ sheetId: "s", kind: "fill", edits }));
  expect(result.current).toEqual({ undo: { kind: "fill", count: 1 }, redo: null });
  act(() => void history.undo());
  expect(result.current).toEqual({ undo: null, redo: { kind: "fill", count: 1 } });
});

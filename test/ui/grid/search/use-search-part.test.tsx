import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { useSearchPart } from "../../../../packages/ui/src/grid/search/use-search-part.tsx";
import type { SheetHandle } from "../../../../packages/ui/src/grid/sheet-handle.ts";
import type { SheetAction } from "../../../../packages/ui/src/grid/sheet-keys.ts";
import type { SheetPart } from "../../../../packages/ui/src/grid/sheet-part.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

type PartProps = { readonly handle: SheetHandle; readonly parts: SheetPart[] };

function Part({ handle, parts }: PartProps) {
  const part = useSearchPart(handle);
  parts.push(part);
  return part.element;
}

function renderPart() {
  const kept = smallHandle(sheetProps(visibleRows(TREE, () => true)));
  const parts: SheetPart[] = [];
  render(<Part handle={kept.handle} parts={parts} />);
  const run = (kind: "find" | "find-next" | "find-previous" | "go-to" | "edit"): boolean => {
    const action: SheetAction = { kind };
    let isDone = false;
    act(() => {
      isDone = parts.at(-1)?.run(action) ?? false;
    });
    return isDone;
  };
  return { ...kept, run };
}

it("goes on with what was looked for last when the bar is closed", () => {
  const { run, gone } = renderPart();
  expect(run("find-next")).toBe(true);
  const field = screen.getByRole("textbox", { name: "Найти" });
  fireEvent.change(field, { target: { value: "s1" } });
  fireEvent.keyDown(field, { key: "Escape", code: "Escape" });
  expect(screen.queryByRole("search")).toBeNull();
  run("find-next");
  run("find-previous");
  expect(gone).toEqual([
    { rowId: "s1", columnId: "name" },
    { rowId: "s1", columnId: "name" },
  ]);
});

it("opens the way to a place, and leaves what is another part's", () => {
  const { run } = renderPart();
  expect(run("edit")).toBe(false);
  run("go-to");
  expect(screen.getByRole("dialog", { name: "Перейти к ячейке" })).toBeTruthy();
});

import { act, cleanup, fireEvent, render, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { EditBatch } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import { numberInput, TENGE } from "../../support/norm-sheet.ts";
import { sheetColumn, sheetProps, sheetRow } from "../../support/small-sheet.ts";

afterEach(cleanup);

const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("a", { input: numberInput(2), unit: TENGE }),
];
const ROWS = [100n, 200n, 700n, 800n].map((a, index) => ({
  row: sheetRow(`r${index + 1}`, { a }),
  isOpen: null,
}));

/** Nothing is laid out here: every cell is where the handle is, and the pointer is by its target. */
async function openSheet() {
  const batches: EditBatch[] = [];
  const editing = {
    ...{ sheetId: "s", lock: null, undo: () => ({ kind: "empty" }) as const },
    redo: () => ({ kind: "empty" }) as const,
    apply: (batch: EditBatch) => {
      batches.push(batch);
      return [];
    },
  };
  const active = { rowId: "r1", columnId: "a" };
  render(<SheetGrid {...sheetProps(ROWS, { columns: COLUMNS, active, editing })} />);
  await waitFor(() => expect(document.querySelector(".sheet-corner")).not.toBeNull());
  act(() => cell("r1").focus());
  fireEvent.keyDown(cell("r1"), { code: "ArrowDown", key: "ArrowDown", shiftKey: true });
  return batches;
}

function cell(rowId: string): HTMLElement {
  const drawn = document.querySelector<HTMLElement>(`[row-id="${rowId}"] [col-id="a"]`);
  if (drawn === null) throw new Error(`${rowId} is not drawn`);
  return drawn;
}

function outlines(): number {
  return document.querySelectorAll(".fill-outline").length;
}

it.each([
  ["goes on with the series", {}, [300n, 400n]],
  ["copies with Ctrl", { ctrlKey: true }, [100n, 200n]],
])("letting go of the handle %s", async (_what, held, filled) => {
  const batches = await openSheet();
  fireEvent.mouseDown(cell("r2"), { button: 0 });
  fireEvent.mouseMove(cell("r4"), { buttons: 1 });
  expect(outlines()).toBe(1);
  fireEvent.mouseUp(cell("r4"), held);
  expect(outlines()).toBe(0);
  expect(batches.flatMap(({ edits }) => edits.map(({ after }) => after))).toEqual(
    filled.map(exactWhole),
  );
});

it("Esc takes the outline away and fills nothing, also when the button goes up after it", async () => {
  const batches = await openSheet();
  fireEvent.mouseDown(cell("r2"), { button: 0 });
  fireEvent.mouseMove(cell("r4"), { buttons: 1 });
  fireEvent.keyDown(document.activeElement ?? document.body, { code: "Escape", key: "Escape" });
  expect(outlines()).toBe(0);
  fireEvent.mouseMove(cell("r3"), { buttons: 1 });
  expect(outlines()).toBe(0);
  fireEvent.mouseUp(cell("r3"));
  expect(batches).toEqual([]);
});

it("back within the range there is nothing to fill", async () => {
  const batches = await openSheet();
  fireEvent.mouseDown(cell("r2"), { button: 0 });
  fireEvent.mouseMove(cell("r4"), { buttons: 1 });
  fireEvent.mouseMove(cell("r1"), { buttons: 1 });
  expect(outlines()).toBe(0);
  fireEvent.mouseUp(cell("r1"));
  expect(batches).toEqual([]);
});

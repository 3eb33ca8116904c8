import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { EditBatch } from "../../../../packages/ui/src/grid/editing/edit-batch.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import type { SheetEditing } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetColumn, sheetProps, sheetRow } from "../../support/small-sheet.ts";

afterEach(cleanup);

const UNIT = { id: "kzt", name: "тенге", dimension: "money", size: 100n };
const INPUT = { kind: "number", places: 2, isPercent: false, least: null, most: null } as const;
const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  sheetColumn("a", { input: INPUT, unit: UNIT }),
];
const ROWS = ["r1", "r2"].map((id) => ({ row: sheetRow(id, { a: 10_000n }), isOpen: null }));

async function openSheet(given: Partial<SheetEditing> = {}) {
  await texts.changeLanguage("ru");
  const batches: EditBatch[] = [];
  const editing: SheetEditing = {
    ...{ sheetId: "s", lock: null, undo: () => ({ kind: "empty" }) },
    ...{ redo: () => ({ kind: "empty" }) },
    apply: (batch) => {
      batches.push(batch);
      return [];
    },
    ...given,
  };
  const active = { rowId: "r1", columnId: "a" };
  render(<SheetGrid {...sheetProps(ROWS, { columns: COLUMNS, active, editing })} />);
  const cell = await waitFor(() => drawnCell());
  cell.focus();
  return { batches, cell };
}

function drawnCell(): HTMLElement {
  const drawn = document.querySelector<HTMLElement>('[row-id="r1"] [col-id="a"]');
  if (drawn === null) throw new Error("the cell is not drawn yet");
  return drawn;
}

function field(): HTMLInputElement {
  return screen.getByRole("textbox");
}

describe("editing in a sheet", () => {
  it("begins with the letter that is typed, and enters at Enter", async () => {
    const { batches, cell } = await openSheet();
    fireEvent.keyDown(cell, { code: "Digit5", key: "5" });
    expect(field().value).toBe("5");
    fireEvent.keyDown(field(), { code: "Enter", key: "Enter" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(batches).toEqual([
      {
        sheetId: "s",
        kind: "type",
        edits: [{ cell: { rowId: "r1", columnId: "a" }, before: null, after: exactWhole(500n) }],
      },
    ]);
  });

  it("tells what arithmetic gives, and keeps a refused text with the reason", async () => {
    const { batches, cell } = await openSheet();
    fireEvent.keyDown(cell, { code: "F2", key: "F2" });
    fireEvent.change(field(), { target: { value: "+10%" } });
    expect(screen.getByText(/= 11000$/)).toBeTruthy();
    fireEvent.change(field(), { target: { value: "много" } });
    fireEvent.keyDown(field(), { code: "Enter", key: "Enter" });
    expect(field().value).toBe("много");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    const described = field().getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.getAttribute("role")).toBe("alert");
    fireEvent.keyDown(field(), { code: "Escape", key: "Escape" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(batches).toEqual([]);
  });

  it("enters nothing where F2 opened and nothing was changed", async () => {
    const { batches, cell } = await openSheet();
    fireEvent.keyDown(cell, { code: "F2", key: "F2" });
    fireEvent.keyDown(field(), { code: "Enter", key: "Enter" });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(batches).toEqual([]);
  });

  it("says why a sheet that is locked takes nothing, until the next key", async () => {
    const { cell } = await openSheet({ lock: "Сценарий утверждён" });
    fireEvent.keyDown(cell, { code: "Delete", key: "Delete" });
    expect(screen.getByText("Сценарий утверждён")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.keyDown(cell, { code: "ArrowDown", key: "ArrowDown" });
    expect(screen.queryByText("Сценарий утверждён")).toBeNull();
  });

  it("leaves letters to the page in a sheet to read, and says why F2 opens nothing", async () => {
    await texts.changeLanguage("ru");
    const active = { rowId: "r1", columnId: "a" };
    render(<SheetGrid {...sheetProps(ROWS, { columns: COLUMNS, active })} />);
    const cell = await waitFor(() => drawnCell());
    const isLeft = fireEvent.keyDown(cell, { code: "Slash", key: "?", shiftKey: true });
    expect(isLeft).toBe(true);
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.keyDown(cell, { code: "F2", key: "F2" });
    expect(screen.getByText("Лист только для чтения")).toBeTruthy();
  });
});

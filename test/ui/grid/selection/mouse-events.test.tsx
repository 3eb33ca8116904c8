import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import type { SheetGridProps } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetColumn, sheetProps, sheetRow, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const COLUMNS = [
  sheetColumn("name", { kind: "name" }),
  ...["a", "b", "c"].map((id) => sheetColumn(id)),
];
const ROWS = visibleRows(numberTree(TREE), (id) => id === "north");

async function draw(given: Partial<SheetGridProps> = {}) {
  await texts.changeLanguage("ru");
  const active = { rowId: "north", columnId: "a" };
  render(<SheetGrid {...sheetProps(ROWS, { columns: COLUMNS, active, ...given })} />);
  await screen.findByRole("rowheader", { name: /north/ });
  await waitFor(() => find("[data-sort]"));
}

function find(selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`nothing is ${selector}`);
  return element;
}
const cell = (rowId: string, columnId: string) =>
  find(`[row-id="${rowId}"] .ag-cell[col-id="${columnId}"]`);
const header = (columnId: string) => find(`.ag-header-cell[col-id="${columnId}"]`);

/** Nothing has a size here, and the fill handle is where everything is. */
const AWAY = { clientX: 50, clientY: 50 };

function press(element: Element, held: MouseEventInit = {}): void {
  act(() => {
    fireEvent.mouseDown(element, { button: 0, buttons: 1, ...AWAY, ...held });
    fireEvent.mouseUp(element, { button: 0, ...held });
    fireEvent.click(element, { button: 0, ...held });
  });
}

function drag(from: Element, ...over: readonly Element[]): void {
  // Without sizes, a sheet that was scrolled to a cell would scroll on.
  Object.assign(find(".ag-grid-viewport"), { scrollLeft: 0, scrollTop: 0 });
  act(() => {
    fireEvent.mouseDown(from, { button: 0, buttons: 1, ...AWAY });
    for (const element of over) fireEvent.mouseMove(element, { buttons: 1 });
    fireEvent.mouseUp(over.at(-1) ?? from, { button: 0 });
  });
}

const nameOf = (painted: Element) =>
  `${painted.closest("[row-id]")?.getAttribute("row-id")} ${painted.getAttribute("col-id")}`;

/** Where the frame is, then the cells of ranges row by row. */
function painted(): readonly string[] {
  const frames = [...document.querySelectorAll(".ag-cell.sheet-active")].map(nameOf);
  const inRange = new Set([...document.querySelectorAll(".sheet-in-range")].map(nameOf));
  const rows = [...ROWS.map(({ row }) => row.id), "city"];
  const all = rows.flatMap((row) => COLUMNS.map(({ id }) => `${row} ${id}`));
  return [frames.join(), ...all.filter((name) => inRange.has(name))];
}

describe("the mouse in a sheet", () => {
  it("selects the cell it presses, and what it is dragged over from there, back too", async () => {
    await draw();
    press(cell("n1", "b"));
    expect(painted()).toEqual(["n1 b"]);
    expect(document.activeElement).toBe(cell("n1", "b"));
    drag(cell("n1", "b"), cell("city", "c"), cell("n2", "a"));
    expect(painted()).toEqual(["n1 b", "n1 a", "n1 b", "n2 a", "n2 b"]);
  });

  it("with Shift extends from the active cell, with Ctrl begins another range", async () => {
    await draw();
    press(cell("n1", "b"));
    press(cell("n2", "c"), { shiftKey: true });
    expect(painted()).toEqual(["n1 b", "n1 b", "n1 c", "n2 b", "n2 c"]);
    press(cell("city", "a"), { ctrlKey: true });
    expect(painted()).toEqual(["city a", "n1 b", "n1 c", "n2 b", "n2 c", "city a"]);
    press(cell("city", "b"), { shiftKey: true });
    expect(painted().slice(-2)).toEqual(["city a", "city b"]);
    expect(painted()[0]).toBe("city a");
  });

  it("selects rows by their numbers, columns by their headers, everything by the corner", async () => {
    await draw();
    drag(cell("n1", "number"), cell("n2", "number"));
    const ids = COLUMNS.map(({ id }) => id);
    expect(painted()).toEqual([
      "n1 name",
      ...ids.map((id) => `n1 ${id}`),
      ...ids.map((id) => `n2 ${id}`),
    ]);
    press(header("b"));
    expect(painted().slice(1)).toEqual(rowIds().map((id) => `${id} b`));
    press(header("c"), { shiftKey: true });
    expect(painted()).toHaveLength(1 + 2 * rowIds().length);
    press(header("number"));
    expect(painted()).toHaveLength(1 + COLUMNS.length * rowIds().length);
  });

  it("keeps a range under the second button, and leaves it elsewhere", async () => {
    await draw();
    drag(cell("n1", "a"), cell("n2", "b"));
    act(() => void fireEvent.mouseDown(cell("n2", "a"), { button: 2, buttons: 2 }));
    expect(painted()).toHaveLength(5);
    act(() => void fireEvent.mouseDown(cell("north", "c"), { button: 2, buttons: 2 }));
    expect(painted()).toEqual(["north c"]);
  });

  it("picks one of several whole columns, which may be moved, by a click without a drag", async () => {
    await draw({ onOrder: () => undefined });
    press(header("a"));
    press(header("b"), { shiftKey: true });
    press(header("b"));
    expect(painted().slice(1)).toEqual(rowIds().map((id) => `${id} b`));
  });
});

const rowIds = () => [...ROWS.map(({ row }) => row.id), "city"];

describe("a click on what a sheet draws", () => {
  it("folds by the arrow, with Alt all groups, and by a double click on the name", async () => {
    const wishes: unknown[] = [];
    await draw({
      onFold: (id, isOpen) => wishes.push([id, isOpen]),
      onFoldAll: (isOpen) => wishes.push(isOpen),
    });
    press(find('[row-id="north"] [data-fold]'));
    press(find('[row-id="south"] [data-fold]'), { altKey: true });
    act(() => void fireEvent.doubleClick(cell("south", "name")));
    act(() => void fireEvent.doubleClick(cell("n1", "name")));
    expect(wishes).toEqual([["north", false], true, ["south", true]]);
  });

  it("orders by the header's button only, and opens its parts", async () => {
    const wishes: unknown[] = [];
    const columns = [...COLUMNS, sheetColumn("d", { parts: "closed" })];
    const sort = { columnId: "b", direction: "desc" } as const;
    await draw({
      ...{ columns, sort },
      onSort: (next) => wishes.push(next),
      onPartsToggle: (id) => wishes.push(id),
    });
    press(find('[data-sort="a"]'));
    press(find('[data-sort="b"]'));
    press(find('[data-parts="d"]'));
    press(header("c"));
    expect(wishes).toEqual([
      { columnId: "a", direction: "desc" },
      { columnId: "b", direction: "asc" },
      "d",
    ]);
  });

  it("opens the check behind a triangle", async () => {
    const opened: string[] = [];
    const row = sheetRow("n1", {}, { warning: "above 150 %", number: 1 });
    await draw({
      rows: [...ROWS.slice(0, 1), { row, isOpen: null }],
      onWarning: (id) => opened.push(id),
    });
    press(find("[data-warning]"));
    expect(opened).toEqual(["n1"]);
  });
});

import { fireEvent } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { speedOf, startDrag } from "../../../../packages/ui/src/grid/selection/drag-range.ts";
import type { SheetHandle } from "../../../../packages/ui/src/grid/sheet-handle.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

const rows = visibleRows(TREE, () => true);
const total = rows.length;

/** A sheet of 400 by 300 that scrolls by 1000 more either way, scrolled to some place. */
function viewAt(scrollLeft: number, scrollTop: number) {
  const scroller = document.createElement("div");
  const sizes = { clientWidth: 400, scrollWidth: 1400, clientHeight: 300, scrollHeight: 1300 };
  for (const [name, value] of Object.entries({ ...sizes, scrollLeft, scrollTop })) {
    Object.defineProperty(scroller, name, { value });
  }
  const body = { top: 40, left: 150, bottom: 272, right: 400 };
  return { scroller, body, placeAt: () => ({ row: 0, column: 1 }) };
}

const { handle } = smallHandle(sheetProps(rows));
const speedAt = (x: number, y: number, view = viewAt(500, 500), from = { row: 0, column: 1 }) =>
  speedOf({ x, y }, view, from, handle);

describe("a drag beyond the edge of a sheet", () => {
  it("scrolls the faster the further away the mouse is, and not within", () => {
    expect(speedAt(200, 100)).toEqual({ x: 0, y: 0 });
    expect(speedAt(200, 282).y).toBe(6);
    expect(speedAt(200, 372).y).toBe(33);
    expect(speedAt(200, 9999).y).toBe(96);
    expect(speedAt(140, 30)).toEqual({ x: -6, y: -6 });
  });

  it("does not scroll where nothing more is", () => {
    expect(speedAt(140, 30, viewAt(0, 0))).toEqual({ x: 0, y: 0 });
    expect(speedAt(500, 372, viewAt(1000, 1000))).toEqual({ x: 0, y: 0 });
  });

  it("goes along the total without scrolling when it began there", () => {
    expect(speedAt(200, 290, viewAt(500, 500), { row: total, column: 1 }).y).toBe(0);
    expect(speedAt(200, 290).y).toBeGreaterThan(0);
  });
});

/** Enough of a sheet for a drag: its elements, without sizes, and cells of two columns. */
function drawnSheet(): { readonly handle: SheetHandle; readonly cell: (id: string) => Element } {
  const root = document.createElement("div");
  const cells = ["n1", "n2", "city"].map(
    (id) => `<div row-id="${id}"><i class="ag-cell" col-id="total"></i></div>`,
  );
  root.innerHTML = `<div class="ag-grid-viewport"><div class="ag-grid-pinned-top-rows"></div>
    <div class="ag-grid-scrolling-rows">${cells.join("")}</div>
    <div class="ag-grid-pinned-bottom-rows"></div></div>`;
  document.body.append(root);
  const api = { getAllDisplayedColumns: () => [], getColumn: () => null };
  const held: SheetHandle = {
    ...handle,
    root: { current: root },
    api: () => api as unknown as ReturnType<SheetHandle["api"]>,
  };
  return {
    handle: held,
    cell: (id) => root.querySelector(`[row-id="${id}"] .ag-cell`) ?? root,
  };
}

afterEach(() => document.body.replaceChildren());

function drag() {
  const sheet = drawnSheet();
  const [places, ends]: [number[], (MouseEvent | null)[]] = [[], []];
  const breakOff = startDrag(
    sheet.handle,
    { row: 1, column: 1 },
    { onPlace: ({ row }) => places.push(row), onEnd: (released) => ends.push(released) },
  );
  const move = (id: string, buttons = 1) => fireEvent.mouseMove(sheet.cell(id), { buttons });
  return { ...sheet, breakOff, move, places, ends };
}

describe("a drag", () => {
  it("tells each place once, though the mouse moves within it", () => {
    const { move, places, breakOff } = drag();
    for (const id of ["n1", "n2", "n2", "city", "n2"]) move(id);
    expect(places).toEqual([2, 5, 2]);
    breakOff();
  });

  it("ends when the button is up, with the event of that", () => {
    const { cell, move, places, ends } = drag();
    fireEvent.mouseUp(cell("n2"), { ctrlKey: true });
    move("n2");
    expect(places).toEqual([]);
    expect(ends.map((event) => event?.ctrlKey)).toEqual([true]);
  });

  it.each([
    [
      "the button went up outside of the window",
      (held: ReturnType<typeof drag>) => held.move("n2", 0),
    ],
    ["the window is left", () => fireEvent.blur(window)],
    ["it is broken off", ({ breakOff }: ReturnType<typeof drag>) => breakOff()],
  ])("ends without a release when %s", (_when, leave) => {
    const held = drag();
    leave(held);
    held.move("city");
    expect([held.places, held.ends]).toEqual([[], [null]]);
  });
});

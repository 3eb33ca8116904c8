import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import {
  cellClasses,
  headerClasses,
  numberClasses,
} from "../../../../packages/ui/src/grid/cells/paint-cells.ts";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { smallHandle } from "../../support/small-handle.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const ROWS = visibleRows(TREE, () => true);
const PROPS = sheetProps(ROWS, { active: { rowId: "n1", columnId: "total" } });
const [NAME, TOTAL] = PROPS.columns;

function key(code: string, held: KeyboardEventInit = {}): void {
  act(() => {
    fireEvent.keyDown(document.activeElement ?? document.body, { code, key: code, ...held });
  });
}

/** The classes of ours on the drawn cells that have any of these. */
function drawn(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) =>
    [...document.querySelectorAll(`.${name}`)].map((element) => {
      const row = element.closest("[row-id]")?.getAttribute("row-id") ?? "header";
      return `${name} ${row} ${element.getAttribute("col-id")}`;
    }),
  );
}

describe("a cell that the library draws", () => {
  it("has its classes at once, a number and a header theirs", () => {
    const { handle } = smallHandle(PROPS);
    const [, n1, n2] = ROWS.map(({ row }) => row);
    if (n1 === undefined || n2 === undefined || TOTAL === undefined || NAME === undefined) {
      throw new Error("the sheet has other rows");
    }
    expect(cellClasses(handle, n1, TOTAL)).toEqual(["sheet-active", "sheet-corner"]);
    expect(cellClasses(handle, n2, TOTAL)).toEqual(["sheet-absent"]);
    expect(cellClasses(handle, n2, NAME)).toEqual([]);
    expect(numberClasses(handle, "n1")).toEqual(["sheet-active-row"]);
    expect(numberClasses(handle, "n2")).toEqual([]);
    expect(headerClasses(handle, "total")).toEqual(["sheet-header-active"]);
    expect(headerClasses(handle, "gone")).toEqual([]);
  });
});

describe("cells on view", () => {
  it("are painted as the selection grows, and cleaned as it goes", async () => {
    await texts.changeLanguage("ru");
    render(<SheetGrid {...PROPS} />);
    await screen.findByRole("rowheader", { name: /north/ });
    document.querySelector<HTMLElement>("[data-region-entry]")?.focus();
    key("ArrowDown", { shiftKey: true });
    expect(drawn("sheet-active", "sheet-in-range", "sheet-corner")).toEqual([
      "sheet-active n1 total",
      "sheet-in-range n1 total",
      "sheet-in-range n2 total",
      "sheet-corner n2 total",
    ]);
    expect(
      [...document.querySelectorAll("[aria-selected=true]")].map((cell) => cell.textContent),
    ).toHaveLength(2);
    key("Escape");
    expect(drawn("sheet-active", "sheet-in-range", "sheet-corner")).toEqual([
      "sheet-active n1 total",
      "sheet-corner n1 total",
    ]);
  });
});

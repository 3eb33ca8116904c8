import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { standIn, takesStandIn } from "../../../../packages/ui/src/grid/selection/focus-cell.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

function press(...codes: readonly string[]): void {
  for (const name of codes) {
    const code = name.replace("Ctrl+", "");
    const key = { code, key: code, ctrlKey: name !== code };
    act(() => void fireEvent.keyDown(document.activeElement ?? document.body, key));
  }
}

/** The cell with the focus of the browser, by its row and column. */
function focused(): string {
  const cell = document.activeElement?.closest(".ag-cell");
  return `${cell?.closest("[row-id]")?.getAttribute("row-id")} ${cell?.getAttribute("col-id")}`;
}

describe("the focus of the browser", () => {
  it("is on the active cell before the next key is read, in the total too", async () => {
    await texts.changeLanguage("ru");
    const rows = visibleRows(numberTree(TREE), () => true);
    const active = { rowId: "north", columnId: "name" };
    render(<SheetGrid {...sheetProps(rows, { active })} />);
    await screen.findByRole("rowheader", { name: /north/ });
    document.querySelector<HTMLElement>("[data-region-entry]")?.focus();
    const places: string[] = [];
    for (const key of ["ArrowDown", "ArrowRight", "Ctrl+End", "ArrowUp", "Ctrl+Home"]) {
      press(key);
      places.push(focused());
    }
    expect(places).toEqual(["n1 name", "n1 total", "city total", "s1 total", "north name"]);
  });
});

describe("a sheet that keeps the focus for a cell far away", () => {
  it("knows once that it got it as a stand-in", () => {
    const root = document.createElement("div");
    root.tabIndex = -1;
    document.body.append(root);
    standIn(root);
    expect(document.activeElement).toBe(root);
    expect([takesStandIn(root), takesStandIn(root)]).toEqual([true, false]);
    root.remove();
  });
});

import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const ROWS = visibleRows(TREE, () => true);

function activeCell(): string {
  const cell = document.querySelector(".sheet-active");
  return `${cell?.closest("[row-id]")?.getAttribute("row-id")} ${cell?.getAttribute("col-id")}`;
}

describe("what is painted", () => {
  it("follows the active cell that its owner names", async () => {
    await texts.changeLanguage("ru");
    const at = (rowId: string) => sheetProps(ROWS, { active: { rowId, columnId: "total" } });
    const { rerender } = render(<SheetGrid {...at("n1")} />);
    await screen.findByRole("rowheader", { name: /north/ });
    await waitFor(() => expect(activeCell()).toBe("n1 total"));
    rerender(<SheetGrid {...at("s1")} />);
    await waitFor(() => expect(activeCell()).toBe("s1 total"));
  });

  it("goes stale and fresh with the sheet, whose rows stay the same", async () => {
    const { rerender } = render(<SheetGrid {...sheetProps(ROWS)} />);
    await screen.findByRole("rowheader", { name: /north/ });
    rerender(<SheetGrid {...sheetProps(ROWS, { isStale: true })} />);
    await waitFor(() =>
      expect(document.querySelectorAll(".sheet-stale").length).toBeGreaterThan(0),
    );
    rerender(<SheetGrid {...sheetProps(ROWS)} />);
    await waitFor(() => expect(document.querySelectorAll(".sheet-stale")).toHaveLength(0));
  });

  it("stays with its cell when rows above are folded away", async () => {
    const props = { active: { rowId: "s1", columnId: "total" } };
    const { rerender } = render(<SheetGrid {...sheetProps(ROWS, props)} />);
    await screen.findByRole("rowheader", { name: /north/ });
    const folded = visibleRows(TREE, (id) => id === "south");
    rerender(<SheetGrid {...sheetProps(folded, props)} />);
    await waitFor(() => expect(screen.queryByRole("rowheader", { name: /n1/ })).toBeNull());
    expect(activeCell()).toBe("s1 total");
  });
});

import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../packages/ui/src/grid/sheet-grid.tsx";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

afterEach(cleanup);

describe("a sheet", () => {
  it("shows groups, members, the total and their places in the full sheet", async () => {
    await texts.changeLanguage("ru");
    const rows = visibleRows(numberTree(TREE), (id) => id === "south");
    render(<SheetGrid {...sheetProps(rows)} />);
    const grid = await screen.findByRole("treegrid", { name: "Sheet" });
    const south = await within(grid).findByRole("row", { name: /south/, expanded: true });
    expect(south.getAttribute("aria-rowindex")).toBe("6");
    const total = within(grid).getByRole("row", { name: /City/ });
    expect(within(total).getByText("14").className).toContain("sheet-active");
    expect(within(grid).queryByText("n1")).toBeNull();
  });
});

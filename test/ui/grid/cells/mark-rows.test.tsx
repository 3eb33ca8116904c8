import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import { numberTree, visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../../packages/ui/src/grid/sheet-grid.tsx";
import type { SheetEditing } from "../../../../packages/ui/src/grid/sheet-props.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

const EDITING: SheetEditing = {
  ...{ sheetId: "s", lock: null, apply: () => [] },
  ...{ undo: () => ({ kind: "empty" }), redo: () => ({ kind: "empty" }) },
};

const rowsOf = (...open: readonly string[]) =>
  visibleRows(numberTree(TREE), (id) => open.includes(id));

const marksOf = (row: Element, ...names: readonly string[]) =>
  names.map((name) => row.getAttribute(`aria-${name}`));

describe("what a sheet tells assistive technology", () => {
  it("is places and counts of the full sheet, levels, and what is open", async () => {
    await texts.changeLanguage("ru");
    const { rerender } = render(
      <SheetGrid {...sheetProps(rowsOf("south"), { fullRowCount: 2277 })} />,
    );
    const grid = await screen.findByRole("treegrid", { name: "Sheet" });
    await within(grid).findByRole("row", { name: /s1/ });
    const row = (name: RegExp) => within(grid).getByRole("row", { name });
    expect(marksOf(grid, "rowcount", "multiselectable", "readonly")).toEqual([
      ...["2280", "true", "true"],
    ]);
    const wanted = ["rowindex", "level", "expanded"];
    expect(marksOf(row(/north/), ...wanted)).toEqual(["3", "1", "false"]);
    expect(marksOf(row(/south/), ...wanted)).toEqual(["6", "1", "true"]);
    expect(marksOf(row(/s1/), ...wanted)).toEqual(["7", "2", null]);
    expect(marksOf(row(/City/), ...wanted)).toEqual(["2280", "1", null]);

    rerender(<SheetGrid {...sheetProps(rowsOf(), { fullRowCount: 9, editing: EDITING })} />);
    await waitFor(() => expect(marksOf(row(/south/), "expanded")).toEqual(["false"]));
    expect(marksOf(row(/City/), "rowindex")).toEqual(["12"]);
    expect(marksOf(grid, "rowcount", "readonly")).toEqual(["12", "false"]);
  });

  it("stands again when the library has written its own", async () => {
    await texts.changeLanguage("ru");
    render(<SheetGrid {...sheetProps(rowsOf())} />);
    const grid = await screen.findByRole("treegrid");
    grid.setAttribute("role", "grid");
    grid.setAttribute("aria-rowcount", "3");
    await waitFor(() => expect(marksOf(grid, "rowcount")).toEqual(["8"]));
    expect(grid.getAttribute("role")).toBe("treegrid");
  });
});

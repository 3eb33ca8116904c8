import { describe, expect, it } from "vitest";

import { markRows } from "../../../packages/ui/src/grid/mark-rows.ts";
import { sheetRow } from "../support/small-sheet.ts";

describe("marks for assistive technology", () => {
  it("tell the places and the number of rows of the full sheet, and what is open", () => {
    const root = document.createElement("div");
    root.innerHTML = `<div role="grid" aria-rowcount="3">
      <div role="row" row-id="south" aria-rowindex="4"><div col-id="name"></div></div>
      <div role="row" row-id="city" aria-rowindex="5"></div></div>`;
    const rows = [...root.querySelectorAll("[row-id]")];
    markRows(root, rows, {
      ...{ label: "Sheet", headerRowCount: 2, rowCount: 2278 },
      findRow: (id) =>
        id === "city"
          ? { row: sheetRow("city", {}, { level: 1 }), isOpen: null }
          : { row: sheetRow("south", {}, { number: 410, level: 1 }), isOpen: false },
    });
    const grid = root.querySelector("[role=treegrid]");
    expect(grid?.getAttribute("aria-rowcount")).toBe("2280");
    expect(grid?.getAttribute("aria-label")).toBe("Sheet");
    expect(rows.map((row) => row.getAttribute("aria-rowindex"))).toEqual(["412", "2280"]);
    expect(root.querySelector("[col-id=name]")?.getAttribute("aria-expanded")).toBe("false");
    expect(rows[1]?.hasAttribute("aria-expanded")).toBe(false);
  });
});

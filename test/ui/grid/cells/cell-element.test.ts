import { expect, it } from "vitest";

import { cellOf, placeOf } from "../../../../packages/ui/src/grid/cells/cell-element.ts";

it("finds the cell around an element and the place that it stands for", () => {
  const root = document.createElement("div");
  root.innerHTML = `<div row-id="n1"><div class="ag-cell" col-id="total"><b>5</b></div></div>`;
  expect(placeOf(cellOf(root.querySelector("b")))).toEqual({ rowId: "n1", columnId: "total" });
  expect(placeOf(cellOf(root))).toBeNull();
  expect(cellOf(null)).toBeNull();
});

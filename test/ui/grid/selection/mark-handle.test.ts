import { expect, it } from "vitest";

import { isOnHandle } from "../../../../packages/ui/src/grid/selection/mark-handle.ts";

it("is the place around the lower right corner of what is selected", () => {
  const root = document.createElement("div");
  expect(isOnHandle({ clientX: 0, clientY: 0 }, root)).toBe(false);
  root.innerHTML = `<div class="ag-cell"></div><div class="ag-cell sheet-corner"></div>`;
  const corner = root.querySelector(".sheet-corner");
  if (corner !== null) corner.getBoundingClientRect = () => new DOMRect(100, 50, 80, 24);
  expect(isOnHandle({ clientX: 178, clientY: 70 }, root)).toBe(true);
  expect(isOnHandle({ clientX: 186, clientY: 80 }, root)).toBe(true);
  expect(isOnHandle({ clientX: 170, clientY: 70 }, root)).toBe(false);
});

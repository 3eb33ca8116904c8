import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";

import {
  FIRST_LAYOUT,
  togglePinned,
} from "../../../../packages/ui/src/grid/columns/column-layout.ts";
import { useColumnLayout } from "../../../../packages/ui/src/grid/columns/use-column-layout.ts";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function renderLayout(sheetId = "norms") {
  return renderHook((owner) => useColumnLayout(owner), {
    initialProps: { personId: "aigul", sheetId },
  });
}

it("is there again for the same person and sheet, and for no other", () => {
  const first = renderLayout();
  act(() => first.result.current[1]((before) => togglePinned(before, "rate")));
  const { result, rerender } = renderLayout();
  expect(result.current[0].pinned).toEqual(["rate"]);
  rerender({ personId: "aigul", sheetId: "rolls" });
  expect(result.current[0]).toEqual(FIRST_LAYOUT);
  rerender({ personId: "daniyar", sheetId: "norms" });
  expect(result.current[0]).toEqual(FIRST_LAYOUT);
  rerender({ personId: "aigul", sheetId: "norms" });
  expect(result.current[0].pinned).toEqual(["rate"]);
});

it("is the first one where what was kept cannot be read", () => {
  localStorage.setItem("zhanbasy.columns.aigul.norms", "{order:");
  expect(renderLayout().result.current[0]).toEqual(FIRST_LAYOUT);
});

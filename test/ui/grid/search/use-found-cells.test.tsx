import { cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";

import { visibleRows } from "../../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { createSearchStore } from "../../../../packages/ui/src/grid/search/search-store.ts";
import { useFoundCells } from "../../../../packages/ui/src/grid/search/use-found-cells.ts";
import { sheetProps, TREE } from "../../support/small-sheet.ts";

afterEach(cleanup);

it("finds what was typed last, and what was found before stays until then", async () => {
  const props = sheetProps(visibleRows(TREE, () => true));
  const state = createSearchStore().get();
  const { result, rerender } = renderHook(
    ({ text }) => useFoundCells(props, { ...state, text }, "ru"),
    { initialProps: { text: "n" } },
  );
  await waitFor(() => expect(result.current.found?.places).toHaveLength(3));
  rerender({ text: "n1" });
  expect(result.current).toMatchObject({ isCounted: false, found: { places: { length: 3 } } });
  await waitFor(() => expect(result.current.isCounted).toBe(true));
  expect(result.current.found?.places).toHaveLength(1);
  rerender({ text: "s1" });
  expect(result.current).toMatchObject({ isCounted: false, found: null });
  await waitFor(() => expect(result.current.found?.places).toHaveLength(1));
});

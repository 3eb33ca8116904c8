import { expect, it } from "vitest";

import { createSearchStore } from "../../../../packages/ui/src/grid/search/search-store.ts";

it("keeps what is looked for when the bar is closed, and tells of changes until nobody asks", () => {
  const store = createSearchStore();
  const told: string[] = [];
  const end = store.subscribe(() => told.push(store.get().bar));
  store.change({ bar: "find", text: "488" });
  store.change({ bar: "closed" });
  end();
  store.change({ bar: "replace" });
  expect(told).toEqual(["find", "closed"]);
  expect(store.get().text).toBe("488");
});

import { expect, it } from "vitest";

import { directionsOf, nextSort } from "../../../../packages/ui/src/grid/cells/sort-order.ts";

it("orders figures from the largest, names from the first, and gives the order back at last", () => {
  const first = nextSort(null, "total");
  expect(first).toEqual({ columnId: "total", direction: "desc" });
  const second = nextSort(first, "total");
  expect(second).toEqual({ columnId: "total", direction: "asc" });
  expect(nextSort(second, "total")).toBeNull();
  expect(nextSort(second, "other")).toEqual({ columnId: "other", direction: "desc" });
  expect(directionsOf("name")[0]).toBe("asc");
});

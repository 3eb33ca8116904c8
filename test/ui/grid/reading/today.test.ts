import { expect, it } from "vitest";

import { todayOf } from "../../../../packages/ui/src/grid/reading/today.ts";

it("a moment falls on the day of where the person is, early and late", () => {
  expect(todayOf(new Date(2026, 1, 3, 0, 0, 1))).toBe("2026-02-03");
  expect(todayOf(new Date(2026, 11, 31, 23, 59, 59))).toBe("2026-12-31");
});

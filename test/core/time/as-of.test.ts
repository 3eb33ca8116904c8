import { expect, it } from "vitest";
import { asOf } from "../../../packages/core/src/time/as-of.ts";
import { calendarDate } from "../../../packages/core/src/time/calendar-date.ts";

it("knowledge stands at the end of the budget year unless a day is named", () => {
  expect(asOf(2026)).toEqual({ budgetYear: 2026, knownOn: "2026-12-31" });
  expect(asOf(2026, calendarDate("2026-06-30"))).toEqual({
    budgetYear: 2026,
    knownOn: "2026-06-30",
  });
});

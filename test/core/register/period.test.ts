import { describe, expect, it } from "vitest";
import {
  expectedPeriods,
  findPeriod,
  fitsCalendar,
} from "../../../packages/core/src/register/period.ts";
import { registerRules } from "../../support/register-rules.ts";

const [MONTHS, COUNTS] = registerRules().calendar;

describe("a period", () => {
  it.each([
    ["2026-01", "2026-01"],
    ["01.2026", "2026-01"],
    ["2026-09-05", "2026-09-05"],
    ["05.09.2026", "2026-09-05"],
    ["2026-13", undefined],
    ["2026-02-30", undefined],
    ["январь 2026", undefined],
  ])("written %s is %s", (text, period) => {
    expect(findPeriod(text)).toBe(period);
  });

  it.each([
    ["a month of any year", "2031-12", true, false],
    ["a count date of any year", "2031-09-05", false, true],
    ["a day on which nobody counts", "2026-09-06", false, false],
  ])("may be %s", (_what, period, isMonth, isCount) => {
    expect(MONTHS && fitsCalendar(period, MONTHS)).toBe(isMonth);
    expect(COUNTS && fitsCalendar(period, COUNTS)).toBe(isCount);
  });

  it("is shown by its shapes when another was expected", () => {
    expect(expectedPeriods(registerRules().calendar)).toBe("YYYY-MM, YYYY-01-01, YYYY-09-05");
  });
});

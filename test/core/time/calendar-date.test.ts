import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InvariantViolation } from "../../../packages/core/src/kernel/index.ts";
import {
  calendarDate,
  dateOf,
  dayAfter,
  dayBefore,
  findCalendarDate,
  LAST_DAY,
  lastDayOfMonth,
  monthOf,
  monthsBetween,
  yearOf,
} from "../../../packages/core/src/time/calendar-date.ts";

describe("a day exists or is nothing", () => {
  it.each(["2026-07-16", "2024-02-29", "2000-02-29", "1900-01-01", LAST_DAY])("%s", (text) => {
    expect(findCalendarDate(text)).toBe(text);
  });

  it.each([
    ...["2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01"],
    ...["2026-01-00", "1899-12-31", "2200-01-01", "2026-1-1", "16.07.2026", "2026-07-16 ", ""],
    ...["2026-07-16T00:00", "+2026-07-16"],
  ])("%o is nothing", (text) => {
    expect(findCalendarDate(text)).toBeUndefined();
  });

  it("a day that must exist and does not is a bug of ours", () => {
    expect(() => calendarDate("2026-02-30")).toThrow(InvariantViolation);
  });
});

describe("months are counted from month to month, whatever the day", () => {
  it.each([
    ["2018-11-01", "2018-11-30", 0],
    ["2018-11-30", "2018-12-01", 1],
    ["2018-11-01", "2026-10-01", 95],
    ["2018-11-01", "2026-11-01", 96],
    ["2026-05-01", "2026-04-30", -1],
  ])("%s to %s", (from, to, months) => {
    expect(monthsBetween(calendarDate(from), calendarDate(to))).toBe(months);
  });
});

it.each([
  [2024, 2, "2024-02-29"],
  [2025, 2, "2025-02-28"],
  [2026, 4, "2026-04-30"],
  [2026, 12, "2026-12-31"],
])("the last day of %i-%i is %s", (year, month, day) => {
  expect(lastDayOfMonth(year, month)).toBe(day);
});

describe("laws", () => {
  const day = fc
    .date({ min: new Date("1900-01-02"), max: new Date("2199-12-30"), noInvalidDate: true })
    .map((date) => calendarDate(date.toISOString().slice(0, 10)));
  const shifted = (date: string, days: number) =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

  it("the day after and the day before are the platform's", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(dayAfter(date)).toBe(shifted(date, 1));
        expect(dayBefore(date)).toBe(shifted(date, -1));
      }),
    );
  });

  it("days are ordered as texts", () => {
    fc.assert(
      fc.property(day, day, (left, right) => {
        expect(left < right).toBe(Date.parse(left) < Date.parse(right));
      }),
    );
  });

  it("a day is made of its year, month and day", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(dateOf(yearOf(date), monthOf(date), Number(date.slice(8)))).toBe(date);
        expect(lastDayOfMonth(yearOf(date), monthOf(date)) >= date).toBe(true);
      }),
    );
  });

  it("months between add up", () => {
    fc.assert(
      fc.property(day, day, day, (first, second, third) => {
        const through = monthsBetween(first, second) + monthsBetween(second, third);
        expect(through).toBe(monthsBetween(first, third));
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate, dateOf, dayAfter } from "../../../packages/core/src/time/calendar-date.ts";
import { isValidOn, overlap, type Validity } from "../../../packages/core/src/time/validity.ts";

const YEAR = { from: calendarDate("2026-01-01"), to: calendarDate("2027-01-01") };

it("the first day belongs to a validity, the day it ends on does not", () => {
  expect(isValidOn(YEAR, calendarDate("2025-12-31"))).toBe(false);
  expect(isValidOn(YEAR, calendarDate("2026-01-01"))).toBe(true);
  expect(isValidOn(YEAR, calendarDate("2026-12-31"))).toBe(true);
  expect(isValidOn(YEAR, calendarDate("2027-01-01"))).toBe(false);
});

it("a validity without an end goes on", () => {
  expect(isValidOn({ ...YEAR, to: undefined }, calendarDate("2199-12-31"))).toBe(true);
});

it("years that follow one another do not overlap", () => {
  const next = { from: calendarDate("2027-01-01"), to: undefined };
  expect(overlap(YEAR, next)).toBe(false);
  expect(overlap(YEAR, { ...next, from: calendarDate("2026-12-31") })).toBe(true);
});

describe("laws", () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([month, date]) => dateOf(2026, month, date));
  const validity = fc.tuple(day, day, fc.boolean()).map(([one, other, isOpen]): Validity => {
    const [from, last] = one < other ? [one, other] : [other, one];
    return { from, to: isOpen ? undefined : dayAfter(last) };
  });

  it("two validities overlap when some day belongs to both", () => {
    fc.assert(
      fc.property(validity, validity, (left, right) => {
        const starts = [left.from, right.from];
        const shared = starts.some((start) => isValidOn(left, start) && isValidOn(right, start));
        expect(overlap(left, right)).toBe(shared);
        expect(overlap(right, left)).toBe(shared);
      }),
    );
  });
});

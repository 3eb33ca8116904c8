import { describe, expect, it } from "vitest";

import { formatLongDate, formatMoment, formatTime } from "../../../packages/ui/src/format/date.ts";

describe("a day in words", () => {
  it.each([
    ["ru", "1 сентября 2026 года"],
    ["kk", "2026 ж. 1 қыркүйек"],
    ["en", "1 September 2026"],
  ] as const)("in %s", (language, shown) => {
    expect(formatLongDate("2026-09-01", language)).toBe(shown);
  });
});

describe("a moment", () => {
  it("is shown in the hours of the person", () => {
    const there = new Date(2026, 1, 12, 9, 5);
    expect(formatMoment(there.toISOString())).toBe("12.02.2026 09:05");
    expect(formatTime(there.getTime())).toBe("09:05");
  });
});

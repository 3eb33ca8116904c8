import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readDate } from "../../../../packages/ui/src/grid/reading/read-date.ts";

function read(text: string): string {
  const reading = readDate(text);
  return "fault" in reading ? reading.fault.code : reading.day;
}

describe("a written day", () => {
  it.each([
    ["12.02.2026", "2026-02-12"],
    ["12.2.26", "2026-02-12"],
    ["12/02/2026", "2026-02-12"],
    ["12-02-2026", "2026-02-12"],
    ["2026-02-12", "2026-02-12"],
    ["2026.02.12", "2026-02-12"],
    [" 12.02.2026 г. ", "2026-02-12"],
    ["29.02.2028", "2028-02-29"],
    ["29.02.2026", "no-such-day"],
    ["29.02.2100", "no-such-day"],
    ["31.04.2026", "no-such-day"],
    ["02/13/2026", "no-such-day"],
    ["00.01.2026", "no-such-day"],
    ["01.01.0001", "no-such-day"],
    ["12.02/2026", "not-date"],
    ["12.02", "not-date"],
    ["46065", "not-date"],
    ["12 февраля", "not-date"],
  ])("%j is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("laws", () => {
  it("every real day is read from both orders", () => {
    const days = fc.date({
      min: new Date("1900-01-01T00:00:00Z"),
      max: new Date("2199-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(read(day)).toBe(day);
        expect(read(day.split("-").reverse().join("."))).toBe(day);
      }),
    );
  });
});

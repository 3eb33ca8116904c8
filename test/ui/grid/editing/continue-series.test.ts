import { describe, expect, it } from "vitest";
import {
  continueBlock,
  repeatBlock,
  type SeriesBlock,
} from "../../../../packages/ui/src/grid/editing/continue-series.ts";
import { exactWhole, parseExact } from "../../../../packages/ui/src/grid/exact-value.ts";

function next(
  values: SeriesBlock["values"],
  kind: SeriesBlock["kind"],
  dayStep: SeriesBlock["dayStep"] = 1,
) {
  const series = continueBlock({ values, kind, dayStep });
  return [1, 2, 3].map(series);
}

describe("a series", () => {
  it("goes on in exact equal steps, and repeats figures without one", () => {
    expect(next([parseExact("0.1"), parseExact("0.3")], "figures")).toEqual([
      { numerator: 5n, denominator: 10n },
      { numerator: 7n, denominator: 10n },
      { numerator: 9n, denominator: 10n },
    ]);
    const uneven = [1n, 2n, 4n].map(exactWhole);
    expect(next(uneven, "figures")).toEqual(uneven);
    expect(next([exactWhole(5n)], "figures")).toEqual([5n, 5n, 5n].map(exactWhole));
  });

  it("counts days from one date, either way", () => {
    expect(next(["2026-02-27"], "dates")).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
    expect(next(["2026-03-01"], "dates", -1)).toEqual(["2026-02-28", "2026-02-27", "2026-02-26"]);
  });

  it("counts weeks and months where dates do", () => {
    expect(next(["2026-01-01", "2026-01-08"], "dates")[0]).toBe("2026-01-15");
    expect(next(["2026-01-31", "2026-03-31"], "dates")).toEqual([
      "2026-05-31",
      "2026-07-31",
      "2026-09-30",
    ]);
  });

  it("repeats words, also over a gap", () => {
    expect(next(["a", null], "words")).toEqual(["a", null, "a"]);
    const dates = repeatBlock({ values: ["2026-01-01"], kind: "dates", dayStep: 1 });
    expect(dates(7)).toBe("2026-01-01");
  });
});

import { describe, expect, it } from "vitest";

import { stripFigures } from "../../../../packages/ui/src/features/workbook/strip-figures.ts";
import { NAMES, RUN } from "../../support/small-run.ts";

const TIERS = [
  { id: "preschool", amountTiyn: "30000000000000" },
  { id: "secondary", amountTiyn: "10000000000000" },
];
const totals = { ...RUN.totals, totalTiyn: "40000000000000", byTier: TIERS };

describe("the strip", () => {
  it("draws the bar against the envelope, the rest being headroom", () => {
    const envelope = {
      ...{ limitTiyn: "50000000000000", headroomTiyn: "10000000000000" },
      status: "assumed",
    } as const;
    const figures = stripFigures({ totals, envelope }, NAMES);
    expect(figures.tiers.map(({ code, width }) => [code, width])).toEqual([
      ["secondary", 2000],
      ["preschool", 6000],
    ]);
    expect(figures.freeWidth).toBe(2000);
    expect(figures.headroom).toBe(10_000_000_000_000n);
  });

  it("draws the bar against the allocated sum when there is a deficit", () => {
    const envelope = {
      ...{ limitTiyn: "30000000000000", headroomTiyn: "-10000000000000" },
      status: "local",
    } as const;
    const figures = stripFigures({ totals, envelope }, NAMES);
    expect(figures.tiers.map(({ width }) => width)).toEqual([2500, 7500]);
    expect(figures.freeWidth).toBe(0);
    expect(figures.headroom).toBe(-10_000_000_000_000n);
  });

  it("without an envelope has neither limit nor headroom", () => {
    const figures = stripFigures({ totals, envelope: null }, NAMES);
    expect([figures.limit, figures.headroom]).toEqual([undefined, undefined]);
    expect(figures.allocated).toBe(40_000_000_000_000n);
  });

  it("names a tier that the methodology does not know by its code, after the others", () => {
    const byTier = [{ id: "unknown", amountTiyn: "1" }, ...TIERS];
    const figures = stripFigures({ totals: { ...totals, byTier }, envelope: null }, NAMES);
    expect(figures.tiers.map(({ code }) => code)).toEqual(["secondary", "preschool", "unknown"]);
    expect(figures.tiers.at(-1)?.label).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";

import { cityFigures, figureOf } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { COLUMNS, RUN } from "../../support/small-run.ts";

const figures = cityFigures(COLUMNS, BigInt(RUN.totalTiyn));

describe("the sums of a sheet", () => {
  it("add an organisation's lines up by tier and in all", () => {
    const [school] = figures.organisations;
    expect(school?.amounts.get("tier:secondary")).toBe(73113600000n);
    expect(school?.amounts.get("tier:special_needs")).toBe(500n);
    expect(school?.amounts.get("total")).toBe(73113600500n);
  });

  it("count the children of all lines that count them, exactly", () => {
    expect(figures.city.headcount).toEqual({ numerator: 4643n, denominator: 3n });
  });

  it("tell what nobody is paid from what is zero", () => {
    const [, kindergarten, club] = figures.organisations;
    expect(kindergarten?.amounts.has("tier:secondary")).toBe(false);
    expect(club && figureOf(club, "total")).toBeNull();
    expect(club && figureOf(club, "perHead")).toBeNull();
  });

  it("give an amount a child as the quotient of two figures of the row", () => {
    const [school] = figures.organisations;
    expect(school && figureOf(school, "perHead")).toEqual({
      numerator: 73113600500n,
      denominator: 1536n,
    });
  });

  it("stop when they are not the total of the run", () => {
    expect(() => cityFigures(COLUMNS, 1n)).toThrow("add up to the total");
  });
});

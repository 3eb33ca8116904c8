import { describe, expect, it } from "vitest";

import {
  buildColumns,
  type ColumnSource,
} from "../../../../packages/ui/src/features/allocation/build-columns.ts";
import { cityFigures } from "../../../../packages/ui/src/features/allocation/figures.ts";
import { COLUMNS, RUN } from "../../support/small-run.ts";

const line = { line: "secondary/04.2.360.040/formula", name: "School", title: "School" };
const source: ColumnSource = {
  tiers: [
    { tier: "secondary", name: "Secondary", title: "Secondary education", lines: [line] },
    { tier: "preschool", name: "Preschool", title: "Preschool", lines: [] },
  ],
  openTiers: new Set(),
  ...{ budgetYear: 2026, unit: "thousand", language: "ru" },
  city: cityFigures(COLUMNS, BigInt(RUN.totalTiyn)).city,
  text: (key, variables) => [key, ...Object.values(variables ?? {})].join(" "),
};
const idsOf = (given: Partial<ColumnSource>) =>
  buildColumns({ ...source, ...given }).map(({ id }) => id);

describe("the columns of the allocation", () => {
  it("are children, tiers, the total and the amount a child", () => {
    expect(idsOf({})).toEqual([
      ...["name", "headcount", "tier:secondary", "tier:preschool", "total", "perHead"],
    ]);
  });

  it("open a tier into its lines", () => {
    expect(idsOf({ openTiers: new Set(["secondary"]) })).toEqual([
      ...["name", "headcount", "tier:secondary", "line:secondary/04.2.360.040/formula"],
      ...["tier:preschool", "total", "perHead"],
    ]);
  });

  it("name the unit once, in the band, and the other one where it differs", () => {
    const millions = buildColumns({ ...source, unit: "million" });
    const [total, perHead] = millions.slice(-2);
    expect(total?.band).toBe("column.totalBand unit.million");
    expect(total?.header).toBe("2026");
    expect(perHead?.header).toBe("column.perHead, unit.thousand");
    expect(buildColumns(source).at(-1)?.header).toBe("column.perHead");
  });

  it("copy the exact figure whatever unit is on view", () => {
    const total = buildColumns({ ...source, unit: "million" }).at(-2);
    expect(total?.format({ numerator: 73113600050n, denominator: 1n })).toBe("731,1");
    expect(total?.copy({ numerator: 73113600050n, denominator: 1n })).toBe("731136000,50");
  });

  it("add up amounts and children, and never amounts a child", () => {
    const columns = buildColumns({ ...source, unit: "million" });
    const additive = columns.filter(({ isAdditive }) => isAdditive).map(({ id }) => id);
    expect(additive).toEqual(["headcount", "tier:secondary", "tier:preschool", "total"]);
    expect(columns.filter(({ isTotal }) => isTotal).map(({ id }) => id)).toEqual(["total"]);
  });

  it("are of one unit where one figure may stand for the other, whatever is on view", () => {
    const unitsIn = (unit: ColumnSource["unit"]) =>
      buildColumns({ ...source, unit }).map((column) => column.unit);
    expect(unitsIn("million")).toEqual(unitsIn("tenge"));
    const ids = unitsIn("thousand").map((unit) => unit?.id);
    expect(ids).toEqual([undefined, "child", "KZT", "KZT", "KZT", "KZT/child"]);
  });
});

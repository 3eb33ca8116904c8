import { expect, it } from "vitest";

import { columnsAbove } from "../../../../packages/ui/src/features/explanation/figure-path.ts";
import { COLUMNS } from "../../support/small-run.ts";

it("a tier stands in the total, and the total in nothing", () => {
  expect(columnsAbove("tier:secondary", COLUMNS)).toEqual(["total"]);
  expect(columnsAbove("total", COLUMNS)).toEqual([]);
  expect(columnsAbove("headcount", COLUMNS)).toEqual([]);
});

it("a line stands in its tier where the tier has other lines", () => {
  const [line, ...others] = COLUMNS.lines;
  if (line === undefined) throw new Error("the small run has lines");
  const sister = { ...line, line: `${line.tier}/other/estimate` };
  const id = `line:${line.line}` as const;
  const alone = others.filter(({ tier }) => tier !== line.tier);
  expect(columnsAbove(id, { lines: [line, ...alone] })).toEqual(["total"]);
  expect(columnsAbove(id, { lines: [line, sister, ...alone] })).toEqual([
    "total",
    `tier:${line.tier}`,
  ]);
});

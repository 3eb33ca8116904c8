import { expect, it } from "vitest";
import { sideOfRun } from "../../../packages/core/src/index.ts";
import { districtsOf, headsOf } from "../../../packages/core/src/scenario/compare-sides.ts";
import { line, SCHOOL_LINE, schoolPlan } from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, organisation, run } from "../../support/school-register.ts";

const PUPILS = "sum(over count, level: pupils[count, level])";

it("takes twelve months for every child on average over the year", () => {
  const plan = schoolPlan({ lines: [{ ...SCHOOL_LINE, headcount: `${PUPILS} / 7` }] });
  const { lines, total } = sideOfRun(
    run(plan, { headcounts: FOUR_CELLS, estimates: [estimate({ tenge: "5.5" })] }),
  );
  const months = lines.map(({ organisationId, childMonths }) => [organisationId, childMonths]);
  expect(months).toEqual([
    ["", undefined],
    ["a", { numerator: 1200n, denominator: 7n }],
  ]);
  expect(total).toBe(10_000_550n);
});

it("counts nobody on a supplement", () => {
  const plan = schoolPlan({ lines: [line("gift", `${PUPILS} * 1 KZT/pupil`)] });
  const { lines } = sideOfRun(run(plan, { headcounts: FOUR_CELLS }));
  expect(lines.map(({ childMonths }) => childMonths)).toEqual([undefined]);
});

it("knows the district of who has one", () => {
  const nowhere = { ...organisation({ id: "b" }), attributes: new Map() };
  const districts = districtsOf({ organisations: [organisation(), nowhere] });
  expect([...districts]).toEqual([["a", "north"]]);
});

it("reads people as digits and as fractions", () => {
  expect(headsOf({ headcount: "12.5" })).toEqual({ numerator: 125n, denominator: 10n });
  expect(headsOf({ headcount: "3" })).toEqual({ numerator: 3n, denominator: 1n });
  expect(headsOf({ headcount: undefined })).toBeUndefined();
  expect(headsOf({ headcount: "100/7" })).toEqual({ numerator: 100n, denominator: 7n });
});

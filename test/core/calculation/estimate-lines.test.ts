import { expect, it } from "vitest";
import { estimateLines } from "../../../packages/core/src/calculation/estimate-lines.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { estimate, linesOf } from "../../support/school-register.ts";

const PLAN = schoolPlan();

it("estimates of one organisation, tier and budget code are one line", () => {
  const estimates = [
    estimate({ tenge: "1.50", organisationId: "a" }),
    estimate({ tenge: "10" }),
    estimate({ tenge: "2", organisationId: "a", tier: "secondary" }),
    estimate({ tenge: "4", organisationId: "a", budgetCode: "04.1.360.034" }),
    estimate({ tenge: "0.25", organisationId: "a", lineId: "E-2" }),
  ];
  const lines = estimateLines(PLAN, { estimates });
  expect(linesOf({ lines })).toEqual([
    "a overhead/04.2.360.040/estimate 1.75",
    "overhead/04.2.360.040/estimate 10.00",
    "a secondary/04.2.360.040/estimate 2.00",
    "a overhead/04.1.360.034/estimate 4.00",
  ]);
  expect(lines[0]).toMatchObject({ headcount: undefined, cases: [] });
});

it("those of other years are none, and without estimates there is no line", () => {
  const estimates = [2025, 2027].map((budgetYear) => estimate({ tenge: "1", budgetYear }));
  expect(estimateLines(PLAN, { estimates })).toEqual([]);
  expect(estimateLines(PLAN, { estimates: [] })).toEqual([]);
});

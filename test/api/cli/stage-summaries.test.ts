import { expect, it } from "vitest";
import { summarizeStages } from "../../../packages/api/src/cli/stage-summaries.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, run } from "../../support/school-register.ts";
import { stagedRun } from "../../support/staged-school.ts";

it("a limit tells its deficit, a stage what it gave and who paid, a solved rate its value", () => {
  expect(summarizeStages(stagedRun())).toEqual({
    limits: [
      {
        ...{ stage: "ceiling", group: "", limit: "160000.00" },
        ...{ total: "160099.99", headroom: "-99.99" },
      },
    ],
    stages: [
      {
        ...{ stage: "guarantee", on: true, rows: 1, raised: "10000.00", lowered: "0.00" },
        ...{ envelope: "10000.00", leftOver: "0.00" },
      },
      {
        ...{ stage: "bonus", on: true, rows: 2, raised: "99.99", lowered: "0.00" },
        ...{ envelope: "100.00", leftOver: "0.01" },
      },
      {
        ...{ stage: "asleep", on: false, rows: 0, raised: "0.00", lowered: "0.00" },
        ...{ envelope: "0.00", leftOver: "0.00" },
      },
    ],
    solved: [
      {
        ...{ stage: "found", rate: "found_rate", value: "6.66" },
        ...{ total: "999", target: "1000" },
      },
    ],
  });
});

it("a methodology without stages has nothing to tell of them", () => {
  expect(summarizeStages(run(schoolPlan(), { headcounts: FOUR_CELLS }))).toEqual({});
});

import { describe, expect, it } from "vitest";
import { findRunWarnings, parseMethodology } from "../../../packages/core/src/index.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import { schoolLayers, schoolPlan } from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, run } from "../../support/school-register.ts";

describe("a reader is warned", () => {
  it("of nothing when every value is real and no estimate lacks a ground", () => {
    const estimates = [
      estimate({ tenge: "1", status: "local" }),
      estimate({ tenge: "1", status: "enacted", lineId: "E-2" }),
      estimate({ tenge: "1", status: "assumed", lineId: "E-3", budgetYear: 2025 }),
    ];
    const done = run(schoolPlan(), { headcounts: FOUR_CELLS, estimates });
    expect(findRunWarnings(done)).toEqual([]);
  });

  it("of estimates without a ground, with their number and their sum", () => {
    const estimates = [
      estimate({ tenge: "100.50" }),
      estimate({ tenge: "2", status: "secondary", lineId: "E-2" }),
      estimate({ tenge: "4", status: "local", lineId: "E-3" }),
    ];
    expect(findRunWarnings(run(schoolPlan(), { headcounts: FOUR_CELLS, estimates }))).toEqual([
      { code: "estimates-assumed", place: {}, facts: { count: "2", amount: "102.50" } },
    ]);
  });

  it("of invented values, whichever layer has them", () => {
    const layers = schoolLayers().map(({ manifest, documents }) => ({
      manifest: { ...manifest, content: { ...(manifest.content as object), demonstration: true } },
      documents,
    }));
    const plan = buildPlanOf(getValue(parseMethodology(layers)), 2026, "2026-12-31");
    expect(findRunWarnings(run(plan, { headcounts: FOUR_CELLS }))).toEqual([
      { code: "demonstration-data", place: {}, facts: { methodology: "school" } },
    ]);
  });
});

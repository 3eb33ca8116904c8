import { describe, expect, it } from "vitest";
import { summarize } from "../../../packages/api/src/cli/summary.ts";
import { parseMethodology, tiyn } from "../../../packages/core/src/index.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import {
  label,
  parameter,
  planOfAmount,
  RATE,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, organisation, pupils, run } from "../../support/school-register.ts";
import { stagedRun } from "../../support/staged-school.ts";
import { tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";

const RUN = run(schoolPlan({}, "2026-06-30"), {
  organisations: [organisation(), organisation({ id: "b", attributes: { district: "south" } })],
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 1)],
  estimates: [estimate({ tenge: "5.5" })],
});

describe("the summary of a run", () => {
  it("has what the command promises, in that order", () => {
    const summary = summarize(RUN, undefined, []);
    expect(Object.keys(summary)).toEqual([
      ...["year", "knownOn", "organisations", "lines", "total", "byTier", "byDistrict"],
      ...[
        "byBudgetCode",
        "byMethod",
        "envelope",
        "assumed",
        "warnings",
        "inputHashes",
        "resultHash",
      ],
    ]);
    expect(summary).toMatchObject({
      ...{ year: 2026, knownOn: "2026-06-30", organisations: 2, lines: 3, total: "101005.50" },
      byTier: { overhead: "5.50", secondary: "101000.00" },
      byDistrict: { citywide: "5.50", north: "100000.00", south: "1000.00" },
      byBudgetCode: { "04.2.360.040": "101005.50" },
      byMethod: { estimate: "5.50", formula: "101000.00" },
      ...{ envelope: null, assumed: [{ parameter: "rate", key: "" }], warnings: [] },
    });
  });

  it.each([
    [20_000_000n, { limit: "200000.00", headroom: "98994.50" }],
    [10_100_550n, { limit: "101005.50", headroom: "0.00" }],
    [10_100_549n, { limit: "101005.49", headroom: "-0.01" }],
    [0n, { limit: "0.00", headroom: "-101005.50" }],
  ])("sets an envelope of %d tiyn against the total", (envelope, expected) => {
    expect(summarize(RUN, tiyn(envelope), []).envelope).toEqual(expected);
  });

  it("adds up no districts where organisations have none", () => {
    const attributes = [{ attribute: "ownership", label: label("ownership"), type: "group" }];
    const own = attributes.map((each) => ({ ...each, column: "ownership" }));
    const layer = tinyLayer({ attributes: own, codeLists: [tinyCodeList("tier", ["secondary"])] });
    const plan = buildPlanOf(getValue(parseMethodology([layer])), 2026, "2026-12-31");
    expect(summarize(run(plan, {}), undefined, []).byDistrict).toEqual({});
  });

  it("tells of stages only where there are some, and of assumed tables beside parameters", () => {
    const summary = summarize(stagedRun(), undefined, []);
    expect(summary).toMatchObject({
      limits: [{ stage: "ceiling", headroom: "-99.99" }],
      stages: [{ stage: "guarantee" }, { stage: "bonus" }, { stage: "asleep", on: false }],
      solved: [{ rate: "found_rate", value: "6.66" }],
      assumed: [
        { parameter: "rate", key: "" },
        { table: "steps", key: "" },
      ],
    });
    expect(Object.keys(summarize(RUN, undefined, []))).not.toContain("stages");
  });

  it("names each assumed value that reached a line once, and no other", () => {
    const share = parameter(
      "share",
      "1",
      [
        valued("0.3", { key: { level: "primary" }, validTo: "2026-07-01" }),
        valued("0.4", { key: { level: "primary" }, validFrom: "2026-07-01" }),
        valued("0.5", { key: { level: "basic" }, status: "secondary", source: "press" }),
      ],
      "level",
    );
    const unused = parameter("unused", "KZT", [valued("1")]);
    const plan = planOfAmount(
      "sum(over count, level: rate * share[level] * pupils[count, level])",
      {
        parameters: [unused, share, RATE],
      },
    );
    expect(summarize(run(plan, { headcounts: FOUR_CELLS }), undefined, []).assumed).toEqual([
      { parameter: "rate", key: "" },
      { parameter: "share", key: "level=primary" },
    ]);
  });
});

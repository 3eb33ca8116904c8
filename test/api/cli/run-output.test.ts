import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runJson, writeRun } from "../../../packages/api/src/cli/run-output.ts";
import { summarize } from "../../../packages/api/src/cli/summary.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { estimate, FOUR_CELLS, run } from "../../support/school-register.ts";

const RUN = run(schoolPlan(), { headcounts: FOUR_CELLS, estimates: [estimate({ tenge: "5.5" })] });
const SUMMARY = summarize(RUN, undefined, []);
const CSV = [
  "bin,tier,budget_code,method,amount",
  ",overhead,04.2.360.040,estimate,5.50",
  "a,secondary,04.2.360.040,formula,100000.00",
  "",
].join("\n");

it("a run as JSON is the summary with its lines and what made it", () => {
  const { lines, ...rest } = SUMMARY;
  expect(JSON.parse(runJson(RUN, SUMMARY))).toEqual({
    ...{ methodology: "school", demonstration: false, engineVersion: ENGINE_VERSION },
    ...rest,
    lineCount: lines,
    lines: [
      {
        bin: "",
        tier: "overhead",
        budget_code: "04.2.360.040",
        method: "estimate",
        amount: "5.50",
      },
      {
        ...{ bin: "a", tier: "secondary", budget_code: "04.2.360.040", method: "formula" },
        amount: "100000.00",
      },
    ],
  });
});

describe("a file is written", () => {
  it.each([
    ["lines.csv", CSV],
    ["lines.CSV", CSV],
    ["lines.json", runJson(RUN, SUMMARY)],
    ["lines.Json", runJson(RUN, SUMMARY)],
  ])("in the form that its ending asks for: %s", async (name, expected) => {
    const path = join(await temporaryFolder(), name);
    getValue(await writeRun(path, RUN, SUMMARY));
    expect(await readFile(path, "utf8")).toBe(expected);
  });

  it("or refused when its folder is not there", async () => {
    const path = join(await temporaryFolder(), "none", "lines.csv");
    expect(await writeRun(path, RUN, SUMMARY)).toMatchObject({
      ok: false,
      issues: [{ code: "output-not-written", place: { file: "lines.csv" } }],
    });
  });
});

/** `calculate` and `explain` under a scenario. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import {
  runOnSmallCity,
  scenarioContent,
  scenarioFile,
  scenarioFolder,
  summaryOf,
} from "../../support/scenario-files.ts";
import { PRIVATE_LINE, PRIVATE_SCHOOL } from "../../support/small-city.ts";

const COUNT = {
  ...{ fact: "secondary.contracted", organisation: PRIVATE_SCHOOL, value: "175" },
  key: { count: "january", level: "primary", programme: "general" },
};

describe("calculate under a scenario", () => {
  it("pays for what the scenario says, and tells its name, identity and limits", async () => {
    const scenario = await scenarioFile(COUNT, { envelope: "300000000.00" });
    const summary = summaryOf(
      await runOnSmallCity("calculate", "--scenario", scenario, "--summary"),
    );
    // One pupil more in January brings 429,732.66 tenge.
    expect(summary).toMatchObject({
      total: "291208773.83",
      envelope: { limit: "300000000.00", headroom: "8791226.17" },
      scenario: { name: "A", envelopes: [{ scope: "city" }] },
    });
  });

  it("prefers the envelope that is written over that of the scenario", async () => {
    const scenario = await scenarioFile({ envelope: "300000000.00" });
    const words = ["--scenario", scenario, "--envelope", "1", "--summary"];
    expect(summaryOf(await runOnSmallCity("calculate", ...words))).toMatchObject({
      envelope: { limit: "1.00" },
    });
  });

  it("says so on a line of its own, and writes it into the file", async () => {
    const out = join(await temporaryFolder(), "run.json");
    const scenario = await scenarioFile(COUNT);
    const words = ["--scenario", scenario, "--out", out, "--language", "en"];
    const { printed } = await runOnSmallCity("calculate", ...words);
    expect(printed).toContain("\nScenario “A”, identity: ");
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({ scenario: { name: "A" } });
  });

  it("refuses what does not fit at its line and column, and a second scenario", async () => {
    const scenario = await scenarioFile({ parameter: "index.mpr", value: "1" });
    const run = await runOnSmallCity("calculate", "--scenario", scenario);
    expect(run).toMatchObject({
      exitCode: 2,
      told: [{ code: "reference-unknown", file: scenario, line: 7, column: "21" }],
    });
    const two = ["--scenario", scenario, "--scenario", scenario];
    expect(faultCodes(await runOnSmallCity("calculate", ...two))).toEqual(["option-malformed"]);
  });

  it("never writes over a scenario or a parent of it", async () => {
    const folder = await scenarioFolder({
      "a.json": scenarioContent("A", [], "b.json"),
      "b.json": scenarioContent("B", [COUNT]),
    });
    for (const name of ["a.json", "b.json"]) {
      const words = ["--scenario", join(folder, "a.json"), "--out", join(folder, name)];
      const codes = faultCodes(await runOnSmallCity("calculate", ...words));
      expect(codes).toEqual(["option-malformed"]);
    }
  });
});

describe("explain under a scenario", () => {
  it("explains the figure as it is there, with the reason of the change", async () => {
    const scenario = await scenarioFile({
      ...{ parameter: "index.mrp", value: "5000", reason: "a draft of the budget" },
    });
    const words = ["--bin", PRIVATE_SCHOOL, "--line", PRIVATE_LINE, "--scenario", scenario];
    const { printed } = await runOnSmallCity("explain", ...words, "--language", "en");
    expect(printed.startsWith("Scenario “A”, identity: ")).toBe(true);
    expect(printed).toContain("a draft of the budget");
    const json = summaryOf(await runOnSmallCity("explain", ...words, "--format", "json"));
    expect(json).toMatchObject({ scenario: { name: "A" } });
  });
});

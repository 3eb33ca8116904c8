import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, scenarioFile, summaryOf } from "../../support/scenario-files.ts";
import { PRIVATE_SCHOOL } from "../../support/small-city.ts";

describe("compare", () => {
  it("sets the calculation against last year where nothing else is asked", async () => {
    const { exitCode, printed } = await runOnSmallCity("compare");
    expect(exitCode).toBe(0);
    expect(printed.split("\n")).toEqual([
      "bin,name,base,last_year,base_change,base_percent",
      ",Общегородские суммы,100.50,,100.50,",
      `${PRIVATE_SCHOOL},Школа № 1,290778940.67,277704867.33,13074073.34,4.71`,
      "",
    ]);
  });

  it("splits a line's change against last year into count and average rate", async () => {
    const compared = await runOnSmallCity("compare", "--by", "line", "--summary");
    expect(summaryOf(compared)).toMatchObject({
      by: "line",
      countAndRate: { change: "13074173.84", splitLines: 1, whole: { appeared: { lines: 2 } } },
    });
  });

  it("sets scenarios beside the base, each by name and identity", async () => {
    const scenario = await scenarioFile({ parameter: "index.mrp", value: "5000" });
    const twice = ["--scenario", scenario, "--scenario", scenario];
    const record = summaryOf(await runOnSmallCity("compare", ...twice, "--summary"));
    expect(record).toMatchObject({
      sides: [
        { id: "base", scenario: null },
        { id: "scenario_1", scenario: "A" },
        { id: "scenario_2", scenario: "A" },
      ],
      changes: [
        { from: "base", to: "scenario_1", more: { count: 1 }, less: { count: 0 }, same: 1 },
        { from: "base", to: "scenario_2", more: { count: 1 } },
      ],
    });
  });

  it("writes a file and says who gets more and who gets less", async () => {
    const out = join(await temporaryFolder(), "out.json");
    const { printed } = await runOnSmallCity("compare", "--by", "tier", "--out", out);
    expect(printed).toContain("Больше: ");
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({
      rows: [
        { tier: "overhead", base: "100.50", last_year: "" },
        { tier: "secondary", base: "290778940.67" },
        { tier: "special_needs", base: "0.00" },
      ],
    });
  });

  it("tells organisations with their successors where that is asked, and who has several", async () => {
    const compared = await runOnSmallCity("compare", "--join-successors", "--summary");
    expect(summaryOf(compared)).toMatchObject({ divided: {} });
  });

  it.each<[string, readonly string[], string]>([
    ["another year than the last", ["--with", "2024"], "option-malformed"],
    ["another way of adding up", ["--by", "school"], "option-malformed"],
    ["a scenario that is not there", ["--scenario", "no-such.json"], "file-missing"],
  ])("refuses %s", async (_, words, code) => {
    expect(faultCodes(await runOnSmallCity("compare", ...words))).toEqual([code]);
  });
});

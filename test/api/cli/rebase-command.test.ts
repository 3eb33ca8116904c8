import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, scenarioFile, summaryOf } from "../../support/scenario-files.ts";
import { PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";

const COUNT = {
  ...{ fact: "secondary.contracted", organisation: PRIVATE_SCHOOL, value: "200" },
  key: { count: "january", level: "primary", programme: "general" },
};
const LATER = ["--known-on", "2026-06-30", "--onto-known-on", "2026-12-31"];

describe("rebase", () => {
  it("keeps what still applies, and lists what does not with its faults", async () => {
    const scenario = await scenarioFile(COUNT, { parameter: "index.mrp", value: "5000" });
    const register = await otherSchool();
    const out = join(await temporaryFolder(), "b.json");
    const words = ["--scenario", scenario, "--onto", register, "--out", out];
    const { exitCode, told } = await runOnSmallCity("rebase", ...words);
    expect(exitCode).toBe(0);
    expect(told).toMatchObject([
      { severity: "warning", code: "organisation-absent", file: scenario, line: 8 },
    ]);
    const { overrides } = JSON.parse(await readFile(out, "utf8")) as { overrides: unknown };
    expect(overrides).toMatchObject([{ parameter: "index.mrp", value: "5000" }]);
  });

  it("tells what stands on another value now, and what is said by the law itself", async () => {
    const moved = await scenarioFile({ parameter: "secondary.L", value: "125000" });
    const record = summaryOf(
      await runOnSmallCity("rebase", "--scenario", moved, ...LATER, "--summary"),
    );
    expect(record).toMatchObject({
      ...{ knownOn: "2026-12-31", gone: [], settled: [] },
      moved: [{ value: "125000", before: "124300", now: "131500" }],
      warnings: [{ code: "override-moved" }],
    });
    const settled = await scenarioFile({ parameter: "secondary.L", value: "131500" });
    const again = await runOnSmallCity("rebase", "--scenario", settled, ...LATER, "--summary");
    expect(summaryOf(again)).toMatchObject({ moved: [], settled: [{ value: "131500" }] });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["nothing to move, and nowhere", [], ["option-missing", "option-missing"]],
    [
      "a day that does not exist",
      ["--scenario", "a.json", "--onto-known-on", "2026-02-30"],
      ["option-malformed"],
    ],
    [
      "a file that is no document",
      ["--scenario", "a.json", "--onto", "x", "--out", "b.csv"],
      ["option-malformed"],
    ],
    [
      "its own scenario as output",
      ["--scenario", "a.json", "--onto", "x", "--out", "a.json"],
      ["option-malformed"],
    ],
  ])("refuses %s", async (_, words, codes) => {
    expect(faultCodes(await runOnSmallCity("rebase", ...words))).toEqual(codes);
  });
});

/** The same city with another school in it. */
async function otherSchool(): Promise<string> {
  const school = "620740686861";
  return smallCity({
    "organisations.csv": [
      "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity,build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin",
      `${school},Школа № 2,№ 2 мектеп,alatau,general_school,private,urban,260,new,2018-11-01,kk;ru,2018-11-01,,`,
    ],
    "headcounts.csv": [
      "bin,measure,period,tier,level_or_group,programme,child_category,headcount",
      `${school},contracted,2026-01-01,secondary,primary,general,general,10`,
      `${school},enrolled,2026-01-01,secondary,primary,general,general,10`,
    ],
    "last_year.csv": null,
  });
}

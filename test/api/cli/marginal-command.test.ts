import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, summaryOf } from "../../support/scenario-files.ts";
import { PRIVATE_SCHOOL } from "../../support/small-city.ts";

const SCHOOL = ["--bin", PRIVATE_SCHOOL];

describe("marginal", () => {
  it("tells what a pupil of the whole year is worth, more or fewer alike", async () => {
    const out = join(await temporaryFolder(), "out.json");
    await runOnSmallCity("marginal", ...SCHOOL, "--out", out);
    const { rows } = JSON.parse(await readFile(out, "utf8")) as {
      readonly rows: readonly Readonly<Record<string, string>>[];
    };
    const primary = rows.find(({ key, span }) => span === "year" && key?.includes("primary"));
    expect(primary).toMatchObject({
      ...{ fact: "secondary.contracted", count: "174;181" },
      ...{ more_organisation: "644599.00", fewer_organisation: "-644599.00" },
      ...{ more_city: "644599.00", more_lines: "secondary.private", more_absent: "" },
    });
  });

  it("finds the design capacity as a threshold, and writes it beside the table", async () => {
    const cliffs = join(await temporaryFolder(), "cliffs.csv");
    const words = ["--reach", "50", "--cliffs", cliffs, "--summary"];
    const record = summaryOf(await runOnSmallCity("marginal", ...SCHOOL, ...words));
    const told = (await readFile(cliffs, "utf8")).trimEnd().split("\n").slice(1);
    expect(record["cliffs"]).toHaveLength(told.length);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((row) => row.includes("secondary.investor_pupils"))).toBe(true);
  });

  it.each<[string, readonly string[], string]>([
    ["nobody", [], "option-missing"],
    ["two organisations", [...SCHOOL, "--organisation", "x"], "option-malformed"],
    ["a reach too far", [...SCHOOL, "--reach", "1001"], "option-malformed"],
    ["thresholds that are no table", [...SCHOOL, "--cliffs", "x.json"], "option-malformed"],
    ["an organisation that is not there", ["--bin", "600140375485"], "organisation-absent"],
  ])("refuses %s", async (_, words, code) => {
    expect(faultCodes(await runOnSmallCity("marginal", ...words))).toEqual([code]);
  });
});

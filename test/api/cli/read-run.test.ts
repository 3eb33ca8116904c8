import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readModel, readRun } from "../../../packages/api/src/cli/read-run.ts";
import { asOf, formatTenge, issue } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { scenarioFile } from "../../support/scenario-files.ts";
import { parameter } from "../../support/school-methodology.ts";
import { PRIVATE_AMOUNT, smallCity } from "../../support/small-city.ts";
import { stagedFolders } from "../../support/staged-school.ts";

const OPTIONS = {
  ...{ methodology: "kz/almaty", asOf: asOf(2026), parameters: undefined, scenarios: [] },
};

describe("a run is read and calculated from what the options name", () => {
  it("a folder and a methodology", async () => {
    const { methodology, result } = await readRun({ ...OPTIONS, register: await smallCity() });
    const amounts = getValue(result).run.lines.map(({ amount }) => formatTenge(amount));
    expect(amounts).toEqual(["100.50", PRIVATE_AMOUNT, "0.00"]);
    expect(methodology?.id).toBe("kz/almaty");
  });

  it("and a table of parameters, whose faults name it", async () => {
    const parameters = join(await temporaryFolder(), "rates.csv");
    await writeFile(parameters, "parameter_id,unit\nindex.mrp,KZT/MRP\n");
    const { result } = await readRun({ ...OPTIONS, register: await smallCity(), parameters });
    const issues = result.ok ? [] : result.issues;
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["column-missing"]));
    expect(new Set(issues.map(({ place }) => place.file))).toEqual(new Set([parameters]));
  });

  it("and of a table with a broken row, every other fault beside it", async () => {
    const parameters = join(await temporaryFolder(), "rates.csv");
    const rows = [
      "parameter_id,unit,key,value,valid_from,valid_to,known_from,status,source_note",
      'index.mrp,KZT/MRP,,4325,2026-01-01,2026-12-31,2025-12-15,"secondary" x,press',
      "index.mrpp,KZT/MRP,,4325,2026-01-01,2026-12-31,2025-12-15,secondary,press",
      "secondary.L,month,,131500,2026-01-01,2026-12-31,2025-12-12,secondary,press",
    ];
    await writeFile(parameters, `${rows.join("\n")}\n`);
    const { result } = await readRun({ ...OPTIONS, register: await smallCity(), parameters });
    const issues = result.ok ? [] : result.issues;
    const rowsOf = issues.map(({ code, place }) => `${code} ${place.row}`);
    expect(rowsOf).toEqual(expect.arrayContaining(["quote-broken 2", "reference-unknown 3"]));
    expect(new Set(issues.map(({ place }) => place.row))).toEqual(new Set([2, 3, 4]));
  });

  it.each([
    ["a folder", { register: "nowhere" }, "folder-missing"],
    ["a methodology", { methodology: "kz/nowhere" }, "file-missing"],
    ["a table", { parameters: "nowhere.csv" }, "file-missing"],
  ])("and refused when %s is not there", async (_, change, expected) => {
    const { result } = await readRun({ ...OPTIONS, register: await smallCity(), ...change });
    const codes = result.ok ? [] : result.issues.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set([expected]));
  });
});

describe("a fault that only a calculation finds", () => {
  it("is placed in the document it comes from, by line and column", async () => {
    const rate = parameter("rate", "KZT/pupil", []);
    const [methodology, register] = await stagedFolders({ parameters: [rate] });
    const { result, locate } = await readRun({ ...OPTIONS, methodology, register });
    const [missing] = result.ok ? [] : result.issues;
    expect(missing?.code).toBe("parameter-missing");
    expect(missing?.place).toMatchObject({
      ...{ file: join(methodology, "school.json"), path: ["parameters", 0], column: "5" },
      line: expect.any(Number) as number,
    });
    const elsewhere = issue("table-empty", { file: "rates.csv", row: 2 }, {});
    expect([missing, elsewhere].map((found) => found && locate(found))).toEqual([
      ...[missing, elsewhere],
    ]);
  });

  it("keeps its place in a table that replaces all values", async () => {
    const [methodology, register] = await stagedFolders();
    const parameters = join(await temporaryFolder(), "rates.csv");
    await writeFile(
      parameters,
      "parameter_id,unit,key,value,valid_from,valid_to,known_from,status,source_note\n",
    );
    const { result } = await readRun({ ...OPTIONS, methodology, register, parameters });
    expect(result.ok ? [] : result.issues.map(({ place }) => place)).toContainEqual({
      file: parameters,
    });
  });
});

describe("a model is opened from what the options name", () => {
  const halved = { parameter: "secondary.L", value: "1", reason: "trial" };

  it("under the scenario, with the total of its run", async () => {
    const scenarios = [await scenarioFile(halved)];
    const options = { ...OPTIONS, scenarios, register: await smallCity() };
    const opened = getValue((await readModel(options, {})).result);
    const { run } = getValue((await readRun(options)).result);
    const base = getValue((await readRun({ ...options, scenarios: [] })).result);
    expect(opened.model.totals.total).toBe(run.totals.total);
    expect(opened.model.totals.total).toBeLessThan(base.run.totals.total);
  });

  it("and never where an answer would stand over a scenario", async () => {
    const scenario = await scenarioFile(halved);
    const options = { ...OPTIONS, scenarios: [scenario], register: await smallCity() };
    const { result } = await readModel(options, { "--out": scenario });
    expect(result).toMatchObject({ issues: [{ code: "option-malformed" }] });
  });
});

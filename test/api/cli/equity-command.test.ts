import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, summaryOf } from "../../support/scenario-files.ts";

describe("equity", () => {
  it("tells each figure on a row, or why there is none", async () => {
    const { exitCode, printed } = await runOnSmallCity("equity");
    const [header, ...rows] = printed.trimEnd().split("\n");
    expect(exitCode).toBe(0);
    expect(header).toBe(
      "figure,tier,kind,size,district,stage,payer,name,whose,value,unit,unit_name,exact,absent,why",
    );
    expect(rows).toContain("money,,,,,,,Сумма,Город,290779041.17,KZT,₸,290779041.17,,");
    expect(rows).toContain(
      "money,secondary,,,,,,Сумма,Среднее образование,290778940.67,KZT,₸,290778940.67,,",
    );
    expect(
      rows.filter((row) => row.includes(',no-protections,"границ, защищающих')).length,
    ).toBeGreaterThan(0);
  });

  it.each(["ru", "kk", "en"])("defines every figure it tells, in %s", async (language) => {
    const record = summaryOf(await runOnSmallCity("equity", "--summary", "--language", language));
    const definitions = Object.values(record["definitions"] ?? {});
    expect(definitions.length).toBeGreaterThan(20);
    for (const each of definitions) {
      expect(Object.keys(each as object)).toEqual(["name", "definition"]);
    }
  });

  it("sets those who are paid for against those who live there", async () => {
    const population = join(await temporaryFolder(), "population.csv");
    await writeFile(population, "tier,district,population\nsecondary,alatau,1000\n");
    const { printed } = await runOnSmallCity("equity", "--population", population);
    expect(printed).toMatch(
      /^coverage,secondary,,,alatau,,,Охват,"Среднее.*район",0\.\d{6},1,,0\.\d+…?,,$/m,
    );
  });

  it("tells kinds apart by another attribute where one is named", async () => {
    const { printed } = await runOnSmallCity("equity", "--kind", "ownership", "--language", "en");
    expect(printed).toMatch(/^mean,secondary,private,.*"Secondary education, private/m);
  });

  it.each<[string, readonly string[], string]>([
    ["an attribute that is not there", ["--kind", "colour"], "reference-unknown"],
    ["places that are no number", ["--capacity", "ownership"], "reference-unknown"],
    ["sizes that are no numbers", ["--sizes", "0,many"], "option-malformed"],
    ["a table that is not there", ["--population", "no-such.csv"], "file-missing"],
  ])("refuses %s", async (_, words, code) => {
    expect(faultCodes(await runOnSmallCity("equity", ...words))).toEqual([code]);
  });
});

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
    expect(header).toBe("figure,tier,kind,size,district,stage,payer,value,unit,absent");
    expect(rows).toContain("money,,,,,,,290779041.17,KZT,");
    expect(rows).toContain("money,secondary,,,,,,290778940.67,KZT,");
    expect(rows.filter((row) => row.endsWith(",no-protections")).length).toBeGreaterThan(0);
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
    expect(printed).toMatch(/^coverage,secondary,,,alatau,,,0\.\d+…?,1,$/m);
  });

  it.each<[string, readonly string[], string]>([
    ["sizes that are no numbers", ["--sizes", "0,many"], "option-malformed"],
    ["a table that is not there", ["--population", "no-such.csv"], "file-missing"],
  ])("refuses %s", async (_, words, code) => {
    expect(faultCodes(await runOnSmallCity("equity", ...words))).toEqual([code]);
  });
});

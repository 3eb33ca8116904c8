import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPopulation } from "../../../packages/api/src/files/population-csv.ts";
import { getValue } from "../../support/get-value.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

const HEADER = "district,tier,note,population";

describe("a table of population", () => {
  it("is read by its columns, however they are ordered", async () => {
    const { result } = await read(HEADER, "alatau,secondary,x,12 345");
    expect(getValue(result)).toMatchObject([
      { tier: "secondary", district: "alatau", people: 12_345n, place: { row: 2 } },
    ]);
  });

  it.each([
    ["alatau,secondary,,-5", "number-negative", "population"],
    ["alatau,secondary,,1.5", "number-fractional", "population"],
    ["alatau,secondary,,many", "number-malformed", "population"],
    ["alatau,secondary,,1234567890123456", "number-out-of-range", "population"],
    ["alatau,,,5", "value-missing", "tier"],
    ["alatau,secondary,,", "value-missing", "population"],
  ])("refuses %s at its cell", async (row, code, column) => {
    const { path, result } = await read(HEADER, row);
    expect(result).toMatchObject({ issues: [{ code, place: { file: path, row: 2, column } }] });
  });

  it("is refused without its columns, or with one of them twice", async () => {
    expect((await read("district,people")).result).toMatchObject({
      issues: [{ facts: { expected: "tier" } }, { facts: { expected: "population" } }],
    });
    expect((await read("tier,district,population,tier")).result).toMatchObject({
      issues: [{ code: "column-duplicate", facts: { value: "tier" } }],
    });
  });

  it("is refused where it is not there", async () => {
    expect(await readPopulation("no/such.csv")).toMatchObject({
      issues: [{ code: "file-missing" }],
    });
  });
});

async function read(...lines: readonly string[]) {
  const path = join(await temporaryFolder(), "population.csv");
  await writeFile(path, `${lines.join("\n")}\n`);
  return { path, result: await readPopulation(path) };
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCsv, writeCsv } from "../../../packages/api/src/files/write-csv.ts";
import { getValue } from "../../support/get-value.ts";
import { readCsv } from "../../support/read-csv.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

describe("a CSV file for people", () => {
  it("is written whole, with commas and plain line ends", async () => {
    const path = join(await temporaryFolder(), "out.csv");
    const rows = [["690240744430", "290778940.67"]];
    expect((await writeCsv(path, { columns: ["bin", "amount"], rows })).ok).toBe(true);
    expect(await readFile(path, "utf8")).toBe("bin,amount\n690240744430,290778940.67\n");
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+7 727", "'+7 727"],
    ["-школа", "'-школа"],
    ["@школа", "'@школа"],
    ["\tшкола", "'\tшкола"],
    ["\rшкола", "'\rшкола"],
    ["-12.50", "-12.50"],
    ["-12.50+1", "'-12.50+1"],
    ["-0.333…", "-0.333…"],
    ["-0.333…+1", "'-0.333…+1"],
    ["12", "12"],
    ["", ""],
    ["Школа = дом", "Школа = дом"],
  ])("shows %j as %j", (text, shown) => {
    expect(cellsOf(formatCsv({ columns: ["a", "b"], rows: [["x", text]] }))).toEqual([
      ["x", shown],
    ]);
  });
});

describe("laws", () => {
  it("what is written is read back", () => {
    const text = fc
      .stringMatching(/^[A-Яа-я0-9 ,;"«»\n]{1,20}$/)
      .filter((each) => /^[^\s]/.test(each));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant("x"), text), { minLength: 1 }), (rows) => {
        expect(cellsOf(formatCsv({ columns: ["a", "b"], rows }))).toEqual(rows);
      }),
    );
  });
});

function cellsOf(csv: string): readonly (readonly string[])[] {
  return getValue(readCsv("a.csv", new TextEncoder().encode(csv))).rows.map(({ cells }) => cells);
}

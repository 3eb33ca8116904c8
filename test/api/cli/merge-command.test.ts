import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultCodes, runWords } from "../../support/run-words.ts";
import { scenarioContent, scenarioFolder, summaryOf } from "../../support/scenario-files.ts";

const RATE = { parameter: "secondary.L", value: "1", reason: "first reason" };
const OTHER = { parameter: "secondary.L", value: "2", reason: "second reason" };
const INDEX = { parameter: "index.mrp", value: "5000" };

describe("merge", () => {
  it("joins what both did, on the parent that both stand on", async () => {
    const { folder, words } = await twoOf([RATE], [INDEX, RATE]);
    const out = join(folder, "c.json");
    const { exitCode, printed } = await runWords("merge", ...words, "--out", out);
    expect([exitCode, printed]).toEqual([0, expect.stringContaining(out)]);
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({
      ...{ scenario: "a", parent: "base.json" },
      overrides: [
        { parameter: "secondary.L", value: "1" },
        { parameter: "index.mrp", value: "5000" },
      ],
    });
  });

  it("refuses an open conflict with both values, reasons and places, and writes nothing", async () => {
    const { folder, words } = await twoOf([RATE], [OTHER]);
    const run = await runWords("merge", ...words, "--out", join(folder, "c.json"));
    expect(run).toMatchObject({
      exitCode: 2,
      told: [
        {
          code: "merge-conflict",
          ...{ file: join(folder, "a.json"), line: 6 },
          facts: {
            ...{ first: "1", firstReason: "first reason" },
            ...{ second: "2", secondReason: "second reason" },
            other: `${join(folder, "b.json")}:6:5`,
          },
        },
      ],
    });
    expect(await readdir(folder)).not.toContain("c.json");
  });

  it.each([
    ["first", "1"],
    ["second", "2"],
  ])("takes the %s where it is preferred", async (prefer, value) => {
    const { words } = await twoOf([RATE], [OTHER]);
    const { printed } = await runWords("merge", ...words, "--prefer", prefer);
    expect(JSON.parse(printed)).toMatchObject({ overrides: [{ value }] });
    const summary = summaryOf(await runWords("merge", ...words, "--prefer", prefer, "--summary"));
    expect(summary).toMatchObject({ ancestor: "base", conflicts: [{ chosen: prefer }] });
  });

  it("refuses everything that is wrong with its options at once", async () => {
    const run = await runWords(
      ...["merge", "--scenario", "a.json", "--prefer", "x", "--out", "c.csv", "--language", "de"],
    );
    expect(faultCodes(run)).toEqual([
      ...["option-malformed", "option-missing", "option-malformed", "option-malformed"],
    ]);
    expect(faultCodes(await runWords("merge", ...["a", "b", "c"].flatMap(asScenario)))).toEqual([
      "option-malformed",
    ]);
  });

  it("refuses to write over what it reads, a parent among it", async () => {
    const { folder, words } = await twoOf([RATE], [INDEX]);
    for (const name of ["a.json", "base.json"]) {
      const run = await runWords("merge", ...words, "--out", join(folder, name));
      expect(faultCodes(run)).toEqual(["option-malformed"]);
    }
  });
});

async function twoOf(first: readonly object[], second: readonly object[]) {
  const folder = await scenarioFolder({
    "base.json": scenarioContent("base", []),
    "a.json": scenarioContent("a", first.map(copyOf), "base.json"),
    "b.json": scenarioContent("b", second.map(copyOf), "base.json"),
  });
  return { folder, words: ["a.json", "b.json"].flatMap((name) => asScenario(join(folder, name))) };
}

function copyOf(override: object): Readonly<Record<string, unknown>> {
  return { ...override };
}

function asScenario(path: string): readonly string[] {
  return ["--scenario", path];
}

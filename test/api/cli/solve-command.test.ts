import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes } from "../../support/run-words.ts";
import { runOnSmallCity, scenarioFile, summaryOf } from "../../support/scenario-files.ts";

const LEVER = ["--lever", "secondary.Ez[level=primary]", "--greatest", "900000"];

describe("solve", () => {
  it("finds the value, and calculating with it gives the very same amount", async () => {
    const folder = await temporaryFolder();
    const found = join(folder, "found.json");
    const limit = ["--limit", "300000000", "--save-scenario", found, "--summary"];
    const solved = summaryOf(await runOnSmallCity("solve", ...LEVER, ...limit));
    expect(solved).toMatchObject({
      ...{ scope: "city", target: "300000000.00", scenario: null, proved: true },
      levers: [{ bound: null, values: [{ parameter: "secondary.Ez", before: "462600" }] }],
    });
    const again = await runOnSmallCity("calculate", "--scenario", found, "--summary");
    expect(summaryOf(again)["total"]).toBe(solved["amount"]);
    const [amount, slack, nextStep] = ["amount", "slack", "nextStep"].map((name) =>
      tiynOf(solved[name]),
    );
    expect([(amount ?? 0n) + (slack ?? 0n), (nextStep ?? 0n) > (slack ?? 0n)]).toEqual([
      ...[30_000_000_000n, true],
    ]);
  });

  it("takes the limit from the scenario less what is to be left, and stands on that scenario", async () => {
    const scenario = await scenarioFile({ envelope: "300000000.00" });
    const saved = join(dirname(scenario), "b.json");
    const words = ["--scenario", scenario, "--headroom", "1000000", "--save-scenario", saved];
    const solved = summaryOf(await runOnSmallCity("solve", ...LEVER, ...words, "--summary"));
    expect(solved).toMatchObject({ target: "299000000.00", scenario: "A" });
    expect(JSON.parse(await readFile(saved, "utf8"))).toMatchObject({ parent: "a.json" });
  });

  it("writes who gets what, columns that add up to the totals", async () => {
    const out = join(await temporaryFolder(), "out.csv");
    const solved = await runOnSmallCity("solve", ...LEVER, "--limit", "300000000", "--out", out);
    const [header, ...rows] = (await readFile(out, "utf8")).trimEnd().split("\n");
    expect(header).toBe("bin,name,before,after,change");
    expect(rows).toHaveLength(2);
    expect(rows[0]).toBe(",Общегородские суммы,100.50,100.50,0.00");
    expect(solved.printed).toContain(out);
  });

  it.each([
    ["ru", "Изменение суммы на следующем шаге: "],
    ["kk", "Келесі қадамда соманың өзгерісі: "],
    ["en", "The next step would change the sum by"],
  ])("says in %s what was found", async (language, sentence) => {
    const words = [...LEVER, "--limit", "300000000", "--language", language];
    const { exitCode, printed } = await runOnSmallCity("solve", ...words);
    expect(exitCode).toBe(0);
    expect(printed).toContain(sentence);
    expect(printed).toContain("secondary.Ez[level=primary]");
  });

  it("moves the next priority once the first stands at its bound", async () => {
    const more = ["--greatest", "470000", "--then-lever", "secondary.L", "--greatest", "900000"];
    const words = ["--limit", "300000000", "--summary"];
    const solved = await runOnSmallCity("solve", ...LEVER, ...more, ...words);
    expect(summaryOf(solved)["levers"]).toMatchObject([
      { number: "470000", bound: "greatest" },
      { bound: null, values: [{ parameter: "secondary.L" }] },
    ]);
  });
});

describe("solve refuses, and writes nothing,", () => {
  it.each<[string, readonly string[], string]>([
    ["without any limit", LEVER, "option-missing"],
    [
      "an unknown parameter",
      ["--lever", "x", "--greatest", "1", "--limit", "1"],
      "reference-unknown",
    ],
    ["bounds that cross", [...LEVER, "--least", "900001", "--limit", "1"], "option-malformed"],
    [
      "a target that is not there",
      [...LEVER, "--limit", "1", "--target", "tier=x"],
      "reference-unknown",
    ],
    ["a limit that no bound meets", [...LEVER, "--limit", "1"], "lever-infeasible"],
  ])("%s", async (_, words, code) => {
    const folder = await temporaryFolder();
    const outputs = ["--out", join(folder, "o.csv"), "--save-scenario", join(folder, "s.json")];
    const run = await runOnSmallCity("solve", ...words, ...outputs);
    expect([run.exitCode, faultCodes(run), await readdir(folder)]).toEqual([2, [code], []]);
  });

  it("to write over the scenario it stands on", async () => {
    const scenario = await scenarioFile({ envelope: "300000000.00" });
    const words = ["--scenario", scenario, "--save-scenario", scenario];
    expect(faultCodes(await runOnSmallCity("solve", ...LEVER, ...words))).toEqual([
      "option-malformed",
    ]);
  });
});

function tiynOf(amount: unknown): bigint {
  return BigInt(String(amount).replace(".", ""));
}

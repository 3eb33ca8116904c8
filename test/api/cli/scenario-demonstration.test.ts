/** The questions of a department on the demonstration city, on the command line. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { CITY, runOnCity, runWords } from "../../support/run-words.ts";
import { scenarioFile, summaryOf } from "../../support/scenario-files.ts";

const LIMIT = "432000000000.00";
const TOTAL = "431539534616.52";
const EARLY_TOTAL = "427840475248.52";

it("the greatest rate within 432 billion is found, and calculating with it comes to the same", async () => {
  const saved = join(await temporaryFolder(), "found.json");
  const lever = ["--lever", "secondary.Ez[level=primary]", "--greatest", "900000"];
  const words = [...lever, "--limit", LIMIT, "--save-scenario", saved, "--summary"];
  const found = summaryOf(await runOnCity("solve", ...words));
  expect(found).toMatchObject({
    ...{ before: TOTAL, amount: "431999865307.00", slack: "134693.00", nextUnit: "145888.63" },
    ...{ levers: [{ number: "465488" }], more: { count: 337 }, same: 1919 },
  });
  const again = summaryOf(await runOnCity("calculate", "--scenario", saved, "--summary"));
  expect(again["total"]).toBe(found["amount"]);
});

it("what became known in July is put down to rates, in every district, and closes", async () => {
  const out = join(await temporaryFolder(), "causes.csv");
  const words = ["--against-known-on", "2026-06-30", "--by", "district", "--out", out];
  const { printed } = await runOnCity("attribute", ...words, "--language", "en");
  expect(printed).toContain("Together the causes make the change: 3,699,059,368.00");
  const rows = (await readFile(out, "utf8")).trimEnd().split("\n").slice(1);
  const sum = rows.reduce((total, row) => total + tiynOf(row.split(",")[4]), 0n);
  expect(sum).toBe(tiynOf(TOTAL) - tiynOf(EARLY_TOTAL));
});

it("last year stands beside this one, and both columns make their totals", async () => {
  const out = join(await temporaryFolder(), "lines.csv");
  const record = summaryOf(await runOnCity("compare", "--by", "line", "--out", out, "--summary"));
  const [header, ...rows] = (await readFile(out, "utf8")).trimEnd().split("\n");
  const places = ["base", "last_year"].map((name) => header?.split(",").indexOf(name) ?? -1);
  const sums = places.map((place) =>
    rows.reduce((sum, row) => sum + tiynOf(cellsOf(row)[place]), 0n),
  );
  expect(sums).toEqual([TOTAL, "384990786299.37"].map(tiynOf));
  expect(record).toMatchObject({
    changes: [{ change: "46548748317.15", more: { count: 2684 }, less: { count: 45 } }],
    countAndRate: { splitLines: 2189, rounding: "0.00" },
  });
});

it("a pupil of the private school is worth its norm, and its capacity is a threshold", async () => {
  const words = ["--bin", "690240744430", "--reach", "45", "--summary"];
  const record = summaryOf(await runOnCity("marginal", ...words));
  const names = (record["cliffs"] as readonly { readonly rule_id: string }[]).map(
    (cliff) => cliff.rule_id,
  );
  expect(new Set(names)).toEqual(new Set(["secondary.investor_pupils"]));
});

it("money per head, protections and seats are told of every tier, with definitions", async () => {
  const out = join(await temporaryFolder(), "equity.json");
  await runOnCity("equity", "--out", out);
  const { figures, total } = JSON.parse(await readFile(out, "utf8")) as {
    readonly figures: readonly Readonly<Record<string, string>>[];
    readonly total: string;
  };
  const ofCity = figures.find(({ figure, tier }) => figure === "money" && tier === "");
  expect([total, ofCity?.["value"]]).toEqual([TOTAL, TOTAL]);
  const gini = figures.filter(({ figure }) => figure === "gini");
  expect(gini.length).toBeGreaterThan(2);
});

it("two scenarios that touch one value are merged only by a choice, then moved to July", async () => {
  const rate = { parameter: "secondary.L" };
  const first = await scenarioFile({ ...rate, value: "130000", reason: "first" });
  const second = await scenarioFile({ ...rate, value: "140000", reason: "second" });
  const both = ["--scenario", first, "--scenario", second];
  const refused = await runWords("merge", ...both);
  expect(refused).toMatchObject({
    exitCode: 2,
    told: [{ code: "merge-conflict", facts: { firstReason: "first", secondReason: "second" } }],
  });
  const merged = join(dirname(first), "merged.json");
  expect((await runWords("merge", ...both, "--prefer", "second", "--out", merged)).exitCode).toBe(
    0,
  );
  const words = ["--scenario", merged, "--known-on", "2026-06-30", "--onto", CITY];
  const rebased = await runOnCity("rebase", ...words, "--onto-known-on", "2026-12-31", "--summary");
  expect(summaryOf(rebased)).toMatchObject({
    ...{ gone: [], settled: [], knownOn: "2026-12-31" },
    moved: [{ value: "140000", before: "124300", now: "131500" }],
  });
});

/** A name may hold commas, in quotes. */
function cellsOf(row: string): readonly string[] {
  return row.match(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, "")) ?? [];
}

function tiynOf(amount: string | undefined): bigint {
  return BigInt(amount === undefined || amount === "" ? 0 : amount.replace(".", ""));
}

/** What the issue shows on the demonstration city, on the command line, without a process. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  CITY_FILES,
  copyOfCity,
  copyOfCityWith,
  messyCopyOfCity,
  type PlantedCell,
} from "../../support/city-copy.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { CITY, runOnCity } from "../../support/run-words.ts";

type Amounts = Readonly<Record<string, string>>;
type Calculated = {
  readonly lines: string;
  readonly summary: {
    readonly byTier: Amounts;
    readonly byDistrict: Amounts;
    readonly byBudgetCode: Amounts;
    readonly byMethod: Amounts;
    readonly assumed: unknown;
    readonly resultHash: string;
  };
};
type Planted = PlantedCell & { readonly code: string };

const TABLE = join(CITY, "parameters.csv");
/** The amounts that the README of the city works out by hand. */
const WORKED = [
  "690240744430,secondary,04.2.360.204,formula,290778940.67",
  "620740686861,preschool,04.1.360.034,formula,62105440.00",
  "650140308051,extracurricular,04.2.360.008,formula,7321360.00",
];

describe("the city is calculated", () => {
  it("line by line, sorted, the worked examples to the tiyn", async () => {
    const [header, ...rows] = (await cityAsItIs()).lines.trimEnd().split("\n");
    expect(header).toBe("bin,tier,budget_code,method,amount");
    expect(rows).toHaveLength(2728);
    expect(rows).toEqual(expect.arrayContaining(WORKED));
    const keys = rows.map((row) => row.split(",").slice(0, 4));
    expect(keys).toEqual(keys.toSorted(compareLists));
    for (const row of rows) expect(row).toMatch(/,-?\d+\.\d{2}$/);
  });

  it("with totals that add up every way", async () => {
    const { lines, summary } = await cityAsItIs();
    const total = "431539534616.52";
    expect(summary).toMatchObject({
      ...{ total, organisations: 2256, lines: 2728 },
      envelope: { limit: "432000000000.00", headroom: "460465383.48" },
    });
    const { byTier, byDistrict, byBudgetCode, byMethod } = summary;
    for (const way of [byTier, byDistrict, byBudgetCode, byMethod]) {
      expect(tenge(sumOf(Object.values(way)))).toBe(total);
    }
    expect(tenge(sumOf(lines.trimEnd().split("\n").slice(1).map(amountOf)))).toBe(total);
  });

  it("otherwise as known before three values were adopted, from a table as from the law", async () => {
    const early = ["--known-on", "2026-06-30"];
    const own = await calculate(...early);
    const replaced = await calculate(...early, "--parameters", TABLE);
    expect(own.summary).toMatchObject({
      ...{ knownOn: "2026-06-30", total: "427840475248.52", lines: 2728 },
    });
    expect(replaced.lines).toBe(own.lines);
  });

  it("alike with the values of a table in place of the methodology's", async () => {
    const { lines, summary } = await cityAsItIs();
    const replaced = await calculate("--parameters", TABLE);
    expect(replaced.lines).toBe(lines);
    expect(replaced.summary.resultHash).toBe(summary.resultHash);
    expect(replaced.summary.assumed).toEqual(summary.assumed);
  });

  it("alike from the workbook of the department", async () => {
    const { lines, summary } = await cityAsItIs();
    const files = CITY_FILES.map((file) => (file === "organisations.csv" ? "register.xlsx" : file));
    const fromWorkbook = await calculate("--register", await copyOfCity(files));
    expect(fromWorkbook.lines).toBe(lines);
    expect(fromWorkbook.summary).toEqual({ ...summary, envelope: null });
  });

  it("alike from windows-1251, semicolons, decimal commas, shuffled columns, packed", async () => {
    const { lines } = await cityAsItIs();
    expect((await calculate("--register", await messyCopyOfCity())).lines).toBe(lines);
  });
});

describe("the city is refused", () => {
  it("for a year without counts, with the measures and the months that are missing", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "lines.csv");
    const run = await runOnCity("calculate", "--year", "2025", "--out", out, "--language", "en");
    expect([run.exitCode, run.printed, await readdir(folder)]).toEqual([2, "", []]);
    const months = Array.from(
      { length: 12 },
      (_, place) => `2025-${`${place + 1}`.padStart(2, "0")}`,
    );
    const told = run.told.map(({ code, facts }) => [
      code,
      ...["tier", "measure", "periods"].map((name) => facts[name] ?? ""),
    ]);
    expect(told.toSorted(compareLists)).toEqual([
      ["fact-missing", "extracurricular", "attended", months.join(", ")],
      ["fact-missing", "preschool", "enrolled", months.join(", ")],
      ["fact-missing", "special_needs", "enrolled", months.join(", ")],
      ["fact-missing", "special_needs", "enrolled", "2025-01-01, 2025-09-05"],
    ]);
    for (const { message } of run.told) expect(message).toContain("2025");
  });

  it("for planted faults of many kinds, each with file, row, column and value", async () => {
    const folder = await temporaryFolder();
    const register = await copyOfCityWith(PLANTED);
    const out = join(folder, "lines.csv");
    const run = await runOnCity("calculate", "--register", register, "--out", out);
    expect([run.exitCode, run.printed, await readdir(folder)]).toEqual([2, "", []]);
    const told = run.told.map(({ code, file, row, column, value }) =>
      [code, file, row, column, value].join(" "),
    );
    const expected = PLANTED.map(({ code, file, row, column, value }) =>
      [code, file, row, column, value].join(" "),
    );
    expect(told.toSorted()).toEqual(expected.toSorted());
  });
});

const PLANTED: readonly Planted[] = [
  planted("bin-check-digit", "organisations.csv", 5, "bin", "690340147154"),
  planted("code-unknown", "organisations.csv", 6, "district_code", "center"),
  planted("number-negative", "organisations.csv", 7, "design_capacity", "-5"),
  planted("date-malformed", "organisations.csv", 8, "opened_on", "2011-02-30"),
  planted("date-order", "organisations.csv", 9, "closed_on", "2001-01-01"),
  planted("successor-unknown", "organisations.csv", 10, "successor_bin", "600140999906"),
  planted("number-fractional", "headcounts.csv", 10, "headcount", "12.5"),
  planted("period-unknown", "headcounts.csv", 11, "period", "2026-13"),
  planted("bin-malformed", "headcounts.csv", 12, "bin", "123"),
  planted("value-missing", "headcounts.csv", 13, "headcount", ""),
  planted("amount-fraction", "estimates.csv", 3, "amount", "100.505"),
  planted("budget-code-malformed", "estimates.csv", 4, "budget_code", "4.2.360"),
  planted("number-malformed", "last_year.csv", 2, "amount", "много"),
  planted("code-unknown", "last_year.csv", 3, "tier", "primary"),
];

function planted(
  code: string,
  ...[file, row, column, value]: readonly [string, number, string, string]
): Planted {
  return { code, file, row, column, value };
}

let known: Promise<Calculated> | undefined;

/** Calculated once for all that compare with it. */
function cityAsItIs(): Promise<Calculated> {
  known ??= calculate("--envelope", "432000000000");
  return known;
}

/** Both results of one run: the file and the summary. */
async function calculate(...words: readonly string[]): Promise<Calculated> {
  const out = join(await temporaryFolder(), "lines.csv");
  const { exitCode, printed, told } = await runOnCity(
    "calculate",
    "--summary",
    "--out",
    out,
    ...words,
  );
  expect([exitCode, told]).toEqual([0, []]);
  const summary = JSON.parse(printed) as Calculated["summary"];
  return { lines: await readFile(out, "utf8"), summary };
}

function amountOf(row: string): string {
  return row.split(",").at(-1) ?? "";
}

function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount.replace(".", "")), 0n);
}

function tenge(amount: bigint): string {
  return `${amount / 100n}.${`${amount % 100n}`.padStart(2, "0")}`;
}

function compareLists(left: readonly string[], right: readonly string[]): number {
  const [first, second] = [left.join("\u0000"), right.join("\u0000")];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

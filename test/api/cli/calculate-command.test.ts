import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes, runWords } from "../../support/run-words.ts";
import { formula, parameter, type SchoolChange } from "../../support/school-methodology.ts";
import { PRIVATE_AMOUNT, PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";
import { STAGED, STAGED_LINE, stagedFolders } from "../../support/staged-school.ts";

const CSV = [
  "bin,tier,budget_code,method,amount",
  ",overhead,04.2.360.003,estimate,100.50",
  `${PRIVATE_SCHOOL},secondary,04.2.360.204,formula,${PRIVATE_AMOUNT}`,
  `${PRIVATE_SCHOOL},special_needs,04.2.360.004,formula,0.00`,
  "",
].join("\n");
const WARNINGS = ["demonstration-data", "estimates-assumed"];

describe("calculate", () => {
  it("prints the lines as CSV and its warnings beside them", async () => {
    const { exitCode, printed, told } = await calculate();
    expect(exitCode).toBe(0);
    expect(printed).toBe(CSV);
    expect(told.map(({ severity, code }) => `${severity} ${code}`)).toEqual(
      WARNINGS.map((code) => `warning ${code}`),
    );
  });

  it("writes the lines to a file and says for which year, as known when", async () => {
    const out = join(await temporaryFolder(), "lines.csv");
    const { printed, told } = await calculate("--out", out, "--language", "en");
    expect(await readFile(out, "utf8")).toBe(CSV);
    expect(told).toHaveLength(WARNINGS.length);
    for (const part of ["2026", "31.12.2026", "290,779,041.17", out]) {
      expect(printed).toContain(part);
    }
  });

  it.each([
    ["ru", "Бюджетный год 2026, по известному на 30.06.2026. Строк: 3, всего: "],
    ["kk", "Бюджет жылы: 2026, 30.06.2026 күніне белгілі деректер бойынша. Жолдар: 3, барлығы: "],
    ["en", "Budget year 2026, as known on 30.06.2026. Lines: 3, total: "],
  ])("and says so on one line, in %s", async (language, beginning) => {
    const out = join(await temporaryFolder(), "lines.csv");
    const known = ["--known-on", "2026-06-30", "--language", language];
    const { printed } = await calculate("--out", out, ...known);
    expect(printed.startsWith(beginning)).toBe(true);
    expect(printed.endsWith(`${out}\n`)).toBe(true);
    expect(printed.match(/\n/g)).toHaveLength(1);
    expect(printed).toMatch(/: [\d\u202F,]+[.,]\d{2}\u202F₸\. /);
  });

  it("writes the run as JSON when the file is named so", async () => {
    const out = join(await temporaryFolder(), "run.json");
    await calculate("--out", out, "--envelope", "1");
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({
      ...{ methodology: "kz/almaty", demonstration: true, lineCount: 3 },
      envelope: { limit: "1.00", headroom: "-290779040.17" },
    });
  });

  it("prints exactly one JSON object as a summary, its warnings inside", async () => {
    const { printed, told } = await calculate("--summary", "--envelope", "300 000 000");
    expect(told).toEqual([]);
    expect(JSON.parse(printed)).toMatchObject({
      ...{ year: 2026, knownOn: "2026-12-31", organisations: 1, lines: 3 },
      ...{ total: "290779041.17", envelope: { limit: "300000000.00", headroom: "9220958.83" } },
      warnings: WARNINGS.map((code) => ({ severity: "warning", code })),
    });
  });

  it("may do both", async () => {
    const out = join(await temporaryFolder(), "lines.csv");
    const { printed } = await calculate("--summary", "--out", out);
    expect(JSON.parse(printed)).toMatchObject({ lines: 3 });
    expect(await readFile(out, "utf8")).toBe(CSV);
  });

  it("says its warnings in the language asked for", async () => {
    const { told } = await calculate("--language", "en");
    const { printed } = await calculate("--language", "en", "--summary");
    const { warnings } = JSON.parse(printed) as { readonly warnings: unknown };
    expect(warnings).toEqual(told);
    expect(told[0]?.message).toMatch(/^[ -~“”—]+$/);
  });

  it("knows no more than was known on the day", async () => {
    const { printed } = await calculate("--summary", "--known-on", "2026-06-30");
    expect(JSON.parse(printed)).toMatchObject({ knownOn: "2026-06-30" });
    expect(printed).not.toContain("290779041.17");
  });
});

describe("calculate is refused, and leaves no file", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      "for every option at once",
      ["--year", "x", "--envelope", "y", "--out", "z.txt"],
      [...["option-malformed", "option-malformed", "option-malformed"]],
    ],
    ["for an envelope below zero", ["--envelope", "-5"], ["option-malformed"]],
    ["for a year without counts", ["--year", "2025"], ["fact-missing", "fact-missing"]],
    ["for a year without law", ["--year", "2020"], ["year-unsupported"]],
    ["for a day before any value was known", ["--known-on", "2024-01-01"], ["parameter-missing"]],
    ["for a register that is not there", ["--register", "nowhere"], ["folder-missing"]],
    ["for a methodology that is not there", ["--methodology", "kz/nowhere"], ["file-missing"]],
  ])("%s", async (_, words, expected) => {
    const folder = await temporaryFolder();
    const out = words.includes("--out") ? [] : ["--out", join(folder, "lines.csv")];
    const run = await calculate(...out, ...words);
    expect([run.exitCode, run.printed]).toEqual([2, ""]);
    expect(new Set(faultCodes(run))).toEqual(new Set(expected));
    expect(await readdir(folder)).toEqual([]);
  });

  it("for a register with faults, however many", async () => {
    const folder = await temporaryFolder();
    const city = await smallCity({
      "estimates.csv": [
        "line_id,fiscal_year,bin,tier,budget_code,name_ru,amount,status,note",
        "E-1,2026,,overhead,04.2.360.003,Содержание,100.505,assumed,",
        "E-2,двадцать,,overhead,04.2.360.003,Содержание,1,assumed,",
      ],
    });
    const run = await calculate("--register", city, "--out", join(folder, "lines.csv"));
    expect(run.exitCode).toBe(2);
    expect(faultCodes(run)).toContain("amount-fraction");
    expect(run.told.map(({ row }) => row)).toEqual([2, 3]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("rather than written over its register", async () => {
    const city = await smallCity();
    const out = join(city, "headcounts.csv");
    const before = await readFile(out, "utf8");
    const run = await calculate("--register", city, "--out", out);
    expect([run.exitCode, run.printed]).toEqual([2, ""]);
    expect(run.told[0]?.message).toContain("файл, который не входит в исходные данные");
    expect(await readFile(out, "utf8")).toBe(before);
  });

  it("but another file beside the register is no input", async () => {
    const city = await smallCity();
    const run = await calculate("--register", city, "--out", join(city, "lines.csv"));
    expect(run.exitCode).toBe(0);
  });

  it("for a file that cannot be written", async () => {
    const folder = await temporaryFolder();
    const run = await calculate("--out", join(folder, "none", "lines.csv"));
    expect(run.exitCode).toBe(2);
    expect(faultCodes(run)).toEqual(["output-not-written"]);
    expect(run.printed).toBe("");
  });
});

describe("formulas asked by name", () => {
  it("are printed in place of the lines", async () => {
    const { exitCode, printed } = await calculateStaged(
      {},
      "--formulas",
      "share,amount,pupils.city",
    );
    expect(exitCode).toBe(0);
    expect(printed.split("\n")).toEqual([
      "id,share,amount,amount.case,pupils.city",
      `a,0.${"6".repeat(34)}…,100000,large,150`,
      `b,0.${"3".repeat(34)}…,50000,small,150`,
      "c,0,0,small,150",
      "",
    ]);
  });

  it("of a methodology without a line are a whole result", async () => {
    const change = { lines: [], more: [] };
    const plain = [formula("heads", "pupil", "sum(over count, level: pupils[count, level])")];
    const { printed } = await calculateStaged(
      { ...change, formulas: plain },
      "--formulas",
      "heads",
    );
    expect(printed).toBe("id,heads\na,100\nb,50\nc,0\n");
  });

  it("go to the file, and it is said how many", async () => {
    const out = join(await temporaryFolder(), "table.csv");
    const words = ["--formulas", "share", "--out", out, "--language", "en"];
    const { printed } = await calculateStaged({}, ...words);
    expect(await readFile(out, "utf8")).toMatch(/^id,share\na,/);
    expect(printed).toContain(`Organisations: 3, formulas: 1. Written to ${out}\n`);
  });

  it("are a part of the summary where no file has them", async () => {
    const { printed } = await calculateStaged({}, "--formulas", "pupils.all", "--summary");
    const { formulas } = JSON.parse(printed) as { readonly formulas: readonly unknown[] };
    expect(formulas[0]).toEqual({ id: "a", values: { "pupils.all": "100" } });
    const out = join(await temporaryFolder(), "table.csv");
    const kept = await calculateStaged({}, "--formulas", "share", "--summary", "--out", out);
    expect(Object.keys(JSON.parse(kept.printed) as object)).not.toContain("formulas");
  });

  it("are refused beside what stops the calculation, with document, line and column", async () => {
    const formulas = [formula("amount", "KZT", "1 KZT * pupils.al / 1 pupil")];
    const misspelt = await calculateStaged({ formulas, more: [] }, "--formulas", "amuont");
    expect(faultCodes(misspelt)).toEqual(["name-unknown"]);
    const rate = [parameter("rate", "KZT/pupil", [])];
    const run = await calculateStaged({ parameters: rate }, "--formulas", "amuont,by_level");
    expect(run.told.map(({ code, line, column }) => [code, line !== undefined, column])).toEqual([
      ["parameter-missing", true, "5"],
      ["formula-unknown", false, undefined],
      ["formula-grain", true, "5"],
    ]);
  });

  it("leave nothing behind where one cannot be calculated", async () => {
    const folder = await temporaryFolder();
    const formulas = [...(STAGED.formulas ?? []), formula("part", "1", "1 pupil / pupils.all")];
    const run = await calculateStaged(
      { formulas },
      ...["--formulas", "share,part", "--out", join(folder, "table.csv")],
      ...["--protections", join(folder, "ledger.csv")],
    );
    expect([run.exitCode, run.printed]).toEqual([2, ""]);
    expect(faultCodes(run)).toEqual(["division-by-zero"]);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("the protection ledger", () => {
  it("is written beside the lines, and it is said how long it is", async () => {
    const folder = await temporaryFolder();
    const [out, protections] = [join(folder, "lines.csv"), join(folder, "ledger.csv")];
    const { printed } = await calculateStaged(
      {},
      ...["--out", out, "--protections", protections, "--language", "en"],
    );
    expect(await readFile(protections, "utf8")).toContain(
      `b,${STAGED_LINE},guarantee,,50000.00,60000.00,10000.00,envelope\n`,
    );
    expect(await readFile(out, "utf8")).toContain(
      "a,secondary,04.2.360.040,formula,100066.66,large",
    );
    expect(printed).toContain(`rows: 6. Written to ${protections}\n`);
  });

  it("needs no file for the lines", async () => {
    const protections = join(await temporaryFolder(), "ledger.csv");
    const { printed } = await calculateStaged({}, "--protections", protections);
    expect(printed).toMatch(/^id,tier,/);
    expect(await readFile(protections, "utf8")).toMatch(/^id,line,/);
  });
});

async function calculateStaged(change: SchoolChange, ...words: readonly string[]) {
  const [methodology, register] = await stagedFolders(change);
  const folders = ["--methodology", methodology, "--register", register, "--year", "2026"];
  return runWords("calculate", ...folders, ...words);
}

async function calculate(...words: readonly string[]) {
  const city = ["--register", await smallCity(), "--methodology", "kz/almaty", "--year", "2026"];
  return runWords("calculate", ...city, ...words);
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { manifestOf, methodologyFolder } from "../../support/methodology-folder.ts";
import { temporaryFolder } from "../../support/register-folder.ts";
import { faultCodes, runWords } from "../../support/run-words.ts";
import { PRIVATE_AMOUNT, PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";

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

  it.each(["organisations.csv", "headcounts.csv", "estimates.csv", "last_year.csv"])(
    "rather than written over %s of its register",
    async (name) => {
      const city = await smallCity();
      const before = await readFile(join(city, name), "utf8");
      for (const out of [join(city, name), join(city, "..", basename(city), ".", name)]) {
        const run = await calculate("--register", city, "--out", out);
        expect([run.exitCode, run.printed]).toEqual([2, ""]);
        expect(run.told).toMatchObject([
          {
            ...{ code: "option-malformed", severity: "fault" },
            facts: { option: "--out", value: out, expected: "other-than-input" },
          },
        ]);
        expect(run.told[0]?.message).toContain("файл, который не входит в исходные данные");
      }
      expect(await readFile(join(city, name), "utf8")).toBe(before);
    },
  );

  it("rather than written over its table of parameters", async () => {
    const table = join(await temporaryFolder(), "rates.csv");
    await writeFile(table, "parameter_id\n");
    const run = await calculate("--parameters", table, "--out", table);
    expect([run.exitCode, faultCodes(run)]).toEqual([2, ["option-malformed"]]);
    expect(await readFile(table, "utf8")).toBe("parameter_id\n");
  });

  it("rather than written over a document of its methodology", async () => {
    const folder = await methodologyFolder({ "manifest.json": manifestOf("own", "kz/almaty") });
    const out = join(folder, "manifest.json");
    const before = await readFile(out, "utf8");
    const run = await calculate("--methodology", folder, "--out", out);
    expect([run.exitCode, faultCodes(run)]).toEqual([2, ["option-malformed"]]);
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

async function calculate(...words: readonly string[]) {
  const city = ["--register", await smallCity(), "--methodology", "kz/almaty", "--year", "2026"];
  return runWords("calculate", ...city, ...words);
}

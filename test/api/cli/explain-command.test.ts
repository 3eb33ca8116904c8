import { describe, expect, it } from "vitest";
import { cityExcerpt } from "../../support/city-excerpt.ts";
import { type CommandRun, faultCodes, runWords } from "../../support/run-words.ts";
import {
  PRIVATE_AMOUNT,
  PRIVATE_LINE,
  PRIVATE_SCHOOL,
  smallCity,
} from "../../support/small-city.ts";

/** One figure of each tier of the demonstration city. */
const FIGURES = [
  ["preschool", "620740686861", "preschool/04.1.360.034/formula", "62105440.00"],
  ["secondary", PRIVATE_SCHOOL, PRIVATE_LINE, PRIVATE_AMOUNT],
  ["extracurricular", "650140308051", "extracurricular/04.2.360.008/formula", "7321360.00"],
  ["special needs", "600140375485", "special_needs/04.2.360.004/formula", "22658800.00"],
  ["overhead", "", "overhead/04.9.360.001/estimate", "1217339400.18"],
] as const;

/** Words of formulas, names of files, and lines of the law's own text are the same in every language. */
const FOREIGN = [
  /^\s*(?:формула|источник|дереккөзі): .*$/gm,
  /\b\w+\.(?:csv|xlsx)\b/g,
  /\b(?:round|min|max|clamp|sum|if)\(|\bEz\b/g,
];
/** The organisations of the figures, and a kindergarten with the special needs that all must report. */
const BINS = new Set([...FIGURES.map(([, bin]) => bin), "600140001690"].filter(Boolean));
const OWN = {
  ru: {
    year: "Бюджетный год 2026, по известному на 31.12.2026",
    demonstration: "ДЕМОНСТРАЦИОННЫЕ",
  },
  kk: {
    year: "Бюджет жылы: 2026, белгілі болған күні: 31.12.2026",
    demonstration: "КӨРСЕТІЛІМДІК",
  },
  en: { year: "Budget year 2026, as known on 31/12/2026", demonstration: "DEMONSTRATION" },
} as const;

describe.each(FIGURES)("the figure of %s", (_, bin, line, amount) => {
  it.each(["ru", "kk", "en"] as const)("reads as text in %s", async (language) => {
    const { exitCode, printed, told } = await explain(bin, line, "--language", language);
    expect([exitCode, told]).toEqual([0, []]);
    expect(printed).toContain(OWN[language].year);
    expect(printed).toContain(OWN[language].demonstration);
    expect(printed).toContain(grouped(amount, language));
    expect(printed).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object|⟦/);
    if (language !== "en") {
      const own = FOREIGN.reduce((text, foreign) => text.replace(foreign, ""), printed);
      expect(own.match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    }
    if (language === "kk") expect(printed).not.toMatch(/сумма|строка|статус:/);
  });

  it("reads as JSON", async () => {
    const { printed } = await explain(bin, line, "--format", "json");
    expect(JSON.parse(printed)).toMatchObject({
      ...{ bin, year: 2026, knownOn: "2026-12-31", methodology: "kz/almaty", demonstration: true },
      trace: { kind: "line", id: line, value: { exact: amount, unit: "KZT" }, status: "assumed" },
    });
  });
});

describe("an explanation", () => {
  const ofSchool = (...words: readonly string[]) =>
    explain("600140375485", "secondary/04.2.360.040/formula", ...words);

  it("shows what was adopted between two days of knowledge", async () => {
    const earlier = await ofSchool("--known-on", "2026-06-30");
    const later = await ofSchool();
    expect(earlier.printed).toContain("L = 124\u202F300\u202F₸/чел./год");
    expect(earlier.printed).not.toContain("прежнее значение");
    expect(later.printed).toContain("L = 131\u202F500\u202F₸/чел./год");
    expect(later.printed).toContain("прежнее значение: 124\u202F300, известное с 12.12.2025");
    expect(earlier.printed).toContain("по известному на 30.06.2026");
  });

  it("shows the norm with its figures, its rounding and the rows that were counted", async () => {
    const { printed } = await ofSchool();
    for (const part of [
      "round((462\u202F600\u202F₸/чел./год + 131\u202F500\u202F₸/чел./год) × (1,000 + 0,085), 0)",
      "округление: 644\u202F598,5\u202F₸/чел./год → 644\u202F599\u202F₸/чел./год",
      "основание: Приказ № 597",
      "файл headcounts.csv, строка 8\n",
    ]) {
      expect(printed).toContain(part);
    }
  });
});

describe("an explanation is refused", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["without a line", ["--bin", PRIVATE_SCHOOL], ["option-missing"]],
    [
      "for a form that there is not",
      ["--line", PRIVATE_LINE, "--format", "xml"],
      ["option-malformed"],
    ],
    [
      "for every option at once",
      ["--format", "xml", "--year", "x"],
      [...["option-malformed", "option-missing", "option-malformed"]],
    ],
    [
      "for an organisation that there is not",
      ["--bin", "1", "--line", PRIVATE_LINE],
      ["organisation-unknown"],
    ],
    [
      "for a line that the organisation does not have",
      ["--bin", PRIVATE_SCHOOL, "--line", "x"],
      ["line-unknown"],
    ],
    ["for a citywide line that there is not", ["--line", PRIVATE_LINE], ["line-unknown"]],
    [
      "for a year that cannot be calculated",
      ["--line", PRIVATE_LINE, "--year", "2025"],
      [...["fact-missing", "fact-missing"]],
    ],
  ])("%s", async (_, words, expected) => {
    const run = await runWords(
      ...["explain", "--register", await smallCity(), "--methodology", "kz/almaty"],
      ...["--year", "2026", ...words],
    );
    expect([run.exitCode, run.printed]).toEqual([2, ""]);
    expect(faultCodes(run)).toEqual(expected);
  });
});

async function explain(
  bin: string,
  line: string,
  ...words: readonly string[]
): Promise<CommandRun> {
  const own = bin === "" ? [] : ["--bin", bin];
  const city = await cityExcerpt(BINS);
  const options = ["--register", city, "--methodology", "kz/almaty", "--year", "2026"];
  return runWords("explain", ...options, ...own, "--line", line, ...words);
}

function grouped(amount: string, language: "ru" | "kk" | "en"): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const group = language === "en" ? "," : "\u202F";
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${digits}${language === "en" ? "." : ","}${fraction}\u202F₸`;
}

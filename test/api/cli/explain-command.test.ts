import { describe, expect, it } from "vitest";
import { cityExcerpt } from "../../support/city-excerpt.ts";
import { OTHER_LINE, otherLand } from "../../support/other-land.ts";
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

/** Words of formulas, names of files and sites are the same in every language. */
const FOREIGN = [
  /^\s*формула: .*$/gm,
  /\b\w+\.(?:csv|xlsx)\b/g,
  /\bvosagent\.ru\b|\borda\.kz\b|\bDamubala\b|№ 239-VIII/g,
  /\b(?:round|min|max|clamp|sum|if)\(|\bEz\b/g,
];
/** Organisations and estimates are named in the languages of the register, and nothing else is. */
const CYRILLIC_NAMES = /^.*, BIN \d{12}$|^.* — file estimates\.csv, row \d+$/gm;
/** The organisations of the figures, and a kindergarten with the special needs that all must report. */
const OPENED = "650140231525";
const CLOSED = "650640413568";
const BINS = new Set(
  [...FIGURES.map(([, bin]) => bin), "600140001690", OPENED, CLOSED].filter(Boolean),
);
const OWN = {
  ru: {
    year: "Бюджетный год 2026, по известному на 31.12.2026",
    demonstration: "ДЕМОНСТРАЦИОННЫЕ",
  },
  kk: {
    year: "Бюджет жылы: 2026, 31.12.2026 күніне белгілі деректер бойынша",
    demonstration: "ДЕМОНСТРАЦИЯЛЫҚ",
  },
  en: { year: "Budget year 2026, as known on 31.12.2026", demonstration: "DEMONSTRATION" },
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
    if (language === "en") expect(printed.replace(CYRILLIC_NAMES, "")).not.toMatch(/[а-яё]/i);
    if (language === "kk") {
      expect(printed).not.toMatch(/сумма|строка|статус:|источник:|көрсетілімд/i);
    }
    expect(printed).not.toMatch(/\d{4}-\d{2}-\d{2}|\d\/\d/);
    expect(printed).not.toMatch(/\d\u202F₸(?<![.,]\d{2}\u202F₸)(?<!…\u202F₸)/);
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
    expect(earlier.printed).toContain("L = 124\u202F300,00\u202F₸/чел./год");
    expect(earlier.printed).not.toContain("прежнее значение");
    expect(later.printed).toContain("L = 131\u202F500,00\u202F₸/чел./год");
    expect(later.printed).toContain(
      "прежнее значение: 124\u202F300,00\u202F₸/чел./год, известное с 12.12.2025",
    );
    expect(earlier.printed).toContain("по известному на 30.06.2026");
  });

  it("shows the norm with its figures, its rounding and the rows that were counted", async () => {
    const { printed } = await ofSchool();
    for (const part of [
      "округлить((462\u202F600,00\u202F₸/чел./год + 131\u202F500,00\u202F₸/чел./год) × (1,000 + 0,085); 0)",
      "округление: 644\u202F598,50\u202F₸/чел./год → 644\u202F599,00\u202F₸/чел./год",
      "— 644\u202F599,00\u202F₸/чел./год × 516\u202Fчел. × 8\u202Fмес. = ",
      "равны 0: сентябрь; октябрь; ноябрь; декабрь\n",
      "основание: Приказ № 597",
      "файл headcounts.csv, строка 8\n",
    ]) {
      expect(printed).toContain(part);
    }
  });
});

describe("an explanation shows what decided it", () => {
  const PRIVATE_FILE = "файл organisations.csv, строка";

  it("each attribute once, with its file and its row", async () => {
    const { printed } = await explain(PRIVATE_SCHOOL, PRIVATE_LINE);
    for (const [name, value] of [
      ["Форма собственности", "частная"],
      ["Строительство здания", "новое строительство"],
      ["Дата ввода в эксплуатацию", "01.11.2018"],
      ["Уровень", "среднее образование"],
      ["Способ финансирования", "по подушевой формуле"],
    ] as const) {
      expect(printed.split(`${name} = ${value} — ${PRIVATE_FILE}`)).toHaveLength(2);
    }
    expect(printed).not.toMatch(/открыт|= (?:да|нет)\b/);
  });

  it("the branch of a state school, which has no investor", async () => {
    const { printed } = await explain("600140375485", "secondary/04.2.360.040/formula");
    expect(printed).toContain("Форма собственности = государственное учреждение — файл");
    expect(printed).toContain("Инвестиционная составляющая = 0,00\u202F₸\n");
  });
});

describe("a rounding of the whole amount", () => {
  it("is shown where it changed something", async () => {
    const { printed } = await explain(PRIVATE_SCHOOL, PRIVATE_LINE);
    const parts = printed.split("Почему столько\n");
    expect(parts[1]).toMatch(/^округление: .*666666…\u202F₸ → .*940,67\u202F₸ /);
  });

  it("is left out where it changed nothing", async () => {
    const { printed } = await explain("620740686861", "preschool/04.1.360.034/formula");
    expect(printed).not.toContain("округление");
  });
});

describe("the head of an explanation", () => {
  it("names the line, unless it is named as its tier is", async () => {
    const head = async (bin: string, line: string) =>
      (await explain(bin, line)).printed.split("\n").slice(1, 3);
    expect(await head(PRIVATE_SCHOOL, PRIVATE_LINE)).toEqual([
      "Государственный заказ в частной школе",
      "среднее образование, бюджетный код 04.2.360.204, по формуле",
    ]);
    const [first] = await head("620740686861", "preschool/04.1.360.034/formula");
    expect(first).toMatch(/, бюджетный код 04\.1\.360\.034, по формуле$/);
  });

  it.each([
    ["opened in the year", OPENED, ["Открыта 01.09.2026"]],
    [
      "closed in it, with its successor",
      CLOSED,
      ["Закрыта 31.08.2026", `Правопреемник: ${OPENED}`],
    ],
    ["there all the year", "600140375485", []],
  ])("says what of an organisation's life bears on the year: %s", async (_, bin, expected) => {
    const { printed } = await explain(bin, "secondary/04.2.360.040/formula");
    const life = /^(?:Открыта|Закрыта|Правопреемник).*$/gm;
    expect(printed.match(life) ?? []).toEqual(expected);
  });

  it("says nothing of a day on which it closed after the year", async () => {
    const { printed } = await explainIn(
      await closedOn("2027-05-31"),
      ...([PRIVATE_SCHOOL, PRIVATE_LINE] as const),
    );
    const life = printed.split("\n").filter((line) => line.startsWith("Закрыта"));
    expect(life).toEqual([]);
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
      ["organisation-absent"],
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
  return explainIn(await cityExcerpt(BINS), bin, line, ...words);
}

function explainIn(
  register: string,
  bin: string,
  line: string,
  ...words: readonly string[]
): Promise<CommandRun> {
  const own = bin === "" ? [] : ["--bin", bin];
  const options = ["--register", register, "--methodology", "kz/almaty", "--year", "2026"];
  return runWords("explain", ...options, ...own, "--line", line, ...words);
}

/** The private school alone, which closes on a day. */
function closedOn(day: string): Promise<string> {
  return smallCity({
    "organisations.csv": [
      "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity,build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin",
      `${PRIVATE_SCHOOL},Школа № 1,№ 1 мектеп,alatau,general_school,private,urban,260,new,2018-11-01,kk;ru,2018-11-01,${day},`,
    ],
  });
}

function grouped(amount: string, language: "ru" | "kk" | "en"): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const group = language === "en" ? "," : "\u202F";
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${digits}${language === "en" ? "." : ","}${fraction}\u202F₸`;
}

describe("an organisation with a code of its own", () => {
  it.each(["--organisation", "--bin"])("is named by %s", async (option) => {
    const [methodology, register] = await otherLand();
    const { printed, told } = await runWords(
      ...["explain", "--methodology", methodology, "--register", register, "--year", "2026"],
      ...["--line", OTHER_LINE, "--language", "en", option, "S-1"],
    );
    expect(told).toEqual([]);
    expect(printed).toContain("Hill School, code S-1");
    expect(printed).toContain("file facts.csv, row 2");
    expect(printed).toContain("3.50");
  });

  it("is one organisation", async () => {
    const words = ["--organisation", "S-1", "--bin", "S-2", "--line", OTHER_LINE];
    expect(faultCodes(await runWords("explain", ...words))).toContain("option-malformed");
  });
});

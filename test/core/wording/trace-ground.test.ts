import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  explainLine,
  type Language,
  namesOf,
  type TraceGround,
} from "../../../packages/core/src/index.ts";
import {
  describeSource,
  figureTexts,
  ruleTexts,
  valueGroundTexts,
} from "../../../packages/core/src/wording/trace-ground.ts";
import { getValue } from "../../support/get-value.ts";
import { formula, planOfAmount, type SchoolChange } from "../../support/school-methodology.ts";
import { FORMULA_LINE, FOUR_CELLS, run } from "../../support/school-register.ts";
import { nodesNamed } from "../../support/trace-nodes.ts";

const LANGUAGES = ["ru", "kk", "en"] as const;
const LABEL = { ru: "Приказ", kk: "Бұйрық", en: "Order" };
const TRANSLATIONS = {
  translations: [{ ru: "из прессы", kk: "баспасөзден", en: "from the press" }],
};
const GROUND: TraceGround = {
  ...({ status: "secondary", act: undefined, locator: undefined, source: undefined } as const),
  ...{ validFrom: "2026-01-01", validUntil: "2026-06-30", knownFrom: "2025-12-12" },
  replaced: undefined,
};

describe("the ground of a value", () => {
  it.each([
    ["ru", "статус: из публикации; действует с 01.01.2026 по 30.06.2026; известно с 12.12.2025"],
    [
      "kk",
      "мәртебесі: жарияланымнан; қолданылу мерзімі: 01.01.2026 – 30.06.2026; белгілі болған күні: 12.12.2025",
    ],
    ["en", "status: secondary; valid from 01.01.2026 to 30.06.2026; known from 12.12.2025"],
  ] as const)(
    "says in %s how strong it is, when it holds and since when it is known",
    async (language, line) => {
      expect(await groundTexts(language, {})).toEqual([line]);
    },
  );

  it.each<[string, Partial<TraceGround>, string]>([
    ["without an end", { validUntil: undefined }, "; valid from 01.01.2026; known from 12.12.2025"],
    [
      "of which nobody says when it became known",
      { knownFrom: undefined },
      "; valid from 01.01.2026 to 30.06.2026",
    ],
    ["without days", { validFrom: undefined, validUntil: undefined, knownFrom: undefined }, ""],
  ])("leaves out what there is not: a value %s", async (_, change, rest) => {
    expect(await groundTexts("en", change)).toEqual([`status: secondary${rest}`]);
  });

  it("names the act and the clause, and then the source", async () => {
    const change = {
      act: LABEL,
      locator: { ru: "п. 6", kk: "6-т.", en: "para 6" },
      source: "из прессы",
    };
    const [, ...kk] = await groundTexts("kk", change);
    const [, ...ru] = await groundTexts("ru", change);
    expect(kk).toEqual(["негізі: Бұйрық, 6-т.", "дереккөзі: баспасөзден"]);
    expect(ru).toEqual(["основание: Приказ, п. 6", "источник: из прессы"]);
  });

  it("says its source in each language, or as written where nobody translated it", async () => {
    for (const [language, known] of [
      ["ru", "из прессы"],
      ["kk", "баспасөзден"],
      ["en", "from the press"],
    ] as const) {
      expect((await groundTexts(language, { source: "из прессы" })).at(-1)).toContain(`: ${known}`);
      expect((await groundTexts(language, { source: "с почты" })).at(-1)).toContain(": с почты");
    }
  });

  it("says the value that it replaced with its unit", async () => {
    const replaced = { digits: "124300", knownFrom: "2025-12-12" };
    expect((await groundTexts("ru", { replaced })).at(-1)).toBe(
      "прежнее значение: 124\u202F300,00\u202F₸/чел./год, известное с 12.12.2025",
    );
    expect((await groundTexts("en", { replaced }, "month")).at(-1)).toBe(
      "earlier value: 124,300\u202Fmonths, known from 12.12.2025",
    );
  });
});

describe("the rule of a formula", () => {
  const norm = formula("norm", "KZT/pupil", ["rate", "* 2"], {
    ...{ status: "secondary", source: "из прессы", validFrom: "2020-01-01" },
  });
  const change = { formulas: [norm], more: [TRANSLATIONS] };

  it("is its text on one line, the weakest strength in it and its source", async () => {
    const { node, reader } = await formulaNode("norm * pupils['january', 'basic']", change);
    expect(ruleTexts(node, reader)).toEqual([
      ...["formula: rate * 2", "status: assumed", "source: from the press"],
    ]);
  });

  it("has its figures put in", async () => {
    const { node, reader } = await formulaNode("norm * pupils['january', 'basic']", change);
    expect(figureTexts(node, reader)).toEqual(["with figures: 1,000.00\u202F₸/pupil × 2"]);
  });

  it("unless they say no more than its value", async () => {
    const same = formula("norm", "KZT/pupil", "rate");
    const { node, reader } = await formulaNode("norm * pupils['january', 'basic']", {
      formulas: [same],
    });
    expect(figureTexts(node, reader)).toEqual([]);
    expect(figureTexts({ ...node, withValues: undefined }, reader)).toEqual([]);
  });
});

it("every text of a ground is there in every language", async () => {
  const change = {
    ...{ act: LABEL, locator: LABEL, source: "из прессы" },
    replaced: { digits: "1", knownFrom: "2025-12-12" },
  };
  for (const language of LANGUAGES) expect(await groundTexts(language, change)).toHaveLength(4);
});

async function groundTexts(
  language: Language,
  change: Partial<TraceGround>,
  unit = "KZT/pupil/year",
): Promise<readonly string[]> {
  const { reader } = await readerIn(language, "rate * pupils['january', 'basic']", {
    more: [TRANSLATIONS],
  });
  return valueGroundTexts({ ...GROUND, ...change }, unit, reader);
}

async function formulaNode(amount: string, change: SchoolChange) {
  const { done, reader } = await readerIn("en", amount, change);
  const [node] = nodesNamed(getValue(explainLine(done, "a", FORMULA_LINE)), "norm");
  if (node === undefined) throw new Error("the formula is in the trace");
  return { node, reader };
}

async function readerIn(language: Language, amount: string, change: SchoolChange) {
  const done = run(planOfAmount(amount, change), { headcounts: FOUR_CELLS });
  const names = namesOf(done.plan.methodology);
  return { done, reader: { names, language, translate: await createTranslate(language) } };
}

const en = await createTranslate("en");

it("a row that a value was read from is told with its file and its sheet", () => {
  expect(describeSource({ file: "a.csv", row: 12 }, en)).toBe("file a.csv, row 12");
  expect(describeSource({ file: "a.xlsx", sheet: "Школы", row: 7 }, en)).toBe(
    "file a.xlsx, sheet “Школы”, row 7",
  );
  // What a scenario says of a cell stands in no row.
  expect(describeSource({ file: "variant.json", row: 0 }, en)).toBe("file variant.json");
});

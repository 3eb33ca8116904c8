import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { formulaWords, namesOf, printExpression } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { stage, stagedMethodology } from "../../support/staged-city.ts";

const methodology = getValue(await readMethodology("kz/almaty"));
const names = namesOf(methodology);
const ru = { names, language: "ru", translate: await createTranslate("ru") } as const;
const kk = { names, language: "kk", translate: await createTranslate("kk") } as const;
const en = { names, language: "en", translate: await createTranslate("en") } as const;
const NARROW = "\u202F";

describe("a formula is told", () => {
  it("by the labels of its names and the signs of arithmetic", () => {
    const words = formulaWords("secondary.base + secondary.investor", ru);
    expect(words).toEqual([
      { name: "secondary.base", text: "Сумма по нормативу" },
      { name: undefined, text: " + " },
      { name: "secondary.investor", text: "Инвестиционная составляющая" },
    ]);
  });

  it.each([
    [
      "sum(over count, level: secondary.norm[level, programme, location] * 2) / (12 month/year)",
      `sum (count date, level of education: Norm per pupil per year × 2) ÷ (12${NARROW}month/year)`,
    ],
    ["round(secondary.L - 1.5, 0)", "round("],
    ["extracurricular.amount['sport']", "[sports order]"],
    ["if(ownership = 'private', 1, 0)", "if("],
    ["ownership = 'private' and not (1 <= 2)", " and not (1 ≤ 2)"],
  ])("%s", (expression, expected) => {
    expect(textOf(expression, en)).toContain(expected);
  });

  it("in each language", () => {
    expect(textOf("min(12 month, 3)", ru)).toBe(`наименьшее из(12${NARROW}мес.; 3)`);
    expect(textOf("min(12 month, 3)", kk)).toBe(`ең кішісі(12${NARROW}ай; 3)`);
  });

  it("by what is written where it has no label", () => {
    expect(textOf("unheard.of['nowhere'] + 1234.5", en)).toBe("unheard.of [nowhere] + 1,234.5");
  });

  it("with every formula of the shipped law, leaving nothing of the machine's words", () => {
    const formulas = [...methodology.formulas.values()].flat();
    expect(formulas.length).toBeGreaterThan(10);
    for (const { expression } of formulas) {
      expect(textOf(printExpression(expression), ru)).not.toMatch(/[a-z_]{3,}/);
    }
  });
});

describe("what asks other organisations, tables and stages is told too", () => {
  const stages = [stage("cuts", 1, { kind: "pool", into: "gift", weight: "1", amount: "9 KZT" })];
  const staged = namesOf(getValue(stagedMethodology(stages)));
  it.each([
    ["total(base by district)", "всего по организациям(base (ru); в той же группе: district (ru))"],
    ["count(base > 0)", "сколько организаций(base (ru) > 0)"],
    ["band(weight, need[level])", "по ступеням(weight (ru); need)"],
    ["interpolate(weight, need)", "по прямой между точками(weight (ru); need)"],
    ["has(pupils['january', 'basic'])", "есть в реестре(pupils (ru) [january (ru), basic (ru)])"],
    ["includes(ownership, 'private')", "включает(ownership (ru); «private (ru)»)"],
    [
      "cuts.change['gift'] + cuts.pool",
      "изменение на этапе «cuts (ru)» [gift (ru)] + общий фонд этапа «cuts (ru)»",
    ],
    ["line_amount['base']", "Сумма строки по формуле [base (ru)]"],
    ["rate[level_of[grade]] * 2", "rate (ru) × 2"],
  ])("%s", (expression, expected) => {
    expect(textOf(expression, { ...ru, names: staged })).toBe(expected);
  });
});

function textOf(expression: string, reader: typeof ru | typeof kk | typeof en): string {
  return formulaWords(expression, reader)
    .map(({ text }) => text)
    .join("");
}

import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import {
  namesOf,
  TRACE_SENTENCES,
  type TraceNode,
  type TraceValue,
} from "../../../packages/core/src/index.ts";
import {
  casesTexts,
  caseText,
  changeText,
  fillValues,
  keyText,
  roundingTexts,
  shown,
  shownValue,
  toldTexts,
} from "../../../packages/core/src/wording/trace-words.ts";
import { formula, schoolPlan } from "../../support/school-methodology.ts";

const SPACE = "\u202F";
const KIND = formula("kind", "KZT", "rate * 1 pupil");
const NAMES = namesOf(schoolPlan({ formulas: [KIND] }).methodology);
const en = { names: NAMES, language: "en", translate: await createTranslate("en") } as const;
const ru = { names: NAMES, language: "ru", translate: await createTranslate("ru") } as const;
const kk = { names: NAMES, language: "kk", translate: await createTranslate("kk") } as const;

const KEY = [
  { dimension: "count", code: "january" },
  { dimension: "level", code: "basic" },
];

describe("a node is named", () => {
  it("by the codes it stands for, in words", () => {
    expect(keyText(nodeOf({ key: KEY }), kk)).toBe("january (kk), basic (kk)");
  });

  it("by the organisation that a part came from", () => {
    const key = [...KEY, { dimension: "organisation", code: "b" }];
    expect(keyText(nodeOf({ key }), en)).toBe("january (en), basic (en), from organisation b");
  });

  it("with a code that is in no list as it stands", () => {
    expect(keyText(nodeOf({ key: [{ dimension: "shift", code: "first" }] }), en)).toBe("first");
  });

  it("a case by what applied", () => {
    const node = nodeOf({ kind: "case", id: "many", value: number("2000", "KZT") });
    expect(caseText(node, en)).toBe(`case applied: “many” = 2,000.00${SPACE}₸`);
  });
});

describe("a value is told", () => {
  it.each<[TraceValue, string, string]>([
    [
      number("644599", "KZT/pupil/year"),
      `644${SPACE}599,00${SPACE}₸/чел./год`,
      `644,599.00${SPACE}₸/pupil/year`,
    ],
    [number("0.005", "KZT"), `0,005${SPACE}₸`, `0.005${SPACE}₸`],
    [number("1/3", "KZT"), `0,333333…${SPACE}₸`, `0.333333…${SPACE}₸`],
    [number("174", "pupil"), `174${SPACE}чел.`, `174${SPACE}pupils`],
    [number("0.085", "1"), "0,085", "0.085"],
    [number("2", "pupil/KZT"), `2${SPACE}чел./₸`, `2${SPACE}pupil/₸`],
    [{ kind: "code", codeList: "ownership", code: "state" }, "state (ru)", "state (en)"],
    [{ kind: "date", date: "2018-11-01" }, "01.11.2018", "01.11.2018"],
    [{ kind: "truth", isTrue: true }, "да", "yes"],
  ])("%o", (value, russian, english) => {
    expect([shown(value, ru), shown(value, en)]).toEqual([russian, english]);
    expect(shownValue(nodeOf({ value }), en)).toBe(english);
  });
});

describe("a rounding is told", () => {
  const rounded = (before: string, after: string, unit = "KZT/pupil/year") =>
    nodeOf({
      ...{ kind: "rounding", value: number(after, unit) },
      rounding: { before: number(before, unit), places: 0, mode: "half-up" },
    });

  it("with what it was before and after, and how", () => {
    expect(roundingTexts(rounded("644598.5", "644599"), ru)).toEqual([
      `округление: 644${SPACE}598,50${SPACE}₸/чел./год → 644${SPACE}599,00${SPACE}₸/чел./год (знаков после запятой: 0, половина от нуля)`,
    ]);
    expect(roundingTexts(rounded("10000/3", "3333", "pupil"), en)).toEqual([
      `rounding: 3,333.333333…${SPACE}pupils → 3,333${SPACE}pupils (decimal places: 0, half away from zero)`,
    ]);
  });

  it.each([
    ["62105440", "62105440.00"],
    ["62105440.00", "62105440"],
    ["100", "100"],
    ["0.50", "0.5"],
    ["0", "0.00"],
    ["-10.0", "-10"],
  ])("not at all where it changed nothing: %s is %s", (before, after) => {
    expect(roundingTexts(rounded(before, after), en)).toEqual([]);
  });

  it.each([
    ["100", "10"],
    ["1000.00", "1.000"],
    ["0.05", "0.5"],
    ["10/3", "3"],
  ])("where zeros at the end alone are no difference: %s is not %s", (before, after) => {
    expect(roundingTexts(rounded(before, after), en)).toHaveLength(1);
  });

  it("not where there is none", () => {
    expect(roundingTexts(nodeOf({}), en)).toEqual([]);
  });
});

describe("a formula with its figures", () => {
  const fill = (text: string, values: readonly TraceValue[], reader: typeof en | typeof kk = en) =>
    fillValues({ text, values }, reader);

  it("has them in their places, in the signs of arithmetic", () => {
    const values = [number("1000", "KZT/pupil"), number("20", "pupil"), number("12", "month")];
    expect(fill("⟦0⟧ * ⟦1⟧ / ⟦2⟧ - ⟦0⟧", values)).toBe(
      `1,000.00${SPACE}₸/pupil × 20${SPACE}pupils ÷ 12${SPACE}months − 1,000.00${SPACE}₸/pupil`,
    );
  });

  it.each([
    ["12 month/year", `12${SPACE}month/year`, `12${SPACE}ай/жыл`],
    ["1 month", `1${SPACE}month`, `1${SPACE}ай`],
    ["1234.5", "1,234.5", `1${SPACE}234,5`],
    ["round(⟦0⟧, 2)", "round(0.5; 2)", "дөңгелектеу(0,5; 2)"],
    ["round(⟦0⟧, 0, up)", "round(0.5; 0; away from zero)", "дөңгелектеу(0,5; 0; нөлден әрі)"],
    ["min(⟦0⟧,\n   3 pupil)", `least of(0.5; 3${SPACE}pupils)`, `ең кішісі(0,5; 3${SPACE}адам)`],
  ])("has the numbers that it writes itself in words: %s", (text, english, kazakh) => {
    const values = [number("0.5", "1")];
    expect([fill(text, values), fill(text, values, kk)]).toEqual([english, kazakh]);
  });
});

describe("what is said of a node", () => {
  it("has a sentence in every language, whatever it is", () => {
    for (const { translate } of [ru, kk, en]) {
      expect(TRACE_SENTENCES.filter((code) => !translate.find(`trace.told.${code}`))).toEqual([]);
    }
  });

  it("names its figures", () => {
    const facts = [
      { name: "bound", value: number("80", "KZT") },
      { name: "change", value: number("5.5", "KZT") },
    ];
    const node = nodeOf({ kind: "stage", sentences: [{ code: "cap-cut", facts }] });
    expect(toldTexts(node, en)).toEqual([
      `the amount is above the cap 80.00${SPACE}₸ and cut to it: 5.50${SPACE}₸ stays in the budget`,
    ]);
  });

  it("is what a stage made of an amount", () => {
    const stage = nodeOf({ kind: "stage", value: number("80.00", "KZT") });
    const raised = { ...stage, before: number("50.00", "KZT") };
    expect(changeText(raised, en)).toBe(`50.00${SPACE}₸ → 80.00${SPACE}₸`);
    expect(changeText({ ...stage, before: stage.value }, en)).toBe(`80.00${SPACE}₸`);
    expect(changeText(stage, en)).toBe(`80.00${SPACE}₸`);
  });

  it("is which cases applied, and of which formulas", () => {
    const node = nodeOf({ kind: "line", cases: [{ formula: "kind", label: "D-2" }] });
    expect(casesTexts(node, ru)).toEqual(["применён случай «D-2» (kind (ru))"]);
    expect(casesTexts(node, kk)).toEqual(["қолданылған жағдай: «D-2» (kind (kk))"]);
  });

  it("is a case in the words of the reader's language, where the law translates it", () => {
    const translations = [{ ru: "новая школа", kk: "жаңа мектеп", en: "new school" }];
    const names = namesOf(schoolPlan({ formulas: [KIND], more: [{ translations }] }).methodology);
    const line = nodeOf({ kind: "line", cases: [{ formula: "kind", label: "новая школа" }] });
    const chosen = nodeOf({ kind: "case", id: "новая школа", value: number("2", "KZT") });
    expect(casesTexts(line, { ...en, names })).toEqual(["case applied: “new school” (kind (en))"]);
    expect(caseText(chosen, { ...kk, names })).toBe(
      `қолданылған жағдай: «жаңа мектеп» = 2,00${SPACE}₸`,
    );
  });

  it("is whether the register has a row", () => {
    const presence = (isTrue: boolean) =>
      shownValue(nodeOf({ kind: "presence", value: { kind: "truth", isTrue } }), ru);
    expect([presence(true), presence(false)]).toEqual(["есть в реестре", "нет в реестре"]);
  });
});

it("a figure below zero stands in brackets behind a sign", () => {
  const values = [number("-3", "1"), number("-4", "1")];
  expect(fillValues({ text: "-⟦0⟧ + ⟦1⟧", values }, en)).toBe("−(−3) + (−4)");
  expect(fillValues({ text: "max(⟦0⟧, 2) * -1", values }, en)).toBe("greatest of(−3; 2) × −1");
  expect(fillValues({ text: "max(0, -⟦0⟧)", values }, en)).toBe("greatest of(0; −(−3))");
});

it("a day that a formula writes is no number", () => {
  const text = {
    text: "⟦0⟧ < '2020-01-01'",
    values: [{ kind: "date", date: "2018-11-01" }],
  } as const;
  expect(fillValues(text, en)).toMatch(/^01\.11\.2018 < '(?:2020-01-01|01\.01\.2020)'$/);
});

function number(exact: string, unit: string): TraceValue {
  return { kind: "number", exact, unit };
}

function nodeOf(change: Partial<TraceNode>): TraceNode {
  return {
    ...{ kind: "parameter", id: "rate", label: undefined, key: [], value: number("1", "1") },
    ...{ expression: undefined, withValues: undefined, rounding: undefined, ground: undefined },
    ...{ counted: undefined, status: undefined, inputs: [] },
    ...{ before: undefined, sentences: [], cases: [] },
    ...change,
  };
}

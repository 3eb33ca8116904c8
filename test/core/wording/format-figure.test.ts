import { describe, expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import type { TraceValue } from "../../../packages/core/src/index.ts";
import {
  formatDate,
  formatDigits,
  formatExact,
  formatMoneyDigits,
  formatUnitText,
  formatValue,
} from "../../../packages/core/src/wording/format-figure.ts";

const [ru, kk, en] = await Promise.all([
  createTranslate("ru"),
  createTranslate("kk"),
  createTranslate("en"),
]);

describe("a figure", () => {
  it.each([
    ["1234567.50", "1\u202F234\u202F567,50", "1,234,567.50"],
    ["-1234.5", "\u22121\u202F234,5", "\u22121,234.5"],
    ["999", "999", "999"],
    ["1000", "1\u202F000", "1,000"],
    ["0.0078125", "0,0078125", "0.0078125"],
  ])("%s is grouped in threes in the manner of the language", (digits, russian, english) => {
    expect(formatDigits(digits, "ru")).toBe(russian);
    expect(formatDigits(digits, "kk")).toBe(russian);
    expect(formatDigits(digits, "en")).toBe(english);
  });

  it.each([
    ["1/3", "0,333333…"],
    ["-2/3", "\u22120,666666…"],
    ["200818940666667/3000000", "66\u202F939\u202F646,888889…"],
    ["1/3000000000", "0,000000…"],
    ["12.5", "12,5"],
  ])("%s without an end is cut and marked as going on", (exact, expected) => {
    expect(formatExact(exact, "ru")).toBe(expected);
  });
});

describe("money", () => {
  it.each([
    ["644599", "644\u202F599,00", "644,599.00"],
    ["644598.5", "644\u202F598,50", "644,598.50"],
    ["0.125", "0,125", "0.125"],
    ["-1234", "\u22121\u202F234,00", "\u22121,234.00"],
    ["290778940.67", "290\u202F778\u202F940,67", "290,778,940.67"],
  ])("%s has at least two decimals", (digits, russian, english) => {
    expect(formatMoneyDigits(digits, "ru")).toBe(russian);
    expect(formatMoneyDigits(digits, "kk")).toBe(russian);
    expect(formatMoneyDigits(digits, "en")).toBe(english);
  });
});

it("a day is written day first in every language", () => {
  expect(formatDate("2026-07-16")).toBe("16.07.2026");
});

describe("a unit", () => {
  it.each([
    ["KZT/pupil/year", "₸/чел./год", "₸/адам/жыл", "₸/pupil/year"],
    ["pupil*month", "чел.·мес.", "адам·ай", "pupil·month"],
    ["1/month", "1/мес.", "1/ай", "1/month"],
    ["KZT/MRP", "₸/МРП", "₸/АЕК", "₸/MCI"],
    ["seat", "seat", "seat", "seat"],
    ["KZT/seat/year", "₸/seat/год", "₸/seat/жыл", "₸/seat/year"],
    ["1", "", "", ""],
    ["", "", "", ""],
  ])("%s is told in words", (unit, ...expected) => {
    expect([ru, kk, en].map((translate) => formatUnitText(unit, translate))).toEqual(expected);
  });

  it("agrees with its whole number", () => {
    const told = (digits: string) => formatUnitText("month", en, digits);
    expect(formatUnitText("seat", en, "8")).toBe("seat");
    expect([told("1"), told("8"), told("0"), told("1.5"), told("500/3")]).toEqual([
      ...["month", "months", "months", "months", "months"],
    ]);
    const years = ["1", "2", "5", "11", "1.5", "-21", "10000000001"];
    expect(years.map((digits) => formatUnitText("year", ru, digits))).toEqual([
      ...["год", "года", "лет", "лет", "года", "год", "год"],
    ]);
  });

  it("is told in the methodology's own word where the catalogues have none", () => {
    const own = (unit: string, isOne: boolean) =>
      unit === "seat" ? (isOne ? "место" : "мест") : `own ${unit}`;
    const told = (unit: string, digits = "") => formatUnitText(unit, ru, digits, own);
    expect([told("seat", "8"), told("seat", "1"), told("seat", "2.5")]).toEqual([
      ...["мест", "место", "мест"],
    ]);
    expect([told("KZT/seat/year"), told("pupil", "8")]).toEqual(["₸/место/год", "чел."]);
  });
});

describe("a value is told", () => {
  const labelOf = (list: string, code: string) => `${list} ${code}`;
  const told = (value: TraceValue, currency = "KZT") =>
    formatValue(value, { language: "ru", translate: ru, currency, labelOf });

  it("by its kind", () => {
    const values = [
      { kind: "number", exact: "1045", unit: "pupil" },
      { kind: "number", exact: "0.085", unit: "1" },
      { kind: "truth", isTrue: false },
      { kind: "code", codeList: "level", code: "basic" },
      { kind: "code", codeList: "language", code: "kk;ru" },
      { kind: "date", date: "2018-11-01" },
    ] as const;
    expect(values.map((value) => told(value))).toEqual([
      ...["1\u202F045\u202Fчел.", "0,085", "нет", "level basic"],
      ...["language kk, language ru", "01.11.2018"],
    ]);
  });

  it.each([
    ["KZT", "5", "5,00\u202F₸"],
    ["KZT/pupil/year", "644598.5", "644\u202F598,50\u202F₸/чел./год"],
    ["KZT*month/year", "0", "0,00\u202F₸·мес./год"],
    ["KZT", "10000/3", "3\u202F333,333333…\u202F₸"],
    ["pupil/KZT", "5", "5\u202Fчел./₸"],
    ["KZTX", "5", "5\u202FKZTX"],
    ["MRP/pupil", "96", "96\u202FМРП/чел."],
  ])(
    "with at least two decimals where its unit begins with the currency: %s",
    (unit, exact, text) => {
      expect(told({ kind: "number", exact, unit })).toBe(text);
    },
  );

  it("whatever the currency of the methodology is", () => {
    expect(told({ kind: "number", exact: "5", unit: "USD/pupil" }, "USD")).toBe(
      "5,00\u202FUSD/чел.",
    );
    expect(told({ kind: "number", exact: "5", unit: "KZT" }, "USD")).toBe("5\u202F₸");
  });
});

import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDigits,
  formatExact,
  formatUnitText,
  formatValue,
} from "../../../packages/api/src/cli/format-figure.ts";
import { createTranslate } from "../../../packages/api/src/cli/texts.ts";

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

it("a day is written in the order of the language", () => {
  expect(["ru", "kk", "en"].map((language) => formatDate("2026-07-16", language as "ru"))).toEqual([
    ...["16.07.2026", "16.07.2026", "16/07/2026"],
  ]);
});

describe("a unit", () => {
  it.each([
    ["KZT/pupil/year", "₸/чел./год", "₸/адам/жыл", "₸/pupil/year"],
    ["pupil*month", "чел.·мес.", "адам·ай", "pupil·month"],
    ["1/month", "1/мес.", "1/ай", "1/month"],
    ["KZT/MRP", "₸/МРП", "₸/АЕК", "₸/MCI"],
    ["1", "", "", ""],
    ["", "", "", ""],
  ])("%s is told in words", (unit, ...expected) => {
    expect([ru, kk, en].map((translate) => formatUnitText(unit, translate))).toEqual(expected);
  });

  it("agrees with its whole number", () => {
    const told = (digits: string) => formatUnitText("month", en, digits);
    expect([told("1"), told("8"), told("0"), told("1.5")]).toEqual([
      ...["month", "months", "months", "month"],
    ]);
  });
});

it("a value is told by its kind", () => {
  const labelOf = (list: string, code: string) => `${list} ${code}`;
  const values = [
    { kind: "number", exact: "1045", unit: "pupil" },
    { kind: "number", exact: "0.085", unit: "1" },
    { kind: "truth", isTrue: false },
    { kind: "code", codeList: "level", code: "basic" },
    { kind: "date", date: "2018-11-01" },
  ] as const;
  expect(values.map((value) => formatValue(value, "ru", ru, labelOf))).toEqual([
    ...["1\u202F045\u202Fчел.", "0,085", "нет", "level basic", "01.11.2018"],
  ]);
});

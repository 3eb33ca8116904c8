import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { formatCount } from "../../../../packages/ui/src/format/count.ts";
import { formatMoney } from "../../../../packages/ui/src/format/money.ts";
import { divideRounded } from "../../../../packages/ui/src/format/scaled.ts";
import { readNumber } from "../../../../packages/ui/src/grid/reading/read-number.ts";
import { LANGUAGES, type Language } from "../../../../packages/ui/src/i18n/language.ts";

/** `30500050/2` is 305 000,50 with two decimals written; a fault is its code. */
function read(text: string, language: Language = "ru"): string {
  const reading = readNumber(text, language);
  if ("fault" in reading) return reading.fault.code;
  const { value, places, isPercent } = reading.number;
  return `${value.numerator}/${places}${isPercent ? "%" : ""}`;
}

describe("a written number", () => {
  it.each([
    ["305000", "305000/0"],
    ["305 000", "305000/0"],
    ["305\u00A0000,00", "30500000/2"],
    ["305\u202F000,00", "30500000/2"],
    ["305\u2009000.00", "30500000/2"],
    ["305'000", "305000/0"],
    ["1\u2019234\u2019567,8", "12345678/1"],
    [" 305000.5 ", "3050005/1"],
    ["-5", "-5/0"],
    ["\u22125", "-5/0"],
    ["\u20135", "-5/0"],
    ["- 5", "-5/0"],
    ["+5", "5/0"],
    ["(1 234,50)", "-123450/2"],
    ["(1 234,50) ₸", "-123450/2"],
    ["1 234,50 ₸", "123450/2"],
    ["₸ 1 234,50", "123450/2"],
    ["-₸5", "-5/0"],
    ["5 тг.", "5/0"],
    ["5 тенге", "5/0"],
    ["5 теңге", "5/0"],
    ["5 KZT", "5/0"],
    ["5 T", "5/0"],
    ["5 Т", "5/0"],
    ["12,5 %", "125/1%"],
    ["\u22120,86\u202F%", "-86/2%"],
    [",5", "5/1"],
    ["0", "0/0"],
  ])("%j is read", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["1.234", "ru", "1234/3"],
    ["1.234", "en", "1234/3"],
    ["1,234", "ru", "1234/3"],
    ["1,234", "kk", "1234/3"],
    ["1,234", "en", "1234/0"],
    ["0,234", "en", "234/3"],
    ["1234,567", "en", "1234567/3"],
    ["1,23", "en", "123/2"],
    ["1.234.567", "ru", "1234567/0"],
    ["1,234,567", "ru", "1234567/0"],
    ["1,234.5", "ru", "12345/1"],
    ["1.234,5", "en", "12345/1"],
    ["1.234.567,89", "en", "123456789/2"],
  ] as const)("%s is decided in %s by a rule", (text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  it.each([
    ["abc", "not-number"],
    ["", "not-number"],
    ["5,", "not-number"],
    ["5 тыс.", "not-number"],
    ["5 т", "not-number"],
    ["--5", "not-number"],
    ["-(5)", "not-number"],
    ["(5", "not-number"],
    ["₸5₸", "not-number"],
    ["5 % ₸", "not-number"],
    ["4,32E+11", "not-number"],
    ["12.02.2026", "groups"],
    ["1 23", "groups"],
    ["1  234", "groups"],
    ["1234 567", "groups"],
    ["1 234.567.890", "groups"],
    ["1,2,3", "groups"],
    ["1.234,567,890", "groups"],
    ["1,5.000,5", "groups"],
    ["9".repeat(81), "not-number"],
  ])("%j is refused: %s", (text, code) => {
    expect(read(text)).toBe(code);
  });
});

describe("laws", () => {
  const whole = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

  it("what we write in tenge is read back in every language", () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...LANGUAGES), (tiyn, language) => {
        expect(read(formatMoney(tiyn, "tenge", language), language)).toBe(`${tiyn}/2`);
        const count = divideRounded(tiyn, 100n);
        expect(read(formatCount(count, language), language)).toBe(`${count}/0`);
      }),
    );
  });
});

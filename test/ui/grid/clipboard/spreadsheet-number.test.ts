import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  findSpreadsheetNumber,
  isDateFormat,
  isKeptBySpreadsheet,
} from "../../../../packages/ui/src/grid/clipboard/spreadsheet-number.ts";

describe("a number of a spreadsheet", () => {
  it.each([
    ["305000.5", "610001/2"],
    ["-0.01", "-1/100"],
    ["4.32E+11", "432000000000/1"],
    ["1e-3", "1/1000"],
    ["990391018056", "990391018056/1"],
    ["1234567890123456789", "1234567890123456789/1"],
    ["0.30000000000000004", "3/10"],
    ["320250.52500000002", "12810021/40"],
    ["1.00499999999999989", "201/200"],
    [".5", "1/2"],
  ])("%s is %s", (written, expected) => {
    const found = findSpreadsheetNumber(written);
    expect(`${found?.numerator}/${found?.denominator}`).toBe(expected);
  });

  it.each(["", ".", "1,5", "1 000", "NaN", "1e999", "0x10"])("%j is none", (written) => {
    expect(findSpreadsheetNumber(written)).toBeUndefined();
  });

  it("is kept with fifteen digits at most", () => {
    expect(isKeptBySpreadsheet("9999999999999.99")).toBe(true);
    expect(isKeptBySpreadsheet("99999999999999.99")).toBe(false);
    expect(isKeptBySpreadsheet("432000000000000000.00")).toBe(true);
    expect(isKeptBySpreadsheet("-0.000000123456789012345")).toBe(true);
  });

  it("is a day when its format says so", () => {
    const days = [
      "DD.MM.YYYY",
      "ДД.ММ.ГГГГ",
      "Short Date",
      String.raw`dd\.mm\.yyyy`,
      "[$-419]d mmm",
    ];
    const figures = [
      ...["", "General", "Standard", "Fixed", "# ##0,00", "0.00%", '# ##0,00" тг"', "@"],
      String.raw`_-* \#\ \#\#0\.00\ _₽_-`,
      "[Red]-#,##0.00",
    ];
    expect(days.filter(isDateFormat)).toEqual(days);
    expect(figures.filter(isDateFormat)).toEqual([]);
  });
});

describe("laws", () => {
  it("a double that holds fifteen digits is read as those digits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.nat(6),
        (digits, places) => {
          const scale = 10n ** BigInt(places);
          const found = findSpreadsheetNumber(String(digits / 10 ** places));
          expect(found && found.numerator * scale).toBe(
            found && BigInt(digits) * found.denominator,
          );
        },
      ),
    );
  });
});

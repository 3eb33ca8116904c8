import { describe, expect, it } from "vitest";
import { faultsInColumns, valuesInColumns } from "../../../support/three-schools.ts";

describe("arithmetic on columns is that of each school", () => {
  it.each([
    ["2 + 3 * 4 - 1", ["13", "13", "13"]],
    ["all_pupils / 3", ["100/3", "20/3", "0"]],
    ["100 / (all_pupils + 7)", ["100/107", "100/27", "100/7"]],
    ["-(all_pupils)", ["-100", "-20", "0"]],
    ["all_pupils - share[ownership]", ["99", "19.75", "-1"]],
    ["round(all_pupils / 8, 0)", ["13", "3", "0"]],
    ["round(all_pupils / 8, 0, half-even)", ["12", "2", "0"]],
    ["round(-(all_pupils) / 8, 0)", ["-13", "-3", "0"]],
    ["round(all_pupils * 1.5, -2)", ["200", "0", "0"]],
    ["0.1 + 0.2", ["0.3", "0.3", "0.3"]],
  ])("%s", (text, expected) => {
    expect(valuesInColumns(text)).toEqual(expected);
  });
});

describe("a division by zero is a fault where it is reached, and only there", () => {
  it.each([
    ["1 / none", ["division-by-zero"]],
    ["1 / all_pupils", ["division-by-zero"]],
    ["0 * (1 / all_pupils)", ["division-by-zero"]],
    ["if(all_pupils > 0, 1 / all_pupils, 0)", []],
    ["sum(over level: 1 / none)", ["division-by-zero"]],
    ["sum(over count, level: pupils[count, level] / pupils[count, level])", []],
  ])("%s", (text, expected) => {
    expect([...new Set(faultsInColumns(text))]).toEqual(expected);
  });
});

describe("values beyond what a double holds are exact", () => {
  it.each([
    ["4503599627370496 + 1", "4503599627370497"],
    ["9007199254740993 * 3", "27021597764222979"],
    ["9007199254740993 - 9007199254740992", "1"],
    ["all_pupils * 90071992547409.93", "9007199254740993"],
    ["1 / 4503599627370497 * 4503599627370497", "1"],
    ["round(9007199254740993.5, 0)", "9007199254740994"],
  ])("%s", (text, expected) => {
    expect(valuesInColumns(text)[0]).toBe(expected);
  });
});

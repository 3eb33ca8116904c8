import { describe, expect, it } from "vitest";
import { hintOf } from "../../../../packages/ui/src/grid/editing/entry-hint.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import type { Language } from "../../../../packages/ui/src/i18n/language.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import {
  HELD_FIRST,
  moneyColumn,
  NORM_COLUMNS,
  normRow,
  numberInput,
} from "../../support/norm-sheet.ts";

const NORM = moneyColumn("norm", { input: numberInput(2) });
const ROW = normRow("n1", { ...HELD_FIRST, norm: exactWhole(28_890_000n) });

function hint(text: string, column: SheetColumn = NORM, language: Language = "ru"): string | null {
  const written = hintOf(text, { row: ROW, column }, language, texts.getFixedT(language));
  return written?.replaceAll(/[\u00A0\u202F]/gu, " ") ?? null;
}

describe("the hint under an open editor", () => {
  it("says old figure, signs and result", () => {
    expect(hint("+10%")).toBe("288 900,00 + 10 % = 317 790,00");
    expect(hint("*1,05")).toBe("288 900,00 × 1,05 = 303 345,00");
  });

  it("names no old figure where the text counts from nothing", () => {
    expect(hint("=305000-1000")).toBe("305000 − 1000 = 304 000,00");
  });

  it("says to what the result was rounded", () => {
    expect(hint("=100/3")).toMatch(/^100 ÷ 3 = 33,33.*0,01/);
    expect(hint("=100/3", NORM, "en")).toMatch(/0\.01/);
  });

  it("is silent at plain numbers, at faults and in columns of words", () => {
    const words = NORM_COLUMNS.find(({ id }) => id === "code");
    expect(hint("305000")).toBeNull();
    expect(hint("=305000-")).toBeNull();
    expect(words === undefined ? "no column" : hint("=1+1", words)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";

import { copyMoney } from "../../../../packages/ui/src/format/money.ts";
import { divideRounded } from "../../../../packages/ui/src/format/scaled.ts";
import { writeAverage, writeFigure } from "../../../../packages/ui/src/grid/cells/write-figure.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { FigureColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { sheetColumn } from "../../support/small-sheet.ts";

const TENGE = { id: "tenge", name: "тенге", dimension: "money", size: 100n, sign: "₸" };
const MONEY = sheetColumn("money", {
  unit: TENGE,
  copy: ({ numerator, denominator }) => copyMoney(divideRounded(numerator, denominator)),
});

describe("a figure that stands alone", () => {
  it("is written in the unit that is copied, with its sign", () => {
    expect(writeFigure(exactWhole(73_113_600_000n), MONEY, "ru")).toBe(
      "731\u202F136\u202F000,00\u202F₸",
    );
    expect(writeFigure(exactWhole(-5n), MONEY, "en")).toBe("\u22120.05\u202F₸");
  });

  it("says so where it had to be rounded", () => {
    expect(writeFigure({ numerator: 100n, denominator: 3n }, MONEY, "ru")).toBe(
      "≈\u202F0,33\u202F₸",
    );
  });

  it("without a unit is as it is copied, in groups", () => {
    const plain: FigureColumn = sheetColumn("plain", { copy: () => "-1234567,5" });
    expect(writeFigure(exactWhole(1n), plain, "kk")).toBe("\u22121\u202F234\u202F567,5");
  });

  it("is percent where the column takes percent", () => {
    const percent = sheetColumn("percent", {
      unit: { id: "share", name: "доля", dimension: "share", size: 1n },
      input: { kind: "number", places: 2, isPercent: true, least: null, most: null },
      copy: () => "12,5",
    });
    expect(writeFigure({ numerator: 1n, denominator: 8n }, percent, "ru")).toBe("12,5\u202F%");
  });
});

describe("an average", () => {
  it("has the decimals of its figures, at least two", () => {
    const sum = exactWhole(25n);
    expect(writeAverage({ numerator: 25n, denominator: 2n }, sum, MONEY, "ru")).toBe(
      "≈\u202F0,13\u202F₸",
    );
    const people = sheetColumn("people", {
      kind: "count",
      unit: { id: "person", name: "человек", dimension: "people", size: 1n },
      copy: ({ numerator }) => `${numerator}`,
    });
    expect(writeAverage({ numerator: 25n, denominator: 2n }, sum, people, "ru")).toBe("12,50");
  });
});

import { describe, expect, it } from "vitest";
import { copyMoney } from "../../../../packages/ui/src/format/money.ts";
import { findCells } from "../../../../packages/ui/src/grid/search/find-cells.ts";
import { planReplacement } from "../../../../packages/ui/src/grid/search/plan-replacement.ts";
import { needlesOf } from "../../../../packages/ui/src/grid/search/search-text.ts";
import type { SheetColumn, WordColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { runSteps } from "../../support/run-steps.ts";
import { sheetColumn, sheetRow } from "../../support/small-sheet.ts";

const RATE = sheetColumn("rate", {
  unit: { id: "tenge", name: "тенге", dimension: "money", size: 100n },
  input: { kind: "number", places: 2, isPercent: false, least: null, most: null },
  format: ({ numerator }) => `${numerator / 100_000n},0`,
  copy: ({ numerator }) => copyMoney(numerator),
});
const GROUND: WordColumn = {
  ...sheetColumn("ground"),
  kind: "text",
  input: { kind: "text", mostLetters: 12 },
  format: (word) => word,
  speak: (word) => word,
  copy: (word) => word,
};
const COLUMNS: readonly SheetColumn[] = [
  sheetColumn("name", { kind: "name" }),
  RATE,
  sheetColumn("computed"),
  GROUND,
];
const ROWS = [
  sheetRow("a", { rate: 30_500_000n, computed: 305n }, { wordIn: () => "Приказ № 305" }),
  sheetRow("b", { rate: 28_890_000n, computed: 1n }, { wordIn: () => null }),
  sheetRow("sum", { rate: 59_390_000n }, { kind: "total", wordIn: () => null }),
];

function plan(text: string, replacement: string, isWhole = false) {
  const sheet = { rows: ROWS, columns: COLUMNS, language: "ru" as const };
  const needles = needlesOf(text, isWhole, "ru");
  const found = runSteps(findCells(sheet, needles));
  return runSteps(planReplacement(found, { needles, replacement }));
}

describe("replacing a text", () => {
  it("changes a part of the exact figure, and counts what is computed", () => {
    const { replacements, computedCount } = plan("305", "310");
    expect(replacements.map(({ before, after }) => [before, after])).toEqual([
      ["305000,00", "310000,00"],
      ["Приказ № 305", "Приказ № 310"],
    ]);
    expect(replacements[0]?.result).toEqual({
      edit: {
        cell: { rowId: "a", columnId: "rate" },
        before: null,
        after: { numerator: 31_000_000n, denominator: 1n },
      },
    });
    expect(computedCount).toBe(1);
  });

  it("takes the whole cell where that was asked, and an empty text gives the base back", () => {
    expect(plan("288 900", "300 000,5", true).replacements[0]?.result).toMatchObject({
      edit: { after: { numerator: 30_000_050n, denominator: 1n } },
    });
    expect(plan("нет такого", "1", true).replacements).toEqual([]);
  });

  it("tells why a text would be refused", () => {
    const { replacements } = plan("305", "много слов");
    expect(replacements.map(({ result }) => "fault" in result && result.fault.code)).toEqual([
      "not-number",
      "too-many-letters",
    ]);
  });

  it("counts what is found only on view, and the total as computed", () => {
    expect(plan("593", "1")).toMatchObject({ replacements: [], computedCount: 1 });
    expect(plan("305,0", "1")).toMatchObject({ replacements: [], shownOnlyCount: 1 });
  });

  it("leaves out cells that would stay as they are", () => {
    expect(plan("305000", "305000").replacements).toEqual([]);
  });
});

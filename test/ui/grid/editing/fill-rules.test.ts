import { describe, expect, it } from "vitest";
import { fillRules } from "../../../../packages/ui/src/grid/editing/fill-rules.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetColumn } from "../../../../packages/ui/src/grid/sheet.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import {
  HELD_FIRST,
  moneyColumn,
  NORM_COLUMNS,
  normRow,
  numberInput,
} from "../../support/norm-sheet.ts";

const rules = fillRules("copy", "ru", texts.getFixedT("ru"));
const ROW = normRow("n1", HELD_FIRST);
const [, NORM, FACTOR, , DAY, CODE, SUM] = NORM_COLUMNS;

function refuse(column: SheetColumn, value: Parameters<typeof rules.refuse>[1], from = column) {
  return rules.refuse({ row: ROW, column }, value, from);
}

describe("a filled cell", () => {
  it("takes a value of its own column or of the same dimension", () => {
    const other = moneyColumn("other", { input: numberInput(2) });
    expect(refuse(NORM, exactWhole(5n))).toBeNull();
    expect(refuse(other, exactWhole(5n), NORM)).toBeNull();
    expect(refuse(DAY, "2026-02-12")).toBeNull();
    expect(refuse(NORM, null)).toBeNull();
  });

  it("takes nothing of another dimension or kind, and says both", () => {
    expect(refuse(NORM, exactWhole(1n), FACTOR)).toBe("Здесь тенге, а копируется доли");
    expect(refuse(NORM, "x", CODE)).toBe("Здесь тенге, а копируется текст");
    expect(refuse(DAY, "x", CODE)).toBe("Здесь дата, а копируется текст");
  });

  it("keeps to its lock, its bounds and its places", () => {
    const bounded = moneyColumn("norm", {
      input: { kind: "number", places: 2, isPercent: false, least: exactWhole(0n), most: null },
    });
    expect(refuse(SUM, exactWhole(1n))).toBe("Значение считается, ввести его нельзя");
    expect(refuse(bounded, exactWhole(-1n))).toContain("меньше");
    expect(refuse(FACTOR, { numerator: 1n, denominator: 3n })).not.toBeNull();
    expect(refuse(CODE, "больше двадцати знаков здесь")).toContain("20");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  apportionShown,
  copyMoney,
  formatHeadlineMoney,
  formatMoney,
  MONEY_UNITS,
} from "../../../packages/ui/src/format/money.ts";
import { divideRounded } from "../../../packages/ui/src/format/scaled.ts";

describe("money on the screen", () => {
  it.each([
    ["tenge", "731\u202F136\u202F000,00"],
    ["thousand", "731\u202F136,0"],
    ["million", "731,1"],
    ["billion", "0,7"],
  ] as const)("in %s is %s", (unit, shown) => {
    expect(formatMoney(73_113_600_000n, unit, "ru")).toBe(shown);
  });

  it("is rounded half away from zero", () => {
    expect(formatMoney("1435000", "thousand", "ru")).toBe("14,4");
    expect(formatMoney("-1435000", "thousand", "ru")).toBe("−14,4");
    expect(formatMoney("1434999", "thousand", "ru")).toBe("14,3");
  });

  it("keeps every tiyn of amounts that a floating number cannot hold", () => {
    expect(formatMoney("900719925474099301", "tenge", "en")).toBe("9,007,199,254,740,993.01");
  });

  it("stands apart by whole spaces where its digits are large", () => {
    expect(formatHeadlineMoney(43_200_000_000_000n, "million", "kk")).toBe("432\u00A0000,0");
  });

  it("is copied as plain digits with a comma", () => {
    expect(copyMoney(73_113_600_050n)).toBe("731136000,50");
    expect(copyMoney("-5")).toBe("-0,05");
  });
});

describe("parts beside their total", () => {
  it("add up to the shown total where each one rounded would not", () => {
    const parts = [7_920_184_161_021n, 30_598_922_917_349n, 2_336_394_934_805n].concat([
      1_987_606_805_407n,
      310_844_643_070n,
    ]);
    const shown = apportionShown(parts, "billion").map((part) =>
      formatMoney(part, "billion", "ru"),
    );
    expect(shown).toEqual(["79,2", "306,0", "23,3", "19,9", "3,1"]);
  });

  it("keep the sum, stay within one of the last place, and leave zero at zero", () => {
    const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const unit = fc.constantFrom(...MONEY_UNITS, "billion" as const);
    const steps = { tenge: 1n, thousand: 10n ** 4n, million: 10n ** 7n, billion: 10n ** 10n };
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 8 }), unit, (parts, shownIn) => {
        const step = steps[shownIn];
        const shown = apportionShown(parts, shownIn);
        expect(sum(shown)).toBe(divideRounded(sum(parts), step) * step);
        for (const [index, part] of parts.entries()) {
          const distance = (shown[index] ?? 0n) - part;
          expect(distance < step && distance > -step).toBe(true);
        }
        const withZero = apportionShown([0n, ...parts], shownIn);
        expect(withZero[0]).toBe(0n);
      }),
    );
  });
});

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

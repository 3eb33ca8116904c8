import { describe, expect, it } from "vitest";

import {
  speakMoney,
  writeMoney,
} from "../../../../packages/ui/src/features/allocation/money-words.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";

function spoken(
  tiyn: bigint,
  unit: "tenge" | "thousand" | "million",
  language: "ru" | "kk" | "en",
) {
  const text = texts.getFixedT(language);
  return speakMoney(exactWhole(tiyn), unit, language, (key, variables) =>
    text(`allocation.${key}`, { ...variables }),
  ).replaceAll("\u202F", " ");
}

describe("an amount as it is said", () => {
  it.each([
    [73113600000n, "thousand", "ru", "731 136 тысяч тенге"],
    [2100000n, "thousand", "ru", "21 тысяча тенге"],
    [2250000n, "thousand", "ru", "22,5 тысячи тенге"],
    [-100000000n, "million", "ru", "−1 миллион тенге"],
    [73113600000n, "thousand", "kk", "731 136 мың теңге"],
    [73113600050n, "tenge", "en", "731,136,000.50 tenge"],
  ] as const)("%d in %s, %s", (tiyn, unit, language, words) => {
    expect(spoken(tiyn, unit, language)).toBe(words);
  });
});

describe("an amount as it is written", () => {
  it("is rounded once, half away from zero, also when it is a quotient", () => {
    const half = { numerator: 10_000n, denominator: 2n };
    expect(writeMoney(half, "thousand", "ru")).toBe("0,1");
    expect(writeMoney({ ...half, numerator: -10_000n }, "thousand", "ru")).toBe("−0,1");
    expect(writeMoney({ numerator: 9_999n, denominator: 2n }, "thousand", "ru")).toBe("0,0");
  });
});

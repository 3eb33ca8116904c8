import { describe, expect, it } from "vitest";

import {
  daysText,
  figureText,
  type ScreenText,
  titleOfOverride,
  unitOfOverride,
  unitsOfValues,
  valueOfOverride,
} from "../../../../packages/ui/src/features/scenarios/override-words.ts";
import { findOverride } from "../../../../packages/ui/src/features/scenarios/read-override.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { VALUES, WORDS } from "../../support/small-scenario.ts";

const words = { names: WORDS, language: "ru", units: unitsOfValues(VALUES) } as const;
const translate = texts.getFixedT("ru", "screen");
const text: ScreenText = (key, variables = {}) => translate(key, variables);
const RATE = { parameter: "secondary.Ez", key: { level: "primary" }, value: "465488" };

describe("an override in words", () => {
  it.each([
    [RATE, "465488", "Образовательный процесс, Ez", "начальный", "465\u202F488,00"],
    [
      { ...RATE, validFrom: "2026-07-01", validTo: "2026-10-01" },
      "465488",
      "Образовательный процесс, Ez",
      "начальный · с 01.07.2026 до 01.10.2026",
      "465\u202F488,00",
    ],
    [
      { fact: "pupils", organisation: "001", key: { level: "basic" }, value: "1180" },
      "1180",
      "Ученики",
      "БИН 001 · основной",
      "1\u202F180",
    ],
    [
      { fact: "pupils", organisation: "001", value: null },
      ...[null, "Ученики", "БИН 001", "нет"],
    ] as const,
    [{ formula: "norm", expression: "a + b" }, "a + b", "Норматив", "формула", "a + b"],
    [{ switch: "floor", on: true }, "true", "Защита", "этап", "включено"],
    [{ envelope: "1000" }, "1000.00", "Конверт города", "", "1\u202F000,00"],
    [
      { envelope: "1000", district: "medeu" },
      ...["1000.00", "Конверт города", "Медеуский", "1\u202F000,00"],
    ] as const,
  ] as const)("%j of %s", (json, digits, title, detail, value) => {
    const override = findOverride(json);
    if (override === undefined) throw new Error("no override");
    expect(titleOfOverride(override, words, text)).toEqual({ title, detail });
    expect(valueOfOverride(override, digits, words, text)).toBe(value);
  });

  it("has the unit of its parameter", () => {
    const override = findOverride(RATE);
    expect(override && unitOfOverride(override, words)).toMatch(/^₸\//);
  });
});

describe("a figure", () => {
  it("of money has two decimals, a coefficient its own, other text none at all", () => {
    expect(figureText("5", "KZT/pupil/year", words)).toBe("5,00");
    expect(figureText("1.085", "1", words)).toBe("1,085");
    expect(figureText("enrolled > 5", "1", words)).toBe("enrolled > 5");
  });
});

describe("days", () => {
  it("are told as far as they are known", () => {
    expect(daysText(undefined, null, text)).toBe("");
    expect(daysText("2026-07-01", undefined, text)).toBe("с 01.07.2026");
  });
});

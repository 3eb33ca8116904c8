import { describe, expect, it } from "vitest";
import { formatRatio, formatTenge } from "../../../packages/core/src/index.ts";
import {
  differenceOf,
  measureMoney,
  measureOwnMoney,
} from "../../../packages/core/src/scenario/marginal-measures.ts";
import { amountText, openedModel } from "../../support/marginal-texts.ts";
import { line, schoolPlan } from "../../support/school-methodology.ts";
import {
  estimate,
  FOUR_CELLS,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

/** School a has 100,000.00 by the formula and 40,000.00 under the cap; b has 1,000.00. */
const CITY = snapshot({
  organisations: [organisation(), organisation({ id: "b" }), organisation({ id: "c" })],
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "basic", 1)],
  estimates: [estimate({ tenge: "7" })],
});
const CAP = stage("cap", 1, { kind: "cap", lines: ["school"], bound: "40000 KZT" });

describe("money of one organisation and of the city", () => {
  const model = openedModel(schoolPlan({ more: [{ stages: [CAP] }] }), CITY);

  it("is told before and after the stages, line by line, without estimates", () => {
    const { lines, organisation: own, city } = measureMoney(model, 0);
    expect(lines.map((each) => `${each.line.id} ${amountText(each)}`)).toEqual([
      "school 100000.00 → 40000.00",
    ]);
    expect(amountText(own)).toBe("100000.00 → 40000.00");
    expect(amountText(city)).toBe("101000.00 → 41000.00");
  });

  it("is nothing where there is no line", () => {
    expect(amountText(measureMoney(model, 2).organisation)).toBe("0.00");
  });

  it("is the same by itself, with the exact amount of the formulas", () => {
    const own = measureOwnMoney(model, 0);
    expect(amountText(own)).toBe("100000.00 → 40000.00");
    expect(formatRatio(own.exact)).toBe("100000");
    const thirds = schoolPlan({ lines: [line("third", "pupils['january', 'basic'] * rate / 3")] });
    const without = measureOwnMoney(openedModel(thirds, CITY), 0);
    expect(amountText(without)).toBe("6666.67");
    expect(formatRatio(without.exact)).toMatch(/^6666\.66666666/);
  });

  it("differs by what one has and the other has not", () => {
    const [a, b] = [measureOwnMoney(model, 0), measureOwnMoney(model, 1)];
    expect(amountText(differenceOf(a, b))).toBe("-99000.00 → -39000.00");
    expect(formatTenge(differenceOf(b, b).afterStages)).toBe("0.00");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CalculationPlan,
  calculate,
  type MarginalEffect,
  type MarginalStep,
  marginalPupils,
  type RegisterSnapshot,
} from "../../../packages/core/src/index.ts";
import { registerOfStaged } from "../../support/changing-stages.ts";
import { getValue } from "../../support/get-value.ts";
import { marginalTexts, openedModel } from "../../support/marginal-texts.ts";
import { randomStagedCity } from "../../support/random-staged-city.ts";
import { label, line, type SchoolChange, schoolPlan } from "../../support/school-methodology.ts";
import {
  FOUR_CELLS,
  lastYear,
  organisation,
  pupils,
  snapshot,
} from "../../support/school-register.ts";
import { stage } from "../../support/staged-city.ts";

const FOUR = snapshot({ headcounts: FOUR_CELLS });
const ALL = "sum(over count, level: pupils[count, level])";

function textsOf(plan: CalculationPlan, register = FOUR): readonly string[] {
  return marginalTexts(getValue(marginalPupils(openedModel(plan, register), "a")));
}

function planOf(amount: string, change: SchoolChange = {}): CalculationPlan {
  return schoolPlan({ ...change, lines: [line("amount", amount)] });
}

describe("one pupil more or fewer", () => {
  it("is worth the rate of every count date, and both rates for a whole year", () => {
    expect(textsOf(schoolPlan())).toEqual([
      "pupils january,primary 10: 1000.00 (school), -1000.00 (school)",
      "pupils january,basic 20: 1000.00 (school), -1000.00 (school)",
      "pupils september,primary 30: 1000.00 (school), -1000.00 (school)",
      "pupils september,basic 40: 1000.00 (school), -1000.00 (school)",
      "pupils primary 10;30: 2000.00 (school), -2000.00 (school)",
      "pupils basic 20;40: 2000.00 (school), -2000.00 (school)",
    ]);
  });

  it("is worth nothing where the money is limited, and is told all the same", () => {
    const plan = planOf(`min(${ALL}, 100 pupil) * rate`);
    expect(textsOf(plan)[0]).toBe("pupils january,primary 10: 0.00 (), -1000.00 (amount)");
  });

  it("is not fewer than nobody", () => {
    const register = snapshot({ headcounts: [pupils("a", "2026-01-01", "primary", 0)] });
    const plan = planOf("pupils['january', 'primary'] * rate");
    expect(textsOf(plan, register)[0]).toBe("pupils january,primary 0: 1000.00 (amount), nobody");
  });

  it("is refused where the city cannot be calculated, and the other side is told", () => {
    const plan = planOf("rate * 1 pupil / (21 pupil - pupils['january', 'basic']) * 1 pupil");
    expect(textsOf(plan)[0]).toBe("pupils january,basic 20: division-by-zero, -500.00 (amount)");
  });

  it("moves what others get where a total is shared", () => {
    const plan = planOf(`if(${ALL} > 0 pupil, 900 KZT * ${ALL} / total(${ALL}), 0 KZT)`);
    const register = snapshot({
      organisations: [organisation(), organisation({ id: "b" })],
      headcounts: [
        pupils("a", "2026-01-01", "basic", 1),
        pupils("b", "2026-01-01", "basic", 1),
        pupils("b", "2026-09-05", "basic", 1),
      ],
    });
    expect(textsOf(plan, register)[0]).toBe(
      "pupils january,basic 1: 150.00 of 0.00 (amount), -300.00 of 0.00 (amount)",
    );
  });

  it("is asked of an organisation of the register alone", () => {
    const found = marginalPupils(openedModel(schoolPlan(), FOUR), "z");
    expect(found.ok ? [] : found.issues.map(({ code }) => code)).toEqual(["organisation-absent"]);
  });
});

describe("stages", () => {
  const fact = { fact: "last_year", label: label("last_year"), unit: "KZT", source: "last-year" };
  const two = snapshot({
    organisations: [organisation(), organisation({ id: "b" })],
    headcounts: [
      pupils("a", "2026-01-01", "basic", 40),
      pupils("b", "2026-01-01", "basic", 60),
      pupils("b", "2026-09-05", "basic", 0),
    ],
    lastYear: [lastYear("a", "50000")],
  });
  const planWith = (fields: Readonly<Record<string, unknown>>) =>
    schoolPlan({
      more: [
        { facts: [{ ...fact, of: "amount" }] },
        { stages: [stage("stage", 1, { lines: ["school"], ...fields })] },
      ],
    });

  it("a floor that holds the school takes the money of the pupil back", () => {
    expect(textsOf(planWith({ kind: "floor", bound: "last_year" }), two)[0]).toBe(
      "pupils january,basic 40: 1000.00 → 0.00 (school), -1000.00 → 0.00 (school)",
    );
  });

  it("a fit gives the school what it takes from the others", () => {
    // 200,000 × 41 ÷ 101 − 80,000 and 200,000 × 39 ÷ 99 − 80,000.
    expect(textsOf(planWith({ kind: "fit", envelope: "200000 KZT" }), two)[0]).toBe(
      "pupils january,basic 40: 1000.00 → 1188.12 of 1000.00 → 0.00 (school), " +
        "-1000.00 → -1212.12 of -1000.00 → 0.00 (school)",
    );
  });
});

describe("laws", () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 });
  const effectOf = (step: MarginalStep | undefined): MarginalEffect | undefined =>
    step?.kind === "effect" ? step : undefined;

  /** Calculated from nothing: the lines of the organisation and the city; nothing if refused. */
  function moneyOf(plan: CalculationPlan, register: RegisterSnapshot, id: string) {
    const run = calculate(plan, register);
    if (!run.ok) return undefined;
    const { lines, totals } = run.value;
    const byFormula = openedModel(plan, register).formulaAmounts();
    const own = lines.filter(({ organisationId }) => organisationId === id);
    return {
      own: own.reduce((sum, { amount }) => sum + amount, 0n),
      city: totals.total,
      before: byFormula
        .flatMap(({ amounts }) => [...amounts])
        .reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n),
    };
  }

  it("the effect is what a calculation from nothing with the other count says", () => {
    const check = (seed: number): void => {
      const { state, plan, register, random } = randomStagedCity(seed);
      const id = random.pick(["a", "b", "c", "d"]);
      const asked = { fact: "grant", key: new Map() };
      const [row] = getValue(marginalPupils(openedModel(plan, register), id, asked)).rows;
      const now = moneyOf(plan, register, id);
      const differences = [1, -1].map((distance) => {
        const count = `${Number(state.grants[id] ?? "0") + distance}`;
        const grants = { ...state.grants, [id]: count };
        const then = moneyOf(plan, registerOfStaged({ ...state, grants }), id);
        if (now === undefined || then === undefined) return undefined;
        return [then.own - now.own, then.city - now.city, then.before - now.before];
      });
      const effects = [effectOf(row?.more), effectOf(row?.fewer)].map(
        (effect) =>
          effect && [
            effect.organisation.afterStages,
            effect.city.afterStages,
            effect.city.beforeStages,
          ],
      );
      expect(effects).toEqual(differences);
    };
    fc.assert(fc.property(seeds, check), { numRuns: 25, seed: 1 });
  });

  it("lines add up to the organisation", () => {
    const check = (seed: number): void => {
      const { plan, register } = randomStagedCity(seed);
      const { rows } = getValue(marginalPupils(openedModel(plan, register), "a"));
      const effects = rows.flatMap(({ more, fewer }) => [effectOf(more), effectOf(fewer)]);
      for (const { lines, organisation: own } of effects.filter((each) => each !== undefined)) {
        expect(own).toEqual({
          beforeStages: lines.reduce((sum, each) => sum + each.beforeStages, 0n),
          afterStages: lines.reduce((sum, each) => sum + each.afterStages, 0n),
        });
      }
    };
    fc.assert(fc.property(seeds, check), { numRuns: 20, seed: 2 });
  });

  it("without stages nothing is different after them", () => {
    const check = (part: number): void => {
      const plan = planOf(`round(${ALL} * rate / ${part}, 0)`);
      const { rows } = getValue(marginalPupils(openedModel(plan, FOUR), "a"));
      for (const effect of rows.flatMap(({ more }) => effectOf(more) ?? [])) {
        for (const { beforeStages, afterStages } of [effect.organisation, effect.city]) {
          expect(afterStages).toBe(beforeStages);
        }
      }
    };
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), check), { numRuns: 10, seed: 3 });
  });

  it("one more, and one fewer from there, come to nothing", () => {
    const stepAt = (plan: CalculationPlan, count: number) => {
      const register = snapshot({ headcounts: [pupils("a", "2026-01-01", "basic", count)] });
      return getValue(marginalPupils(openedModel(plan, register), "a")).rows[0];
    };
    const check = (count: number, limit: number): void => {
      const own = "pupils['january', 'basic']";
      const plan = planOf(`if(${own} > ${limit} pupil, ${own} / 7, ${own} / 3) * rate`);
      const up = effectOf(stepAt(plan, count)?.more)?.organisation.afterStages ?? 0n;
      expect(effectOf(stepAt(plan, count + 1)?.fewer)?.organisation.afterStages).toBe(-up);
    };
    const small = fc.integer({ min: 0, max: 30 });
    fc.assert(fc.property(small, small, check), { numRuns: 20, seed: 4 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  type CalculationPlan,
  findCliffs,
  formatRatio,
  type RegisterSnapshot,
  registerRulesOf,
} from "../../../packages/core/src/index.ts";
import { measureOwnMoney } from "../../../packages/core/src/scenario/marginal-measures.ts";
import { buildPlanOf } from "../../support/build-plan-of.ts";
import { getValue } from "../../support/get-value.ts";
import { amountText, cliffTexts, openedModel } from "../../support/marginal-texts.ts";
import { piecewise } from "../../support/piecewise.ts";
import { createRandom } from "../../support/random.ts";
import {
  formula,
  label,
  line,
  type SchoolChange,
  schoolPlan,
  valued,
} from "../../support/school-methodology.ts";
import { lastYear, organisation, pupils, snapshot } from "../../support/school-register.ts";
import { PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";
import { stage } from "../../support/staged-city.ts";

const { value: _value, ...assumed } = valued("");
const OWN = "pupils['january', 'basic']";
const JANUARY = {
  fact: "pupils",
  key: new Map(Object.entries({ count: "january", level: "basic" })),
};
const TABLES = ["steps", "corners"].map((table) => ({
  ...{ table, label: label(table), unit: "1", operandUnit: "1", dimensions: [] },
  values: [
    {
      points: [
        { from: "-1000", value: "0" },
        { from: "12", value: "5.5" },
        { from: "20", value: "7" },
      ],
      ...assumed,
    },
  ],
}));

function planOf(amount: string, change: SchoolChange = {}): CalculationPlan {
  const { formulas = [], more = [] } = change;
  return schoolPlan({
    formulas: [formula("p", "1", `${OWN} / 1 pupil`), ...formulas],
    lines: [line("amount", `(${amount}) * 1 KZT`)],
    more: [{ tables: TABLES }, ...more],
  });
}

function registerOf(count: number, change: Partial<RegisterSnapshot> = {}): RegisterSnapshot {
  return snapshot({ headcounts: [pupils("a", "2026-01-01", "basic", count)], ...change });
}

function cliffsOf(plan: CalculationPlan, register: RegisterSnapshot, reach = 10) {
  return getValue(findCliffs(openedModel(plan, register), "a", reach, JANUARY)).cliffs;
}

function textsOf(amount: string, count: number, reach?: number): readonly string[] {
  return cliffTexts(cliffsOf(planOf(amount), registerOf(count), reach));
}

describe("a threshold", () => {
  it("is where a limit is reached, whether the next pupil is the first beyond it or not", () => {
    const told = "15 → 16: 100.00, 0.00, 0.00 by min in formula x";
    const plan = (text: string) => planOf("x", { formulas: [formula("x", "1", text)] });
    const texts = (text: string, count: number) =>
      cliffTexts(cliffsOf(plan(text), registerOf(count)));
    expect(texts("min(100 * p, 1500)", 10)).toEqual([`${told}: 100 * p → 1500`]);
    expect(texts("min(1500, 100 * p)", 20)).toEqual([`${told}: 100 * p → 1500`]);
    expect(texts("min(100 * p, 1550)", 10)).toEqual([
      "15 → 16: 100.00, 50.00, 0.00 by min in formula x: 100 * p → 1550",
    ]);
  });

  it("is as near as it was asked for", () => {
    const told = "15 → 16: 1.00, 0.00, 0.00 by min in line amount: p → 15";
    expect(textsOf("min(p, 15)", 10, 6)).toEqual([told]);
    expect(textsOf("min(p, 15)", 10, 5)).toEqual([]);
    expect(textsOf("min(p, 15)", 21, 6)).toEqual([told]);
    expect(textsOf("min(p, 15)", 22, 6)).toEqual([]);
  });

  it("is a branch, a case, a bound, a step, a corner, a sign", () => {
    expect(textsOf("if(p > 14, 2 * p, p)", 10)).toEqual([
      "14 → 15: 1.00, 16.00, 2.00 by if in line amount: p → 2 * p",
    ]);
    expect(textsOf("case 'few' when p < 15: 3 * p otherwise 'many': 2 * p", 10)).toEqual([
      "14 → 15: 3.00, -12.00, 2.00 by cases in line amount: few → many",
    ]);
    expect(textsOf("clamp(p, 8, 14)", 10)).toEqual([
      "8 → 9: 0.00, 1.00, 1.00 by clamp in line amount: 8 → p",
      "14 → 15: 1.00, 0.00, 0.00 by clamp in line amount: p → 14",
    ]);
    expect(textsOf("band(p, steps)", 10)).toEqual([
      "11 → 12: 0.00, 5.50, 0.00 by band in line amount: -1000 → 12",
      "19 → 20: 0.00, 1.50, 0.00 by band in line amount: 12 → 20",
    ]);
    expect(textsOf("interpolate(p, corners)", 18, 3)).toEqual([
      "20 → 21: 0.19, 0.00, 0.00 by interpolate in line amount: 12…20 → 20…",
    ]);
    expect(textsOf("abs(p - 10)", 10)).toEqual([
      "10 → 11: -1.00, 1.00, 1.00 by abs in line amount: - → +",
    ]);
  });

  it("is a whole class that is begun, and no rounding of money", () => {
    expect(textsOf("100 * ceil(p / 12)", 10, 5)).toEqual([
      "12 → 13: 0.00, 100.00, 0.00 by ceil in line amount: 1 → 2",
    ]);
    expect(textsOf("ceil(700.25 * p)", 10)).toEqual([]);
    expect(textsOf("round(0.3 * p, 0)", 10)).toEqual([]);
  });

  it("is the first pupil, before whom there is nobody", () => {
    expect(textsOf("if(p > 0, 500 + p, 0)", 3)).toEqual([
      "0 → 1: none, 501.00, 1.00 by if in line amount: 0 → 500 + p",
    ]);
  });

  it("is a line that appears or goes", () => {
    const change = { exists: "when", when: "p >= 12" };
    const plan = schoolPlan({
      formulas: [formula("p", "1", `${OWN} / 1 pupil`)],
      lines: [line("lump", "100 KZT + p * 1 KZT", change)],
    });
    expect(cliffTexts(cliffsOf(plan, registerOf(10)))).toEqual([
      "11 → 12: 0.00, 112.00, 1.00 by line lump: refused → there",
    ]);
  });

  it("is told once for all months and levels for which it is the same", () => {
    const formulas = [formula("part", "1", "min(p, 12)", { grain: ["organisation", "level"] })];
    const amount = `if(${OWN} > 0 pupil, sum(over level: pupils['january', level] * 0 / 1 pupil + part[level]), 0)`;
    const register = registerOf(10, {
      headcounts: [pupils("a", "2026-01-01", "basic", 10), pupils("a", "2026-01-01", "primary", 1)],
    });
    expect(cliffTexts(cliffsOf(planOf(amount, { formulas }), register, 5))).toEqual([
      "12 → 13: 2.00, 0.00, 0.00 by min in formula part [primary,basic]: p → 12",
    ]);
  });

  it("is nowhere where a formula only bends", () => {
    expect(textsOf("p * p / (p + 3)", 10)).toEqual([]);
    expect(textsOf("1000 * p / (total(p) + 7)", 10)).toEqual([]);
  });

  it("is nowhere where another rule pays the same", () => {
    expect(textsOf("if(p > 12, p + p, 2 * p)", 10)).toEqual([]);
  });

  it("is unknown around a number with which nothing can be calculated", () => {
    const model = openedModel(planOf("1 / (p - 12) + min(p, 15)"), registerOf(10));
    const { cliffs, refused } = getValue(findCliffs(model, "a", 5, JANUARY));
    expect(refused.map(({ distance, issues }) => [distance, issues[0]?.code])).toEqual([
      [2, "division-by-zero"],
    ]);
    expect(cliffs.map(({ from, to }) => [from, to])).toEqual([[5, 6]].slice(1));
  });
});

it("the investor component of a private school stands still at its capacity", async () => {
  const school = `${PRIVATE_SCHOOL},Школа,Мектеп,alatau,general_school,private,urban,300,new,2018-11-01,kk,2018-11-01,,`;
  const header =
    "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity," +
    "build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin";
  const plan = buildPlanOf(getValue(await readMethodology("kz/almaty")), 2026, "2026-12-31");
  const folder = await smallCity({ "organisations.csv": [header, school] });
  const register = getValue(await readRegisterFolder({ folder }, registerRulesOf(plan)));
  const asked = { programme: "general", level: "primary" };
  const { cliffs } = getValue(
    findCliffs(openedModel(plan, register.snapshot), PRIVATE_SCHOOL, 10, {
      fact: "secondary.contracted",
      key: new Map(Object.entries(asked)),
    }),
  );
  // 303 and 294 pupils for 300 places; 96 MRP of 4,325 tenge a year: the count of September is
  // paid for September and October, the last of 96 months, that of January for eight.
  const worth = cliffs.map(({ from, to, jump }) => [from, to, jump && amountText(jump)]);
  expect(worth).toEqual([
    [-3, -2, "-69200.00"],
    [6, 7, "-276800.00"],
  ]);
});

describe("stages", () => {
  const fact = { fact: "last_year", label: label("last_year"), unit: "KZT", source: "last-year" };
  const staged = (fields: Readonly<Record<string, unknown>>) =>
    planOf("100 * p", {
      more: [
        { facts: [{ ...fact, of: "amount" }] },
        { stages: [stage("stage", 1, { lines: ["amount"], ...fields })] },
      ],
    });
  const register = registerOf(10, {
    organisations: [organisation(), organisation({ id: "b" })],
    headcounts: [pupils("a", "2026-01-01", "basic", 10), pupils("b", "2026-01-01", "basic", 30)],
    lastYear: [lastYear("a", "1200")],
  });

  it("a floor ceases to bind", () => {
    expect(cliffTexts(cliffsOf(staged({ kind: "floor", bound: "last_year" }), register))).toEqual([
      "11 → 12: 100.00 → 0.00, 100.00 → 0.00, 100.00 by stage stage on amount: floor-raised → floor-kept",
    ]);
  });

  it("a cap begins to bind", () => {
    expect(cliffTexts(cliffsOf(staged({ kind: "cap", bound: "last_year" }), register))).toEqual([
      "12 → 13: 100.00, 100.00 → 0.00, 100.00 → 0.00 by stage stage on amount: cap-kept → cap-cut",
    ]);
  });

  it("a fit that only scales down begins to bind, and one that goes both ways always does", () => {
    const fit = { kind: "fit", envelope: "4200 KZT" };
    const down = cliffsOf(staged({ ...fit, direction: "down" }), register, 5);
    expect(cliffTexts(down)).toEqual([
      "12 → 13: 100.00, 100.00 → 69.77, 100.00 → 66.59 by stage stage on amount: fit-kept → fit-factor",
    ]);
    expect(cliffsOf(staged(fit), register, 5)).toEqual([]);
  });

  it("a choice in a bound is one of the stage", () => {
    const bound = "if(p > 12, 5000 KZT, 0 KZT)";
    expect(cliffTexts(cliffsOf(staged({ kind: "floor", bound }), register, 4))).toEqual([
      "12 → 13: 100.00, 100.00 → 3800.00, 100.00 → 0.00 by if in stage stage" +
        " [secondary/amount/04.2.360.040]: 0 KZT → 5000 KZT" +
        " and stage stage on amount: floor-kept → floor-raised",
    ]);
  });
});

describe("laws", () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 });

  it("between neighbouring thresholds every pupil is worth the same", () => {
    const check = (seed: number): void => {
      const random = createRandom(seed);
      const plan = planOf(piecewise(random, 3));
      const [count, reach] = [random.int(0, 30), 8];
      const found = cliffsOf(plan, registerOf(count), reach);
      const amountAt = (distance: number) =>
        measureOwnMoney(openedModel(plan, registerOf(count + distance)), 0).exact;
      const beside = new Set(found.flatMap(({ from, to }) => [from, to]));
      for (let distance = 1 - Math.min(count, reach); distance < reach; distance += 1) {
        if (beside.has(distance)) continue;
        const [left, here, right] = [-1, 0, 1].map((step) => amountAt(distance + step));
        if (left === undefined || here === undefined || right === undefined) continue;
        const bend =
          (right.numerator * left.denominator + left.numerator * right.denominator) *
            here.denominator -
          2n * here.numerator * left.denominator * right.denominator;
        expect(`${distance}: ${bend}`).toBe(`${distance}: 0`);
      }
    };
    fc.assert(fc.property(seeds, check), { numRuns: 15, seed: 1 });
  });

  it("a threshold is where it is, wherever one looks from", () => {
    const check = (seed: number): void => {
      const random = createRandom(seed);
      const plan = planOf(piecewise(random, 3));
      const [count, step] = [random.int(0, 25), random.int(1, 5)];
      const seenFrom = (start: number, reach: number) =>
        cliffsOf(plan, registerOf(start), reach).map(({ counts: [each], rules }) => [
          ...[each && formatRatio(each.from), rules.length],
        ]);
      const near = seenFrom(count, 6);
      const within = new Set(near.map(([from]) => from));
      const far = seenFrom(count + step, 6 + step);
      expect(far.filter(([from]) => within.has(from))).toEqual(near);
      const range = far.filter(
        ([from]) => Number(from) >= count - 6 && Number(from) + 1 <= count + 6,
      );
      expect(range).toEqual(near);
    };
    fc.assert(fc.property(seeds, check), { numRuns: 25, seed: 2 });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatRatio,
  formatTenge,
  type Model,
  marginalPupils,
} from "../../../packages/core/src/index.ts";
import { findRow } from "../../../packages/core/src/scenario/marginal-cells.ts";
import { canBe, countAt, tryCounts } from "../../../packages/core/src/scenario/marginal-trials.ts";
import { getValue } from "../../support/get-value.ts";
import { openedModel } from "../../support/marginal-texts.ts";
import { randomStagedCity } from "../../support/random-staged-city.ts";
import { label, line, schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, snapshot } from "../../support/school-register.ts";

const FOUR = snapshot({ headcounts: FOUR_CELLS });

function rowOf(model: Model, key: Readonly<Record<string, string>>, fact = "pupils") {
  const row = getValue(findRow(model, 0, { fact, key: new Map(Object.entries(key)) }));
  return { organisation: 0, row };
}

function totalsAt(model: Model, tried: ReturnType<typeof rowOf>, distances: readonly number[]) {
  const seen = tryCounts(model, tried, distances, () => formatTenge(model.totals.total));
  return [...seen.values()].map((each) => (each.ok ? each.value : each.issues[0].code));
}

it("tries each number of people, all cells of a row together", () => {
  const model = openedModel(schoolPlan(), FOUR);
  expect(totalsAt(model, rowOf(model, { level: "basic" }), [-1, 0, 3])).toEqual([
    "98000.00",
    "100000.00",
    "106000.00",
  ]);
  expect(formatTenge(model.totals.total)).toBe("100000.00");
});

it("tries people where nobody was reported, and leaves it without them", () => {
  const three = FOUR_CELLS.filter((_, place) => place !== 1);
  const model = openedModel(schoolPlan(), snapshot({ headcounts: three }));
  const tried = rowOf(model, { count: "january", level: "basic" });
  const base = formatTenge(model.totals.total);
  expect([base, totalsAt(model, tried, [2, 0])]).toEqual(["80000.00", ["82000.00", "80000.00"]]);
  const after = getValue(
    findRow(model, 0, {
      fact: "pupils",
      key: new Map([
        ["count", "january"],
        ["level", "basic"],
      ]),
    }),
  );
  expect(after.cells.map(({ isThere }) => isThere)).toEqual([false]);
});

it("goes on after a number with which nothing can be calculated", () => {
  const amount = "rate * 1 pupil / (21 pupil - pupils['january', 'basic']) * 1 pupil";
  const model = openedModel(schoolPlan({ lines: [line("amount", amount)] }), FOUR);
  const tried = rowOf(model, { count: "january", level: "basic" });
  expect(totalsAt(model, tried, [1, 2, 0])).toEqual(["division-by-zero", "-1000.00", "1000.00"]);
});

it("is one more in every fact that counts the same people", () => {
  const list = { codeList: "stage", label: label("stage") };
  const codes = ["basic", "primary"].map((code) => ({ code, label: label(code) }));
  const again = {
    ...{ fact: "again", label: label("again"), unit: "pupil", measure: "enrolled" },
    ...{ period: "count", dimensions: { stage: "level_or_group" }, reportedBy: "true" },
    where: { tier: "secondary", programme: "general", child_category: "general" },
  };
  const plan = schoolPlan({
    lines: [
      line("amount", "pupils['january', 'basic'] * rate"),
      line("more", "again['january', 'basic'] * 2 * rate", { tier: "overhead" }),
    ],
    more: [{ codeLists: [{ ...list, codes }], facts: [again] }],
  });
  const model = openedModel(plan, FOUR);
  const tried = rowOf(model, { count: "january", level: "basic" });
  expect(totalsAt(model, tried, [0, 1])).toEqual(["60000.00", "63000.00"]);
});

describe("how many fewer there can be", () => {
  const model = openedModel(
    schoolPlan({
      more: [{ facts: [{ fact: "meals", label: label("meals"), unit: "meal", source: "facts" }] }],
    }),
    FOUR,
  );

  it("is as many people as the smallest count has", () => {
    const { row } = rowOf(model, { level: "basic" });
    expect([-20, -21, 500].map((distance) => canBe(row, distance))).toEqual([true, false, true]);
    expect(row.cells.map((cell) => formatRatio(countAt(cell, -20)))).toEqual(["0", "20"]);
  });

  it("is any number of what are no people", () => {
    expect(canBe(rowOf(model, {}, "meals").row, -5)).toBe(true);
  });
});

describe("laws", () => {
  it("the model is left as it was found", () => {
    const check = (seed: number): void => {
      const { plan, register, random } = randomStagedCity(seed);
      const model = openedModel(plan, register);
      const seen = () => ({
        totals: model.totals,
        amounts: [model.formulaAmounts(), model.lineAmounts()],
        cells: [...model.register.facts].map(([fact, { starts, codes, values }]) => [
          ...[fact, starts, values],
          codes.map(({ texts, places }) => [...places].map((place) => texts[place])),
        ]),
      });
      const before = seen();
      const id = random.pick(["a", "b", "c", "d"]);
      getValue(marginalPupils(model, id, { fact: "grant", key: new Map() }));
      getValue(marginalPupils(model, id));
      expect(seen()).toEqual(before);
    };
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(fc.property(seeds, check), { numRuns: 20, seed: 5 });
  });
});

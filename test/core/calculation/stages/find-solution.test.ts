import { expect, it } from "vitest";
import type { CalculationRun } from "../../../../packages/core/src/index.ts";
import { label } from "../../../support/school-methodology.ts";
import { amounts, stage, stagedIssues, stagedRun } from "../../../support/staged-city.ts";

const solve = (id: string, order: number, fields: Readonly<Record<string, unknown>>) =>
  stage(id, order, {
    ...{ kind: "solve", rates: [{ rate: `${id}_rate`, label: label(id), unit: "1", places: 4 }] },
    ...{ least: "0", greatest: "10", places: 4, approach: "nearest", ...fields },
  });

function ratesOf({ plan, figures }: CalculationRun): readonly (bigint | undefined)[] {
  return plan.stages.map((each) =>
    each.kind === "solve"
      ? figures.solutionOf(each)?.rates.get(`${each.id}_rate`)?.numerator
      : undefined,
  );
}

const CITY = { a: { base: "100", extra: "40" }, b: { base: "50", extra: "10" } };

it("rates are solved in turn, a later one standing on an earlier", () => {
  const stages = [
    solve("first", 1, { total: "total(base * first_rate)", target: "300 KZT" }),
    solve("second", 2, {
      total: "total(extra * second_rate) + total(base * first_rate)",
      target: "400 KZT",
    }),
  ];
  expect(ratesOf(stagedRun(stages, CITY))).toEqual([20_000n, 20_000n]);
});

it("a rate is solved once, however often it is asked", () => {
  const run = stagedRun(
    [solve("first", 1, { total: "total(base * first_rate)", target: "300 KZT" })],
    CITY,
  );
  const [only] = run.plan.stages;
  if (only?.kind !== "solve") throw new Error("the plan has the stage");
  expect(run.figures.solutionOf(only)).toBe(run.figures.solutionOf(only));
});

it("rates solved in turn may be tied together afterwards", () => {
  // Each meets half of the target by itself; a common factor brings both to another total.
  const tied = {
    ...stage("tied", 3, { kind: "solve", least: "0", greatest: "2", places: 6 }),
    rates: [
      { rate: "p", label: label("p"), unit: "1", places: 9, factor: "first_rate" },
      { rate: "q", label: label("q"), unit: "1", places: 9, factor: "second_rate" },
    ],
    ...{ total: "total(base * p) + total(extra * q)", target: "330 KZT", tolerance: "0.01 KZT" },
  };
  const stages = [
    solve("first", 1, { total: "total(base * first_rate)", target: "150 KZT" }),
    solve("second", 2, { total: "total(extra * second_rate)", target: "150 KZT" }),
    tied,
  ];
  const { plan, figures } = stagedRun(stages, CITY);
  const last = plan.stages.at(-1);
  const found = last?.kind === "solve" ? figures.solutionOf(last) : undefined;
  expect([...(found?.rates ?? [])]).toEqual([
    ["p", { numerator: 1_100_000_000n, denominator: 1_000_000_000n }],
    ["q", { numerator: 3_300_000_000n, denominator: 1_000_000_000n }],
  ]);
});

it("a fault that only a far-off rate meets is none of the solution", () => {
  const total = "total(base * first_rate) + 0 KZT * (1 / (first_rate - 10))";
  const stages = [solve("first", 1, { total, target: "300 KZT", greatest: "10" })];
  expect(ratesOf(stagedRun(stages, CITY))).toEqual([20_000n]);
});

it.each(["1 / first_rate", "if(first_rate < 1.5, 1 / (first_rate - first_rate), 0)"])(
  "nor is one that low rates meet: %s",
  (text) => {
    const total = `total(base * first_rate) + 0 KZT * (${text})`;
    const stages = [solve("first", 1, { total, target: "300 KZT" })];
    expect(ratesOf(stagedRun(stages, CITY))).toEqual([20_000n]);
  },
);

it("a rate is found behind stages of other kinds", () => {
  const stages = [
    stage("limit", 1, { kind: "limit", lines: ["base"], envelope: "250 KZT" }),
    solve("first", 2, { total: "total(base * first_rate)", target: "300 KZT" }),
    stage("fit", 3, { kind: "fit", lines: ["base"], envelope: "total(base * first_rate)" }),
  ];
  expect(amounts(stagedRun(stages, CITY))).toContain("a secondary 200.00");
});

it("what is missing at every rate is told instead of a target that cannot be met", () => {
  const total = "total(base * first_rate / (weight - weight))";
  const stages = [solve("first", 1, { total, target: "300 KZT" })];
  const codes = new Set(stagedIssues(stages, CITY).map(({ code }) => code));
  expect([...codes]).toEqual(["division-by-zero"]);
});

it("a stage that is off solves nothing, and nobody misses it", () => {
  const total = "total(base * first_rate)";
  const stages = [solve("first", 1, { total, target: "99999999 KZT", switch: "1 = 2" })];
  expect(ratesOf(stagedRun(stages, CITY))).toEqual([undefined]);
});

import { describe, expect, it } from "vitest";
import { getValue } from "../../../support/get-value.ts";
import { formula, label } from "../../../support/school-methodology.ts";
import { stage, stagedIssues, stagedMethodology, stagedRun } from "../../../support/staged-city.ts";

const CITY = { a: { weight: "3", base: "1" }, b: { weight: "4", base: "1" } };

const rate = (id: string, places: number, fields: Readonly<Record<string, unknown>> = {}) => ({
  ...{ rate: id, label: label(id), unit: "KZT", places },
  ...fields,
});

const solve = (fields: Readonly<Record<string, unknown>>) =>
  stage("solve", 1, {
    ...{ kind: "solve", rates: [rate("r", 2)], total: "total(weight * r)", target: "100 KZT" },
    ...{ least: "0", greatest: "1000", places: 2, ...fields },
  });

function solved(fields: Readonly<Record<string, unknown>>, city = CITY) {
  const run = stagedRun([solve(fields)], city);
  const [stageOfRun] = run.plan.stages;
  if (stageOfRun?.kind !== "solve") throw new Error("the plan has the stage");
  const found = run.figures.solutionOf(stageOfRun);
  const text = ({ numerator, denominator }: { numerator: bigint; denominator: bigint }) =>
    `${Number(numerator) / Number(denominator)}`;
  return [...(found?.rates ?? [])].map(([id, value]) => `${id} ${text(value)}`);
}

describe("a rate is solved", () => {
  it("as the largest step that does not pass the target", () => {
    // 100 ÷ 7 = 14.2857…
    expect(solved({})).toEqual(["r 14.28"]);
  });

  it("or as the nearest step on either side", () => {
    expect(solved({ approach: "nearest" })).toEqual(["r 14.29"]);
  });

  it("from above where the total falls with the rate", () => {
    expect(solved({ total: "500 KZT - total(weight * r)" })).toEqual(["r 57.15"]);
  });

  it("at the bound itself where that meets the target", () => {
    expect(solved({ target: "98 KZT", greatest: "14" })).toEqual(["r 14"]);
    expect(solved({ target: "98 KZT", least: "14" })).toEqual(["r 14"]);
  });

  it("not below the least, where that lies between two steps", () => {
    expect(solved({ least: "0.5", places: 0, target: "9 KZT" })).toEqual(["r 1"]);
  });

  it("exactly, where a step of a falling total meets the target", () => {
    const fields = { total: "500 KZT - total(weight * r)", target: "486 KZT", places: 0 };
    expect(solved(fields)).toEqual(["r 2"]);
  });

  it("over a total that moves in steps", () => {
    const total = "total(round(weight * r, -1))";
    // Three and four times the rate, each to tens: 40 + 60 from 13.75 on is the first to reach it.
    expect(solved({ total, target: "99 KZT" })).toEqual(["r 13.74"]);
  });

  it("with the rates that are tied to it, each rounded to its own places", () => {
    const rates = [rate("r", 9), rate("s", 9, { factor: "r_share" })];
    const more = { formulas: [city("r_share", "1 KZT / 3")] };
    const run = stagedRun(
      [solve({ rates, places: 9, total: "total(weight * r) + total(weight * s)" })],
      CITY,
      more,
    );
    const [only] = run.plan.stages;
    const found = only?.kind === "solve" ? run.figures.solutionOf(only) : undefined;
    // 7 × (1 + 1/3) × r = 100: r = 10.714285714…, s a third of it.
    expect(found?.rates.get("r")).toEqual({ numerator: 10_714_285_714n, denominator: 10n ** 9n });
    expect(found?.rates.get("s")).toEqual({ numerator: 3_571_428_571n, denominator: 10n ** 9n });
  });

  it("and stands in formulas that other stages use", () => {
    const pool = stage("pool", 2, {
      ...{ kind: "pool", into: "gift", weight: "weight", amount: "r * 7" },
    });
    const run = stagedRun([solve({}), pool], CITY);
    expect(run.totals.byTier.get("overhead")).toBe(9996n);
  });
});

describe("a rate is refused", () => {
  it("when no rate within the bounds meets the target", () => {
    const [issue] = stagedIssues([solve({ greatest: "14" })], CITY);
    expect(issue).toMatchObject({
      code: "solve-infeasible",
      facts: { stage: "solve", target: "100", least: "0", greatest: "98" },
    });
    expect(issue?.place.path?.at(-1)).toBe("target");
  });

  it("when the total turns between the bounds", () => {
    const total = "total(weight) * abs(r - 50 KZT)";
    const [issue] = stagedIssues([solve({ total, greatest: "100" })], CITY);
    expect(issue).toMatchObject({ code: "solve-not-monotone", facts: { stage: "solve" } });
  });

  it("when no step of the lever lies between the bounds", () => {
    const fields = { least: "0.5", greatest: "0.9", places: 0, target: "0 KZT" };
    expect(stagedIssues([solve(fields)], CITY).map(({ code }) => code)).toEqual([
      "number-out-of-range",
    ]);
  });

  it("when even the least rate passes the target", () => {
    const [issue] = stagedIssues([solve({ least: "20" })], CITY);
    expect(issue).toMatchObject({ code: "solve-infeasible", facts: { least: "140" } });
  });

  it("when the nearest step is out of tolerance", () => {
    const [issue] = stagedIssues([solve({ tolerance: "0.03 KZT" })], CITY);
    expect(issue).toMatchObject({
      code: "solve-tolerance",
      facts: { total: "99.96", tolerance: "0.03" },
    });
    expect(stagedIssues([solve({ tolerance: "0.04 KZT" })], CITY)).toEqual([]);
  });

  it("when its stage is off but the rate is needed", () => {
    const pool = stage("pool", 2, {
      ...{ kind: "pool", into: "gift", weight: "weight", amount: "r * 7" },
    });
    const [issue] = stagedIssues([solve({ switch: "1 = 2" }), pool], CITY);
    expect(issue).toMatchObject({ code: "stage-off", facts: { stage: "solve", name: "r" } });
  });
});

it("a solved rate is no circle, a target that stands on it is one", () => {
  expect(stagedMethodology([solve({})]).ok).toBe(true);
  const circle = stagedMethodology([solve({ target: "r * 7" })]);
  expect(circle.ok ? [] : circle.issues.map(({ code }) => code)).toEqual(["formula-circle"]);
  getValue(stagedMethodology([solve({})]));
});

function city(name: string, expression: string) {
  return formula(name, "KZT", expression, { grain: [] });
}

it("a falling total that meets no target says between what it lies, the least first", () => {
  const total = "500 KZT - total(weight * r)";
  const [issue] = stagedIssues([solve({ total, target: "501 KZT", greatest: "10" })], CITY);
  expect(issue).toMatchObject({
    code: "solve-infeasible",
    facts: { least: "430", greatest: "500" },
  });
});

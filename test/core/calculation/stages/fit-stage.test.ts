import { describe, expect, it } from "vitest";
import { calculate, tiyn } from "../../../../packages/core/src/index.ts";
import { ratioOf } from "../../../../packages/core/src/money/index.ts";
import { buildPlanOf } from "../../../support/build-plan-of.ts";
import { getValue } from "../../../support/get-value.ts";
import { SCHOOL_CODE } from "../../../support/school-methodology.ts";
import { estimate } from "../../../support/school-register.ts";
import {
  amounts,
  ledgerTexts,
  stage,
  stagedIssues,
  stagedMethodology,
  stagedRegister,
  stagedRun,
} from "../../../support/staged-city.ts";

const CITY = { a: { base: "100" }, b: { base: "100" }, c: { base: "100" } };
const fitted = (envelope: string, fields: Readonly<Record<string, unknown>> = {}) =>
  stage("fit", 1, { kind: "fit", lines: ["base"], envelope, ...fields });

describe("lines are scaled to an envelope", () => {
  it("exactly, the last tiyn by largest remainder, ties by id", () => {
    const run = stagedRun([fitted("200 KZT")], CITY);
    expect(amounts(run)).toEqual(["a secondary 66.67", "b secondary 66.67", "c secondary 66.66"]);
    expect(ledgerTexts(run).at(-1)).toBe("fit: 100.00 (envelope)");
  });

  it("down only, where the law says so", () => {
    expect(stagedRun([fitted("400 KZT", { direction: "down" })], CITY).ledger).toEqual([]);
    expect(stagedRun([fitted("200 KZT", { direction: "up" })], CITY).ledger).toEqual([]);
  });

  it("up only, where the law says so", () => {
    const up = stagedRun([fitted("400 KZT", { direction: "up" })], CITY);
    expect(amounts(up)).toEqual(["a secondary 133.34", "b secondary 133.33", "c secondary 133.33"]);
  });

  it("to nothing, where the envelope is nothing", () => {
    expect(amounts(stagedRun([fitted("0 KZT")], CITY))).toEqual([
      "a secondary 0.00",
      "b secondary 0.00",
      "c secondary 0.00",
    ]);
  });

  it("by district", () => {
    const city = { ...CITY, c: { base: "100", district: "south" } };
    const envelope = "if(district = 'north', 100 KZT, 150 KZT)";
    expect(amounts(stagedRun([fitted(envelope, { by: ["district"] })], city))).toEqual([
      "a secondary 50.00",
      "b secondary 50.00",
      "c secondary 150.00",
    ]);
  });

  it("by tier", () => {
    const envelope = "if(tier = 'preschool', 10 KZT, 60 KZT)";
    const stages = [fitted(envelope, { lines: ["base", "extra"], by: ["tier"] })];
    const city = { a: { base: "100", extra: "100" }, b: { base: "20" } };
    expect(amounts(stagedRun(stages, city))).toEqual([
      "a preschool 10.00",
      "a secondary 50.00",
      "b secondary 10.00",
    ]);
  });

  it("but nobody below the floor nor above the ceiling", () => {
    const city = {
      a: { base: "100", floor: "90", cap: "100" },
      b: { base: "100", cap: "100" },
      c: { base: "200", cap: "200" },
    };
    const run = stagedRun([fitted("300 KZT", { floor: "floor", ceiling: "cap" })], city);
    const [first] = run.outcomes[0]?.items.values() ?? [];
    expect(first?.figures).toEqual({ floor: ratioOf(9_000n, 100n), cap: ratioOf(10_000n, 100n) });
    expect(amounts(run)).toEqual(["a secondary 90.00", "b secondary 70.00", "c secondary 140.00"]);
  });

  it("nor, in whole tenge, below a floor of some tiyn", () => {
    const city = { a: { base: "100", floor: "90.50" }, b: { base: "100" } };
    const run = stagedRun(
      [fitted("150 KZT", { floor: "floor + 0.01 KZT", places: 0, rounding: "down" })],
      city,
    );
    expect(amounts(run)).toEqual(["a secondary 90.00", "b secondary 60.00"]);
  });

  it("ties going to the smaller id, even where one begins with the other", () => {
    const city = { B1: { base: "1" }, B12: { base: "1" }, C: { base: "1" } };
    expect(amounts(stagedRun([fitted("1 KZT")], city))).toEqual([
      "B1 secondary 0.34",
      "B12 secondary 0.33",
      "C secondary 0.33",
    ]);
  });

  it("a floor below zero holding nobody", () => {
    const city = { a: { base: "100" }, b: { base: "300" }, c: { base: "10", floor: "-500" } };
    expect(amounts(stagedRun([fitted("205 KZT", { floor: "floor" })], city))).toEqual([
      "a secondary 50.00",
      "b secondary 150.00",
      "c secondary 5.00",
    ]);
  });

  it("leaving debts to the budget as they are", () => {
    const city = { a: { base: "100" }, b: { base: "-10" } };
    expect(amounts(stagedRun([fitted("50 KZT")], city))).toEqual([
      "a secondary 60.00",
      "b secondary -10.00",
    ]);
  });

  it("so that bounds of a debt may cross", () => {
    const city = {
      a: { base: "100", cap: "200" },
      b: { base: "-10", floor: "5", cap: "1" },
    };
    const stages = [fitted("50 KZT", { floor: "floor", ceiling: "cap" })];
    expect(amounts(stagedRun(stages, city))).toEqual(["a secondary 60.00", "b secondary -10.00"]);
  });

  it("in whole tenge, what that leaves being told", () => {
    const run = stagedRun([fitted("200.50 KZT", { places: 0 })], CITY);
    expect(amounts(run)).toEqual(["a secondary 67.00", "b secondary 67.00", "c secondary 66.00"]);
    expect(ledgerTexts(run).slice(-2)).toEqual(["fit: 99.50 (envelope)", "fit: 0.50 (left-over)"]);
  });

  it("each by itself, the rest left or given to the last", () => {
    const left = stagedRun([fitted("200 KZT", { leftOver: "leave" })], CITY);
    expect(ledgerTexts(left).at(-1)).toBe("fit: -0.01 (left-over)");
    const last = stagedRun([fitted("200 KZT", { leftOver: "last" })], CITY);
    expect(amounts(last).at(-1)).toBe("c secondary 66.66");
  });

  it("together with estimates, which are never scaled", () => {
    const stages = [fitted("200 KZT", { countsEstimates: true, by: ["tier"] })];
    const plan = buildPlanOf(getValue(stagedMethodology(stages)), 2026, "2026-12-31");
    const estimates = [
      estimate({ tenge: "80", tier: "secondary" }),
      estimate({ tenge: "7", tier: "overhead", lineId: "E-2" }),
      estimate({ tenge: "9", tier: "secondary", lineId: "E-3", budgetYear: 2025 }),
    ];
    const run = getValue(calculate(plan, { ...stagedRegister(CITY), estimates }));
    expect(run.totals.byTier.get("secondary")).toBe(tiyn(20_000n));
    expect(run.totals.byBudgetCode.get(SCHOOL_CODE)).toBe(tiyn(20_700n));
  });

  it("in the district of the organisation that an estimate names, others in none", () => {
    const city = { a: { base: "100" }, b: { base: "100", district: "south" } };
    const stages = [fitted("60 KZT", { countsEstimates: true, by: ["district"] })];
    const plan = buildPlanOf(getValue(stagedMethodology(stages)), 2026, "2026-12-31");
    const estimates = [
      estimate({ tenge: "15", tier: "secondary", organisationId: "b" }),
      estimate({ tenge: "7", lineId: "E-2" }),
    ];
    const run = getValue(calculate(plan, { ...stagedRegister(city), estimates }));
    const after = [...(run.outcomes[0]?.items.values() ?? [])].map((item) => item.after);
    expect(after).toEqual([tiyn(6_000n), tiyn(4_500n)]);
  });
});

describe("a fit is refused", () => {
  it("where the floors come to more than the envelope, the binding one named", () => {
    const city = { a: { base: "100", floor: "90" }, b: { base: "100", floor: "80" } };
    const [issue] = stagedIssues([fitted("160 KZT", { floor: "floor" })], city);
    expect(issue).toMatchObject({
      code: "fit-infeasible",
      facts: { stage: "fit", envelope: "160.00", bound: "170.00", limit: "floor" },
    });
  });

  it("in whole tenge, the bound being told in tenge", () => {
    const city = { a: { base: "100", floor: "90" }, b: { base: "100", floor: "80" } };
    const [issue] = stagedIssues([fitted("160 KZT", { floor: "floor", places: 0 })], city);
    expect(issue).toMatchObject({ facts: { envelope: "160.00", bound: "170.00" } });
  });

  it("where a ceiling lies below zero", () => {
    const city = { a: { base: "100", cap: "-5" }, b: { base: "100", cap: "500" } };
    const [issue] = stagedIssues([fitted("150 KZT", { ceiling: "cap" })], city);
    expect(issue).toMatchObject({
      code: "bounds-crossed",
      facts: { organisation: "a", floor: "0.00", ceiling: "-5.00" },
    });
    expect(issue?.place.path?.at(-1)).toBe("ceiling");
    const zero = stage("zero", 0, { kind: "cap", lines: ["base"], bound: "0 KZT" });
    const alone = { a: { base: "1", cap: "-5" }, b: { base: "1", cap: "-1" } };
    const [other] = stagedIssues([zero, fitted("0.01 KZT", { ceiling: "cap" })], alone);
    expect(other?.code).toBe("bounds-crossed");
  });

  it("where no organisation has such a line", () => {
    const [issue] = stagedIssues([fitted("5 KZT")], { a: { extra: "9" } });
    expect(issue).toMatchObject({ code: "pool-without-weights", facts: { amount: "5.00" } });
  });

  it("where there is nothing to scale", () => {
    const zero = stage("zero", 0, { kind: "cap", lines: ["base"], bound: "0 KZT" });
    for (const amount of ["5.00", "0.01"]) {
      const [issue] = stagedIssues([zero, fitted(`${amount} KZT`)], CITY);
      expect(issue).toMatchObject({ code: "pool-without-weights", facts: { amount } });
    }
  });
});

it("a limit changes nothing and tells what there is", () => {
  const limit = stage("limit", 1, { kind: "limit", lines: ["base"], envelope: "250 KZT" });
  const run = stagedRun([limit], CITY);
  expect(run.ledger).toEqual([]);
  const [group] = run.outcomes[0]?.groups.values() ?? [];
  expect(group).toMatchObject({ members: 3 });
  expect(amounts(run)[0]).toBe("a secondary 100.00");
});

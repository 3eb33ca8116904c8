import { describe, expect, it } from "vitest";
import {
  amounts,
  ledgerTexts,
  stage,
  stagedIssues,
  stagedRun,
} from "../../../support/staged-city.ts";

const CITY = {
  a: { base: "100", floor: "120", cap: "150" },
  b: { base: "200", floor: "150", cap: "180.5" },
  c: { base: "300", floor: "0", cap: "310" },
};

describe("a floor", () => {
  const floor = stage("floors", 1, { kind: "floor", lines: ["base"], bound: "floor" });

  it("raises what lies below it, and the envelope pays", () => {
    const run = stagedRun([floor], CITY);
    expect(amounts(run)).toEqual([
      "a secondary 120.00",
      "b secondary 200.00",
      "c secondary 300.00",
    ]);
    expect(ledgerTexts(run)).toEqual([
      "floors: a base 100.00 → 120.00 (envelope)",
      "floors: -20.00 (envelope)",
    ]);
  });

  it("is rounded to the places of the stage", () => {
    const whole = stage("floors", 1, {
      ...{ kind: "floor", lines: ["base"], places: 0, rounding: "up" },
      bound: "floor * 1.001",
    });
    expect(amounts(stagedRun([whole], CITY))[0]).toBe("a secondary 121.00");
  });

  it("may be another for lines of another tier", () => {
    const tiers = stage("floors", 1, {
      ...{ kind: "floor", lines: ["base", "extra"] },
      bound: "if(tier = 'preschool', 50 KZT, 120 KZT)",
    });
    expect(amounts(stagedRun([tiers], { a: { base: "100", extra: "10" } }))).toEqual([
      "a preschool 50.00",
      "a secondary 120.00",
    ]);
  });

  it("holds only for organisations of its condition", () => {
    const some = { ...floor, when: "district = 'south'" };
    const city = { a: CITY.a, b: { ...CITY.b, floor: "250", district: "south" } };
    expect(amounts(stagedRun([some], city))).toEqual(["a secondary 100.00", "b secondary 250.00"]);
  });

  it("does nothing when its switch is off", () => {
    const run = stagedRun([{ ...floor, switch: "total(base) < 1 KZT" }], CITY);
    expect(run.ledger).toEqual([]);
    expect(run.outcomes.map(({ isOn }) => isOn)).toEqual([false]);
  });

  it("is not there in a year in which it does not hold", () => {
    expect(stagedRun([{ ...floor, validFrom: "2027-01-01" }], CITY).outcomes).toEqual([]);
  });

  it("for all lines together is shared among them as they were", () => {
    const all = stage("floors", 1, {
      ...{ kind: "floor", lines: ["base", "extra"], per: "organisation", bound: "floor" },
    });
    const run = stagedRun([all], { a: { base: "100", extra: "50", floor: "150.10" } });
    // Ten tiyn as 100 : 50 are 6.67 and 3.33.
    expect(amounts(run)).toEqual(["a preschool 50.03", "a secondary 100.07"]);
  });
});

describe("a cap", () => {
  const cap = stage("caps", 1, { kind: "cap", lines: ["base"], bound: "cap" });

  it("cuts what lies above it, and the envelope saves", () => {
    const run = stagedRun([cap], CITY);
    expect(amounts(run)).toEqual([
      "a secondary 100.00",
      "b secondary 180.50",
      "c secondary 300.00",
    ]);
    expect(ledgerTexts(run)).toEqual([
      "caps: b base 200.00 → 180.50 (envelope)",
      "caps: 19.50 (envelope)",
    ]);
  });

  it("after a floor sees what the floor left", () => {
    const floor = stage("floors", 1, { kind: "floor", lines: ["base"], bound: "400 KZT" });
    const run = stagedRun([{ ...cap, order: 2 }, floor], CITY);
    expect(amounts(run)).toEqual([
      "a secondary 150.00",
      "b secondary 180.50",
      "c secondary 310.00",
    ]);
  });
});

describe("caps that pay for floors", () => {
  const protect = (shortfall: string) =>
    stage("protect", 1, {
      ...{ kind: "floor-and-cap", lines: ["base"], floor: "floor", cap: "cap", shortfall },
    });

  it("take no more than the floors need, in proportion to what lies above", () => {
    const city = {
      a: { base: "100", floor: "110", cap: "1000" },
      b: { base: "220", floor: "0", cap: "200" },
      c: { base: "310", floor: "0", cap: "300" },
    };
    const run = stagedRun([protect("refuse")], city);
    // Ten are needed, thirty lie above: 20 : 10 of ten is 6.67 and 3.33.
    expect(amounts(run)).toEqual([
      "a secondary 110.00",
      "b secondary 213.33",
      "c secondary 306.67",
    ]);
    expect(ledgerTexts(run)).toEqual([
      "protect: a base 100.00 → 110.00 (cap)",
      "protect: b base 220.00 → 213.33 (floor)",
      "protect: c base 310.00 → 306.67 (floor)",
    ]);
  });

  const SHORT = {
    a: { base: "100", floor: "140", cap: "1000" },
    b: { base: "100", floor: "120", cap: "1000" },
    c: { base: "310", floor: "0", cap: "300" },
  };

  it("are helped by the envelope where they cannot pay all", () => {
    const run = stagedRun([protect("envelope")], SHORT);
    expect(amounts(run)).toEqual([
      "a secondary 140.00",
      "b secondary 120.00",
      "c secondary 300.00",
    ]);
    expect(ledgerTexts(run).slice(-1)).toEqual(["protect: -50.00 (envelope)"]);
  });

  it("pay a part of each floor where the floors bear the rest", () => {
    const run = stagedRun([protect("scale")], SHORT);
    expect(amounts(run)).toEqual([
      "a secondary 106.67",
      "b secondary 103.33",
      "c secondary 300.00",
    ]);
  });

  it("are refused where nobody bears the rest", () => {
    const [issue] = stagedIssues([protect("refuse")], SHORT);
    expect(issue).toMatchObject({
      code: "fit-infeasible",
      facts: { stage: "protect", envelope: "60.00", bound: "10.00", limit: "cap" },
    });
    expect(issue?.place.path?.at(-1)).toBe("cap");
  });

  it("are paid by both where one tiyn comes from a cap", () => {
    const { ledger } = stagedRun([protect("envelope")], {
      a: { base: "10", floor: "10.02", cap: "100" },
      b: { base: "50.01", floor: "0", cap: "50" },
    });
    expect(ledger[0]).toMatchObject({ organisationId: "a", change: 2n, paidBy: "cap+envelope" });
  });

  it("stand beside what they decided", () => {
    const { outcomes } = stagedRun([protect("envelope")], {
      a: { base: "100", floor: "110", cap: "150" },
    });
    const [held] = outcomes[0]?.items.values() ?? [];
    expect(held?.figures).toMatchObject({
      floor: { numerator: 11_000n, denominator: 100n },
      cap: { numerator: 15_000n, denominator: 100n },
    });
  });

  it("pay within their group only", () => {
    const city = {
      a: { base: "100", floor: "110", cap: "1000" },
      b: { base: "220", floor: "0", cap: "200", district: "south" },
    };
    const run = stagedRun([{ ...protect("envelope"), by: ["district"] }], city);
    expect(amounts(run)).toEqual(["a secondary 110.00", "b secondary 220.00"]);
  });

  it("are refused where a floor lies above its cap", () => {
    const [issue] = stagedIssues([protect("envelope")], {
      a: { base: "100", floor: "110", cap: "105" },
    });
    expect(issue).toMatchObject({
      code: "bounds-crossed",
      facts: { organisation: "a", floor: "110.00", ceiling: "105.00" },
    });
  });
});

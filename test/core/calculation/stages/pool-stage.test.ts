import { describe, expect, it } from "vitest";
import {
  amounts,
  ledgerTexts,
  stage,
  stagedIssues,
  stagedRun,
} from "../../../support/staged-city.ts";

const pool = (fields: Readonly<Record<string, unknown>>) =>
  stage("pool", 1, { kind: "pool", into: "gift", weight: "weight", ...fields });

describe("a pool", () => {
  it("shares what the envelope gives by weight, to the last tiyn, ties by id", () => {
    const city = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" }, d: { weight: "0" } };
    const run = stagedRun([pool({ amount: "100 KZT" })], city);
    expect(amounts(run)).toEqual(["a overhead 33.34", "b overhead 33.33", "c overhead 33.33"]);
    expect(ledgerTexts(run).at(-1)).toBe("pool: -100.00 (envelope)");
  });

  it("takes from each line by what it has, and nothing from one that is nothing", () => {
    const zero = stage("zero", 0, { kind: "cap", lines: ["extra"], bound: "0 KZT" });
    const taken = pool({ lines: ["base", "extra"], collect: "given" });
    const city = {
      a: { base: "0.02", extra: "40", given: "0.02", weight: "1" },
      b: { base: "0.01", given: "0.01" },
    };
    expect(amounts(stagedRun([zero, taken], city))).toEqual([
      "a overhead 0.03",
      "a preschool 0.00",
      "a secondary 0.00",
      "b secondary 0.00",
    ]);
  });

  it("takes from the lines of those who give", () => {
    const city = {
      a: { base: "100", given: "30", weight: "0" },
      b: { base: "50", given: "0", weight: "2" },
      c: { base: "50", given: "0", weight: "1" },
    };
    const run = stagedRun([pool({ lines: ["base"], collect: "given" })], city);
    expect(amounts(run)).toEqual([
      "a secondary 70.00",
      "b overhead 20.00",
      "b secondary 50.00",
      "c overhead 10.00",
      "c secondary 50.00",
    ]);
    expect(ledgerTexts(run)).toEqual([
      "pool: a base 100.00 → 70.00 (pool)",
      "pool: b gift 0.00 → 20.00 (pool)",
      "pool: c gift 0.00 → 10.00 (pool)",
    ]);
  });

  it("with rounded shares leaves what they do not reach", () => {
    const city = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" } };
    const fields = { amount: "1000000 KZT", sharePlaces: 4, leftOver: "leave", rounding: "down" };
    const run = stagedRun([pool(fields)], city);
    expect(amounts(run)).toEqual([
      "a overhead 333300.00",
      "b overhead 333300.00",
      "c overhead 333300.00",
    ]);
    expect(ledgerTexts(run).slice(-2)).toEqual([
      "pool: -1000000.00 (envelope)",
      "pool: 100.00 (left-over)",
    ]);
  });

  it("gives what is left to the last, where the law says so", () => {
    const city = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" }, d: { weight: "0" } };
    const run = stagedRun([pool({ amount: "100 KZT", leftOver: "last" })], city);
    expect(amounts(run)).toEqual(["a overhead 33.33", "b overhead 33.33", "c overhead 33.34"]);
  });

  it("the last being the last by id, whoever gives", () => {
    const city = {
      a: { base: "10", weight: "1" },
      b: { base: "10", weight: "1" },
      c: { base: "10", weight: "1", given: "1" },
    };
    const fields = { lines: ["base"], into: "base", collect: "given", leftOver: "last" };
    expect(amounts(stagedRun([pool(fields)], city))).toEqual([
      "a secondary 10.33",
      "b secondary 10.33",
      "c secondary 9.34",
    ]);
  });

  it("may be shared in whole tenge", () => {
    const city = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" } };
    const run = stagedRun([pool({ amount: "100.50 KZT", places: 0 })], city);
    // The amount of a pool is whole too: 101.
    expect(amounts(run)).toEqual(["a overhead 34.00", "b overhead 34.00", "c overhead 33.00"]);
  });

  it("of what the formulas have taken already is taken from no line again", () => {
    const city = { a: { base: "70", given: "30", weight: "0" }, b: { base: "50", weight: "1" } };
    const run = stagedRun([pool({ collect: "given" })], city);
    expect(amounts(run)).toEqual(["a secondary 70.00", "b overhead 30.00", "b secondary 50.00"]);
    expect(ledgerTexts(run)).toEqual([
      "pool: b gift 0.00 → 30.00 (pool)",
      "pool: -30.00 (envelope)",
    ]);
  });

  it("passes over those to whom the receiving line does not apply", () => {
    const city = { a: { weight: "1" }, b: { weight: "1", rank: "1" } };
    expect(amounts(stagedRun([pool({ amount: "8 KZT" })], city))).toEqual(["a overhead 8.00"]);
  });

  it("whose every share is rounded to nothing is left", () => {
    const city = { a: { weight: "1" }, b: { weight: "1" }, c: { weight: "1" } };
    const run = stagedRun([pool({ amount: "9 KZT", sharePlaces: 0 })], city);
    expect(ledgerTexts(run)).toEqual(["pool: -9.00 (envelope)", "pool: 9.00 (left-over)"]);
  });

  it("is one of each district", () => {
    const city = {
      a: { weight: "1" },
      b: { weight: "3" },
      c: { weight: "5", district: "south" },
    };
    const run = stagedRun([pool({ amount: "8 KZT", by: ["district"] })], city);
    expect(amounts(run)).toEqual(["a overhead 2.00", "b overhead 6.00", "c overhead 8.00"]);
  });

  it("of nothing changes nothing", () => {
    expect(stagedRun([pool({ amount: "0" })], { a: { weight: "0" } }).ledger).toEqual([]);
  });
});

describe("a pool is refused", () => {
  it("when nobody has a weight", () => {
    const [issue] = stagedIssues([pool({ amount: "5 KZT" })], { a: { weight: "0" } });
    expect(issue).toMatchObject({
      code: "pool-without-weights",
      facts: { stage: "pool", amount: "5.00" },
    });
  });

  it("when there is nobody at all to receive it", () => {
    const nobody = pool({ amount: "5 KZT", when: "rank > 5" });
    expect(stagedIssues([nobody], { a: { weight: "1" } })).toMatchObject([
      { code: "pool-without-weights", facts: { group: "", amount: "5.00" } },
    ]);
  });

  it("when somebody must give who has no line to give from", () => {
    const city = { a: { given: "30", weight: "1" } };
    const issues = stagedIssues([pool({ lines: ["base"], collect: "given" })], city);
    expect(issues).toMatchObject([
      { code: "collect-without-line", facts: { organisation: "a", value: "30.00" } },
    ]);
  });

  it("for each negative weight and contribution", () => {
    const issues = stagedIssues([pool({ lines: ["base"], collect: "given" })], {
      a: { base: "9", given: "-1", weight: "1" },
      b: { base: "9", weight: "-1.5" },
    });
    expect(issues.map(({ code, facts }) => [code, facts])).toEqual([
      ["collect-negative", { stage: "pool", organisation: "a", value: "-1.00" }],
      ["weight-negative", { stage: "pool", organisation: "b", value: "-1.5" }],
    ]);
    expect(issues.map(({ place }) => place.path?.at(-1))).toEqual(["collect", "weight"]);
  });
});

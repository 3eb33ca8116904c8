import { describe, expect, it } from "vitest";
import { line, SCHOOL_CODE, schoolPlan } from "../../../support/school-methodology.ts";
import {
  FOUR_CELLS,
  linesOf,
  organisation,
  places,
  run,
} from "../../../support/school-register.ts";
import { amounts, stage, stagedMethodology, stagedRun } from "../../../support/staged-city.ts";

const CITY = {
  a: { base: "100", floor: "120" },
  b: { base: "200", floor: "250", district: "south" },
};
const floor = stage("floors", 1, {
  ...{ kind: "floor", lines: ["base"], bound: "floor", when: "district = 'north'" },
});

/** A line that tells one figure of the stages. */
const told = (amount: string) => ({
  lines: [line("told", amount, { exists: "when", tier: "overhead", budgetCode: SCHOOL_CODE })],
});

function toldBy(amount: string, stages = [floor]): readonly string[] {
  return amounts(stagedRun(stages, CITY, told(amount))).filter((text) => text.includes("overhead"));
}

describe("a formula may ask a stage", () => {
  it("what a line was before, is after, and how it changed", () => {
    expect(toldBy("floors.before['base']")).toEqual(["a overhead 100.00", "b overhead 200.00"]);
    expect(toldBy("floors.after['base']")).toEqual(["a overhead 120.00", "b overhead 200.00"]);
    expect(toldBy("floors.change['base']")).toEqual(["a overhead 20.00", "b overhead 0.00"]);
  });

  it("for the sum over its lines", () => {
    expect(toldBy("sum(over line: floors.after[line]) + 1 KZT")[0]).toBe("a overhead 121.00");
  });

  it("about another year, in which nothing changed", () => {
    const later = { ...floor, validFrom: "2027-01-01" };
    expect(toldBy("floors.after['base'] + floors.change['base']", [later])).toEqual([
      "a overhead 100.00",
      "b overhead 200.00",
    ]);
  });

  it("what a pool had and left, in the city and in a district", () => {
    const pool = stage("pool", 2, {
      ...{ kind: "pool", into: "extra", weight: "weight + 1", amount: "10 KZT" },
      ...{ leftOver: "leave", rounding: "down", sharePlaces: 1, by: ["district"], when: "true" },
    });
    const city = {
      a: { base: "1", extra: "1" },
      b: { base: "1", extra: "1" },
      c: { base: "1", extra: "1" },
    };
    const found = amounts(
      stagedRun([pool], city, told("pool.pool['north'] + 100 * pool.left['north']")),
    ).filter((text) => text.includes("overhead"));
    // Three shares of 0.3 leave a tenth of ten.
    expect(found[0]).toBe("a overhead 110.00");
  });

  it("about none of the lines that it does not touch", () => {
    const methodology = stagedMethodology([floor], told("floors.after['extra']"));
    const faults = methodology.ok ? [] : methodology.issues;
    expect(faults).toMatchObject([
      { code: "code-unknown", facts: { value: "extra", expected: "base" } },
    ]);
  });

  it("what a line came to before any stage", () => {
    expect(toldBy("line_amount['base']")).toEqual(["a overhead 100.00", "b overhead 200.00"]);
  });
});

it("a later stage sees what an earlier one did", () => {
  const bonus = stage("bonus", 2, {
    ...{ kind: "floor", lines: ["extra"], bound: "2 * floors.change['base']" },
  });
  const city = { a: { ...CITY.a, extra: "1" } };
  expect(amounts(stagedRun([floor, bonus], city))).toEqual([
    "a preschool 40.00",
    "a secondary 120.00",
  ]);
});

it("an organisation without a baseline is neither raised nor cut", () => {
  const cap = stage("caps", 1, {
    ...{ kind: "cap", lines: ["lump"], bound: "0.01 * rate * pupils['january', 'primary']" },
  });
  const plan = schoolPlan({
    lines: [line("lump", "500 KZT", { exists: "when" })],
    more: [{ stages: [cap] }],
  });
  const organisations = [organisation(), organisation({ id: "b" })];
  const done = run(plan, { organisations, headcounts: FOUR_CELLS });
  expect(linesOf(done).map((text) => text.split(" ").at(-1))).toEqual(["100.00", "500.00"]);
});

it("it is no count of an organisation that its stage asked a condition first", () => {
  const pool = stage("pool", 1, {
    ...{ kind: "pool", into: "lump", amount: "0", weight: "1" },
    when: "pupils['january', 'primary'] > 0 pupil",
  });
  const cap = stage("caps", 2, {
    ...{ kind: "cap", lines: ["lump"] },
    bound: "0.01 * rate * places['january', 'primary'] + pool.left",
  });
  const plan = schoolPlan({
    lines: [line("lump", "500 KZT", { exists: "when" })],
    more: [{ stages: [pool, cap] }],
  });
  const headcounts = [
    ...FOUR_CELLS,
    places("z", "2026-01-01", "primary", 1),
    places("z", "2026-09-05", "primary", 1),
  ];
  const organisations = [organisation(), organisation({ id: "b" }), organisation({ id: "z" })];
  const done = run(plan, { organisations, headcounts });
  expect(linesOf(done).map((text) => text.split(" ").at(-1))).toEqual([
    "500.00",
    "500.00",
    "10.00",
  ]);
});

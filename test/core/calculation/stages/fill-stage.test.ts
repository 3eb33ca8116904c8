import { describe, expect, it } from "vitest";
import { line, schoolPlan } from "../../../support/school-methodology.ts";
import { FOUR_CELLS, linesOf, organisation, run } from "../../../support/school-register.ts";
import {
  amounts,
  ledgerTexts,
  stage,
  stagedIssues,
  stagedRun,
} from "../../../support/staged-city.ts";

const fill = (change: string, fields: Readonly<Record<string, unknown>> = {}) =>
  stage("spread", 1, {
    ...{ kind: "fill", by: ["organisation"], change },
    categories: [
      { line: "extra" },
      { line: "base", floor: "floor", ceiling: "cap" },
      { line: "gift" },
    ],
    ...fields,
  });

const SCHOOL = { base: "100", extra: "40", floor: "10", cap: "120" };

describe("a cut is spread in a fixed order", () => {
  it("each category down to its floor before the next is touched", () => {
    const run = stagedRun([fill("-last")], { a: { ...SCHOOL, last: "65" } });
    expect(amounts(run)).toEqual(["a preschool 0.00", "a secondary 75.00"]);
    expect(ledgerTexts(run)).toEqual([
      "spread a: a base 100.00 → 75.00 (envelope)",
      "spread a: a extra 40.00 → 0.00 (envelope)",
      "spread a: 65.00 (envelope)",
    ]);
  });

  it("and refused where the floors do not allow all of it", () => {
    const [issue] = stagedIssues([fill("-last")], { a: { ...SCHOOL, last: "131" } });
    expect(issue).toMatchObject({
      code: "fill-infeasible",
      facts: { stage: "spread", group: "a", rest: "-1.00" },
    });
  });

  it("the rest being left, where the law says so", () => {
    const run = stagedRun([fill("-last", { leftOver: "leave" })], {
      a: { ...SCHOOL, last: "131" },
    });
    expect(amounts(run)).toEqual(["a preschool 0.00", "a secondary 10.00"]);
    expect(ledgerTexts(run).slice(-2)).toEqual([
      "spread a: 131.00 (envelope)",
      "spread a: -1.00 (left-over)",
    ]);
  });
});

describe("a rise is spread in a fixed order", () => {
  it("each category up to its ceiling; one without an end takes all that is left", () => {
    const order = {
      categories: [{ line: "base", ceiling: "cap" }, { line: "gift" }, { line: "extra" }],
    };
    const run = stagedRun([fill("last", order)], { a: { ...SCHOOL, last: "50" } });
    expect(amounts(run)).toEqual(["a overhead 30.00", "a preschool 40.00", "a secondary 120.00"]);
  });

  it("those without an end sharing by what each has, to the last tiyn", () => {
    const city = { a: { extra: "100" }, b: { extra: "300" } };
    const order = { by: [], categories: [{ line: "extra" }] };
    const of = (change: string) => amounts(stagedRun([fill(change, order)], city));
    expect(of("40 KZT")).toEqual(["a preschool 110.00", "b preschool 330.00"]);
    expect(of("0.01 KZT")).toEqual(["a preschool 100.00", "b preschool 300.01"]);
  });

  it("the last category taking a rest against its bounds, where the law says so", () => {
    const order = {
      ...{ leftOver: "last" },
      categories: [
        { line: "base", ceiling: "cap" },
        { line: "extra", ceiling: "cap" },
      ],
    };
    const run = stagedRun([fill("last", order)], { a: { ...SCHOOL, last: "150" } });
    expect(amounts(run)).toEqual(["a preschool 170.00", "a secondary 120.00"]);
    const full = { ...order, categories: [{ line: "base", ceiling: "cap" }] };
    const raised = stagedRun([fill("last", full)], { a: { base: "100", cap: "90", last: "5" } });
    expect(amounts(raised)).toEqual(["a secondary 105.00"]);
  });
});

it("within a category of many organisations each takes its part of the room", () => {
  const city = {
    a: { base: "100", floor: "40" },
    b: { base: "100", floor: "70" },
    c: { extra: "10" },
  };
  const stages = [fill("-40 KZT", { by: [] })];
  // Ten from the extra line, then thirty as 60 : 30.
  expect(amounts(stagedRun(stages, city))).toEqual([
    "a secondary 80.00",
    "b secondary 90.00",
    "c preschool 0.00",
  ]);
});

describe("whoever has no baseline for a bound", () => {
  const pupils = "0.01 * rate * pupils['january', 'primary']";
  const spread = (change: string, category: Readonly<Record<string, string>>) =>
    stage("spread", 1, { kind: "fill", change, categories: [{ line: "lump", ...category }] });
  const amountsOf = (document: Readonly<Record<string, unknown>>) => {
    const plan = schoolPlan({
      lines: [line("lump", "300 KZT", { exists: "when" })],
      more: [{ stages: [{ ...document, leftOver: "leave" }] }],
    });
    const organisations = [organisation(), organisation({ id: "b" })];
    const done = run(plan, { organisations, headcounts: FOUR_CELLS });
    return linesOf(done).map((text) => text.split(" ").at(-1));
  };

  it("is neither cut by it", () => {
    expect(amountsOf(spread("-900 KZT", { floor: pupils }))).toEqual(["100.00", "300.00"]);
  });

  it("nor raised by it, nor does it open the ceiling of others", () => {
    const ceiling = `300 KZT + ${pupils}`;
    expect(amountsOf(spread("900 KZT", { ceiling }))).toEqual(["400.00", "300.00"]);
  });
});

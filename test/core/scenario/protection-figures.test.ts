import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalculationRun } from "../../../packages/core/src/index.ts";
import { protectionFigures } from "../../../packages/core/src/scenario/protection-figures.ts";
import { countedCity } from "../../support/counted-city.ts";
import { figureText } from "../../support/equity-text.ts";
import { estimate } from "../../support/school-register.ts";
import { stage, stagedRun } from "../../support/staged-city.ts";

const CITY = {
  a: { base: "80", floor: "100", cap: "200", weight: "1" },
  b: { base: "90", floor: "85", cap: "200" },
  c: { base: "300", floor: "10", cap: "250", weight: "2" },
  d: { base: "100", floor: "100", cap: "100" },
};
const FLOOR = stage("floors", 10, { kind: "floor", lines: ["base"], bound: "floor" });
const CAP = stage("caps", 20, { kind: "cap", lines: ["base"], bound: "cap" });

describe("a floor and a cap", () => {
  const texts = textsOf(stagedRun([FLOOR, CAP], CITY));

  it("are told together, each organisation once", () => {
    expect(texts.filter((text) => !/ (?:floors|caps)/.test(text))).toEqual([
      ...["paid-organisations: 4", "raised-organisations: 1", "raised-share: 0.25"],
      ...["cut-organisations: 1", "cut-share: 0.25"],
      ...["protection-gives: 20.00", "protection-takes: 50.00"],
    ]);
  });

  it("are told by stage, with who pays and who has it", () => {
    expect(texts.filter((text) => / floors/.test(text))).toEqual([
      ...["stage-raised floors: 1", "stage-cut floors: 0"],
      ...["stage-gives floors: 20.00", "stage-takes floors: 0.00"],
      ...["stage-net floors: 20.00", "stage-left floors: 0.00"],
      "stage-paid floors envelope: 20.00",
    ]);
    expect(texts).toContain("stage-paid caps envelope: -50.00");
    expect(texts).toContain("stage-net caps: -50.00");
  });
});

it("tells a corridor in which caps pay for floors as moving much and costing nothing", () => {
  const corridor = { kind: "floor-and-cap", lines: ["base"], floor: "floor", cap: "cap" };
  const run = stagedRun([stage("corridor", 10, { ...corridor, shortfall: "envelope" })], CITY);
  expect(textsOf(run).filter((text) => / corridor/.test(text))).toEqual([
    ...["stage-raised corridor: 1", "stage-cut corridor: 1"],
    ...["stage-gives corridor: 20.00", "stage-takes corridor: 20.00"],
    ...["stage-net corridor: 0.00", "stage-left corridor: 0.00"],
    ...["stage-paid corridor cap: 20.00", "stage-paid corridor floor: -20.00"],
  ]);
});

it("tells other stages by themselves, with what they left, and no limit", () => {
  const fields = {
    kind: "pool",
    lines: ["base"],
    into: "gift",
    amount: "10 KZT",
    weight: "weight",
  };
  const pool = stage("grants", 10, { ...fields, leftOver: "leave", rounding: "down" });
  const limit = stage("limit", 20, { kind: "limit", lines: ["base"], envelope: "1 KZT" });
  const texts = textsOf(stagedRun([pool, limit], CITY));
  expect(texts).toContain("raised-share: no-protections");
  expect(texts).toContain("stage-gives grants: 9.99");
  expect(texts).toContain("stage-left grants: 0.01");
  expect(texts.filter((text) => / limit/.test(text))).toEqual([]);
});

it("counts whom a formula pays, neither the city nor whom an estimate alone pays", () => {
  const more = [estimate({ tenge: "4" }), estimate({ tenge: "3", organisationId: "a" })];
  const run = countedCity({ a: { pupils: 10 } }, { estimates: more });
  const formula = new Set(
    run.lines.flatMap((each) => (each.method === "formula" ? [each.organisationId] : [])),
  );
  expect(textsOf(run)).toContain(`paid-organisations: ${formula.size}`);
  const without = { ...run, lines: run.lines.filter(({ method }) => method === "estimate") };
  expect(textsOf(without)).toContain("paid-organisations: 0");
});

it("says that a stage is off, and that nothing protects", () => {
  const texts = textsOf(stagedRun([{ ...FLOOR, switch: "1 > 2" }], CITY));
  expect(texts).toContain("stage-gives floors: stage-off");
  expect(texts).toContain("protection-gives: no-protections");
});

describe("laws", () => {
  const money = fc.integer({ min: 0, max: 300_000 }).map((amount) => (amount / 100).toFixed(2));
  const school = fc.record({ base: money, low: money, room: money }).map(({ base, low, room }) => {
    return { base, floor: low, cap: (Number(low) + Number(room)).toFixed(2) };
  });
  const kind = fc.constantFrom(
    { kind: "floor", bound: "floor" },
    { kind: "cap", bound: "cap" },
    { kind: "floor-and-cap", floor: "floor", cap: "cap", shortfall: "scale" },
    { kind: "floor-and-cap", floor: "floor", cap: "cap", shortfall: "envelope" },
  );

  it("what stages give less what they take is what payers pay, and what all lines change by", () => {
    const schools = fc.array(school, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(schools, kind, kind, (each, first, second) => {
        const city = Object.fromEntries(each.map((own, place) => [`o${place}`, own]));
        const stages = [first, second].map((fields, place) =>
          stage(`stage${place}`, place, { lines: ["base"], ...fields }),
        );
        const run = stagedRun(stages, city);
        const before = stagedRun([], city).totals.total;
        const sumOf = (id: string) => sumOfAmounts(protectionFigures(run), id);
        expect(sumOf("stage-net")).toBe(run.totals.total - before);
        expect(sumOf("stage-gives") - sumOf("stage-takes")).toBe(sumOf("stage-net"));
        expect(sumOf("stage-paid")).toBe(sumOf("stage-net"));
        expect(sumOf("protection-gives")).toBe(sumOf("stage-gives"));
        expect(sumOf("protection-takes")).toBe(sumOf("stage-takes"));
      }),
      { numRuns: 40 },
    );
  });
});

function sumOfAmounts(figures: ReturnType<typeof protectionFigures>, wanted: string): bigint {
  return figures.reduce((sum, { id, value }) => {
    return id === wanted && value.kind === "amount" ? sum + value.amount : sum;
  }, 0n);
}

function textsOf(run: CalculationRun): readonly string[] {
  return protectionFigures(run).map(figureText);
}

import { describe, expect, it } from "vitest";
import { labelOf } from "../../support/tiny-names.ts";
import {
  stagedFaults,
  stagedMethodology,
  tinySolve,
  tinyStage,
} from "../../support/tiny-stages.ts";

type Json = Readonly<Record<string, unknown>>;

const ON_MAIN = { lines: ["main"] };
const FIT = { ...ON_MAIN, envelope: "envelope" };
const POOL = { into: "main", amount: "envelope", weight: "need" };
const CATEGORIES = { categories: [{ line: "main" }, { line: "extra" }] };
const FILL = { change: "0 - envelope", ...CATEGORIES };
const BOTH = { ...ON_MAIN, floor: "need", cap: "2 * need", shortfall: "envelope" };
const TOTAL = { total: "total(pupils * rate)" };

const faultsOf = (kind: string, change: Json) => stagedFaults([tinyStage("s", kind, change)]);
const solveFaults = (change: Json) => stagedFaults([tinySolve("s", "rate", change)]);

describe("a stage says no more than it must", () => {
  const built = (kind: string, change: Json) =>
    stagedMethodology([tinyStage("s", kind, change)]).stages[0];

  it("lines are rounded half up to the tiyn, always and from the first day known", () => {
    expect(built("floor", { ...ON_MAIN, bound: "need" })).toMatchObject({
      ...{ rounding: "half-up", places: 2, per: "line", when: undefined, switch: undefined },
      ...{ validity: { from: "1900-01-01", to: undefined }, knownFrom: "1900-01-01" },
    });
  });

  it.each<[string, Json, Json]>([
    [
      "fit",
      FIT,
      { by: [], direction: "both", leftOver: "largest-remainder", countsEstimates: false },
    ],
    ["limit", FIT, { by: [], countsEstimates: false }],
    ["pool", POOL, { by: [], lines: [], leftOver: "largest-remainder", sharePlaces: undefined }],
    ["fill", FILL, { by: [], lines: [], leftOver: "refuse" }],
    ["floor-and-cap", BOTH, { by: [], per: "line" }],
  ])("%s", (kind, change, expected) => {
    expect(built(kind, change)).toMatchObject(expected);
  });

  it("a solve stays at or below its target, its rates rounded half up", () => {
    expect(stagedMethodology([tinySolve("s", "rate", TOTAL)]).stages[0]).toMatchObject({
      ...{ approach: "not-above", tolerance: undefined },
      rates: [{ id: "rate", factor: undefined, rounding: "half-up" }],
    });
  });
});

describe("an expression has what its stage has at hand", () => {
  it.each<[string, string, Json]>([
    ["a bound each line", "floor", { ...ON_MAIN, bound: "line_amount[line] * 0.9" }],
    ["a bound the whole organisation", "cap", { ...ON_MAIN, per: "organisation", bound: "need" }],
    ["floors and caps each line", "floor-and-cap", { ...BOTH, floor: "line_amount[line]" }],
    ["bounds of a fit each line", "fit", { ...FIT, floor: "line_amount[line]", ceiling: "need" }],
    [
      "an envelope the codes of its group",
      "fit",
      { ...FIT, by: ["district"], envelope: "if(district = 'north', envelope, total(need))" },
    ],
    [
      "an envelope a group that the register knows",
      "limit",
      { ...FIT, by: ["zone"], envelope: "total(need by zone)" },
    ],
    ["a change the one organisation", "fill", { ...FILL, by: ["organisation"], change: "need" }],
    ["a pool its lines", "pool", { ...POOL, ...ON_MAIN, collect: "line_amount['main']" }],
    ["a weight any unit", "pool", { ...POOL, weight: "pupils" }],
    ["a condition the organisation", "cap", { ...ON_MAIN, bound: "0", when: "district = 'north'" }],
    ["a switch the city", "limit", { ...FIT, switch: "total(need) > envelope" }],
  ])("%s", (_name, kind, change) => {
    expect(faultsOf(kind, change)).toEqual([]);
  });

  it.each<[string, string, Json, string]>([
    [
      "no line where the organisation is bound as a whole",
      "floor",
      { ...ON_MAIN, per: "organisation", bound: "line_amount[line]" },
      "dimension-unbound stages.0.bound@12 line",
    ],
    [
      "no organisation where the envelope is the city's",
      "fit",
      { ...FIT, envelope: "need" },
      "grain-mismatch stages.0.envelope@0 need organisation",
    ],
    [
      "no organisation where the stage is switched",
      "limit",
      { ...FIT, switch: "need > 1 KZT" },
      "grain-mismatch stages.0.switch@0 need organisation",
    ],
    [
      "an amount and nothing else",
      "fill",
      { ...FILL, categories: [{ line: "main", ceiling: "pupils" }] },
      "type-mismatch stages.0.categories.0.ceiling@0 KZT pupil",
    ],
    [
      "a condition and nothing else",
      "cap",
      { ...ON_MAIN, bound: "0", when: "need" },
      "type-mismatch stages.0.when@0 true | false KZT",
    ],
    [
      "a number as weight",
      "pool",
      { ...POOL, weight: "district" },
      "type-mismatch stages.0.weight@0 number [district]",
    ],
  ])("%s", (_name, kind, change, fault) => {
    expect(faultsOf(kind, change)).toEqual([fault]);
  });
});

it("a pool without money is refused", () => {
  expect(faultsOf("pool", { into: "main", weight: "need" })).toEqual([
    "document-malformed stages.0 collect | amount —",
  ]);
});

describe("a solve", () => {
  const rates = (factor: string) => [
    { rate: "rate", label: labelOf("rate"), unit: "KZT/pupil", places: 0, factor },
  ];

  it("measures total, target and tolerance in one unit", () => {
    expect(solveFaults({ ...TOTAL, tolerance: "1 pupil" })).toEqual([
      "type-mismatch stages.0.tolerance@0 KZT pupil",
    ]);
    expect(solveFaults({ ...TOTAL, target: "total(pupils)" })).toEqual([
      "type-mismatch stages.0.target@0 KZT pupil",
    ]);
  });

  it("ties rates by factors of their own unit", () => {
    expect(solveFaults({ ...TOTAL, rates: rates("2 KZT/pupil") })).toEqual([]);
    expect(solveFaults({ ...TOTAL, rates: rates("2") })).toEqual([
      "type-mismatch stages.0.rates.0.factor@0 KZT/pupil 1",
    ]);
  });

  it("has room between its bounds", () => {
    expect(solveFaults({ ...TOTAL, least: "2", greatest: "2.0" })).toEqual([
      "number-out-of-range stages.0.greatest 2.0 > 2",
    ]);
    expect(solveFaults({ ...TOTAL, least: "1".repeat(35) })).toEqual([
      `document-malformed stages.0.least 34 × 0–9 ${"1".repeat(35)}`,
    ]);
  });
});

it("a stage rests on a ground and on days as every rule does", () => {
  const change = { ...FIT, status: "enacted", validFrom: "2026-02-30", knownFrom: "2026-13-01" };
  expect(faultsOf("limit", change)).toEqual([
    "date-malformed stages.0.validFrom 2026-02-30",
    "provenance-missing stages.0.status enacted provision, confirmedBy",
    "date-malformed stages.0.knownFrom 2026-13-01",
  ]);
});

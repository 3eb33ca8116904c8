/**
 * Random methodologies over random registers, with stages of every kind: the calculation of core,
 * its explanations and an oracle that shares no code agree to the tiyn, or all refuse.
 */
import { describe, expect, it } from "vitest";
import { compareEdits } from "./compare-edits.ts";
import { compareRandomCase, SOME_LINES } from "./compare-random-case.ts";
import { randomCase, sharesCity } from "./random-methodologies.ts";

const ORGANISATIONS = 50;
/** Five times eighty cities of fifty are 20,000 organisations. */
const CITIES = 80;
const FIRST_SEEDS = [1, 1_001, 2_001, 3_001, 4_001];
/** Their laws share among the whole city by largest remainder, which is done otherwise for many. */
const LARGE_SEEDS = [13, 51];
const EACH_OF_MANY = 701;
const STAGE_KINDS = ["cap", "fill", "fit", "floor", "floor-and-cap", "limit", "pool", "solve"];

describe.each(FIRST_SEEDS)("cities from seed %d", (first) => {
  it("have the oracle's lines, people, ledger and totals", () => {
    const compared = seedsFrom(first, CITIES).map((seed) =>
      compareRandomCase(randomCase(seed, ORGANISATIONS), SOME_LINES),
    );
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    const refused = compared.filter(({ refusal }) => refusal !== "");
    expect(refused.length).toBeLessThan(CITIES / 4);
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    expect(sum(compared.map(({ organisations }) => organisations))).toBe(ORGANISATIONS * CITIES);
    expect(sum(compared.map(({ explained }) => explained))).toBeGreaterThan(CITIES);
    expect([...new Set(compared.flatMap(({ stages }) => stages))].sort()).toEqual(STAGE_KINDS);
  });
});

it.each(LARGE_SEEDS)("thousands of lines share an amount of the city, seed %d", (seed) => {
  const large = randomCase(seed, 2_200);
  expect(sharesCity(large.document)).toBe(true);
  const { lines, differences } = compareRandomCase(large, EACH_OF_MANY);
  expect(differences).toEqual([]);
  expect(lines).toBeGreaterThan(2_048);
});

it("a city that is edited again and again has the totals of a calculation from nothing", () => {
  const compared = seedsFrom(10_000, 50).map((seed) => compareEdits(randomCase(seed, 15), 5));
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  expect(compared.filter(({ edits }) => edits > 0).length).toBeGreaterThan(30);
});

function seedsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => first + place);
}

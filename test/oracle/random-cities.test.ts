/**
 * Random cities of Kazakhstan: two calculations that share no code agree on every line, with no
 * tolerance, and a model of the city that is edited agrees on its totals.
 */
import { expect, it } from "vitest";
import { compareRandomCity } from "./compare-random-city.ts";
import { randomCity } from "./random-cities.ts";

const ORGANISATIONS = 200;
const CITIES = 30;
const EDITS = 1;

it("thousands of organisations of random cities get the oracle's lines to the tiyn", () => {
  const seeds = Array.from({ length: CITIES }, (_, place) => place + 1);
  const compared = seeds.map((seed) => compareRandomCity(randomCity(seed, ORGANISATIONS), EDITS));
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  expect(sum(compared.map(({ organisations }) => organisations))).toBe(ORGANISATIONS * CITIES);
  expect(sum(compared.map(({ lines }) => lines))).toBeGreaterThan(ORGANISATIONS * CITIES);
});

/** Random cities: two calculations that share no code agree on every line, with no tolerance. */
import { expect, it } from "vitest";
import { compareRandomCity } from "./compare-random-city.ts";
import { randomCity } from "./random-cities.ts";

const ORGANISATIONS = 400;
const CITIES = 50;

it("20,000 organisations of random cities get the oracle's lines to the tiyn", () => {
  const seeds = Array.from({ length: CITIES }, (_, place) => place + 1);
  const compared = seeds.map((seed) => compareRandomCity(randomCity(seed, ORGANISATIONS)));
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  expect(sum(compared.map(({ organisations }) => organisations))).toBe(ORGANISATIONS * CITIES);
  expect(sum(compared.map(({ lines }) => lines))).toBeGreaterThan(ORGANISATIONS * CITIES);
});

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

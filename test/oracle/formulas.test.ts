/**
 * Random formulas as text, with brackets only now and then: the oracle's reader and evaluation
 * against core's, compiled and explained. The values agree exactly, before any is rounded.
 */
import { expect, it } from "vitest";
import { compareRandomCase } from "./compare-random-case.ts";
import { formulaCase } from "./formula-cases.ts";

const SEEDS = 40;
const FORMULAS = 25;
const EVERY_LINE = 1;

it("thousands of values of random formulas agree", () => {
  const compared = Array.from({ length: SEEDS }, (_, place) =>
    compareRandomCase(formulaCase(place + 1, FORMULAS), EVERY_LINE),
  );
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  const explained = compared.reduce((sum, each) => sum + each.explained, 0);
  expect(explained).toBeGreaterThan(SEEDS * FORMULAS * 3);
});

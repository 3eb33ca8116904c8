/**
 * Random formulas: the oracle's reader and evaluation against core's, compiled and explained, on
 * organisations with random counts. The values agree exactly, before anything is rounded to tiyn.
 */
import { expect, it } from "vitest";
import {
  calculate,
  explainLine,
  parseMethodology,
  type RegisterSnapshot,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "../support/build-plan-of.ts";
import { getValue } from "../support/get-value.ts";
import { createRandom, type Random } from "../support/random.ts";
import { organisation, places, pupils, snapshot } from "../support/school-register.ts";
import { tinyLayer } from "../support/tiny-methodology.ts";
import { evaluate } from "./formula-oracle.ts";
import { formulaMethodology, formulaWorld } from "./formula-world.ts";
import { type Fraction, fraction, fractionOf, nearestWhole, times } from "./fraction.ts";
import { randomNumber } from "./random-formulas.ts";

const SEEDS = 40;
const FORMULAS = 25;
const LEVELS = ["primary", "basic"] as const;
const COUNTS = ["2026-01-01", "2026-09-05"] as const;

it("thousands of values of random formulas agree", () => {
  const compared = Array.from({ length: SEEDS }, (_, place) => compareFormulas(place + 1));
  expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
  const values = compared.reduce((sum, each) => sum + each.values, 0);
  expect(values).toBeGreaterThan(SEEDS * FORMULAS);
});

type Comparison = { readonly values: number; readonly differences: readonly string[] };

function compareFormulas(seed: number): Comparison {
  const random = createRandom(seed);
  const register = randomRegister(random);
  const named: string[] = [];
  for (const known of [[], ["f0"], ["f0", "f1"]]) {
    named.push(evaluable(random, register, named, known));
  }
  const texts = Array.from({ length: FORMULAS }, () =>
    evaluable(random, register, named, ["f0", "f1", "f2"]),
  );
  const layer = tinyLayer(formulaMethodology(named, texts));
  const plan = buildPlanOf(getValue(parseMethodology([layer])), 2026, "2026-12-31");
  const run = getValue(calculate(plan, register));
  const differences: string[] = [];
  for (const one of register.organisations) {
    texts.forEach((text, place) => {
      const expected = evaluate(text, new Map(), formulaWorld(register, one.id, named));
      const name = `secondary/E${place}/formula`;
      const { value, rounding } = getValue(explainLine(run, one.id, name));
      const exact = rounding?.before.kind === "number" ? rounding.before.exact : "";
      const final = value.kind === "number" ? value.exact : "";
      if (typeof expected !== "object") throw new TypeError(text);
      if (same(expected, exact) && hasTiyn(expected, final)) return;
      differences.push(
        `seed ${seed}, ${one.id}: ${text} is ${exact}, not ${fractionText(expected)}`,
      );
    });
  }
  return { values: texts.length * register.organisations.length, differences };
}

/** A formula that divides by zero for none of the organisations. */
function evaluable(
  random: Random,
  register: RegisterSnapshot,
  named: readonly string[],
  known: readonly string[],
): string {
  for (;;) {
    const text = randomNumber(random, random.int(1, 4), known);
    const isWhole = register.organisations.every(({ id }) => {
      try {
        evaluate(text, new Map(), formulaWorld(register, id, named));
        return true;
      } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
      }
    });
    if (isWhole && text.length < 2_000) return text;
  }
}

/** Four organisations; the first has every cell, so that no count is missing in the register. */
function randomRegister(random: Random): RegisterSnapshot {
  const organisations = ["a", "b", "c", "d"].map((id) => {
    const attributes = {
      ownership: random.pick(["state", "private"]),
      capacity: `${random.int(0, 300)}`,
      founded_on: random.pick(["2011-11-11", "2019-05-31", "2026-01-01", "2026-07-15"]),
    };
    const opened = random.chance(70) ? "1990-01-01" : `2026-0${random.int(1, 9)}-01`;
    return organisation(id === "a" ? { id, attributes } : { id, opened, attributes });
  });
  const cells = organisations.flatMap(({ id }) =>
    COUNTS.flatMap((count) => LEVELS.map((level) => ({ id, count, level }))),
  );
  const headcounts = cells.flatMap(({ id, count, level }) => {
    const isKept = () => id === "a" || random.chance(60);
    return [
      ...(isKept() || level === "basic" ? [pupils(id, count, level, random.int(0, 40))] : []),
      ...(isKept() ? [places(id, count, level, random.int(0, 40))] : []),
    ];
  });
  return snapshot({ organisations, headcounts });
}

function same(expected: Fraction, exact: string): boolean {
  const [digits = "", below] = exact.split("/");
  if (below === undefined) return fractionText(fractionOf(digits)) === fractionText(expected);
  return `${digits}/${below}` === fractionText(expected);
}

function hasTiyn(expected: Fraction, tenge: string): boolean {
  const tiyn = times(fractionOf(tenge), fraction(100n));
  return tiyn.bottom === 1n && tiyn.top === nearestWhole(times(expected, fraction(100n)));
}

function fractionText({ top, bottom }: Fraction): string {
  return `${top}/${bottom}`;
}

/**
 * What scenarios are asked for, over random laws and cities: every answer of core is what an oracle
 * that shares no code comes to by trying everything.
 */
import { describe, expect, it } from "vitest";
import { compareAttribution } from "./compare-attributions.ts";
import { SCENARIO_KINDS } from "./scenario-kinds.ts";

/** How many seeds of each kind take a few seconds. */
const SEEDS: Readonly<Record<string, number>> = {
  scenarios: 80,
  solutions: 16,
  attributions: 20,
  "marginal pupils": 8,
  "comparisons and figures": 30,
};
const FIRST_SEED = 20_001;
const SIX_CAUSES = 2_370;

describe.each(SCENARIO_KINDS)("$name", ({ name, compare }) => {
  it("are what the oracle comes to", () => {
    const seeds = Array.from({ length: SEEDS[name] ?? 0 }, (_, place) => FIRST_SEED + place);
    const compared = seeds.map(compare);
    expect(compared.length).toBeGreaterThan(0);
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    const met = new Set(compared.flatMap(({ counts }) => Object.keys(counts)));
    expect(met.size).toBeGreaterThan(0);
  });
});

it("six causes come in 720 orders, and none of them is preferred", () => {
  const { causes, refused, differences } = compareAttribution(SIX_CAUSES, 3);
  expect({ causes, refused, differences }).toEqual({ causes: 6, refused: false, differences: [] });
});

import { describe, expect, it } from "vitest";
import {
  applyScenario,
  asOf,
  identifyScenario,
  overridesOf,
  type Scenario,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  BASE,
  baseWith,
  linesUnder,
  randomScenario,
  scenario,
} from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

type Document = Readonly<Record<string, unknown>>;

function hashOf(overrides: readonly Document[]): string {
  return identifyScenario(BASE, scenario(overrides));
}

const RATE = { parameter: "rate", key: { level: "basic" } };
const NOTHING = hashOf([]);

describe("two scenarios are the same", () => {
  it.each([
    [
      "whoever says why",
      [{ ...RATE, value: "5", reason: "a", author: "A" }],
      [{ ...RATE, value: "5" }],
    ],
    ["however digits are written", [{ ...RATE, value: "5" }], [{ ...RATE, value: "05.00" }]],
    [
      "whatever was said of it before",
      [
        { ...RATE, value: "4" },
        { ...RATE, value: "5" },
      ],
      [{ ...RATE, value: "5" }],
    ],
    [
      "in whatever order different things are said",
      [
        { ...RATE, value: "5" },
        { switch: "caps", on: true },
      ],
      [
        { switch: "caps", on: true },
        { ...RATE, value: "5" },
      ],
    ],
    [
      "by days or for the whole year",
      [{ ...RATE, value: "5" }],
      [{ ...RATE, validFrom: "2026-01-01", validTo: "2027-01-01", value: "5" }],
    ],
    [
      "however a text is set",
      [{ formula: "worth", expression: "1KZT+2 KZT" }],
      [{ formula: "worth", expression: ["1 KZT", "+ 2 KZT"] }],
    ],
    ["where nothing is different", [], [{ ...RATE, value: "2000" }]],
  ])("%s", (_, left, right) => {
    expect(hashOf(left)).toBe(hashOf(right));
  });
});

describe("two scenarios differ", () => {
  it.each([
    ["by a value", [{ ...RATE, value: "5" }], [{ ...RATE, value: "5.01" }]],
    ["by its days", [{ ...RATE, value: "5" }], [{ ...RATE, validFrom: "2026-02-01", value: "5" }]],
    ["by its key", [{ ...RATE, value: "5" }], [{ parameter: "rate", value: "5" }]],
    [
      "by a cell",
      [{ fact: "grant", organisation: "a", value: "0" }],
      [{ fact: "grant", organisation: "a", value: null }],
    ],
    ["by a limit", [{ envelope: "1" }], [{ envelope: "1", tier: "secondary" }]],
    ["by what does not fit", [{ parameter: "no", value: "1" }], [{ parameter: "no", value: "2" }]],
  ])("%s", (_, left, right) => {
    expect(hashOf(left)).not.toBe(hashOf(right));
    expect(hashOf(left)).not.toBe(NOTHING);
  });

  it("by the register, the law, the year's end of knowledge", () => {
    const knownOn = getKnownOn("2026-06-30");
    const others = [
      { ...BASE, asOf: knownOn },
      baseWith({}, { facts: [] }),
      baseWith({ reporters: { pupils: "ownership = 'state'" } }),
    ].map((inputs) => identifyScenario(inputs, scenario([])));
    expect(new Set([NOTHING, ...others]).size).toBe(4);
  });
});

function getKnownOn(day: string) {
  return asOf(2026, day as ReturnType<typeof asOf>["knownOn"]);
}

/** The same things said by one scenario without a parent. */
function flat(made: Scenario): Scenario {
  return { name: "flat", parent: undefined, overrides: overridesOf(made) };
}

describe("laws", () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed + 500);
  const lines = new Map<string, readonly string[]>();

  it.each(seeds)("scenarios of one hash have one result, parents or none (%i)", (seed) => {
    const made = randomScenario(createRandom(seed));
    const hash = identifyScenario(BASE, made);
    expect(identifyScenario(BASE, flat(made))).toBe(hash);
    const applied = applyScenario(BASE, made);
    if (!applied.ok) return;
    const found = linesUnder(getValue(applied).inputs);
    expect(lines.get(hash) ?? found).toEqual(found);
    lines.set(hash, found);
  });
});

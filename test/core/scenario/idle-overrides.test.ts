import { describe, expect, it } from "vitest";
import {
  applyScenario,
  findIdleOverrides,
  type Override,
  overridesOf,
  type Scenario,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import {
  BASE,
  faultTexts,
  linesUnder,
  randomScenario,
  scenario,
} from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

type Document = Readonly<Record<string, unknown>>;

/** The places of the idle ones among these. */
function idle(...overrides: readonly Document[]): readonly number[] {
  const made = scenario(overrides);
  const found = getValue(findIdleOverrides(BASE, made));
  return found.map(({ override }) => made.overrides.indexOf(override));
}

describe("an override is idle", () => {
  it("when no line is another by a tiyn without it", () => {
    const basic = { parameter: "rate", key: { level: "basic" } };
    expect(idle({ ...basic, value: "2000" }, { parameter: "slow", value: "3.01" })).toEqual([0]);
    // Every organisation but a has its floor of 30,000 whatever the rate is.
    expect(
      idle({
        fact: "pupils",
        organisation: "b",
        key: { count: "january", level: "primary" },
        value: "6",
      }),
    ).toEqual([]);
    expect(
      idle(
        { formula: "worth", expression: "0 KZT" },
        {
          fact: "pupils",
          organisation: "b",
          key: { count: "january", level: "primary" },
          value: "6",
        },
      ),
    ).toEqual([1]);
  });

  it("together with all others that are idle: two that say the same are not both", () => {
    expect(idle({ parameter: "slow", value: "4" }, { parameter: "slow", value: "4.0" })).toEqual([
      0,
    ]);
    const cell = { fact: "grant", organisation: "a", value: "1" };
    expect(idle(cell, cell)).toEqual([0]);
  });

  it("not when another one, or the calculation, stands on it", () => {
    const crossing = { formula: "all_pupils", expression: "worth * 1 pupil / 1 KZT" };
    const cut = {
      formula: "worth",
      expression: "all_pupils * share[ownership] * slow * 1 KZT/pupil",
    };
    expect(idle(cut)).toEqual([0]);
    const late = { formula: "unasked", expression: "all_pupils * 0 KZT/pupil" };
    expect(idle({ formula: "worth", expression: "90 KZT" }, crossing)).toEqual([1]);
    expect(idle(late, { formula: "worth", expression: "unasked" })).toEqual([]);
  });

  it("a limit only where it is said again, or where it tells the same", () => {
    expect(
      idle({ envelope: "1" }, { envelope: "2" }, { envelope: "2", tier: "secondary" }),
    ).toEqual([0]);
    expect(idle({ switch: "ceiling", on: false })).toEqual([]);
    expect(idle({ switch: "ceiling", on: true })).toEqual([0]);
  });
});

it("where the scenario does not apply, or nothing can be calculated, its faults are told", () => {
  const faults = (overrides: readonly Document[]) =>
    faultTexts(findIdleOverrides(BASE, scenario(overrides)));
  expect(faults([{ parameter: "rates", value: "1" }])).toEqual([
    "reference-unknown at overrides.0.parameter",
  ]);
  const gone = ["a", "b"].map((organisation) => ({ fact: "grant", organisation, value: null }));
  expect(faults(gone)).toEqual(["fact-rows-missing at "]);
});

function without(made: Scenario, left: ReadonlySet<Override>): readonly string[] | undefined {
  const overrides = overridesOf(made).filter((each) => !left.has(each));
  const applied = applyScenario(BASE, { ...made, parent: undefined, overrides });
  return applied.ok ? linesUnder(applied.value.inputs) : undefined;
}

describe("laws", () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed + 1700);

  it.each(seeds)(
    "all idle ones together change nothing, each of the others changes something (%i)",
    (seed) => {
      const made = randomScenario(createRandom(seed));
      const found = findIdleOverrides(BASE, made);
      if (!found.ok) return;
      const idleOnes = new Set(found.value.map(({ override }) => override));
      const whole = without(made, new Set());
      expect(without(made, idleOnes)).toEqual(whole);
      for (const each of overridesOf(made)) {
        // Limits and their switches change no line.
        const isLine =
          each.kind !== "envelope" && !(each.kind === "switch" && each.stage === "ceiling");
        if (!isLine || idleOnes.has(each)) continue;
        expect(without(made, new Set([...idleOnes, each]))).not.toEqual(whole);
      }
    },
  );
});

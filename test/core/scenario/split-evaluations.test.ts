import { describe, expect, it } from "vitest";
import {
  asOf,
  buildPlan,
  type CalculationInputs,
  calculate,
  type Tiyn,
} from "../../../packages/core/src/index.ts";
import { openMixedInputs } from "../../../packages/core/src/scenario/mixed-inputs.ts";
import { visitMixtures } from "../../../packages/core/src/scenario/split-evaluations.ts";
import { FIRST_CHOICE, inputsOfChoice } from "../../support/cause-city.ts";
import {
  FIRST_STAGED,
  planOfStaged,
  randomStagedChange,
  registerOfStaged,
} from "../../support/changing-stages.ts";
import { getValue } from "../../support/get-value.ts";
import { createRandom, type Random } from "../../support/random.ts";

describe("every mixture of the causes asked for is visited once", () => {
  it.each([
    [
      [0, 1, 2],
      ["000", "001", "010", "011", "100", "101", "110", "111"],
    ],
    [
      [1, 2],
      ["000", "001", "010", "011"],
    ],
    [[], ["000"]],
  ])("%j", (places, expected) => {
    const later = { ...FIRST_CHOICE, headcounts: 1, rates: 1, rules: 1 };
    const mixed = openMixedInputs(inputsOfChoice(FIRST_CHOICE), inputsOfChoice(later), "cause");
    const visited: string[] = [];
    const count = visitMixtures(getValue(mixed), places, (coalition) => {
      visited.push(coalition.map(Number).join(""));
    });
    expect(getValue(count)).toBe(expected.length);
    expect(visited[0]).toBe("000");
    expect(visited.toSorted()).toEqual(expected);
  });
});

describe("laws", () => {
  it("under stages that ask each other and solve rates, each mixture is as calculated from nothing", () => {
    let visited = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = createRandom(seed);
      const [from, to] = [stagedInputs(random), stagedInputs(random)];
      if (from === undefined || to === undefined) continue;
      const mixed = getValue(openMixedInputs(from, to, "cause"));
      const places = mixed.causes.map((_, place) => place);
      const done = visitMixtures(mixed, places, (coalition, model) => {
        visited += 1;
        const plan = getValue(mixed.planOf(coalition));
        const run = getValue(calculate(plan, mixed.snapshotOf(coalition)));
        expect(model.totals).toEqual(run.totals);
        if (!coalition.includes(true)) expect(model.totals.total).toBe(totalOf(from));
        if (!coalition.includes(false)) expect(model.totals.total).toBe(totalOf(to));
      });
      const turned = getValue(openMixedInputs(to, from, "cause"));
      let count = 0;
      const back = visitMixtures(turned, places, () => {
        count += 1;
      });
      expect([back.ok, back.ok ? count : 0]).toEqual([done.ok, done.ok ? done.value : 0]);
    }
    expect(visited).toBeGreaterThan(50);
  });
});

function stagedInputs(random: Random): CalculationInputs | undefined {
  let state = FIRST_STAGED;
  for (let step = random.int(0, 4); step > 0; step -= 1) {
    state = randomStagedChange(state, random).after;
  }
  const planned = planOfStaged(state);
  if (!planned.ok) return undefined;
  const { methodology } = planned.value;
  return { methodology, snapshot: registerOfStaged(state), asOf: asOf(2026) };
}

function totalOf({ methodology, snapshot, asOf: day }: CalculationInputs): Tiyn {
  return getValue(calculate(getValue(buildPlan(methodology, day)), snapshot)).totals.total;
}

import { describe, expect, it } from "vitest";
import {
  calculate,
  columnsOfRegister,
  identifyEffects,
  identifyInputs,
  identifyModel,
  identifyRun,
  identifyScenario,
  openGround,
  openModel,
  overridesOf,
} from "../../../packages/core/src/index.ts";
import { effectsOf } from "../../../packages/core/src/scenario/index.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, randomScenario, scenario } from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

const ground = openGround(BASE);
const of = (...documents: Parameters<typeof scenario>[0]) => scenario(documents.flat()).overrides;

describe("a model that goes from scenario to scenario", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "comes to what each comes to from nothing (seed %i)",
    (seed) => {
      const random = createRandom(seed);
      const base = getValue(ground.lay([]));
      const columns = columnsOfRegister(base.plan, base.inputs.snapshot);
      let held = { laid: base, model: getValue(openModel(base.plan, columns)) };
      let reached = 0;
      for (let step = 0; step < 30; step += 1) {
        const next = randomScenario(random);
        const laid = ground.lay(overridesOf(next));
        if (!laid.ok) continue;
        const run = calculate(laid.value.plan, laid.value.inputs.snapshot);
        const model = held.model.change(ground.changeBetween(held.laid, laid.value));
        expect(model.ok).toBe(run.ok);
        if (!model.ok || !run.ok) continue;
        reached += 1;
        expect(model.value.totals).toEqual(run.value.totals);
        expect(identifyModel(model.value)).toBe(identifyRun(run.value).resultHash);
        const { effects } = laid.value;
        expect(effects).toEqual(effectsOf(BASE, next));
        expect(identifyEffects(identifyInputs(BASE), BASE.asOf, effects)).toBe(
          identifyScenario(BASE, next),
        );
        held = { laid: laid.value, model: model.value };
      }
      expect(reached).toBeGreaterThan(0);
    },
  );
});

it("every fault of every override is told", () => {
  const laid = ground.lay(of({ parameter: "rates", value: "1" }, { switch: "capz", on: true }));
  expect(laid.ok ? [] : laid.issues.map(({ code }) => code)).toEqual([
    "reference-unknown",
    "reference-unknown",
  ]);
});

it("what stands in the place of an override is the parents' word, else the law's or the register's", () => {
  const parents = of(
    { parameter: "slow", value: "4" },
    { fact: "grant", organisation: "a", value: "12" },
  );
  const own = of(
    { parameter: "slow", value: "5" },
    { parameter: "spare", value: "8" },
    { parameter: "turn", validFrom: "2026-07-01", value: "3" },
    { fact: "grant", organisation: "a", value: null },
    { switch: "caps", on: true },
    { envelope: "1.00" },
  );
  const standing = ground.standingUnder(getValue(ground.lay(parents)), own);
  expect(own.map((each) => standing.get(each))).toEqual([
    "4",
    "7",
    "2",
    "12",
    "slow < 3",
    undefined,
  ]);
});

it("a cell that a parent took away stands nowhere", () => {
  const gone = of({ fact: "grant", organisation: "a", value: null });
  const own = of({ fact: "grant", organisation: "a", value: "3" });
  const standing = ground.standingUnder(getValue(ground.lay(gone)), own);
  expect([...standing.values()]).toEqual([undefined]);
});

import { expect, it } from "vitest";
import { effectsOf } from "../../../packages/core/src/scenario/index.ts";
import { BASE, scenario } from "../../support/overridden-city.ts";

it("a scenario has the effect of what it makes different, each thing once", () => {
  const { effects, unfit } = effectsOf(
    BASE,
    scenario([
      { parameter: "rate", key: { level: "basic" }, value: "2000.0" },
      { parameter: "rate", key: { level: "primary" }, value: "7" },
      { parameter: "rate", key: { level: "primary" }, value: "8" },
      { fact: "grant", organisation: "a", value: null },
      { switch: "floors", on: true },
    ]),
  );
  expect(effects).toEqual([
    { target: "parameter rate[level=primary]", values: [{ from: undefined, value: "8" }] },
    { target: ["row a", "grant", "2026", ""].join("\u0001"), values: [] },
  ]);
  expect(unfit).toEqual([]);
});

it("in which order different things are said makes no difference", () => {
  const overrides = [
    { switch: "caps", on: true },
    { parameter: "slow", value: "4" },
    { parameter: "rates", value: "2" },
    { parameter: "costs", value: "2" },
    { fact: "grant", organisation: "a", value: "1" },
  ];
  const made = effectsOf(BASE, scenario(overrides));
  expect(effectsOf(BASE, scenario(overrides.toReversed()))).toEqual(made);
  expect([made.effects.length, made.unfit.length]).toEqual([3, 2]);
});

it("what does not fit is told apart by what it says", () => {
  const { effects, unfit } = effectsOf(BASE, scenario([{ parameter: "rates", value: "1" }]));
  expect(effects).toEqual([]);
  expect(unfit.map((each) => each.includes("parameter rates"))).toEqual([true]);
});

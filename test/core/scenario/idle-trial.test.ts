import { expect, it } from "vitest";
import type { Override } from "../../../packages/core/src/index.ts";
import {
  isRowSaidAgain,
  lawWithout,
  lookAfter,
  openTrial,
  planOf,
  rowOfOverride,
  valueSaid,
  valueWithout,
} from "../../../packages/core/src/scenario/idle-trial.ts";
import { getValue } from "../../support/get-value.ts";
import { BASE, scenario } from "../../support/overridden-city.ts";

const CELL = { fact: "grant", organisation: "a" };

function facts(overrides: readonly Override[]) {
  return overrides.flatMap((each) => (each.kind === "fact" ? [each] : []));
}

it("without the last of a row the one before it stands there, without any the register", () => {
  const made = scenario([
    { ...CELL, value: "1.0" },
    { ...CELL, value: null },
  ]);
  const trial = getValue(openTrial(BASE, made));
  const [first, last] = facts(trial.overrides);
  if (first === undefined || last === undefined) throw new Error("two facts");
  expect([first, last].map((each) => isRowSaidAgain(trial, each))).toEqual([true, false]);
  expect(valueWithout(trial, last)).toBe("1");
  expect(valueSaid(rowOfOverride(trial, last))).toBeUndefined();
  const rest = { ...trial, overrides: [first] };
  expect(isRowSaidAgain(rest, first)).toBe(false);
  expect(valueWithout(rest, first)).toBe("10.5");
});

it("a look after a change leaves the model as it was, and a refused one sees nothing", () => {
  const made = scenario([
    { parameter: "slow", value: "5" },
    { formula: "worth", expression: "1 KZT / slow" },
    { formula: "all_pupils", expression: "worth * 1 pupil / 1 KZT" },
  ]);
  const trial = getValue(openTrial(BASE, made));
  const [slow, worth] = trial.overrides;
  if (slow?.kind !== "parameter" || worth?.kind !== "formula") throw new Error("a law");
  const { total } = trial.model.totals;
  const law = lawWithout(trial, slow);
  const plan = law && planOf(trial, law, slow);
  const back = { plan: trial.plan };
  const look = () => trial.model.totals.total;
  expect(plan && lookAfter(trial, { plan }, back, look)).not.toBe(total);
  expect(trial.model.totals.total).toBe(total);
  // Without the text that crosses it the last one stands in a circle.
  expect(lawWithout(trial, worth)).toBeUndefined();
  const everything = ["a", "b"].map((organisationId) => {
    return { organisationId, fact: "grant", codes: [], value: undefined };
  });
  expect(lookAfter(trial, { facts: everything }, back, look)).toBeUndefined();
});

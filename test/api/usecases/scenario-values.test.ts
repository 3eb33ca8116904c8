import { expect, it } from "vitest";
import { listValues } from "../../../packages/api/src/usecases/scenario-values.ts";
import { BASE, scenario } from "../../support/overridden-city.ts";

it("a value is changed by an override of its key, of its first day or of no day", () => {
  const { overrides } = scenario([
    { parameter: "rate", key: { level: "basic" }, value: "2100" },
    { parameter: "turn", validFrom: "2026-07-01", value: "3" },
    { parameter: "slow", value: "4" },
    { parameter: "slow", value: "5" },
  ]);
  const listed = listValues(BASE, overrides);
  expect(listed.map(({ parameter, standing, own }) => [parameter, standing, own])).toEqual([
    ["rate", "1000", null],
    ["rate", "2000", "2100"],
    ["share", "1", null],
    ["turn", "1", null],
    ["turn", "2", "3"],
    ["slow", "3", "5"],
    ["spare", "7", null],
  ]);
  expect(listed[1]).toMatchObject({ key: { level: "basic" }, unit: "KZT/pupil" });
});

import { describe, expect, it } from "vitest";
import { readCityFiles } from "../../../packages/api/src/cli/read-run.ts";
import {
  applyTo,
  calculateScenario,
  openScenario,
} from "../../../packages/api/src/usecases/calculate-scenario.ts";
import { asOf, formatTenge } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { scenarioFile } from "../../support/scenario-files.ts";
import { PRIVATE_AMOUNT, smallCity } from "../../support/small-city.ts";

describe("a city", () => {
  it("as it stands has its own amounts, an identity and no limits", async () => {
    const { city } = await read();
    const { run, scenario, envelopes, identity } = getValue(calculateScenario(city, undefined));
    expect(run.lines.map(({ amount }) => formatTenge(amount))).toContain(PRIVATE_AMOUNT);
    expect([scenario, envelopes]).toEqual([undefined, []]);
    expect(identity).toMatch(/^[0-9a-f]{64}$/);
  });

  it("under a scenario comes to the same amounts as a model of it, and to another identity", async () => {
    const { city, scenario } = await read({ parameter: "index.mrp", value: "5000" });
    const base = getValue(calculateScenario(city, undefined));
    const { run, identity } = getValue(calculateScenario(city, scenario));
    const { model } = getValue(openScenario(city, scenario));
    expect(model.totals.total).toBe(run.totals.total);
    expect(run.totals.total).toBeGreaterThan(base.run.totals.total);
    expect(identity).not.toBe(base.identity);
    expect(getValue(applyTo(city, scenario)).identity).toBe(identity);
  });

  it("keeps the limits of a scenario, which change no line", async () => {
    const { city, scenario } = await read({ envelope: "1.00" });
    const { run, envelopes } = getValue(calculateScenario(city, scenario));
    expect(envelopes.map(({ amount }) => amount)).toEqual([100n]);
    expect(run.totals).toEqual(getValue(calculateScenario(city, undefined)).run.totals);
  });

  it("is refused under a scenario that does not fit, at its override", async () => {
    const { city, scenario } = await read({ parameter: "index.mpr", value: "1" });
    for (const result of [calculateScenario(city, scenario), openScenario(city, scenario)]) {
      expect(result).toMatchObject({
        issues: [{ code: "reference-unknown", place: { path: ["overrides", 0, "parameter"] } }],
      });
    }
  });
});

async function read(...overrides: readonly Readonly<Record<string, unknown>>[]) {
  const scenarios = overrides.length === 0 ? [] : [await scenarioFile(...overrides)];
  const register = await smallCity();
  const options = { register, methodology: "kz/almaty", asOf: asOf(2026), parameters: undefined };
  const city = getValue((await readCityFiles({ ...options, scenarios })).result);
  return { city, scenario: city.scenarios[0] };
}

import { describe, expect, it } from "vitest";
import { readMethodology } from "../../../packages/api/src/files/read-methodology.ts";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import { type CitySources, readCity } from "../../../packages/api/src/usecases/read-city.ts";
import { asOf, fail, issue, ok, type Scenario } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { smallCity } from "../../support/small-city.ts";

const SCENARIO: Scenario = { name: "A", parent: undefined, overrides: [] };
const NO_FILE = fail(issue("file-missing", { file: "a.json" }, { expected: "a.json" }));
const NO_ROWS = fail(issue("table-empty", { file: "y" }, {}));

describe("a city before any scenario", () => {
  it("has its inputs, its plan and the scenarios that were asked for, none applied", async () => {
    const city = await cityWith({ readScenarios: () => Promise.resolve(ok([SCENARIO])) });
    const { inputs, plan, scenarios } = getValue(city.result);
    expect(inputs.asOf).toEqual(plan.asOf);
    expect(inputs.snapshot.organisations).toHaveLength(1);
    expect(scenarios).toEqual([SCENARIO]);
  });

  it("is refused with faults of the register and of scenarios at once", async () => {
    const { result } = await cityWith({
      readRegister: () => Promise.resolve(NO_ROWS),
      readScenarios: () => Promise.resolve(NO_FILE),
    });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual([
      ...["table-empty", "file-missing"],
    ]);
  });

  it("is refused with faults of scenarios even where no law can be read", async () => {
    const { result } = await cityWith({
      readMethodology: () => Promise.resolve(NO_ROWS),
      readScenarios: () => Promise.resolve(NO_FILE),
    });
    expect(result.ok ? [] : result.issues.map(({ code }) => code)).toEqual([
      ...["table-empty", "file-missing"],
    ]);
  });
});

async function cityWith(change: Partial<CitySources>) {
  const folder = await smallCity();
  const sources: CitySources = {
    readMethodology: () => readMethodology("kz/almaty"),
    readParameters: () => Promise.resolve({ table: undefined, issues: [] }),
    readRegister: (rules) => readRegisterFolder({ folder }, rules),
  };
  return readCity({ ...sources, ...change }, asOf(2026));
}

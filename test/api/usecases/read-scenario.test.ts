import { beforeAll, expect, it } from "vitest";
import { createScenario } from "../../../packages/api/src/usecases/create-scenario.ts";
import {
  readScenario,
  readScenarioValues,
} from "../../../packages/api/src/usecases/read-scenario.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  rateOf,
} from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it("beside each override stands what would be there without the scenario, by law or parent", async () => {
  const { context, editors, newDraft } = scenarios;
  const [actor] = editors;
  const parent = await newDraft();
  const edits = [{ override: rateOf("1100") }, { override: { ...pupilsOf(0, "11"), value: null } }];
  await keep(scenarios, { scenarioId: parent, actor, at: 1, edits });
  expect(await standingIn(parent)).toEqual([
    ["parameter rate", "1000"],
    ["fact s01 pupils[count=january;level=primary]", "10"],
  ]);
  const base = { kind: "branch", parentId: parent, revision: undefined } as const;
  const asked = { id: undefined, actor, name: "Ветвь", base };
  const branch = getValue(await createScenario(context, asked)).id;
  const own = [{ override: rateOf("1200") }, { override: pupilsOf(0, "12") }];
  await keep(scenarios, { scenarioId: branch, actor, at: 1, edits: own });
  expect(await standingIn(branch)).toEqual([
    ["parameter rate", "1100"],
    ["fact s01 pupils[count=january;level=primary]", null],
  ]);
  expect(await readScenarioValues(context, branch)).toMatchObject([
    { parameter: "rate", standing: "1100", own: "1200" },
  ]);
});

it("of a scenario that is not there nothing is read", async () => {
  const nobody = crypto.randomUUID();
  expect(await readScenario(scenarios.context, nobody)).toBeUndefined();
  expect(await readScenarioValues(scenarios.context, nobody)).toBeUndefined();
});

async function standingIn(scenarioId: string) {
  const found = await readScenario(scenarios.context, scenarioId);
  return found?.overrides.map(({ cell, standing }) => [cell, standing]);
}

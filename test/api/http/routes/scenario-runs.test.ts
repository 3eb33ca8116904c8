import { beforeAll, expect, it } from "vitest";
import { runSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  rateOf,
} from "../../../support/kept-scenarios.ts";
import { appOver } from "../../../support/kept-school.ts";

const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const { pool } = testDatabase();
let scenarios: KeptScenarios;
let app: ReturnType<typeof appOver>;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
  app = appOver(scenarios.context.store);
});

it("a named calculation keeps every line, which adds up to the revision and is explained", async () => {
  const [actor] = scenarios.editors;
  const scenarioId = await scenarios.newDraft("Вариант А");
  const edits = [{ override: rateOf("1100", "") }, { override: pupilsOf(0, "11") }];
  const kept = await keep(scenarios, { scenarioId, actor, at: 1, edits });
  const answer = await calculate(scenarioId, "К совещанию");
  expect(answer.status).toBe(201);
  const run = runSchema.parse(await answer.json());
  expect(answer.headers.get("location")).toBe(`/api/v1/runs/${run.id}`);
  expect(run).toMatchObject({
    ...{ name: "К совещанию", scenario: { id: scenarioId, name: "Вариант А", revision: 2 } },
    ...{ totalTiyn: "88110000", resultHash: kept.revision.resultHash, lineCount: 20 },
  });
  const line = "secondary/04.2.360.040/formula";
  const trace = await app.request(`/api/v1/runs/${run.id}/trace?organisation=s01&line=${line}`);
  expect(trace.status).toBe(200);
  expect(JSON.stringify(await trace.json())).toContain("45100");
});

it("a calculation without a name, and one of no scenario, is refused", async () => {
  const scenarioId = await scenarios.newDraft();
  expect((await calculate(scenarioId, " ")).status).toBe(400);
  expect((await calculate(NOBODY, "Имя")).status).toBe(404);
});

async function calculate(scenarioId: string, name: string): Promise<Response> {
  return app.request(`/api/v1/scenarios/${scenarioId}/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });
}

import { beforeAll, expect, it } from "vitest";
import { problemSchema } from "../../../packages/api/src/http/schemas.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";
import { appOver } from "../../support/kept-school.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it.each([
  ["ru", "Программа обновилась", "0.0.0", 1],
  ["kk", "Бағдарлама жаңартылды", "0.0.0", 1],
  ["en", "The program was updated", "0.0.0", 1],
  ["ru", "Запрос не понят", ENGINE_VERSION, 9],
])("what became of a batch is told in %s: %s", async (language, title, engineVersion, revision) => {
  const scenarioId = await scenarios.newDraft();
  const app = appOver(scenarios.context.store);
  const edits = [{ cell: "parameter rate" }];
  const batch = { batchId: crypto.randomUUID(), baseRevision: revision, engineVersion, edits };
  const answer = await app.request(`/api/v1/scenarios/${scenarioId}/batches`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify(batch),
  });
  expect(problemSchema.parse(await answer.json())).toMatchObject({ title });
});

it("a refused calculation is told in the words of the methodology", async () => {
  const scenarioId = await scenarios.newDraft();
  const app = appOver(scenarios.context.store);
  const expression = "rate * 1 KZT";
  const edits = [{ override: { formula: "none", expression, reason: "" } }];
  const batch = { batchId: crypto.randomUUID(), baseRevision: 1, engineVersion: ENGINE_VERSION };
  const answer = await app.request(`/api/v1/scenarios/${scenarioId}/batches`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...batch, edits }),
  });
  const { code, issues } = problemSchema.parse(await answer.json());
  expect([answer.status, code]).toEqual([422, "refused"]);
  expect(issues.map((each) => each.place["path"])).toEqual([["edits", 0, "override", "formula"]]);
});

import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";
import { appOver } from "../../support/kept-school.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it.each([
  ["another request", "", 70_000, 413],
  ["a batch", "/batches", 70_000, 400],
  ["a batch of a book", "/batches", 2_200_000, 413],
])(
  "the body of %s is read so far and no further, whatever it says of its length",
  async (...row) => {
    const [, path, size, status] = row;
    const scenarioId = await scenarios.newDraft();
    const answer = await appOver(scenarios.context.store).request(
      `/api/v1/scenarios/${scenarioId}${path}`,
      {
        method: path === "" ? "PATCH" : "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "x".repeat(size) }),
      },
    );
    expect(answer.status).toBe(status);
  },
);

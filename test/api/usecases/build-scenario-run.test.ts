import { beforeAll, expect, it } from "vitest";
import { buildScenarioRun } from "../../../packages/api/src/usecases/build-scenario-run.ts";
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

it("a run of a scenario comes to what its revision came to, and says all that decides it", async () => {
  const { context, editors } = scenarios;
  const { scenarioId, kept } = await edited();
  const head = await context.store.scenarios.findHead(scenarioId);
  if (head === undefined) throw new Error("the draft was kept");
  const request = { id: crypto.randomUUID(), createdAt: context.clock(), name: undefined };
  const run = getValue(await buildScenarioRun(context, head, request));
  expect(run).toMatchObject({
    ...{ resultHash: kept.revision.resultHash, registerHash: head.registerHash },
    ...{ methodologyHash: head.methodologyHash, total: 88_110_000n },
    scenario: {
      ...{ id: scenarioId, revision: 2, identity: kept.identity },
      document: { overrides: [{ author: editors[0].personId }, { value: "11" }] },
    },
  });
});

async function edited() {
  const [actor] = scenarios.editors;
  const scenarioId = await scenarios.newDraft();
  const edits = [{ override: rateOf("1100", "") }, { override: pupilsOf(0, "11") }];
  return { scenarioId, kept: await keep(scenarios, { scenarioId, actor, at: 1, edits }) };
}

import { beforeAll, describe, expect, it } from "vitest";
import { calculateScenarioRun } from "../../../packages/api/src/usecases/calculate-scenario-run.ts";
import { reproduceRun } from "../../../packages/api/src/usecases/reproduce-run.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  rateOf,
} from "../../support/kept-scenarios.ts";

const { pool, ownerPool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

describe("a named run of a scenario", () => {
  it("is calculated again under its scenario, as it was, with overrides that nobody explained", async () => {
    const { context, editors } = scenarios;
    const { scenarioId, kept } = await edited();
    const asked = { scenarioId, actor: editors[0], name: "К совещанию" };
    const made = await calculateScenarioRun(context, asked);
    if (made === undefined) throw new Error("the draft was kept");
    const run = getValue(made.result);
    const later = [{ override: rateOf("2000") }];
    await keep(scenarios, { scenarioId, actor: editors[1], at: 2, edits: later });
    const again = await reproduceRun(context.store, run.id);
    expect(again?.totals.total).toBe(88_110_000n);
    expect(run.resultHash).toBe(kept.revision.resultHash);
    const { items } = await context.store.audit.list(
      { limit: 1, after: undefined },
      `run ${run.id}`,
    );
    expect(items).toMatchObject([
      { action: "run-calculated", facts: { scenario: scenarioId, revision: "2" } },
    ]);
  });

  it("is not shown when its scenario is not the one that was kept", async () => {
    const { context, editors } = scenarios;
    const { scenarioId } = await edited();
    const asked = { scenarioId, actor: editors[0], name: "К совещанию" };
    const made = await calculateScenarioRun(context, asked);
    if (made === undefined) throw new Error("the draft was kept");
    const { id } = getValue(made.result);
    await ownerPool.query("ALTER TABLE calculation_runs DISABLE TRIGGER USER");
    await ownerPool.query(
      `UPDATE calculation_runs SET scenario = replace(scenario::text, '"1100"', '"1101"')::json WHERE id = $1`,
      [id],
    );
    await expect(reproduceRun(context.store, id)).rejects.toThrow("scenario it was kept with");
  });
});

it("there is no run of a scenario that is not there", async () => {
  const asked = { scenarioId: crypto.randomUUID(), actor: scenarios.editors[0], name: "Имя" };
  expect(await calculateScenarioRun(scenarios.context, asked)).toBeUndefined();
});

async function edited() {
  const [actor] = scenarios.editors;
  const scenarioId = await scenarios.newDraft();
  const edits = [{ override: rateOf("1100", "") }, { override: pupilsOf(0, "11") }];
  return { scenarioId, kept: await keep(scenarios, { scenarioId, actor, at: 1, edits }) };
}

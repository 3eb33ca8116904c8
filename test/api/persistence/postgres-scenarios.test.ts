import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.ts";
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

describe("what is kept of a scenario", () => {
  it("is its newest revision in the list, and all it says in the detail", async () => {
    const { context, editors, newDraft } = scenarios;
    const { store } = context;
    const [actor, other] = editors;
    const scenarioId = await newDraft("Вариант");
    await keep(scenarios, { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100") }] });
    const edits = [
      { override: pupilsOf(0, "11") },
      { override: { envelope: "900000.00", reason: "" } },
    ];
    await keep(scenarios, { scenarioId, actor: other, at: 2, edits });
    const detail = await store.scenarios.findDetail(scenarioId);
    expect(detail).toMatchObject({
      ...{ name: "Вариант", revision: 3, editCount: 3, isDemonstration: true },
      envelope: { limitTiyn: "90000000", headroomTiyn: "1890000", status: "draft" },
      createdBy: { id: actor.personId, name: actor.name },
      changedBy: { id: other.personId, name: other.name },
      totals: { byTier: [{ id: "secondary", amountTiyn: "88110000" }] },
    });
    expect(
      detail?.overrides.map(({ cell, author, revision }) => [cell, author.name, revision]),
    ).toEqual([
      ["parameter rate", actor.name, 2],
      ["fact s01 pupils[count=january;level=primary]", other.name, 3],
      ["envelope city", other.name, 3],
    ]);
    const { totals: _totals, overrides: _overrides, steps: _steps, ...summary } = detail ?? {};
    expect(await store.scenarios.find(scenarioId)).toEqual(summary);
    expect(await store.scenarios.findHead(scenarioId)).toMatchObject({
      revision: 3,
      state: "draft",
    });
  });

  it("is nothing of a scenario that is not there", async () => {
    const { store } = scenarios.context;
    const nobody = crypto.randomUUID();
    expect(await store.scenarios.find(nobody)).toBeUndefined();
    expect(await store.scenarios.findDetail(nobody)).toBeUndefined();
    expect(await store.scenarios.findHead(nobody)).toBeUndefined();
    expect(await store.scenarios.withLock(nobody, () => Promise.resolve("done"))).toBeUndefined();
  });

  it("stays as it was: neither revisions nor edits can be changed or removed", async () => {
    for (const table of ["scenario_revisions", "scenario_edits", "scenario_steps"]) {
      await expect(pool.query(`DELETE FROM ${table}`)).rejects.toThrow();
      await expect(pool.query(`UPDATE ${table} SET scenario_id = scenario_id`)).rejects.toThrow();
    }
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { NewAuditEntry } from "../../../packages/api/src/usecases/audit-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

describe("work on a locked scenario", () => {
  it("is kept with its entry in the journal, or not at all", async () => {
    const { context, newDraft } = scenarios;
    const { store } = context;
    const scenarioId = await newDraft("Раньше");
    const entry = entryOf(scenarioId);
    const failed = store.scenarios.withLock(scenarioId, async ({ change }) => {
      await change({ name: "Позже" }, entry);
      throw new Error("something broke");
    });
    await expect(failed).rejects.toThrow("something broke");
    expect(await store.scenarios.find(scenarioId)).toMatchObject({ name: "Раньше" });
    expect(await actionsOf(scenarioId)).toEqual(["scenario-created"]);
    await store.scenarios.withLock(scenarioId, ({ change }) => change({ name: "Позже" }, entry));
    expect(await store.scenarios.find(scenarioId)).toMatchObject({ name: "Позже" });
    expect(await actionsOf(scenarioId)).toEqual(["scenario-changed", "scenario-created"]);
  });

  it("waits for other work on it, and sees what that has done", async () => {
    const { context, newDraft } = scenarios;
    const { store } = context;
    const scenarioId = await newDraft("0");
    const add = () =>
      store.scenarios.withLock(scenarioId, ({ head, change }) =>
        change({ name: `${Number(head.name) + 1}` }, entryOf(scenarioId)),
      );
    await Promise.all(Array.from({ length: 6 }, add));
    expect(await store.scenarios.find(scenarioId)).toMatchObject({ name: "6" });
  });

  it("takes steps from state to state, told with the scenario", async () => {
    const { context, editors, newDraft } = scenarios;
    const { store, clock } = context;
    const [{ personId: author, name }] = editors;
    const scenarioId = await newDraft();
    const id = crypto.randomUUID();
    await store.scenarios.withLock(scenarioId, ({ step }) =>
      step(
        { id, to: "submitted", runId: undefined, author, madeAt: clock(), reason: "готово" },
        { ...entryOf(scenarioId), action: "scenario-submitted" },
      ),
    );
    const { state, steps } = (await store.scenarios.findDetail(scenarioId)) ?? {};
    expect(state).toBe("submitted");
    expect(steps).toEqual([
      {
        ...{ from: "draft", to: "submitted", revision: 1, runId: null, reason: "готово" },
        ...{ author: { id: author, name }, madeAt: clock().toISOString() },
      },
    ]);
  });
});

function entryOf(scenarioId: string): NewAuditEntry {
  return {
    ...{ madeAt: scenarios.context.clock(), actor: scenarios.editors[0].personId },
    ...{ action: "scenario-changed", subject: `scenario ${scenarioId}`, facts: {} },
  };
}

async function actionsOf(scenarioId: string): Promise<readonly string[]> {
  const page = { limit: 10, after: undefined };
  const { items } = await scenarios.context.store.audit.list(page, `scenario ${scenarioId}`);
  return items.map(({ action }) => action);
}

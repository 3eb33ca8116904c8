import { beforeAll, describe, expect, it } from "vitest";
import { createScenarioFeed } from "../../../packages/api/src/persistence/postgres-scenarios-feed.ts";
import type { ScenarioChangeEvent } from "../../../packages/api/src/usecases/scenario-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keep, keepScenarios, rateOf } from "../../support/kept-scenarios.ts";
import { storeOf } from "../../support/signed-in.ts";

const { pool, ownerPool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

const LISTENING =
  "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN zhanbasy%' AND datname = current_database()";

describe("who watches", () => {
  it("hears of their scenario only, whichever process has kept the change", async () => {
    const { editors, newDraft } = scenarios;
    const [actor] = editors;
    const [scenarioId, other] = [await newDraft(), await newDraft()];
    const heard = createEar();
    const stop = await storeOf(pool).scenarioFeed.watch(scenarioId, heard.listen);
    const edits = [{ override: rateOf("1100") }];
    await keep(scenarios, { scenarioId: other, actor, at: 1, edits });
    await keep(scenarios, { scenarioId, actor, at: 1, edits });
    expect(await heard.next()).toEqual({
      ...{ kind: "revision", scenarioId, revision: 2, authorId: actor.personId },
    });
    stop();
    await expect.poll(async () => (await ownerPool.query(LISTENING)).rowCount).toBe(0);
  });

  it("hears that something may have changed after the connection was broken", async () => {
    const scenarioId = await scenarios.newDraft();
    const heard = createEar();
    const stop = await storeOf(pool).scenarioFeed.watch(scenarioId, heard.listen);
    await ownerPool.query(`SELECT pg_terminate_backend(pid) FROM (${LISTENING}) AS listening`);
    expect(await heard.next()).toEqual({ kind: "changed", scenarioId });
    stop();
  });

  it("hears nothing of what others say on the channel, and goes on listening", async () => {
    const scenarioId = await scenarios.newDraft();
    const heard = createEar();
    const stop = await storeOf(pool).scenarioFeed.watch(scenarioId, heard.listen);
    const changed = { kind: "changed", scenarioId };
    const noEvent = JSON.stringify({ kind: "presence", scenarioId });
    for (const text of ["", "{", "null", noEvent, JSON.stringify(changed)]) {
      await ownerPool.query("SELECT pg_notify('zhanbasy_scenarios', $1)", [text]);
    }
    expect(await heard.next()).toEqual(changed);
    stop();
  });

  it("does not wait for ever where no connection can be made", async () => {
    const nowhere = createScenarioFeed({ host: "127.0.0.1", port: 1 });
    const stop = await nowhere.watch(crypto.randomUUID(), () => undefined);
    stop();
  });
});

/** Listens, and gives what it heard one after another. */
function createEar() {
  const heard: ScenarioChangeEvent[] = [];
  const waiting: ((event: ScenarioChangeEvent) => void)[] = [];
  return {
    listen: (event: ScenarioChangeEvent): void => {
      const first = waiting.shift();
      if (first === undefined) heard.push(event);
      else first(event);
    },
    next: (): Promise<ScenarioChangeEvent> =>
      new Promise((resolve) => {
        const first = heard.shift();
        if (first === undefined) waiting.push(resolve);
        else resolve(first);
      }),
  };
}

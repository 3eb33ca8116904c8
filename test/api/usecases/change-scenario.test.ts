import { beforeAll, expect, it } from "vitest";
import { changeScenario } from "../../../packages/api/src/usecases/change-scenario.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptScenarios, keepScenarios } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it("a change is noted in the journal, what changes nothing is not", async () => {
  const { context, editors, newDraft } = scenarios;
  const [actor] = editors;
  const scenarioId = await newDraft("Имя");
  await changeScenario(context, { scenarioId, actor, change: { name: "Имя" } });
  await changeScenario(context, {
    scenarioId,
    actor,
    change: { name: "Другое", isArchived: true },
  });
  const page = { limit: 10, after: undefined };
  const { items } = await context.store.audit.list(page, `scenario ${scenarioId}`);
  expect(items.map(({ action, facts }) => [action, facts["renamed"], facts["archived"]])).toEqual([
    ["scenario-changed", "yes", "yes"],
    ["scenario-created", undefined, undefined],
  ]);
});

it("only a draft is changed", async () => {
  const { context, editors, newDraft } = scenarios;
  const [actor] = editors;
  const scenarioId = await newDraft("Имя");
  await context.store.scenarios.withLock(scenarioId, ({ step }) =>
    step(
      {
        ...{ id: crypto.randomUUID(), to: "submitted", runId: undefined, reason: "" },
        ...{ author: actor.personId, madeAt: context.clock() },
      },
      {
        ...{ madeAt: context.clock(), actor: actor.personId, action: "scenario-submitted" },
        ...{ subject: `scenario ${scenarioId}`, facts: {} },
      },
    ),
  );
  const change = { isArchived: true };
  expect(await changeScenario(context, { scenarioId, actor, change })).toBe("scenario-not-draft");
  const nobody = { scenarioId: crypto.randomUUID(), actor, change };
  expect(await changeScenario(context, nobody)).toBeUndefined();
});

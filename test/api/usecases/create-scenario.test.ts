import { beforeAll, expect, it } from "vitest";
import { createScenario } from "../../../packages/api/src/usecases/create-scenario.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { type KeptScenarios, keep, keepScenarios, rateOf } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

it("a branch of a branch comes to what all of them say", async () => {
  const { context, editors, newDraft } = scenarios;
  const [actor] = editors;
  const parent = await newDraft();
  await keep(scenarios, {
    scenarioId: parent,
    actor,
    at: 1,
    edits: [{ override: rateOf("1100") }],
  });
  const first = await branchOf(parent);
  const second = await branchOf(first.id);
  expect(second).toMatchObject({
    ...{ totalTiyn: "88000000", editCount: 0, parent: { id: first.id, revision: 1 } },
    overrides: [],
  });
  expect(second.identity).toBe(first.identity);
  const page = { limit: 1, after: undefined };
  const { items } = await context.store.audit.list(page, `scenario ${second.id}`);
  expect(items).toMatchObject([
    {
      ...{ action: "scenario-created", actor: { id: actor.personId } },
      facts: { parent: first.id, parentRevision: "1" },
    },
  ]);
});

it("nothing is kept on a parent that is not there, nor under the id of somebody else", async () => {
  const { context, editors, newDraft } = scenarios;
  const asked = { actor: editors[1], name: "Ветвь" };
  const nowhere = { kind: "branch", parentId: crypto.randomUUID(), revision: undefined } as const;
  const refused = await createScenario(context, { ...asked, id: undefined, base: nowhere });
  expect(refused).toMatchObject({ ok: false, issues: [{ code: "scenario-unknown" }] });
  const id = await newDraft("Чужой");
  const base = { kind: "branch", parentId: id, revision: undefined } as const;
  const foreign = await createScenario(context, { ...asked, id, base });
  expect(foreign).toMatchObject({ ok: false, issues: [{ facts: { name: "id" } }] });
  expect(await context.store.scenarios.find(id)).toMatchObject({ name: "Чужой" });
});

async function branchOf(parentId: string) {
  const [actor] = scenarios.editors;
  const base = { kind: "branch", parentId, revision: undefined } as const;
  const asked = { id: undefined, actor, name: "Ветвь", base };
  return getValue(await createScenario(scenarios.context, asked));
}

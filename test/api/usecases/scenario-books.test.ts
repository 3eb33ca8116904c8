import { beforeAll, expect, it } from "vitest";
import { createScenario } from "../../../packages/api/src/usecases/create-scenario.ts";
import {
  createScenarioBooks,
  overridesIn,
  scenarioDocumentOf,
} from "../../../packages/api/src/usecases/scenario-books.ts";
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

it("a scenario says what its parents say at their revisions, then its own; read once", async () => {
  const { context, editors, newDraft } = scenarios;
  const { store } = context;
  const [actor] = editors;
  const parent = await newDraft();
  await keep(scenarios, {
    scenarioId: parent,
    actor,
    at: 1,
    edits: [{ override: rateOf("1100") }],
  });
  const base = { kind: "branch", parentId: parent, revision: undefined } as const;
  const made = await createScenario(context, { id: undefined, actor, name: "Ветвь", base });
  const branch = getValue(made).id;
  await keep(scenarios, { scenarioId: parent, actor, at: 2, edits: [{ override: rateOf("1") }] });
  const own = [{ override: pupilsOf(0, "11") }];
  await keep(scenarios, { scenarioId: branch, actor, at: 1, edits: own });

  const asked: string[] = [];
  const books = createScenarioBooks({
    findHead: store.scenarios.findHead,
    overridesAt: (id, revision) => {
      asked.push(`${id} ${revision}`);
      return store.scenarios.overridesAt(id, revision);
    },
  });
  const head = await store.scenarios.findHead(branch);
  if (head === undefined) throw new Error("the branch was kept");
  const content = await books.contentOf(head, 2);
  await books.contentOf(head, 2);
  expect(asked.toSorted()).toEqual([`${branch} 2`, `${parent} 2`].toSorted());
  expect(overridesIn(content)).toMatchObject([
    { kind: "parameter", value: "1100", place: { path: ["overrides", 0] } },
    { kind: "fact", value: "11", place: { path: ["overrides", 1] } },
  ]);
  const madeAt = context.clock().toISOString();
  const signed = { author: actor.personId, madeAt };
  expect(scenarioDocumentOf("Ветвь", content)).toEqual({
    ...{ formatVersion: 1, scenario: "Ветвь" },
    overrides: [
      { ...rateOf("1100"), ...signed },
      { ...pupilsOf(0, "11"), ...signed },
    ],
  });
  expect(await books.contentOf(head, 1)).toMatchObject({ own: [] });
});

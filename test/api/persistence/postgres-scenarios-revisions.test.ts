import { beforeAll, expect, it } from "vitest";
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

it("what holds at a revision is the last word on each cell up to it, by who said it", async () => {
  const { context, editors, newDraft } = scenarios;
  const { scenarios: store } = context.store;
  const [one, two] = editors;
  const scenarioId = await newDraft();
  const first = [{ override: rateOf("1100") }, { override: pupilsOf(0, "11") }];
  const kept = await keep(scenarios, { scenarioId, actor: one, at: 1, edits: first });
  const second = [{ override: rateOf("1200") }, { cell: kept.revision.edits[1]?.cell ?? "" }];
  await keep(scenarios, { scenarioId, actor: two, at: 2, edits: second });
  const madeAt = context.clock();
  const rate = { cell: "parameter rate", madeAt };
  expect(await store.overridesAt(scenarioId, 1)).toEqual([]);
  expect(await store.overridesAt(scenarioId, 2)).toEqual(
    [
      { ...rate, override: rateOf("1100"), author: one.personId, revision: 2 },
      { ...kept.revision.edits[1], madeAt, author: one.personId, revision: 2 },
    ].map(({ cell, override, author, revision }) => ({ cell, override, author, madeAt, revision })),
  );
  expect(await store.overridesAt(scenarioId, 3)).toEqual([
    { ...rate, override: rateOf("1200"), author: two.personId, revision: 3 },
  ]);
});

it("revisions are told in parts, from the newest, and a batch by its name", async () => {
  const { context, editors, newDraft } = scenarios;
  const { scenarios: store } = context.store;
  const [actor] = editors;
  const scenarioId = await newDraft();
  for (const at of [1, 2, 3]) {
    await keep(scenarios, { scenarioId, actor, at, edits: [{ override: rateOf(`1${at}00`) }] });
  }
  const first = await store.listRevisions(scenarioId, { limit: 3, after: undefined });
  expect(first.items.map(({ number }) => number)).toEqual([4, 3, 2]);
  const rest = await store.listRevisions(scenarioId, { limit: 3, after: first.next ?? "" });
  expect(rest).toMatchObject({ items: [{ number: 1, kind: "created", edits: [] }], next: null });
  const between = await store.revisionsBetween(scenarioId, { after: 1, upTo: 3 });
  expect(between.map(({ number, edits }) => [number, edits.length])).toEqual([
    [2, 1],
    [3, 1],
  ]);
  const batchId = first.items[0]?.batchId ?? "";
  expect(await store.findBatch(scenarioId, batchId)).toMatchObject({
    ...{ revision: first.items[0], result: { totals: { totalTiyn: "104000000" } } },
  });
  expect(await store.findBatch(scenarioId, crypto.randomUUID())).toBeUndefined();
});

it("to be undone is the last of one's own batches that says something", async () => {
  const { context, editors, newDraft } = scenarios;
  const { scenarios: store } = context.store;
  const [one, two] = editors;
  const scenarioId = await newDraft();
  const edits = [{ override: rateOf("1100") }];
  await keep(scenarios, { scenarioId, actor: one, at: 1, edits });
  await keep(scenarios, { scenarioId, actor: one, at: 2, edits });
  expect(await store.findUndoable(scenarioId, one.personId)).toMatchObject({ number: 2 });
  expect(await store.findUndoable(scenarioId, two.personId)).toBeUndefined();
});

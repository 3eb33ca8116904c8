import { beforeAll, describe, expect, it } from "vitest";
import {
  keptBatchSchema,
  revisionSchema,
} from "../../../../packages/api/src/http/scenario-schemas.ts";
import { pageSchema, problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { ENGINE_VERSION } from "../../../../packages/core/src/index.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  rateOf,
} from "../../../support/kept-scenarios.ts";
import { appOver } from "../../../support/kept-school.ts";

const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const { pool } = testDatabase();
let scenarios: KeptScenarios;
let app: ReturnType<typeof appOver>;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
  app = appOver(scenarios.context.store);
});

it("a batch is kept, told among the revisions, and taken back", async () => {
  const scenarioId = await scenarios.newDraft();
  const edits = [{ override: rateOf("1100", "") }, { override: pupilsOf(0, "11") }];
  const answer = await send(scenarioId, "batches", { edits });
  expect(answer.status).toBe(200);
  const kept = keptBatchSchema.parse(await answer.json());
  expect(kept).toMatchObject({ revision: { number: 2 }, totals: { totalTiyn: "88110000" } });
  const undone = await send(scenarioId, "undo", {});
  expect(keptBatchSchema.parse(await undone.json())).toMatchObject({
    ...{ revision: { number: 3, undoes: 2 }, totals: { totalTiyn: "80000000" } },
  });
  const list = await app.request(`/api/v1/scenarios/${scenarioId}/revisions?limit=2`);
  const page = pageSchema(revisionSchema).parse(await list.json());
  expect(page).toMatchObject({ items: [{ number: 3 }, { number: 2, undoneBy: 3 }], next: "2" });
  const rest = await app.request(`/api/v1/scenarios/${scenarioId}/revisions?after=2`);
  expect(await rest.json()).toMatchObject({ items: [{ number: 1, edits: [] }], next: null });
});

it("five thousand edits are one batch, also when they take more than other requests may", async () => {
  const scenarioId = await scenarios.newDraft();
  const cells = Array.from({ length: 5000 }, (_, place) => ({
    cell: `fact s01 pupils[count=january;level=${"x".repeat(20)}${place}]`,
  }));
  const answer = await send(scenarioId, "batches", { edits: cells });
  expect(answer.status).toBe(200);
  const tooMany = await send(scenarioId, "batches", { edits: [...cells, { cell: "" }] });
  expect(tooMany.status).toBe(400);
});

it("cells that others have changed are told with what stood, theirs and mine", async () => {
  const [, other] = scenarios.editors;
  const scenarioId = await scenarios.newDraft();
  const theirs = [{ override: rateOf("1200") }];
  await keep(scenarios, { scenarioId, actor: other, at: 1, edits: theirs });
  const answer = await send(scenarioId, "batches", { edits: [{ override: rateOf("1100") }] });
  expect(answer.status).toBe(409);
  expect(problemSchema.parse(await answer.json())).toMatchObject({
    ...{ code: "edit-conflict", title: "Ячейки уже изменены" },
    conflicts: [
      {
        ...{ cell: "parameter rate", base: null, theirs: rateOf("1200"), mine: rateOf("1100") },
        ...{ author: { id: other.personId, name: other.name }, revision: 2 },
      },
    ],
  });
});

it("a page of another engine is told to load anew, and nothing is kept", async () => {
  const scenarioId = await scenarios.newDraft();
  const edits = [{ override: rateOf("1100") }];
  const answer = await send(scenarioId, "batches", { edits, engineVersion: "0.0.1" });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "engine-version" });
});

it("what lies in the archive is not edited", async () => {
  const scenarioId = await scenarios.newDraft();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ isArchived: true });
  await app.request(`/api/v1/scenarios/${scenarioId}`, { method: "PATCH", headers, body });
  const answer = await send(scenarioId, "batches", { edits: [{ override: rateOf("1100") }] });
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "scenario-not-draft" });
});

describe("refused is", () => {
  it.each([
    ["an edit that says nothing", [{}], 400],
    ["an edit that says two things", [{ cell: "parameter rate", override: {} }], 400],
    ["a signed override", [{ override: { ...rateOf("1"), author: "x" } }], 400],
    ["no edit at all", [], 400],
    ["what does not fit", [{ override: { ...rateOf("1"), parameter: "none" } }], 422],
    ["what is no number", [{ override: rateOf("much") }], 422],
    ["what is no override", [{ override: { __proto__: null, rate: 5 } }], 422],
  ])("%s", async (_name, edits, status) => {
    const scenarioId = await scenarios.newDraft();
    const answer = await send(scenarioId, "batches", { edits });
    expect(answer.status).toBe(status);
    const { issues } = problemSchema.parse(await answer.json());
    expect(issues.length).toBeGreaterThan(0);
  });

  it("the fault of an edit has the place of the edit", async () => {
    const scenarioId = await scenarios.newDraft();
    const edits = [{ cell: "parameter rate" }, { override: rateOf("much") }];
    const answer = await send(scenarioId, "batches", { edits });
    const { issues } = problemSchema.parse(await answer.json());
    expect(issues).toMatchObject([{ place: { path: ["edits", 1, "override", "value"] } }]);
  });

  it.each(["batches", "undo"])("%s of a scenario that nobody made", async (path) => {
    const edits = path === "undo" ? {} : { edits: [{ cell: "parameter rate" }] };
    const answer = await send(NOBODY, path, edits);
    expect(answer.status).toBe(404);
  });

  it("undoing of who has said nothing, and revisions of no scenario", async () => {
    const scenarioId = await scenarios.newDraft();
    const answer = await send(scenarioId, "undo", {});
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "nothing-to-undo" });
    const list = await app.request(`/api/v1/scenarios/${NOBODY}/revisions`);
    expect(list.status).toBe(404);
  });
});

async function send(scenarioId: string, path: string, change: object): Promise<Response> {
  const batch = path === "undo" ? {} : { baseRevision: 1 };
  const sent = { batchId: crypto.randomUUID(), engineVersion: ENGINE_VERSION, ...batch, ...change };
  return app.request(`/api/v1/scenarios/${scenarioId}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(sent),
  });
}

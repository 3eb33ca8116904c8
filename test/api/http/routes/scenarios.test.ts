import { beforeAll, describe, expect, it } from "vitest";
import type { ScenarioDetail, ScenarioSummary } from "../../../../packages/api/src/contract.ts";
import {
  scenarioDetailSchema,
  scenarioSchema,
  scenarioValuesSchema,
} from "../../../../packages/api/src/http/scenario-schemas.ts";
import { pageSchema } from "../../../../packages/api/src/http/schemas.ts";
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

it("a scenario begins on register and methodology, and stands where the answer says", async () => {
  const answer = await send("POST", "", {
    ...(await inputs()),
    ...{ name: "  База 2026 ", envelopeTenge: "810000.00" },
  });
  expect(answer.status).toBe(201);
  const made = scenarioDetailSchema.parse(await answer.json());
  expect(answer.headers.get("location")).toBe(`/api/v1/scenarios/${made.id}`);
  expect(made).toMatchObject({
    ...{ name: "База 2026", parent: null, state: "draft", revision: 1, totalTiyn: "80000000" },
    ...{ envelope: { limitTiyn: "81000000", headroomTiyn: "1000000", status: "assumed" } },
    ...{ budgetYear: 2026, knownOn: "2026-12-31", overrides: [], steps: [] },
  });
  expect(await (await app.request(`/api/v1/scenarios/${made.id}`)).json()).toEqual(made);
});

it("the list shows the newest first, in parts", async () => {
  const first = await scenarios.newDraft("Раньше");
  const second = await scenarios.newDraft("Позже");
  const answer = await app.request("/api/v1/scenarios?limit=2");
  const page = pageSchema(scenarioSchema).parse(await answer.json());
  const ids = new Set(page.items.map(({ id }) => id));
  // Both of one moment: their ids decide.
  const next = await app.request(`/api/v1/scenarios?limit=200&after=${page.next ?? ""}`);
  const rest = (await next.json()) as { readonly items: readonly ScenarioSummary[] };
  const all = [...ids, ...rest.items.map(({ id }) => id)];
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining([first, second]));
});

describe("a branch", () => {
  it("stands on the revision at which it began, whatever happens to its parent", async () => {
    const [actor] = scenarios.editors;
    const parent = await scenarios.newDraft("Основа");
    await keep(scenarios, {
      ...{ scenarioId: parent, actor, at: 1, edits: [{ override: rateOf("1100") }] },
    });
    const answer = await send("POST", "", { name: "Ветвь", parent: { id: parent } });
    const branch = (await answer.json()) as ScenarioDetail;
    expect(branch).toMatchObject({
      ...{ parent: { id: parent, name: "Основа", revision: 2 }, totalTiyn: "88000000" },
    });
    const edits = [{ override: rateOf("1500") }];
    await keep(scenarios, { scenarioId: parent, actor, at: 2, edits });
    const own = { override: pupilsOf(0, "11") };
    const kept = await keep(scenarios, { scenarioId: branch.id, actor, at: 1, edits: [own] });
    expect(kept.totals.totalTiyn).toBe("88110000");
    const found = await app.request(`/api/v1/scenarios/${branch.id}`);
    expect(await found.json()).toMatchObject({
      overrides: [{ cell: kept.revision.edits[0]?.cell, standing: "10" }],
    });
  });

  it("may begin at an earlier revision, and not at one that is not yet", async () => {
    const [actor] = scenarios.editors;
    const parent = await scenarios.newDraft();
    const edits = [{ override: rateOf("1100") }];
    await keep(scenarios, { scenarioId: parent, actor, at: 1, edits });
    const answer = await send("POST", "", { name: "Ветвь", parent: { id: parent, revision: 1 } });
    expect(await answer.json()).toMatchObject({ totalTiyn: "80000000" });
    const late = await send("POST", "", { name: "Ветвь", parent: { id: parent, revision: 3 } });
    expect(late.status).toBe(400);
    expect(await late.json()).toMatchObject({ issues: [{ facts: { name: "parent.revision" } }] });
  });
});

it("asking for a scenario again under its id makes no second one", async () => {
  const id = crypto.randomUUID();
  const asked = { ...(await inputs()), id, name: "Один" };
  const [first, second] = await Promise.all([send("POST", "", asked), send("POST", "", asked)]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await second.json()).toEqual(await first.json());
  const stranger = appOver(scenarios.context.store);
  const foreign = await stranger.request("/api/v1/scenarios", json("POST", asked));
  expect(foreign.status).toBe(400);
});

it("the values that may be changed are listed with what is said of them", async () => {
  const [actor] = scenarios.editors;
  const scenarioId = await scenarios.newDraft();
  await keep(scenarios, { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100") }] });
  const answer = await app.request(`/api/v1/scenarios/${scenarioId}/values`);
  const { items } = scenarioValuesSchema.parse(await answer.json());
  expect(items).toMatchObject([{ parameter: "rate", standing: "1000", own: "1100" }]);
});

describe("a draft", () => {
  it("is named anew, put into the archive and taken out", async () => {
    const scenarioId = await scenarios.newDraft();
    const named = await send("PATCH", `/${scenarioId}`, { name: "Новое имя" });
    expect(await named.json()).toMatchObject({ name: "Новое имя", isArchived: false });
    const away = await send("PATCH", `/${scenarioId}`, { isArchived: true });
    expect(await away.json()).toMatchObject({ name: "Новое имя", isArchived: true });
    const back = await send("PATCH", `/${scenarioId}`, { isArchived: false });
    expect(await back.json()).toMatchObject({ isArchived: false, revision: 1 });
  });
});

describe("refused is", () => {
  it.each([
    ["an empty name", { name: "  " }, 400, ["name"]],
    ["a name of several lines", { name: "а\nб" }, 400, ["name"]],
    ["a parent beside inputs", { parent: { id: NOBODY } }, 400, ["registerHash"]],
    ["no inputs at all", { registerHash: undefined }, 400, ["registerHash"]],
    ["a day of no calendar", { knownOn: "2026-02-30" }, 400, ["knownOn"]],
  ])("%s", async (_name, change, status, names) => {
    const answer = await send("POST", "", { ...(await inputs()), name: "Вариант", ...change });
    expect(answer.status).toBe(status);
    const { issues } = (await answer.json()) as { issues: { facts: { name: string } }[] };
    expect(issues.map(({ facts }) => facts.name)).toEqual(expect.arrayContaining(names));
  });

  it("a parent that nobody made, and a year without counts", async () => {
    const parent = await send("POST", "", { name: "Ветвь", parent: { id: NOBODY } });
    expect(parent.status).toBe(422);
    expect(await parent.json()).toMatchObject({ issues: [{ code: "scenario-unknown" }] });
    const year = await send("POST", "", { ...(await inputs()), name: "Год", budgetYear: 2031 });
    expect(year.status).toBe(422);
    expect(await year.json()).toMatchObject({ issues: [{ code: "fact-missing" }] });
  });

  it.each([
    ["GET", ""],
    ["GET", "/values"],
    ["PATCH", ""],
  ])("%s of a scenario that nobody made: %s", async (method, path) => {
    const answer = await send(method, `/${NOBODY}${path}`, method === "PATCH" ? {} : undefined);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ issues: [{ code: "scenario-unknown" }] });
  });
});

async function inputs() {
  const { items } = await scenarios.context.store.runs.list({ limit: 1, after: undefined });
  const [run] = items;
  return {
    registerHash: run?.registerHash,
    methodologyHash: run?.methodologyHash,
    budgetYear: 2026,
  };
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  return app.request(`/api/v1/scenarios${path}`, json(method, body));
}

function json(method: string, body: unknown): RequestInit {
  const headers = { "content-type": "application/json" };
  return { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}

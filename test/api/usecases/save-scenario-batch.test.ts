import { beforeAll, describe, expect, it } from "vitest";
import { saveScenarioBatch } from "../../../packages/api/src/usecases/save-scenario-batch.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  rateOf,
  say,
} from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

describe("a batch", () => {
  it("is kept as the next revision, with totals and what it takes the place of", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor] = editors;
    const scenarioId = await newDraft();
    const edits = [{ override: rateOf("1100") }, { override: pupilsOf(0, "11") }];
    const first = await keep(scenarios, { scenarioId, actor, at: 1, edits });
    // 800 pupils at 1,000 tenge before; one more and 100 tenge more for each now.
    expect(first).toMatchObject({
      revision: { number: 2, kind: "edited", undoneBy: null, author: { name: actor.name } },
      totals: { totalTiyn: "88110000" },
      since: [],
    });
    expect(first.revision.edits).toEqual([
      { cell: "parameter rate", override: rateOf("1100"), previous: null },
      {
        cell: "fact s01 pupils[count=january;level=primary]",
        ...{ override: pupilsOf(0, "11"), previous: null },
      },
    ]);
    const next = [{ override: rateOf("1200") }];
    const second = await keep(scenarios, { scenarioId, actor, at: 2, edits: next });
    expect(second.revision.edits).toMatchObject([{ previous: { value: "1100" } }]);
    expect(await context.store.scenarios.find(scenarioId)).toMatchObject({
      ...{ revision: 3, editCount: 2, totalTiyn: "96120000", changedBy: { id: actor.personId } },
    });
  });

  it("is kept once, also when it is sent twice at the same time", async () => {
    const [actor] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const batchId = crypto.randomUUID();
    const saying = { scenarioId, actor, at: 1, batchId, edits: [{ override: rateOf("1100") }] };
    const [first, second] = await Promise.all([keep(scenarios, saying), keep(scenarios, saying)]);
    expect(second).toEqual(first);
    await keep(scenarios, { ...saying, at: 2, batchId: crypto.randomUUID() });
    const again = await saveScenarioBatch(scenarios.context, {
      ...{ ...saying, baseRevision: 1, engineVersion: "0.0.0", resultHash: undefined },
    });
    expect(again).toEqual({ kind: "kept", batch: first });
  });

  it("of somebody else is not answered under the same name", async () => {
    const [actor, other] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const batchId = crypto.randomUUID();
    const saying = { scenarioId, at: 1, batchId, edits: [{ override: rateOf("1100") }] };
    await keep(scenarios, { ...saying, actor });
    const outcome = await say(scenarios, { ...saying, actor: other });
    expect(outcome).toMatchObject({ kind: "malformed", name: "batchId" });
  });

  it("that changes nothing is known all the same, and says nothing of any cell", async () => {
    const [actor] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const edits = [{ override: rateOf("1100") }, { cell: "parameter index.mrp" }];
    await keep(scenarios, { scenarioId, actor, at: 1, edits });
    const same = { override: rateOf("1100.00") };
    const kept = await keep(scenarios, { scenarioId, actor, at: 2, edits: [same] });
    expect(kept.revision).toMatchObject({ number: 3, edits: [] });
  });

  it("may say why later, and may take an override back", async () => {
    const [actor] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const silent = { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100", "") }] };
    const first = await keep(scenarios, silent);
    expect(first.revision.edits).toMatchObject([{ override: { reason: "" } }]);
    const reasoned = { scenarioId, actor, at: 2, edits: [{ override: rateOf("1100") }] };
    const second = await keep(scenarios, reasoned);
    expect(second.revision.edits).toMatchObject([{ override: { reason: "проба" } }]);
    const back = { scenarioId, actor, at: 3, edits: [{ cell: "parameter rate" }] };
    const third = await keep(scenarios, back);
    expect(third).toMatchObject({
      revision: { edits: [{ override: null, previous: { value: "1100" } }] },
      totals: { totalTiyn: "80000000" },
    });
    expect(third.identity).not.toBe(second.identity);
  });
});

describe("two people", () => {
  it("may change different cells from the same revision", async () => {
    const [actor, other] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const mine = { scenarioId, actor, at: 1, edits: [{ override: pupilsOf(0, "11") }] };
    const theirs = { scenarioId, actor: other, at: 1, edits: [{ override: pupilsOf(1, "12") }] };
    const first = await keep(scenarios, mine);
    const second = await keep(scenarios, theirs);
    expect(second.since).toEqual([first.revision]);
    expect(second.totals.totalTiyn).toBe("80300000");
  });

  it("are told of each other when they say different things of one cell", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor, other] = editors;
    const scenarioId = await newDraft();
    const base = { scenarioId, actor, at: 1, edits: [{ override: pupilsOf(0, "11") }] };
    await keep(scenarios, base);
    const theirs = { scenarioId, actor: other, at: 2, edits: [{ override: pupilsOf(0, "12") }] };
    await keep(scenarios, theirs);
    const edits = [{ override: pupilsOf(0, "13") }, { override: pupilsOf(1, "13") }];
    const outcome = await say(scenarios, { scenarioId, actor, at: 2, edits });
    expect(outcome).toEqual({
      kind: "conflict",
      conflicts: [
        {
          cell: "fact s01 pupils[count=january;level=primary]",
          ...{ base: pupilsOf(0, "11"), theirs: pupilsOf(0, "12"), mine: pupilsOf(0, "13") },
          author: { id: other.personId, name: other.name },
          ...{ madeAt: context.clock().toISOString(), revision: 3 },
        },
      ],
    });
    expect(await context.store.scenarios.find(scenarioId)).toMatchObject({ revision: 3 });
    const chosen = await keep(scenarios, { scenarioId, actor, at: 3, edits });
    expect(chosen.revision.number).toBe(4);
  });

  it("who say the same of one cell are not in conflict; the reason stays", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor, other] = editors;
    const scenarioId = await newDraft();
    const theirs = { scenarioId, actor: other, at: 1, edits: [{ override: rateOf("1100") }] };
    await keep(scenarios, theirs);
    const edits = [{ override: rateOf("1100.0", "") }];
    await keep(scenarios, { scenarioId, actor, at: 1, edits });
    const detail = await context.store.scenarios.findDetail(scenarioId);
    expect(detail?.overrides).toMatchObject([
      { override: { reason: "проба" }, author: { id: other.personId } },
    ]);
  });

  it("are in conflict where their values hold on the same days", async () => {
    const [actor, other] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const autumn = { ...rateOf("1100"), validFrom: "2026-09-01", validTo: "2027-01-01" };
    const year = { ...rateOf("1200"), validFrom: "2026-01-01", validTo: "2027-01-01" };
    await keep(scenarios, { scenarioId, actor: other, at: 1, edits: [{ override: autumn }] });
    const outcome = await say(scenarios, { scenarioId, actor, at: 1, edits: [{ override: year }] });
    expect(outcome).toMatchObject({
      kind: "conflict",
      conflicts: [{ theirs: { value: "1100" }, mine: { value: "1200" } }],
    });
  });

  it("are in conflict when one takes back what the other changes", async () => {
    const [actor, other] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    await keep(scenarios, { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100") }] });
    const back = [{ cell: "parameter rate" }];
    await keep(scenarios, { scenarioId, actor: other, at: 2, edits: back });
    const edits = [{ override: rateOf("1200") }];
    const outcome = await say(scenarios, { scenarioId, actor, at: 2, edits });
    expect(outcome).toMatchObject({
      kind: "conflict",
      conflicts: [{ base: { value: "1100" }, theirs: null, mine: { value: "1200" } }],
    });
  });
});

describe("nothing is kept", () => {
  it("of a batch in which one override does not fit; its place is told", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor] = editors;
    const scenarioId = await newDraft();
    const edits = [
      { override: rateOf("1100") },
      { override: { ...pupilsOf(1, "12"), organisation: "nowhere" } },
      { override: { parameter: "rate2", value: "1", reason: "" } },
    ];
    const outcome = await say(scenarios, { scenarioId, actor, at: 1, edits });
    if (outcome.kind !== "refused") throw new Error(outcome.kind);
    const places = outcome.issues.map(({ code, place }) => [code, ...(place.path ?? [])]);
    expect(places).toEqual([
      ["organisation-absent", "edits", 1, "override", "organisation"],
      ["reference-unknown", "edits", 2, "override", "parameter"],
    ]);
    expect(await context.store.scenarios.find(scenarioId)).toMatchObject({ revision: 1 });
  });

  it("of what is no override at all", async () => {
    const [actor] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const edits = [{ cell: "parameter rate" }, { override: { rate: 5 } }];
    const outcome = await say(scenarios, { scenarioId, actor, at: 1, edits });
    expect(outcome).toMatchObject({
      kind: "refused",
      issues: [{ code: "document-malformed", place: { path: ["edits", 1, "override"] } }],
    });
  });

  it.each([
    ["a page of another engine", { engineVersion: "0.0.0" }, { kind: "engine-version" }],
    ["a page that knows what is not yet", { baseRevision: 9 }, { name: "baseRevision" }],
    ["another result", { resultHash: "0".repeat(64) }, { kind: "result-mismatch" }],
    ["no scenario", { scenarioId: crypto.randomUUID() }, { kind: "unknown" }],
  ])("of %s", async (_name, change, expected) => {
    const { context, editors, newDraft } = scenarios;
    const scenarioId = await newDraft();
    const outcome = await saveScenarioBatch(context, {
      ...{ scenarioId, actor: editors[0], batchId: crypto.randomUUID(), baseRevision: 1 },
      ...{ engineVersion: ENGINE_VERSION, resultHash: undefined },
      edits: [{ override: rateOf("1100") }],
      ...change,
    });
    expect(outcome).toMatchObject(expected);
    expect(await context.store.scenarios.find(scenarioId)).toMatchObject({ revision: 1 });
  });

  it("with the result that the page has, all is kept", async () => {
    const { context, editors, newDraft } = scenarios;
    const [one, other] = [await newDraft(), await newDraft()];
    const edits = [{ override: rateOf("1100") }];
    const known = await keep(scenarios, { scenarioId: one, actor: editors[0], at: 1, edits });
    const outcome = await saveScenarioBatch(context, {
      ...{ scenarioId: other, actor: editors[0], batchId: crypto.randomUUID(), baseRevision: 1 },
      ...{ engineVersion: ENGINE_VERSION, resultHash: known.revision.resultHash, edits },
    });
    expect(outcome.kind).toBe("kept");
  });
});

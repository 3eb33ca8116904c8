import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../../packages/api/src/usecases/people-ports.ts";
import { undoScenarioBatch } from "../../../packages/api/src/usecases/undo-scenario-batch.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
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

describe("what a person said last", () => {
  it("is taken back by a revision of its own, and then what they said before", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor, other] = editors;
    const scenarioId = await newDraft();
    await keep(scenarios, { scenarioId, actor, at: 1, edits: [{ override: rateOf("1100") }] });
    const edits = [{ override: rateOf("1200") }, { override: pupilsOf(0, "11") }];
    await keep(scenarios, { scenarioId, actor, at: 2, edits });
    const theirs = { scenarioId, actor: other, at: 3, edits: [{ override: pupilsOf(5, "9") }] };
    await keep(scenarios, theirs);
    expect(await undo(scenarioId, actor)).toMatchObject({
      kind: "kept",
      batch: {
        revision: { number: 5, kind: "undone", undoes: 3 },
        totals: { totalTiyn: "87890000" },
      },
    });
    expect(await undo(scenarioId, actor)).toMatchObject({ batch: { revision: { undoes: 2 } } });
    expect(await undo(scenarioId, actor)).toEqual({ kind: "nothing-to-undo" });
    const held = await context.store.scenarios.overridesAt(scenarioId, 6);
    expect(held.map(({ override }) => override)).toEqual([pupilsOf(5, "9")]);
    const { items } = await context.store.scenarios.listRevisions(scenarioId, {
      ...{ limit: 10, after: undefined },
    });
    expect(items.map(({ number, undoneBy }) => [number, undoneBy])).toEqual([
      ...[6, 5, 4].map((number) => [number, null]),
      ...[
        [3, 5],
        [2, 6],
      ],
      [1, null],
    ]);
  });

  it("is not taken back where somebody has changed it since", async () => {
    const [actor, other] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    const edits = [{ override: rateOf("1100") }, { override: pupilsOf(0, "11") }];
    await keep(scenarios, { scenarioId, actor, at: 1, edits });
    const theirs = { scenarioId, actor: other, at: 2, edits: [{ override: rateOf("1150") }] };
    await keep(scenarios, theirs);
    expect(await undo(scenarioId, actor)).toMatchObject({
      kind: "conflict",
      conflicts: [
        {
          ...{ cell: "parameter rate", mine: null, author: { id: other.personId } },
          ...{ base: { value: "1100" }, theirs: { value: "1150" } },
        },
      ],
    });
  });

  it("comes back in its order where values hold on the same days", async () => {
    const { context, editors, newDraft } = scenarios;
    const [actor] = editors;
    const scenarioId = await newDraft();
    const dated = (value: string, validFrom: string, validTo: string) => ({
      override: { ...rateOf(value), validFrom, validTo },
    });
    const year = ["2026-01-01", "2027-01-01"] as const;
    const spoken = [
      dated("1100", ...year),
      dated("1200", "2026-01-01", "2026-07-01"),
      dated("1300", ...year),
    ];
    for (const [place, edit] of spoken.entries()) {
      await keep(scenarios, { scenarioId, actor, at: place + 1, edits: [edit] });
    }
    const before = await context.store.scenarios.findBatch(
      scenarioId,
      await batchOf(scenarioId, 3),
    );
    expect(await undo(scenarioId, actor)).toMatchObject({
      batch: { identity: before?.result.identity },
    });
  });

  it("is taken back once, though it is asked twice under one name", async () => {
    const [actor] = scenarios.editors;
    const scenarioId = await scenarios.newDraft();
    for (const at of [1, 2]) {
      const edits = [{ override: rateOf(`${at}100`) }];
      await keep(scenarios, { scenarioId, actor, at, edits });
    }
    const batchId = crypto.randomUUID();
    const answers = await Promise.all([
      undo(scenarioId, actor, batchId),
      undo(scenarioId, actor, batchId),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ batch: { revision: { number: 4, undoes: 3 } } });
  });
});

function undo(scenarioId: string, actor: Actor, batchId: string = crypto.randomUUID()) {
  return undoScenarioBatch(scenarios.context, {
    ...{ scenarioId, actor, batchId, baseRevision: undefined, engineVersion: ENGINE_VERSION },
  });
}

async function batchOf(scenarioId: string, revision: number): Promise<string> {
  const range = { after: revision - 1, upTo: revision };
  const found = await scenarios.context.store.scenarios.revisionsBetween(scenarioId, range);
  return found[0]?.batchId ?? "";
}

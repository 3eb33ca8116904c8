/** Many people in one scenario: whatever they do, what holds is what a simple model says. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { ScenarioRevision } from "../../../packages/api/src/contract.ts";
import { createPostgresStore } from "../../../packages/api/src/persistence/postgres-store.ts";
import { createScenarioContext } from "../../../packages/api/src/usecases/scenario-context.ts";
import { undoScenarioBatch } from "../../../packages/api/src/usecases/undo-scenario-batch.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import {
  type KeptScenarios,
  keep,
  keepScenarios,
  pupilsOf,
  say,
} from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let scenarios: KeptScenarios;

beforeAll(async () => {
  scenarios = await keepScenarios(pool);
});

/** What each cell says: a count, or nothing. */
type Cells = Readonly<Record<string, string>>;

type ModelRevision = {
  readonly author: number;
  readonly kind: "edited" | "undone";
  readonly undoes: number | undefined;
  /** Only what it changed: from which word to which one. */
  readonly changes: Readonly<Record<string, readonly [string | undefined, string | undefined]>>;
};

const person = fc.integer({ min: 0, max: 2 });
/** How many revisions the sender has not seen. */
const stale = fc.integer({ min: 0, max: 3 });
const word = fc.option(fc.constantFrom("8", "9"), { nil: undefined });
const words = fc.dictionary(fc.constantFrom("0", "1", "2"), word, { minKeys: 1, maxKeys: 3 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("edit" as const), person, stale, words }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const), person }) },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A scenario of its own, and what a simple model says of it. */
type Play = { readonly scenarioId: string; readonly model: ModelRevision[] };

describe("laws", () => {
  it("batches and undoings of three people give what the model gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const play: Play = { scenarioId: await scenarios.newDraft(), model: [] };
        for (const each of steps)
          await (each.kind === "edit" ? edit(play, each) : undo(play, each));
        await compare(play);
      }),
      { numRuns: 12 },
    );
  });
});

async function edit(
  { scenarioId, model }: Play,
  asked: Step & { readonly kind: "edit" },
): Promise<void> {
  const at = Math.max(1, model.length + 1 - asked.stale);
  const edits = Object.entries(asked.words).map(([cell, value]) =>
    value === undefined ? { cell: nameOf(cell) } : { override: pupilsOf(Number(cell), value) },
  );
  const outcome = await say(scenarios, { scenarioId, actor: actorOf(asked), at, edits });
  const changes = change(model, at - 1, asked.words);
  expect(outcome.kind).toBe(changes === undefined ? "conflict" : "kept");
  if (changes === undefined) return;
  model.push({ author: asked.person, kind: "edited", undoes: undefined, changes });
}

async function undo(
  { scenarioId, model }: Play,
  asked: Step & { readonly kind: "undo" },
): Promise<void> {
  const outcome = await undoScenarioBatch(scenarios.context, {
    ...{ scenarioId, actor: actorOf(asked), batchId: crypto.randomUUID() },
    ...{ baseRevision: model.length + 1, engineVersion: ENGINE_VERSION },
  });
  const place = lastOf(model, asked.person);
  const changes = place === undefined ? undefined : inverse(model, place);
  const refused = place === undefined ? "nothing-to-undo" : "conflict";
  expect(outcome.kind).toBe(changes === undefined ? refused : "kept");
  if (changes === undefined) return;
  model.push({ author: asked.person, kind: "undone", undoes: place, changes });
}

/** What holds at each revision, and what the last one comes to. */
async function compare({ scenarioId, model }: Play): Promise<void> {
  const { store } = scenarios.context;
  for (const revision of model.keys()) {
    const held = await store.scenarios.overridesAt(scenarioId, revision + 2);
    const said = held.map(({ cell, override }) => [cell, override["value"]]);
    const cells = Object.entries(cellsAt(model, revision + 1));
    const expected = cells.map(([cell, value]) => [nameOf(cell), value]);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(expected));
  }
  const summary = await store.scenarios.find(scenarioId);
  const counts = Object.values(cellsAt(model, model.length)).map(Number);
  const total = counts.reduce((sum, count) => sum + (count - 10) * 100_000, 80_000_000);
  expect(summary?.totalTiyn).toBe(`${total}`);
}

function actorOf({ person: place }: Step) {
  return scenarios.editors[place] ?? scenarios.editors[0];
}

describe("writers at the same time, in two processes", () => {
  it("lose nothing: each of their additions to one cell is in the sum", async () => {
    const { context, editors, newDraft } = scenarios;
    const store = createPostgresStore(pool);
    const other = createScenarioContext({ store, clock: context.clock, ids: context.ids });
    const scenarioId = await newDraft();
    await keep(scenarios, {
      ...{ scenarioId, actor: editors[0], at: 1 },
      edits: [{ override: pupilsOf(0, "100") }],
    });
    const acknowledged: string[] = [];
    const addOne = async (writer: number): Promise<void> => {
      const own = { context: writer % 2 === 0 ? context : other };
      for (;;) {
        const head = await store.scenarios.findHead(scenarioId);
        const at = head?.revision ?? 0;
        const held = await store.scenarios.overridesAt(scenarioId, at);
        const sum = Number(held.find(({ cell }) => cell === nameOf("0"))?.override["value"]);
        const edits = [
          // Powers of two: no two ways of adding come to the same number.
          { override: pupilsOf(0, `${sum + 2 ** writer}`) },
          { override: pupilsOf(writer, `${at}`) },
        ];
        const actor = editors[writer % 3] ?? editors[0];
        const outcome = await say(own, { scenarioId, actor, at, edits });
        if (outcome.kind === "kept") {
          acknowledged.push(outcome.batch.revision.batchId);
          return;
        }
        expect(outcome.kind).toBe("conflict");
      }
    };
    const writers = Array.from({ length: 12 }, (_, place) => place + 1);
    await Promise.all(writers.map(addOne));
    const revisions = await store.scenarios.revisionsBetween(scenarioId, { after: 2, upTo: 99 });
    expect(revisions.map(({ number }) => number)).toEqual(writers.map((each) => each + 2));
    expect(new Set(revisions.map(({ batchId }) => batchId))).toEqual(new Set(acknowledged));
    expect(valueAfter(revisions, nameOf("0"))).toBe("8290");
  });
});

function nameOf(cell: string): string {
  return `fact s0${Number(cell) + 1} pupils[count=january;level=primary]`.replace("s010", "s10");
}

function valueAfter(revisions: readonly ScenarioRevision[], cell: string): unknown {
  const edits = revisions.flatMap((each) => each.edits);
  return edits.findLast((each) => each.cell === cell)?.override?.["value"];
}

/** What holds after so many revisions beside the first. */
function cellsAt(model: readonly ModelRevision[], count: number): Cells {
  const cells = new Map<string, string>();
  for (const { changes } of model.slice(0, count)) {
    for (const [cell, [, value]] of Object.entries(changes)) {
      if (value === undefined) cells.delete(cell);
      else cells.set(cell, value);
    }
  }
  return Object.fromEntries(cells);
}

/** What a batch changes; nothing where others have changed one of its cells otherwise. */
function change(
  model: readonly ModelRevision[],
  known: number,
  words: Readonly<Record<string, string | undefined>>,
): ModelRevision["changes"] | undefined {
  const [base, now] = [cellsAt(model, known), cellsAt(model, model.length)];
  const asked = Object.entries(words);
  const isForeign = asked.some(([cell, mine]) => base[cell] !== now[cell] && now[cell] !== mine);
  if (isForeign) return undefined;
  const changed = asked.filter(([cell, mine]) => now[cell] !== mine);
  return Object.fromEntries(changed.map(([cell, mine]) => [cell, [now[cell], mine] as const]));
}

/** The place of the last edits of a person that still stand. */
function lastOf(model: readonly ModelRevision[], author: number): number | undefined {
  const undone = new Set(model.map(({ undoes }) => undoes));
  const place = model.findLastIndex(
    (each, at) =>
      each.author === author &&
      each.kind === "edited" &&
      Object.keys(each.changes).length > 0 &&
      !undone.has(at),
  );
  return place < 0 ? undefined : place;
}

function inverse(
  model: readonly ModelRevision[],
  place: number,
): ModelRevision["changes"] | undefined {
  const changes = Object.entries(model[place]?.changes ?? {});
  const back = Object.fromEntries(changes.map(([cell, [before]]) => [cell, before]));
  return change(model, place + 1, back);
}

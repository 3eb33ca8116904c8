import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { KeptBatch } from "../../../../packages/api/src/contract.ts";
import { sendJson } from "../../../../packages/ui/src/api-client.ts";
import {
  type EditQueue,
  openEditQueue,
} from "../../../../packages/ui/src/features/scenarios/edit-queue.ts";
import type { WaitingBatch } from "../../../../packages/ui/src/features/scenarios/kept-edits.ts";
import { stubServer } from "../../support/server-stub.ts";
import { CONFLICT, keptAs, revision } from "../../support/small-scenario.ts";

const RATE = { cell: "rate", override: { parameter: "rate", value: "1", reason: "" } };
const LIMIT = { cell: "limit", override: { envelope: "1", reason: "" } };

describe("an edit on its way", () => {
  it("is kept in the browser until the server has it", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    expect(world.stored()).toEqual(["b-1"]);
    await world.answer(keptAs(4));
    expect(world.stored()).toEqual([]);
    expect(world.queue.view().batches.map(({ state, keptAs: as }) => [state, as])).toEqual([
      ["kept", 4],
    ]);
    world.queue.forgetKept(4);
    expect(world.queue.view().batches).toEqual([]);
  });

  it("is sent again under the same name after the network failed", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    await world.fail("nobody");
    expect(world.queue.view().link).toBe("offline");
    expect(world.queue.view().batches.map(({ state }) => state)).toEqual(["waiting"]);
    world.wake();
    expect(world.sent().map(({ batchId }) => batchId)).toEqual(["b-1", "b-1"]);
    await world.answer(keptAs(4));
    expect(world.queue.view().link).toBe("open");
  });

  it("waits behind an earlier one, and stands on what that one became", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    world.queue.add([RATE], 3);
    expect(world.sent()).toHaveLength(1);
    await world.answer(keptAs(4));
    expect(world.sent().map(({ baseRevision }) => baseRevision)).toEqual([3, 4]);
  });

  it("keeps its own base where somebody else has meanwhile spoken of its cell", async () => {
    const world = openWorld();
    world.queue.add([LIMIT], 3);
    world.queue.add([RATE], 3);
    const theirs = { cell: "rate", override: RATE.override, previous: null };
    await world.answer(keptAs(5, [revision(4, "edited", "p-2", "1", [theirs])]));
    expect(world.sent().map(({ baseRevision }) => baseRevision)).toEqual([3, 3]);
  });

  it("in conflict goes on as the person chooses: mine on top of theirs, or not at all", async () => {
    const world = openWorld();
    world.queue.add([RATE, LIMIT], 3);
    const conflicts = [{ ...CONFLICT, cell: "rate", revision: 7 }];
    await world.fail({ status: 409, code: "edit-conflict", conflicts });
    expect(world.queue.view().batches.map(({ state }) => state)).toEqual(["conflict"]);
    world.queue.resolve("b-1", new Map([["rate", "theirs"]]));
    const last = world.sent().at(-1);
    expect([last?.batchId, last?.baseRevision, last?.edits]).toEqual(["b-2", 7, [LIMIT]]);
    expect(world.stored()).toEqual(["b-2"]);
  });

  it("in conflict is forgotten where theirs is taken for all of it", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    const conflicts = [{ ...CONFLICT, cell: "rate", revision: 7 }];
    await world.fail({ status: 409, code: "edit-conflict", conflicts });
    world.queue.resolve("b-1", new Map([["rate", "theirs"]]));
    expect(world.queue.view().batches).toEqual([]);
    expect(world.stored()).toEqual([]);
    expect(world.sent()).toHaveLength(1);
  });

  it("that is refused stays with its reasons, and lets others of other cells pass", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    world.queue.add([RATE], 3);
    world.queue.add([LIMIT], 3);
    await world.fail({ status: 422, code: "refused" });
    expect(world.sent().at(-1)?.edits).toEqual([LIMIT]);
    await world.answer(keptAs(4));
    expect(world.queue.view().batches.map(({ state }) => state)).toEqual([
      "refused",
      "waiting",
      "kept",
    ]);
    world.queue.discard("b-1");
    expect(world.sent().at(-1)?.batchId).toBe("b-2");
  });

  it("of an older program waits for the page to be loaded anew", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    await world.fail({ status: 409, code: "engine-version" });
    world.queue.retry();
    expect(world.queue.view().link).toBe("outdated");
    expect(world.sent()).toHaveLength(1);
    expect(world.stored()).toEqual(["b-1"]);
  });

  it("goes elsewhere when its scenario takes no edits any more", async () => {
    const world = openWorld();
    world.queue.add([RATE], 3);
    await world.fail({ status: 409, code: "scenario-not-draft" });
    expect(world.queue.takeUnkept()).toEqual([RATE]);
    expect(world.queue.view().batches).toEqual([]);
    expect(world.stored()).toEqual([]);
  });
});

describe("laws", () => {
  it("every edit is kept once and in order, however the network fails", async () => {
    const plan = fc.array(fc.constantFrom(...FATES), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), plan, async (count, fates) => {
        const world = openWorld();
        for (let each = 0; each < count; each += 1) world.queue.add([RATE], 1);
        const taken = new Set<string>();
        const good = Array.from({ length: count }, () => "kept" as const);
        for (const fate of [...fates, ...good]) await meet(world, fate, taken);
        expect([...taken]).toEqual(Array.from({ length: count }, (_, index) => `b-${index + 1}`));
        expect(world.stored()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const FATES = ["kept", "answer lost", "request lost"] as const;

/** Lets the batch that is on its way meet its fate; the server remembers what it has taken. */
async function meet(world: World, fate: (typeof FATES)[number], taken: Set<string>): Promise<void> {
  const batch = world.pending();
  if (batch === undefined) return;
  if (fate !== "request lost") taken.add(batch.batchId);
  if (fate === "kept") await world.answer(keptAs(1 + taken.size));
  else await world.fail("nobody");
  world.wake();
}

type World = {
  readonly queue: EditQueue;
  readonly sent: () => readonly WaitingBatch[];
  readonly pending: () => WaitingBatch | undefined;
  readonly stored: () => readonly string[];
  readonly answer: (answer: KeptBatch) => Promise<void>;
  readonly fail: (problem: "nobody" | Problem) => Promise<void>;
  /** Does what was asked for later. */
  readonly wake: () => void;
};

type Problem = { readonly status: number; readonly code: string; readonly conflicts?: unknown };

/** A queue whose server answers when the test says so. */
function openWorld(): World {
  const stored = new Map<string, WaitingBatch>();
  const sent: WaitingBatch[] = [];
  const later: (() => void)[] = [];
  let settle: { take: (answer: KeptBatch) => void; refuse: (error: unknown) => void } | undefined;
  let ids = 0;
  const queue = openEditQueue({
    kept: {
      load: () => [...stored.values()],
      put: (batch) => void stored.set(batch.batchId, batch),
      drop: (batchId) => void stored.delete(batchId),
    },
    send: (batch) => {
      sent.push(batch);
      return new Promise((take, refuse) => {
        settle = { take, refuse };
      });
    },
    onKept: () => undefined,
    onConflict: () => undefined,
    newId: () => {
      ids += 1;
      return `b-${ids}`;
    },
    now: () => 1000,
    later: (_milliseconds, work) => void later.push(work),
  });
  const settled = async (act: (open: NonNullable<typeof settle>) => void): Promise<void> => {
    const open = settle;
    settle = undefined;
    if (open === undefined) throw new Error("nothing was sent");
    act(open);
    await Promise.resolve();
    await Promise.resolve();
  };
  return {
    queue,
    sent: () => sent,
    pending: () => (settle === undefined ? undefined : sent.at(-1)),
    stored: () => [...stored.keys()],
    answer: (answer) => settled(({ take }) => take(answer)),
    fail: async (problem) => {
      const error = await faultOf(problem);
      await settled(({ refuse }) => refuse(error));
    },
    wake: () => {
      for (const work of later.splice(0)) work();
    },
  };
}

/** The error of a request that was answered so. */
async function faultOf(problem: "nobody" | Problem): Promise<unknown> {
  const route = "POST /scenarios/s-1/batches";
  stubServer({ [route]: problem === "nobody" ? problem : { problem } });
  return sendJson(
    "POST /scenarios/{scenarioId}/batches",
    { path: { scenarioId: "s-1" } },
    {},
  ).catch((error: unknown) => error);
}

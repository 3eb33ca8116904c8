import { describe, expect, it } from "vitest";

import {
  chosenEdits,
  findSendable,
  linkAfter,
  movedOn,
  refusedBatch,
  waiting,
  waitingPart,
} from "../../../../packages/ui/src/features/scenarios/queued-batch.ts";
import { CONFLICT, keptAs } from "../../support/small-scenario.ts";

const BATCH = {
  ...{ batchId: "b-1", baseRevision: 3, madeAt: 1 },
  edits: [{ cell: "a", override: null }],
};

describe("a batch", () => {
  it("is stored without what has become of it", () => {
    expect(waitingPart({ ...waiting(BATCH), state: "refused" })).toEqual(BATCH);
  });

  it("is sent when nothing before it touches its cells and is still open", () => {
    const open = { ...waiting(BATCH), state: "conflict" as const };
    const other = { ...waiting(BATCH), batchId: "b-2", edits: [{ cell: "b", override: null }] };
    expect(findSendable([open, waiting(BATCH)])).toBeUndefined();
    expect(findSendable([open, waiting(BATCH), other])?.batchId).toBe("b-2");
    expect(findSendable([{ ...open, state: "kept" }, waiting(BATCH)])?.batchId).toBe("b-1");
  });

  it("moves on to a new revision only while it waits", () => {
    expect(movedOn(waiting(BATCH), keptAs(9)).baseRevision).toBe(9);
    expect(movedOn({ ...waiting(BATCH), state: "refused" }, keptAs(9)).baseRevision).toBe(3);
  });

  it("is in conflict only where the server names one", () => {
    const problem = { type: "", title: "", status: 409, issues: [], requestId: "" };
    const fault = { kind: "refused", status: 409 } as const;
    const conflicts = [CONFLICT];
    const named = { ...fault, problem: { ...problem, code: "edit-conflict", conflicts } };
    expect(refusedBatch(waiting(BATCH), named)).toMatchObject({ state: "conflict", conflicts });
    const other = { ...fault, problem: { ...problem, code: "scenario-not-draft" } };
    expect(refusedBatch(waiting(BATCH), other)).toMatchObject({ state: "refused", conflicts: [] });
  });

  it("goes on with what was not given up", () => {
    const batch = { ...waiting(BATCH), edits: [...BATCH.edits, { cell: "b", override: null }] };
    expect(chosenEdits(batch, new Map([["a", "theirs"]])).map(({ cell }) => cell)).toEqual(["b"]);
    expect(chosenEdits(batch, new Map([["a", "mine"]]))).toHaveLength(2);
  });
});

describe("the way to the server", () => {
  it.each([
    [{ kind: "network" }, "offline"],
    [{ kind: "refused", status: 503, problem: undefined }, "failing"],
    [{ kind: "refused", status: 429, problem: undefined }, "failing"],
    [{ kind: "refused", status: 422, problem: undefined }, "open"],
  ] as const)("after %j is %s", (fault, link) => {
    expect(linkAfter(fault)).toBe(link);
  });
});

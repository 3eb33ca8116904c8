import { beforeEach, describe, expect, it } from "vitest";

import { openKeptEdits } from "../../../../packages/ui/src/features/scenarios/kept-edits.ts";

const BATCH = {
  ...{ batchId: "b-1", baseRevision: 3, madeAt: 20 },
  edits: [{ cell: "envelope city", override: { envelope: "1000.00", reason: "" } }],
};

beforeEach(() => localStorage.clear());

describe("edits kept in the browser", () => {
  it("come back as they were, the oldest first, until they are dropped", () => {
    const kept = openKeptEdits("p-1", "s-1");
    const older = { ...BATCH, batchId: "b-0", madeAt: 10, edits: [{ cell: "x", override: null }] };
    kept.put(BATCH);
    kept.put(older);
    expect(openKeptEdits("p-1", "s-1").load()).toEqual([older, BATCH]);
    kept.drop("b-0");
    expect(kept.load()).toEqual([BATCH]);
  });

  it("belong to one person and one scenario", () => {
    openKeptEdits("p-1", "s-1").put(BATCH);
    expect(openKeptEdits("p-2", "s-1").load()).toEqual([]);
    expect(openKeptEdits("p-1", "s-2").load()).toEqual([]);
  });

  it("stand under the name that is emptied when the person leaves", () => {
    openKeptEdits("p-1", "s-1").put(BATCH);
    expect(Object.keys(localStorage)).toEqual(["zhanbasy.unsent.p-1.s-1.b-1"]);
  });

  it.each(["", "{", "[]", "null", '{"batchId":"b"}', '{"batchId":"b","baseRevision":1.5}'])(
    "that cannot be read are left out: %j",
    (text) => {
      localStorage.setItem("zhanbasy.unsent.p-1.s-1.b-1", text);
      expect(openKeptEdits("p-1", "s-1").load()).toEqual([]);
    },
  );
});

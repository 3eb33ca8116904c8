import { describe, expect, it } from "vitest";

import { arrangeEdits } from "../../../../packages/ui/src/features/scenarios/edit-rows.ts";
import {
  type QueuedBatch,
  waiting,
} from "../../../../packages/ui/src/features/scenarios/queued-batch.ts";
import { CELL, SCENARIO } from "../../support/small-scenario.ts";

const LIMIT = { envelope: "1000.00", reason: "" };

describe("the rows of edits", () => {
  it("are those of the scenario, with who made them", () => {
    const [row] = arrangeEdits(SCENARIO.overrides, []);
    expect(row).toMatchObject({ cell: CELL, standing: "462600", revision: 3, isLeaving: false });
    expect(row?.author?.name).toBe("Данияр Үлгі");
    expect(row?.pending).toBeUndefined();
  });

  it("show a new value at once, above what stood there", () => {
    const mine = { parameter: "secondary.Ez", key: { level: "primary" }, value: "470000" };
    const [row] = arrangeEdits(SCENARIO.overrides, [batch(CELL, { ...mine, reason: "" })]);
    expect(row).toMatchObject({ json: mine, standing: "462600", pending: { state: "waiting" } });
    expect(row?.author).toBeUndefined();
  });

  it("have new ones at the end, and those that go away marked", () => {
    const rows = arrangeEdits(SCENARIO.overrides, [
      batch("envelope city", LIMIT),
      batch(CELL, null),
    ]);
    expect(rows.map(({ cell, isLeaving }) => [cell, isLeaving])).toEqual([
      [CELL, true],
      ["envelope city", false],
    ]);
    expect(rows[1]?.standing).toBeUndefined();
  });

  it("say nothing of a removal of what is not there", () => {
    expect(arrangeEdits([], [batch("envelope city", null)])).toEqual([]);
  });
});

function batch(cell: string, override: QueuedBatch["edits"][number]["override"]): QueuedBatch {
  return waiting({ batchId: "b", baseRevision: 3, madeAt: 1, edits: [{ cell, override }] });
}

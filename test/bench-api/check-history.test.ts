import { describe, expect, it } from "vitest";
import type { ScenarioRevision } from "../../packages/api/src/contract.ts";
import { checkHistory, type WrittenScenario } from "./check-history.ts";

const override = (value: string) => ({ fact: "pupils", value });
const sent = (cell: string, value: number) => ({ cell, value, override: override(`${value}`) });

/** Revision 1, then one for each word: the cell, what is said of it, what stood there. */
function revisions(
  ...words: readonly (readonly [string, string, string | null])[]
): readonly ScenarioRevision[] {
  const others = {
    ...{ author: { id: "1", name: "A" }, madeAt: "2026-01-01T00:00:00.000Z", undoes: null },
    ...{ undoneBy: null, totalTiyn: "0", resultHash: "", engineVersion: "1" },
  };
  return [
    { ...others, number: 1, kind: "created", batchId: "made", edits: [] },
    ...words.map(
      ([cell, value, previous], place): ScenarioRevision => ({
        ...{ ...others, number: place + 2, kind: "edited", batchId: `b${place + 2}` },
        edits: [
          {
            ...{ cell, override: override(value) },
            previous: previous === null ? null : override(previous),
          },
        ],
      }),
    ),
  ];
}

const WELL: WrittenScenario = {
  acknowledged: [
    { batchId: "b2", baseRevision: 1, revision: 2, edits: [sent("x", 5)] },
    { batchId: "b3", baseRevision: 2, revision: 3, edits: [sent("x", 6)] },
    { batchId: "b4", baseRevision: 1, revision: 4, edits: [sent("y", 7)] },
  ],
  sent: new Set(["b2", "b3", "b4"]),
  revisions: revisions(["x", "5", null], ["x", "6", "5"], ["y", "7", null]),
  overrides: [
    { cell: "x", override: override("6") },
    { cell: "y", override: override("7") },
  ],
};

function faultsAfter(change: Partial<WrittenScenario>): readonly string[] {
  const { lost, overwritten } = checkHistory({ ...WELL, ...change });
  return [...lost, ...overwritten];
}

describe("the history of a scenario that many write", () => {
  it("is whole when every word stands once and was said knowing what stood there", () => {
    expect(faultsAfter({})).toEqual([]);
  });

  it("may hold a batch whose answer never arrived", () => {
    expect(faultsAfter({ acknowledged: WELL.acknowledged.slice(1) })).toEqual([]);
  });

  it("has lost a batch that was acknowledged and is not there", () => {
    const [first, second] = WELL.revisions;
    const cut = first === undefined || second === undefined ? [] : [first, second];
    expect(checkHistory({ ...WELL, revisions: cut }).lost).toEqual([
      "batch b3 of revision 3 stands at []",
      "batch b4 of revision 4 stands at []",
    ]);
  });

  it("has lost a batch that says something else", () => {
    const changed = revisions(["x", "5", null], ["x", "6", "5"], ["y", "8", null]);
    expect(checkHistory({ ...WELL, revisions: changed }).lost).toEqual([
      "revision 4 does not say 7 of y",
    ]);
  });

  it("has a word that went under when its writer's successor did not know it", () => {
    const acknowledged = WELL.acknowledged.map((batch) => ({ ...batch, baseRevision: 1 }));
    expect(faultsAfter({ acknowledged })).toEqual(["revision 3 overwrote 5 at x unseen"]);
  });

  it("is broken by a batch that nobody sent, or that stands twice", () => {
    expect(faultsAfter({ sent: new Set(["b2", "b4"]) })).toEqual(["nobody sent revision 3"]);
    const twice = WELL.revisions.map((each) => ({ ...each, batchId: "b2" }));
    expect(checkHistory({ ...WELL, revisions: twice }).lost).toHaveLength(3);
  });

  it("is broken where the scenario does not say the last word", () => {
    expect(faultsAfter({ overrides: WELL.overrides.slice(1) })).toEqual([
      "the scenario does not say the last word on x",
    ]);
  });
});

import { describe, expect, it } from "vitest";

import { arrangeScenarios } from "../../../../packages/ui/src/features/scenarios/scenario-tree.ts";
import { SUMMARY } from "../../support/small-scenario.ts";

describe("the tree of scenarios", () => {
  it("has each one under what it stands on, the oldest first, whenever they were changed", () => {
    const rows = arrangeScenarios([
      scenario("b", "base", "2026-11-03"),
      scenario("leaf", "a", "2026-11-04"),
      scenario("base", undefined, "2026-11-01"),
      scenario("a", "base", "2026-11-02"),
    ]);
    expect(rows.map(({ scenario: { id }, depth }) => [id, depth])).toEqual([
      ["base", 0],
      ["a", 1],
      ["leaf", 2],
      ["b", 1],
    ]);
  });

  it("puts one whose parent is not shown at the left", () => {
    const rows = arrangeScenarios([scenario("branch", "hidden", "2026-11-02")]);
    expect(rows.map(({ depth }) => depth)).toEqual([0]);
  });
});

function scenario(id: string, parentId: string | undefined, day: string) {
  const parent = parentId === undefined ? null : { id: parentId, name: parentId, revision: 1 };
  return { ...SUMMARY, id, parent, createdAt: `${day}T00:00:00.000Z` };
}

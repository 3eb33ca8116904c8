import { describe, expect, it } from "vitest";
import {
  baseOf,
  batchRequestSchema,
  scenarioRequestSchema,
} from "../../../packages/api/src/http/scenario-request-schemas.ts";

const HASH = "a".repeat(64);
const INPUTS = { registerHash: HASH, methodologyHash: HASH, budgetYear: 2026 };
const ID = "2F1B0E4C-3C5D-4E6F-8A9B-0C1D2E3F4A5B";

describe("a scenario is asked for", () => {
  it("on inputs, with a limit that nobody has an act for", () => {
    const asked = scenarioRequestSchema.parse({
      ...{ ...INPUTS, name: " База  2026 ", envelopeTenge: "432000000000" },
    });
    expect(asked.name).toBe("База  2026");
    expect(baseOf(asked)).toEqual({
      kind: "inputs",
      inputs: {
        ...{ ...INPUTS, knownOn: undefined },
        envelope: { limit: 43_200_000_000_000n, status: "assumed" },
      },
    });
  });

  it("as a branch, by an id in whatever letters", () => {
    const asked = scenarioRequestSchema.parse({ name: "Ветвь", parent: { id: ID } });
    const parentId = ID.toLowerCase();
    expect(baseOf(asked)).toEqual({ kind: "branch", parentId, revision: undefined });
  });

  it("in one way: every member that does not belong to it is told", () => {
    const parent = { id: ID };
    const found = scenarioRequestSchema.safeParse({ ...INPUTS, name: "Ветвь", parent });
    expect(found.error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(INPUTS));
  });

  it.each(["", " ", "а".repeat(121), "а\u0000", "а\nб"])("not under the name %j", (name) => {
    const found = scenarioRequestSchema.safeParse({ ...INPUTS, name });
    expect(found.error?.issues.map(({ path }) => path)).toEqual([["name"]]);
  });
});

describe("a batch", () => {
  const batch = { batchId: ID, baseRevision: 1, engineVersion: "1" };
  const override = { parameter: "rate", value: "1", reason: "" };

  it("says something of cells, signed by nobody", () => {
    const edits = [{ override }, { cell: "parameter rate" }];
    expect(batchRequestSchema.parse({ ...batch, edits }).edits).toEqual(edits);
  });

  it.each([
    ["nothing", []],
    ["an edit of nothing", [{}]],
    ["an edit of two things", [{ override, cell: "parameter rate" }]],
    ["a signed override", [{ override: { ...override, madeAt: "2026-01-01" } }]],
    ["more than five thousand", Array.from({ length: 5001 }, () => ({ cell: "a" }))],
  ])("is not %s", (_name, edits) => {
    expect(batchRequestSchema.safeParse({ ...batch, edits }).success).toBe(false);
  });
});

import { describe, expect, it } from "vitest";

import {
  findReadOnlyReason,
  obstaclesOf,
  offeredActions,
} from "../../../../packages/ui/src/features/scenarios/next-step.ts";
import { OPEN_GATE } from "../../support/small-scenario.ts";

describe("what is offered next", () => {
  it.each([
    ["draft", "editor", "submit", []],
    ["draft", "approver", undefined, []],
    ["submitted", "editor", "copy", ["withdraw"]],
    ["submitted", "approver", "approve", ["return"]],
    ["approved", "approver", "issue", ["return"]],
    ["approved", "editor", "copy", []],
    ["issued", "editor", "copy", []],
    ["issued", "approver", undefined, []],
    ["superseded", "editor", "copy", []],
    ["submitted", "auditor", undefined, []],
  ] as const)("%s to the %s: %s", (state, role, primary, others) => {
    expect(offeredActions({ state, isArchived: false }, role)).toEqual({ primary, others });
  });

  it("of an archived scenario is a copy, for who edits", () => {
    const archived = { state: "draft", isArchived: true } as const;
    expect(offeredActions(archived, "editor").primary).toBe("copy");
    expect(offeredActions(archived, "approver").primary).toBeUndefined();
  });
});

describe("a scenario", () => {
  it("is edited by an editor while it is a draft, by nobody else and never later", () => {
    expect(findReadOnlyReason({ state: "draft", isArchived: false }, "editor")).toBeUndefined();
    expect(findReadOnlyReason({ state: "draft", isArchived: false }, "approver")).toBe("role");
    expect(findReadOnlyReason({ state: "issued", isArchived: false }, "editor")).toBe("issued");
    expect(findReadOnlyReason({ state: "draft", isArchived: true }, "editor")).toBe("archived");
  });
});

describe("the gate", () => {
  it("is asked for the step that is meant; an issue at least as preliminary", () => {
    const held = { code: "deficit", facts: {}, message: "Дефицит" } as const;
    const gate = { ...OPEN_GATE, preliminary: [held], official: [held, held] };
    expect(obstaclesOf(gate, "issue")).toEqual([held]);
    expect(obstaclesOf(gate, "submit")).toEqual([]);
    expect(obstaclesOf(undefined, "issue")).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";

import { stageOf } from "../../../../packages/ui/src/features/scenarios/ground-stage.ts";
import { GROUND } from "../../support/small-scenario.ts";

describe("the ground of a value", () => {
  it("counts when a second person has confirmed it", () => {
    expect(stageOf({ ground: null })).toBe("bare");
    expect(stageOf({ ground: GROUND })).toBe("awaiting");
    const confirmedBy = { id: "p-2", name: "Данияр" };
    const confirmedAt = "2026-11-21T00:00:00Z";
    expect(stageOf({ ground: { ...GROUND, confirmedBy, confirmedAt } })).toBe("confirmed");
  });
});

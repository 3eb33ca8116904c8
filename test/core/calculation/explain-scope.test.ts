import { expect, it } from "vitest";
import { withNotes } from "../../../packages/core/src/calculation/explain-scope.ts";
import { numberValue, traceNode } from "../../../packages/core/src/calculation/trace.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, organisation, run } from "../../support/school-register.ts";

it("gives an inner place notes of its own, and its codes where it has some", () => {
  const outer = {
    run: run(schoolPlan(), { headcounts: FOUR_CELLS }),
    organisation: organisation(),
    codes: new Map([["level", "primary"]]),
    valuesOn: "year" as const,
    known: { uses: new Map(), units: new Map(), formulas: new Map() },
    inputs: [traceNode({ kind: "fact", id: "pupils", value: numberValue(ratioOf(1n), "pupil") })],
    shown: new Map(),
  };
  const same = withNotes(outer);
  expect([same.inputs.length, outer.inputs.length]).toEqual([0, 1]);
  expect(same.codes).toBe(outer.codes);
  expect(withNotes(outer, new Map([["level", "basic"]])).codes.get("level")).toBe("basic");
});

import { expect, it } from "vitest";

import { toldFormula } from "../../../../packages/ui/src/features/explanation/told-formula.ts";
import { traceTree } from "../../../../packages/ui/src/features/explanation/trace-tree.ts";
import { TRACE } from "../../support/small-trace.ts";

it("a rule that only passes a value on is not worth telling", () => {
  expect(toldFormula(traceTree(TRACE)).id).toBe("school");
});

it("a rule that calculates is", () => {
  const root = traceTree(TRACE);
  const calculated = { ...root, withValues: { text: "⟦0⟧ * 2", values: [] } };
  expect(toldFormula(calculated)).toBe(calculated);
});

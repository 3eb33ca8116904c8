import { expect, it } from "vitest";
import { createRunState, reportOnce } from "../../../packages/core/src/calculation/run-state.ts";
import { issue } from "../../../packages/core/src/index.ts";

it("begins with nothing read and nothing wrong", () => {
  const state = createRunState();
  expect(state.organisation).toBeUndefined();
  expect(state.isCounted).toBe(false);
  expect([state.openMonths.size, state.used.size, state.issues.size]).toEqual([0, 0, 0]);
  expect(state.cellsOf("pupils").size).toBe(0);
});

it("keeps an issue once, and issues with other facts beside it", () => {
  const state = createRunState();
  const found = (organisation: string) =>
    issue("division-by-zero", {}, { formula: "norm", organisation });
  for (const each of ["a", "b", "a"]) reportOnce(state, found(each));
  expect([...state.issues.values()]).toEqual([found("a"), found("b")]);
});

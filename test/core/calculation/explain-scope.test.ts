import { expect, it } from "vitest";
import {
  aside,
  asRatio,
  readsCount,
  rootScope,
  withNotes,
} from "../../../packages/core/src/calculation/explain-scope.ts";
import { numberValue, traceNode } from "../../../packages/core/src/calculation/trace.ts";
import { InvariantViolation } from "../../../packages/core/src/index.ts";
import { ratioOf } from "../../../packages/core/src/money/index.ts";
import { schoolPlan } from "../../support/school-methodology.ts";
import { FOUR_CELLS, run } from "../../support/school-register.ts";

const RUN = run(schoolPlan(), { headcounts: FOUR_CELLS });
const ONE_PUPIL = traceNode({
  ...{ kind: "fact", id: "pupils", value: numberValue(ratioOf(1n), "pupil") },
});

it("gives an inner place notes of its own, and its codes where it has some", () => {
  const root = rootScope(RUN, RUN.snapshot.organisations[0]);
  const outer = { ...withNotes(root, [{ dimension: "level", code: "primary" }]) };
  outer.inputs.push(ONE_PUPIL);
  const same = withNotes(outer);
  expect([same.inputs.length, outer.inputs.length]).toEqual([0, 1]);
  expect(same.codes.get("level")).toBe("primary");
  const inner = withNotes(outer, [...outer.bound, { dimension: "level", code: "basic" }]);
  expect(inner.codes.get("level")).toBe("basic");
  expect(inner.bound).toHaveLength(2);
  expect(aside(inner).codes.size).toBe(0);
});

it("a city has no organisation, and an organisation what the run remembers of it", () => {
  const [organisation] = RUN.snapshot.organisations;
  expect(rootScope(RUN, organisation).state).toBe(RUN.figures.states[0]);
  expect(rootScope(RUN, undefined).state).toBe(RUN.figures.city);
});

it("a total says by itself whether it stands on a count", () => {
  const { known } = rootScope(RUN, undefined);
  const total = traceNode({ ...ONE_PUPIL, kind: "total", id: "total", inputs: [ONE_PUPIL] });
  known.counted.add(ONE_PUPIL);
  expect(readsCount([total], known)).toBe(false);
  expect(readsCount([traceNode({ ...total, kind: "formula" })], known)).toBe(true);
  known.counted.add(total);
  expect(readsCount([total], known)).toBe(true);
});

it("a number is asked for only where one stands", () => {
  expect(asRatio(ratioOf(1n))).toEqual(ratioOf(1n));
  expect(() => asRatio("private")).toThrow(InvariantViolation);
  expect(() => asRatio(true)).toThrow(InvariantViolation);
});

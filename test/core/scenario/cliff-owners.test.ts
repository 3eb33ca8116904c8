import { expect, it } from "vitest";
import { ownersOf } from "../../../packages/core/src/scenario/cliff-owners.ts";
import { formula, line, schoolPlan } from "../../support/school-methodology.ts";
import { stage } from "../../support/staged-city.ts";

const PLAN = schoolPlan({
  formulas: [formula("least", "1", "min(1, 2)")],
  lines: [line("school", "least * 1 KZT", { when: "least > 0" })],
  more: [{ stages: [stage("floors", 1, { kind: "floor", lines: ["school"], bound: "5 KZT" })] }],
});

it("every piece of a text belongs to its formula, line or stage", () => {
  const owned = [...ownersOf(PLAN).values()].map(({ owner }) => `${owner.kind} ${owner.id}`);
  expect(owned).toEqual([
    ...["formula least", "formula least", "formula least"],
    ...["line school", "line school", "line school"],
    ...["line school", "line school", "line school"],
    "stage floors",
  ]);
});

it("no two pieces have one number", () => {
  const owned = [...ownersOf(PLAN).values()];
  expect(new Set(owned.map(({ number }) => number)).size).toBe(owned.length);
});

it("the owner is found in its document", () => {
  const [first] = ownersOf(PLAN).values();
  expect(first?.owner.place).toMatchObject({ file: "school.json", path: ["formulas", 0] });
});

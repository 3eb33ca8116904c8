import { expect, it } from "vitest";
import { questionOf } from "../../../packages/api/src/usecases/scenario-context.ts";
import { applyEdits, readEdits } from "../../../packages/api/src/usecases/scenario-edits.ts";
import { asOf } from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";

it("a question names own overrides as the last of all, the very same ones", () => {
  const signature = { author: "one", madeAt: new Date(0), revision: 2 };
  const [inherited, own] = ["1", "2"].map((value) => {
    const edits = readEdits([{ override: { parameter: "rate", value, reason: "" } }]);
    return applyEdits([], getValue(edits), signature);
  });
  const head = {
    ...{ id: "1", name: "Вариант", parent: undefined, registerHash: "r", methodologyHash: "m" },
    ...{ asOf: asOf(2026), envelope: undefined, revision: 2, isArchived: false },
    state: "draft",
  } as const;
  const question = questionOf(head, { inherited: inherited ?? [], own: own ?? [] });
  expect(question.overrides.map((each) => each.place)).toEqual([
    { path: ["overrides", 0] },
    { path: ["overrides", 1] },
  ]);
  expect(question.own).toHaveLength(1);
  expect(question.own[0]).toBe(question.overrides[1]);
});

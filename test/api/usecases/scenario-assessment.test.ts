import { beforeAll, expect, it } from "vitest";
import { createAssessor } from "../../../packages/api/src/usecases/scenario-assessment.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptIssue, keepIssue, lookAt } from "../../support/kept-issue.ts";
import { keep, rateOf } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
});

it("what was found of a revision is remembered, and a new revision is looked at anew", async () => {
  const scenarioId = await kept.newDraft({ envelope: "80005.50" });
  const first = await lookAt(kept, scenarioId);
  expect((await lookAt(kept, scenarioId)).assessment).toBe(first.assessment);
  expect([first.assessment.hasLimit, first.assessment.deficits]).toEqual([true, []]);
  const edits = [{ override: rateOf("1001") }];
  await keep(kept, { scenarioId, actor: kept.editor, at: 1, edits });
  const { assessment } = await lookAt(kept, scenarioId);
  expect(assessment.deficits).toEqual([{ scope: "", amount: 8_000n }]);
  expect(assessment.weak.map(({ kind }) => kind)).toEqual(["rule", "override"]);
});

it("limits of members are looked at one by one", async () => {
  const scenarioId = await kept.newDraft();
  const limits = [
    { tier: "secondary", envelope: "80000.01" },
    { tier: "overhead", envelope: "5.00" },
    { organisation: "a", envelope: "39000.00" },
    { district: "north", envelope: "79999.99" },
    { budgetCode: "04.2.360.040", envelope: "1.00" },
  ];
  const edits = limits.map((each) => ({ override: { ...each, reason: "лимит" } }));
  await keep(kept, { scenarioId, actor: kept.editor, at: 1, edits });
  const { assessment } = await lookAt(kept, scenarioId);
  expect(assessment.deficits).toEqual([
    { scope: "tier=overhead", amount: 50n },
    { scope: "organisation=a", amount: 100_000n },
    { scope: "district=north", amount: 1n },
    { scope: "budgetCode=04.2.360.040", amount: 8_000_450n },
  ]);
});

it("a failure is not remembered", async () => {
  const { books, desk, store } = kept.context;
  let isBroken = true;
  const head = await store.scenarios.findHead(await kept.newDraft());
  if (head === undefined) throw new Error("no scenario");
  const assess = createAssessor({
    desk,
    books: {
      ...books,
      contentOf: (...asked) =>
        isBroken ? Promise.reject(new Error("gone")) : books.contentOf(...asked),
    },
  });
  await expect(assess(head)).rejects.toThrow("gone");
  isBroken = false;
  expect((await assess(head)).ok).toBe(true);
});

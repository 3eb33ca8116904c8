import { beforeAll, expect, it } from "vitest";
import { changeScenario } from "../../../packages/api/src/usecases/change-scenario.ts";
import { createScenario } from "../../../packages/api/src/usecases/create-scenario.ts";
import {
  approvalGate,
  issueGate,
  readStanding,
  submissionGate,
} from "../../../packages/api/src/usecases/scenario-gate.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { type KeptIssue, keepIssue, lookAt } from "../../support/kept-issue.ts";
import { keep, pupilsOf, rateOf } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
});

/** Codes of every gate, for the editor or another person. */
async function gatesOf(scenarioId: string, actor = kept.editor) {
  const looked = await lookAt(kept, scenarioId);
  const standing = await readStanding(kept.context.store, looked.head, looked.assessment);
  const question = { ...looked, standing, actor };
  const codesOf = (reasons: ReturnType<typeof submissionGate>) => reasons.map(({ code }) => code);
  return {
    submit: codesOf(submissionGate(question)),
    approve: codesOf(approvalGate(question)),
    preliminary: codesOf(issueGate(question, "preliminary")),
    official: codesOf(issueGate(question, "official")),
  };
}

it("every reason of every step is told at once", async () => {
  const scenarioId = await kept.newDraft({ envelope: "10", rate: "1100", reason: "" });
  expect(await gatesOf(scenarioId)).toEqual({
    submit: ["reason-missing", "finding-blocking"],
    approve: ["state"],
    preliminary: ["state", "deficit", "finding-blocking"],
    official: ["state", "deficit", "finding-blocking", "own-override", "value-weak", "value-weak"],
  });
  expect((await gatesOf(scenarioId, kept.approver)).official).not.toContain("own-override");
});

it("an issue needs a limit, the city's and each that the scenario sets for a part", async () => {
  const { items } = await kept.context.store.runs.list({ limit: 10, after: undefined });
  const city = items.find(({ scenario }) => scenario === null);
  if (city === undefined) throw new Error("no city");
  const { registerHash, methodologyHash, budgetYear } = city;
  const inputs = { registerHash, methodologyHash, budgetYear, knownOn: undefined };
  const base = { kind: "inputs", inputs: { ...inputs, envelope: undefined } } as const;
  const request = { id: undefined, actor: kept.editor, name: "Без конверта", base };
  const { id } = getValue(await createScenario(kept.context, request));
  expect((await gatesOf(id)).preliminary).toContain("envelope-missing");
  const part = { envelope: "100.00", tier: "secondary", reason: "лимит уровня" };
  const edits = [{ override: part }];
  await keep(kept, { scenarioId: id, actor: kept.editor, at: 1, edits });
  const { assessment } = await lookAt(kept, id);
  expect(assessment.deficits).toEqual([{ scope: "tier=secondary", amount: 7_990_000n }]);
});

it("what a parent lacks is lacking below, until the scenario says it anew", async () => {
  const { context, editor, colleague } = kept;
  const parentId = await kept.newDraft({ rate: "1100", reason: "" });
  const base = { kind: "branch", parentId, revision: undefined } as const;
  const request = { id: undefined, actor: colleague, name: "Ветвь", base };
  const { id } = getValue(await createScenario(context, request));
  expect((await gatesOf(id, colleague)).submit).toContain("reason-missing");
  // Who edited the parent is an author of the branch as well.
  expect((await gatesOf(id, editor)).official).toContain("own-override");
  expect((await gatesOf(id, colleague)).official).not.toContain("own-override");
  const edits = [{ override: rateOf("1100", "решение рабочей группы") }];
  await keep(kept, { scenarioId: id, actor: colleague, at: 1, edits });
  expect((await gatesOf(id, colleague)).submit).not.toContain("reason-missing");
});

it("what is archived is taken out of the archive first", async () => {
  const scenarioId = await kept.newDraft();
  const change = { scenarioId, actor: kept.editor, change: { isArchived: true } };
  await changeScenario(kept.context, change);
  const looked = await lookAt(kept, scenarioId);
  const standing = await readStanding(kept.context.store, looked.head, looked.assessment);
  const [first] = submissionGate({ ...looked, standing, actor: kept.editor });
  expect(first).toEqual({ code: "state", state: "archived", expected: "draft" });
});

it("a cell that was proposed and withdrawn is nobody's proposal", async () => {
  const { editor } = kept;
  const scenarioId = await kept.newDraft();
  const override = { ...pupilsOf(0, "11"), organisation: "a" };
  await keep(kept, { scenarioId, actor: editor, at: 1, edits: [{ override }] });
  expect((await gatesOf(scenarioId)).official).toContain("own-override");
  const { assessment } = await lookAt(kept, scenarioId);
  const cell = assessment.content.own[0]?.cell ?? "";
  await keep(kept, { scenarioId, actor: editor, at: 2, edits: [{ cell }] });
  expect((await gatesOf(scenarioId)).official).not.toContain("own-override");
});

import { beforeAll, describe, expect, it } from "vitest";
import type { OverrideJson } from "../../../packages/api/src/contract.ts";
import { createScenario } from "../../../packages/api/src/usecases/create-scenario.ts";
import { issueScenario } from "../../../packages/api/src/usecases/issue-scenario.ts";
import { isStepEntry } from "../../../packages/api/src/usecases/prove-scenario.ts";
import { takeStep } from "../../../packages/api/src/usecases/take-step.ts";
import { undoScenarioBatch } from "../../../packages/api/src/usecases/undo-scenario-batch.ts";
import { verifyRecords } from "../../../packages/api/src/usecases/verify-records.ts";
import { ENGINE_VERSION } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import { getValue } from "../../support/get-value.ts";
import { approve } from "../../support/kept-issue.ts";
import { keep, rateOf } from "../../support/kept-scenarios.ts";
import { type ProvedIssue, proveIssue } from "../../support/proved-issue.ts";
import { tamper } from "../../support/tamper.ts";

const pools = testDatabase();
let proved: ProvedIssue;

beforeAll(async () => {
  proved = await proveIssue(pools);
});

const TEN_BECOME_ELEVEN: OverrideJson = {
  ...{ fact: "pupils", organisation: "a", key: { count: "january", level: "basic" } },
  ...{ value: "11", reason: "сверка" },
};
const SCENARIO = "(SELECT scenario_id FROM publications WHERE id = $1)";

describe("it is found when somebody changes of a step", () => {
  const steps = (change: string) =>
    `UPDATE scenario_steps SET ${change} WHERE scenario_id = ${SCENARIO} AND to_state = 'approved'`;

  it.each([
    { what: "the reason", change: "reason = 'иначе'", back: "reason = ''" },
    {
      what: "the time",
      change: "made_at = made_at + interval '1 ms'",
      back: "made_at = made_at - interval '1 ms'",
    },
    { what: "the state before", change: "from_state = 'draft'", back: "from_state = 'submitted'" },
  ])("$what", async ({ change, back }) => {
    expect(
      await proved.differencesAfter({
        ...{ table: "scenario_steps", change: steps(change), back: steps(back) },
      }),
    ).toEqual(["steps"]);
  });

  it("who took it", async () => {
    const { editor, approver } = proved.kept;
    const by = ({ personId }: typeof editor) => steps(`author = '${personId}'`);
    expect(
      await proved.differencesAfter({
        ...{ table: "scenario_steps", change: by(editor), back: by(approver) },
      }),
    ).toEqual(["steps"]);
  });

  it("that it ever was", async () => {
    const isIt = `scenario_id = ${SCENARIO} AND to_state = 'issued'`;
    await pools.ownerPool.query("CREATE TABLE away AS SELECT * FROM scenario_steps");
    expect(
      await proved.differencesAfter({
        table: "scenario_steps",
        change: `DELETE FROM scenario_steps WHERE ${isIt}`,
        back: `INSERT INTO scenario_steps SELECT * FROM away WHERE ${isIt}`,
      }),
    ).toEqual(["steps"]);
  });
});

describe("it is found when somebody changes of a scenario", () => {
  it.each([
    ["result_hash", `'${"0".repeat(64)}'`],
    ["total_tiyn", "1"],
  ])("the %s of the issued revision", async (column, value) => {
    const of = `WHERE scenario_id = ${SCENARIO} AND number = 2`;
    const { rows } = await pools.ownerPool.query<{ kept: string }>(
      `SELECT ${column} AS kept FROM scenario_revisions ${of}`,
      [proved.issueId],
    );
    const put = (next: string) => `UPDATE scenario_revisions SET ${column} = ${next} ${of}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "scenario_revisions", change: put(value), back: put(`'${rows[0]?.kept}'`) },
      }),
    ).toEqual(["revision"]);
  });

  it("what stood before an edit", async () => {
    const put = (next: string) =>
      `UPDATE scenario_edits SET previous = ${next} WHERE scenario_id = ${SCENARIO}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "scenario_edits", change: put(`'{"parameter":"rate"}'`), back: put("NULL") },
      }),
    ).toEqual(["previous"]);
  });

  it("its budget year", async () => {
    const put = (year: number) =>
      `UPDATE scenarios SET budget_year = ${year} WHERE id = ${SCENARIO}`;
    expect(
      await proved.differencesAfter({ table: "scenarios", change: put(2027), back: put(2026) }),
    ).toEqual(["base"]);
  });
});

it("an edit of a cell is no step of its scenario", () => {
  expect(["scenario-approved", "scenario-edited"].map((action) => isStepEntry({ action }))).toEqual(
    [true, false],
  );
});

it("a scenario on which much was said, taken back and built is proved whole", async () => {
  const { kept } = proved;
  const { context, editor, approver } = kept;
  const parentId = await kept.newDraft({ rate: "1200" });
  const actor = editor;
  const say = (at: number, value: string) =>
    keep(kept, { scenarioId: parentId, actor, at, edits: [{ override: rateOf(value) }] });
  await say(2, "1201");
  await say(3, "1202");
  await undoScenarioBatch(context, {
    ...{ scenarioId: parentId, actor, batchId: crypto.randomUUID(), baseRevision: 4 },
    engineVersion: ENGINE_VERSION,
  });
  const base = { kind: "branch", parentId, revision: undefined } as const;
  const made = await createScenario(context, { id: undefined, actor, name: "Ветвь", base });
  const scenarioId = getValue(made).id;
  await keep(kept, { scenarioId, actor, at: 1, edits: [{ override: TEN_BECOME_ELEVEN }] });
  const back = { scenarioId, actor: approver, to: "draft", reason: "проверить" } as const;
  await takeStep(context, { scenarioId, actor, to: "submitted", reason: "" });
  expect((await takeStep(context, back)).kind).toBe("taken");
  await approve(kept, scenarioId);
  const issued = await issueScenario(context, { scenarioId, actor: approver, kind: "preliminary" });
  if (issued.kind !== "issued") throw new Error(`not issued: ${issued.kind}`);
  const proof = await verifyRecords(context.store, issued.publication.id);
  expect(proof?.issues.map(({ differences }) => differences)).toEqual([[]]);
  await tamper(pools.ownerPool, {
    table: "scenario_steps",
    statement: "UPDATE scenario_steps SET reason = 'иначе' WHERE reason = 'проверить'",
  });
  expect((await verifyRecords(context.store, undefined))?.issues).toMatchObject([
    { id: proved.issueId, differences: [] },
    { differences: [{ kind: "steps" }] },
  ]);
});

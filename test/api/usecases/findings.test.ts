import { beforeAll, expect, it } from "vitest";
import {
  decideFindings,
  type FindingRequest,
  listFindings,
} from "../../../packages/api/src/usecases/findings.ts";
import { readStanding, submissionGate } from "../../../packages/api/src/usecases/scenario-gate.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptIssue, keepIssue, LOST, lookAt } from "../../support/kept-issue.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
});

/** A decision of the approver on the lost school, by way of a scenario. */
async function decide(scenarioId: string, change: Partial<FindingRequest>) {
  return decideFindings(kept.context, await lookAt(kept, scenarioId), {
    ...{ actor: kept.approver, findings: [LOST], kind: "waiver", owner: undefined },
    ...{ reason: "закрыта по решению маслихата", ...change },
  });
}

async function blocks(scenarioId: string): Promise<boolean> {
  const looked = await lookAt(kept, scenarioId);
  const standing = await readStanding(kept.context.store, looked.head, looked.assessment);
  const reasons = submissionGate({ ...looked, standing, actor: kept.editor });
  return reasons.some(({ code }) => code === "finding-blocking");
}

it("a waiver holds for every scenario over the register, until it is taken back", async () => {
  const [scenarioId, other] = [await kept.newDraft(), await kept.newDraft({ rate: "1100" })];
  expect([await blocks(scenarioId), await blocks(other)]).toEqual([true, true]);
  const decided = await decide(scenarioId, {});
  expect(decided).toMatchObject({
    kind: "decided",
    findings: [{ id: LOST, waiver: { author: { id: kept.approver.personId } } }],
  });
  expect([await blocks(scenarioId), await blocks(other)]).toEqual([false, false]);
  await decide(other, { kind: "waiver-withdrawn", reason: "" });
  expect([await blocks(scenarioId), await blocks(other)]).toEqual([true, true]);
});

it("a finding has an owner, beside the waiver", async () => {
  const scenarioId = await kept.newDraft();
  const owner = kept.colleague.personId;
  await decide(scenarioId, { kind: "owner", owner, reason: "" });
  await decide(scenarioId, {});
  const { head, assessment } = await lookAt(kept, scenarioId);
  const [lost] = await listFindings(kept.context, head, assessment);
  expect(lost).toMatchObject({
    id: LOST,
    owner: { id: owner },
    waiver: { reason: "закрыта по решению маслихата" },
  });
  await decide(scenarioId, { kind: "owner", owner: undefined, reason: "" });
  const [after] = await listFindings(kept.context, head, assessment);
  expect(after?.owner).toBeNull();
});

it("what nobody has found, and who is nobody, is refused as a whole", async () => {
  const scenarioId = await kept.newDraft();
  expect(await decide(scenarioId, { findings: [LOST, "amount-jump nobody"] })).toMatchObject({
    ...{ kind: "malformed", name: "findings" },
  });
  const owner = crypto.randomUUID();
  expect(await decide(scenarioId, { kind: "owner", owner })).toMatchObject({ name: "owner" });
});

it("the journal holds to which findings it was, without their thousands of names", async () => {
  const scenarioId = await kept.newDraft();
  await decide(scenarioId, {});
  const { items } = await kept.context.store.audit.list({ limit: 1, after: undefined }, undefined);
  expect(items).toMatchObject([
    { action: "finding-decided", facts: { decision: "waiver", count: "1" } },
  ]);
  expect(items[0]?.facts["findings"]).toMatch(/^[\da-f]{64}$/);
});

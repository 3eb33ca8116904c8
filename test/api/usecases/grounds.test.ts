import { beforeAll, expect, it } from "vitest";
import {
  confirmGround,
  enterGround,
  groundValues,
  isCured,
} from "../../../packages/api/src/usecases/grounds.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptIssue, keepIssue, lookAt } from "../../support/kept-issue.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
});

const ACT = { status: "local", act: "Решение маслихата № 12", clause: "п. 3" } as const;

it("a ground counts once a second person has confirmed it, and then for good", async () => {
  const { context, editor, colleague, approver } = kept;
  const subject = "parameter rate 2026-01-01 2025-12-01 1000";
  const entered = await enterGround(context, { actor: editor, subject, ...ACT });
  expect(entered).toMatchObject({ ...ACT, enteredBy: { id: editor.personId }, confirmedBy: null });
  expect(isCured({ ground: entered })).toBe(false);
  const own = await confirmGround(context, { actor: editor, groundId: entered.id });
  expect(own.kind).toBe("second-person");
  const confirmed = await confirmGround(context, { actor: colleague, groundId: entered.id });
  expect(confirmed).toMatchObject({ ground: { confirmedBy: { id: colleague.personId } } });
  const again = await confirmGround(context, { actor: approver, groundId: entered.id });
  expect(again.kind).toBe("confirmed-already");
  const unknown = await confirmGround(context, { actor: approver, groundId: crypto.randomUUID() });
  expect(unknown.kind).toBe("unknown");
});

it("entered again, a value waits for its second person anew", async () => {
  const { context, editor, colleague } = kept;
  const scenarioId = await kept.newDraft();
  const { assessment } = await lookAt(kept, scenarioId);
  const [value] = assessment.weak;
  if (value === undefined) throw new Error("everything has its act");
  const { subject } = value;
  const curedNow = async () => {
    const [grounded] = await groundValues(context.store, [value]);
    return grounded !== undefined && isCured(grounded);
  };
  const first = await enterGround(context, { actor: editor, subject, ...ACT });
  await confirmGround(context, { actor: colleague, groundId: first.id });
  expect(await curedNow()).toBe(true);
  await enterGround(context, { actor: colleague, subject, ...ACT, act: "Решение № 13" });
  expect(await curedNow()).toBe(false);
});

it("who entered and who confirmed stand in the journal, the act does not", async () => {
  const { context, editor, colleague } = kept;
  const { store } = context;
  const { id } = await enterGround(context, { actor: editor, subject: "rate 1", ...ACT });
  await confirmGround(context, { actor: colleague, groundId: id });
  const page = { limit: 10, after: undefined };
  const { items } = await store.audit.list(page, `ground ${id}`);
  expect(items.map(({ action, actor, facts }) => [action, actor?.id, facts])).toEqual([
    ["ground-confirmed", colleague.personId, { value: "rate 1" }],
    ["ground-entered", editor.personId, { value: "rate 1", status: "local" }],
  ]);
});

import { beforeAll, expect, it } from "vitest";
import { groundSchema } from "../../../../packages/api/src/http/publication-schemas.ts";
import { problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import { ask, cookieFor, type KeptIssue, keepIssue, lookAt } from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookie: string;
let other: string;
let ground: Record<string, string>;

beforeAll(async () => {
  kept = await keepIssue(pool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  cookie = await cookieFor(kept, kept.editor);
  other = await cookieFor(kept, kept.colleague);
  const scenarioId = await kept.newDraft();
  const { assessment } = await lookAt(kept, scenarioId);
  const subject = assessment.weak[0]?.subject ?? "";
  ground = { scenarioId, subject, status: "local", act: "  Решение № 12 ", clause: "п. 3" };
});

it("a ground is entered by one person and confirmed by another, once", async () => {
  const entered = await ask(app, "/grounds", { cookie, body: ground });
  const { id, act, confirmedBy } = groundSchema.parse(entered.answer);
  expect([act, confirmedBy]).toEqual(["Решение № 12", null]);
  const path = `/grounds/${id}/confirmation`;
  const confirmed = await ask(app, path, { cookie: other, body: {} });
  expect(groundSchema.parse(confirmed.answer).confirmedBy?.id).toBe(kept.colleague.personId);
  const again = await ask(app, path, { cookie: other, body: {} });
  expect([again.status, problemSchema.parse(again.answer).code]).toEqual([
    409,
    "confirmed-already",
  ]);
});

it("nothing is entered for a value that is none of the scenario's", async () => {
  for (const change of [{ subject: "parameter rate 5" }, { act: " " }, { status: "draft" }]) {
    const refused = await ask(app, "/grounds", { cookie, body: { ...ground, ...change } });
    const { issues } = problemSchema.parse(refused.answer);
    expect([refused.status, issues[0]?.facts["name"]]).toEqual([400, Object.keys(change)[0]]);
  }
});

it("a ground that nobody has entered is not confirmed", async () => {
  const path = `/grounds/${crypto.randomUUID()}/confirmation`;
  const refused = await ask(app, path, { cookie, body: {} });
  const { issues } = problemSchema.parse(refused.answer);
  expect([refused.status, issues[0]?.code]).toEqual([404, "ground-unknown"]);
});

import { beforeAll, describe, expect, it } from "vitest";
import type { GroundedValue, ScenarioGate } from "../../../../packages/api/src/contract.ts";
import { problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import { ask, cookieFor, type KeptIssue, keepIssue, LOST } from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookies: Record<"editor" | "colleague" | "approver", string>;

beforeAll(async () => {
  kept = await keepIssue(pool);
  const { store, clock } = kept.context;
  app = appOver(store, { clock });
  cookies = {
    editor: await cookieFor(kept, kept.editor),
    colleague: await cookieFor(kept, kept.colleague),
    approver: await cookieFor(kept, kept.approver),
  };
});

function as(who: keyof typeof cookies, path: string, body?: unknown) {
  return ask(app, path, { cookie: cookies[who], body });
}

async function stepTo(who: keyof typeof cookies, id: string, body: object) {
  const { status, answer } = await as(who, `/scenarios/${id}/steps`, body);
  return [status, (answer as { readonly state?: string }).state];
}

async function gateOf(who: keyof typeof cookies, id: string) {
  const { answer } = await as(who, `/scenarios/${id}/gate`);
  return answer as ScenarioGate;
}

const codes = (gate: ScenarioGate, step: keyof ScenarioGate) => gate[step].map(({ code }) => code);

it("a scenario goes from draft to official issue, which a preliminary one leaves standing", async () => {
  const id = await kept.newDraft({ rate: "1100" });
  const refused = await as("editor", `/scenarios/${id}/steps`, { to: "submitted" });
  expect([refused.status, problemSchema.parse(refused.answer)]).toMatchObject([
    422,
    { code: "gate", obstacles: [{ code: "finding-blocking", facts: { finding: LOST } }] },
  ]);
  const waiver = { findings: [LOST], kind: "waiver", reason: "закрыта по решению маслихата" };
  await as("approver", `/scenarios/${id}/finding-decisions`, waiver);
  expect(codes(await gateOf("editor", id), "submit")).toEqual([]);
  expect(await stepTo("editor", id, { to: "submitted" })).toEqual([200, "submitted"]);
  expect(await stepTo("approver", id, { to: "approved" })).toEqual([200, "approved"]);

  const official = await as("approver", `/scenarios/${id}/publications`, { kind: "official" });
  const { obstacles = [] } = problemSchema.parse(official.answer);
  expect([official.status, new Set(obstacles.map(({ code }) => code))]).toEqual([
    422,
    new Set(["value-weak"]),
  ]);
  const weak = await as("editor", `/scenarios/${id}/weak-values`);
  const { items } = weak.answer as { readonly items: readonly GroundedValue[] };
  expect(items.map(({ subject }) => subject)).toEqual(
    obstacles.map(({ facts }) => facts["subject"]),
  );
  for (const { subject } of items) {
    const act = { status: "local", act: "Решение маслихата № 12", clause: "п. 3" };
    const entered = await as("editor", "/grounds", { scenarioId: id, subject, ...act });
    const { id: groundId } = entered.answer as { readonly id: string };
    const own = await as("editor", `/grounds/${groundId}/confirmation`, {});
    expect([own.status, problemSchema.parse(own.answer).code]).toEqual([409, "second-person"]);
    expect((await as("colleague", `/grounds/${groundId}/confirmation`, {})).status).toBe(200);
  }
  expect(codes(await gateOf("approver", id), "official")).toEqual([]);
  expect(codes(await gateOf("editor", id), "official")).toEqual(["own-override"]);
  const issued = await as("approver", `/scenarios/${id}/publications`, { kind: "official" });
  expect(issued).toMatchObject({ status: 201, answer: { number: 1, kind: "official" } });

  const next = await kept.newDraft({ rate: "1200" });
  await stepTo("editor", next, { to: "submitted" });
  await stepTo("approver", next, { to: "approved" });
  const second = await as("approver", `/scenarios/${next}/publications`, { kind: "preliminary" });
  expect(second).toMatchObject({ status: 201, answer: { number: 2, supersedes: null } });
  expect((await as("editor", `/scenarios/${id}`)).answer).toMatchObject({ state: "issued" });
});

describe("a deficit", () => {
  it("keeps a scenario from being issued and from nothing before that", async () => {
    const id = await kept.newDraft({ envelope: "10" });
    expect(await stepTo("editor", id, { to: "submitted" })).toEqual([200, "submitted"]);
    expect(await stepTo("approver", id, { to: "approved" })).toEqual([200, "approved"]);
    const refused = await as("approver", `/scenarios/${id}/publications`, { kind: "preliminary" });
    expect(problemSchema.parse(refused.answer).obstacles).toMatchObject([
      { code: "deficit", facts: { scope: "", amount: "79995.50" } },
    ]);
  });
});

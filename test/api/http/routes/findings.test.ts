import { beforeAll, expect, it } from "vitest";
import {
  findingSchema,
  listSchema,
} from "../../../../packages/api/src/http/publication-schemas.ts";
import { problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import { ask, cookieFor, type KeptIssue, keepIssue, LOST } from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookie: string;
let path: string;

beforeAll(async () => {
  kept = await keepIssue(pool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  cookie = await cookieFor(kept, kept.editor);
  path = `/scenarios/${await kept.newDraft({ rate: "1300" })}`;
});

const itemsOf = (answer: unknown) => listSchema(findingSchema).parse(answer).items;

it("findings are listed, blocking ones first, with facts for their sentences", async () => {
  const { answer } = await ask(app, `${path}/findings`, { cookie });
  expect(itemsOf(answer).map(({ id, severity, facts }) => [id, severity, facts])).toEqual([
    [LOST, "blocking", { closed: "2026-03-31", amount: "500.00" }],
    ["amount-jump a", "warning", { before: "40000.00", after: "52000.00", percent: "30" }],
    ["amount-jump b", "warning", { before: "40000.00", after: "52000.00", percent: "30" }],
  ]);
});

it("several are decided about at once, and only they are answered", async () => {
  const body = { findings: ["amount-jump a", "amount-jump b"], kind: "waiver", reason: "норматив" };
  const decided = await ask(app, `${path}/finding-decisions`, { cookie, body });
  expect(itemsOf(decided.answer).map(({ id, waiver }) => [id, waiver?.reason])).toEqual([
    ["amount-jump a", "норматив"],
    ["amount-jump b", "норматив"],
  ]);
  const owner = { findings: [LOST], kind: "owner", owner: kept.colleague.personId };
  const owned = await ask(app, `${path}/finding-decisions`, { cookie, body: owner });
  expect(itemsOf(owned.answer)[0]?.owner?.name).toBe(kept.colleague.name);
});

it("a waiver needs a reason, and a finding must have been found", async () => {
  const refusals = [
    [{ findings: [LOST], kind: "waiver" }, "reason"],
    [{ findings: [], kind: "waiver", reason: "проба" }, "findings"],
    [{ findings: ["amount-jump x"], kind: "waiver", reason: "проба" }, "findings"],
  ] as const;
  for (const [body, name] of refusals) {
    const refused = await ask(app, `${path}/finding-decisions`, { cookie, body });
    const { issues } = problemSchema.parse(refused.answer);
    expect([refused.status, issues[0]?.facts["name"]]).toEqual([400, name]);
  }
});

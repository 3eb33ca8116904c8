import { beforeAll, expect, it } from "vitest";
import {
  gateSchema,
  groundedValueSchema,
  listSchema,
} from "../../../../packages/api/src/http/publication-schemas.ts";
import { scenarioDetailSchema } from "../../../../packages/api/src/http/scenario-schemas.ts";
import { problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  ask,
  cookieFor,
  type KeptIssue,
  keepIssue,
  waiveLost,
} from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const NOBODY = "ffffffff-ffff-4fff-8fff-ffffffffffff";
const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let editor: string;
let approver: string;

beforeAll(async () => {
  kept = await keepIssue(pool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  editor = await cookieFor(kept, kept.editor);
  approver = await cookieFor(kept, kept.approver);
});

it("the gate tells every reason in the language of the request", async () => {
  const path = `/scenarios/${await kept.newDraft({ rate: "1100", reason: "" })}/gate`;
  const russian = await ask(app, path, { cookie: editor });
  const english = await ask(app, path, { cookie: editor, language: "en" });
  const gates = [russian, english].map(({ answer }) => gateSchema.parse(answer));
  const [first, second] = gates.map(({ submit }) => submit.map(({ message }) => message));
  expect(first?.[0]).toBe("У правки «параметр rate» не указана причина.");
  expect(second?.[0]).toBe("The edit “parameter rate” has no reason.");
  expect(gates[0]?.approve).toMatchObject([{ code: "state", facts: { expected: "submitted" } }]);
});

it("weak values are those of the newest revision, with what was entered for them", async () => {
  const id = await kept.newDraft();
  const { answer } = await ask(app, `/scenarios/${id}/weak-values`, { cookie: editor });
  const { items } = listSchema(groundedValueSchema).parse(answer);
  expect(items.map(({ kind, name, ground }) => [kind, name, ground])).toEqual([
    ["parameter", "rate", null],
    ["rule", "school", null],
  ]);
});

it("a step that was taken answers with the scenario as it is then", async () => {
  const id = await kept.newDraft();
  await waiveLost(kept, id);
  const body = { to: "submitted", reason: "готово" };
  const { status, answer } = await ask(app, `/scenarios/${id}/steps`, { cookie: editor, body });
  expect([status, scenarioDetailSchema.parse(answer)]).toMatchObject([
    200,
    { state: "submitted", steps: [{ from: "draft", to: "submitted", reason: "готово" }] },
  ]);
});

it("what cannot be meant is refused: no scenario, no reason, not for this person", async () => {
  const id = await kept.newDraft();
  await waiveLost(kept, id);
  const steps = `/scenarios/${id}/steps`;
  const refusals = [
    [`/scenarios/${NOBODY}/gate`, { cookie: editor }, 404, "not-found"],
    [`/scenarios/${NOBODY}/steps`, { cookie: editor, body: { to: "submitted" } }, 404, "not-found"],
    [steps, { cookie: editor, body: { to: "issued" } }, 400, "malformed"],
    [steps, { cookie: approver, body: { to: "draft" } }, 400, "malformed"],
    [steps, { cookie: approver, body: { to: "submitted" } }, 403, "no-right"],
    [steps, { cookie: editor, body: { to: "approved" } }, 403, "no-right"],
  ] as const;
  for (const [path, asked, status, code] of refusals) {
    const refused = await ask(app, path, asked);
    expect([path, refused.status, problemSchema.parse(refused.answer).code]).toEqual([
      ...[path, status, code],
    ]);
  }
});

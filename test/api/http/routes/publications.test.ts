import { beforeAll, expect, it } from "vitest";
import type { Publication } from "../../../../packages/api/src/contract.ts";
import { publicationSchema } from "../../../../packages/api/src/http/publication-schemas.ts";
import { pageSchema, problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  approve,
  ask,
  cookieFor,
  type KeptIssue,
  keepIssue,
  waiveLost,
} from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookie: string;

beforeAll(async () => {
  kept = await keepIssue(pool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  cookie = await cookieFor(kept, kept.approver);
});

async function issueOne(rate: string): Promise<Publication> {
  const id = await kept.newDraft({ rate });
  await waiveLost(kept, id);
  await approve(kept, id);
  const body = { kind: "preliminary" };
  const { answer } = await ask(app, `/scenarios/${id}/publications`, { cookie, body });
  return publicationSchema.parse(answer);
}

it("issues are listed newest first, in parts, and each stands at its address", async () => {
  const [first, second, third] = [
    await issueOne("1100"),
    await issueOne("1200"),
    await issueOne("1300"),
  ];
  const page = pageSchema(publicationSchema);
  const { answer } = await ask(app, "/publications?limit=2", { cookie });
  const { items, next } = page.parse(answer);
  expect(items.map(({ id }) => id)).toEqual([third.id, second.id]);
  const rest = await ask(app, `/publications?after=${next ?? ""}`, { cookie });
  const before = page.parse(rest.answer).items;
  expect(before).toEqual([{ ...first, supersededBy: second.id }]);
  const one = await ask(app, `/publications/${third.id}`, { cookie });
  expect(one.answer).toEqual(third);
});

it("where an issue is, its answer says", async () => {
  const id = await kept.newDraft({ rate: "1400" });
  await approve(kept, id);
  const response = await app.request(`/api/v1/scenarios/${id}/publications`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ kind: "preliminary" }),
  });
  const { id: publicationId } = publicationSchema.parse(await response.json());
  expect(response.headers.get("location")).toBe(`/api/v1/publications/${publicationId}`);
});

it("an issue that nobody has made, and a kind that there is not, are refused", async () => {
  const unknown = await ask(app, `/publications/${crypto.randomUUID()}`, { cookie });
  expect(problemSchema.parse(unknown.answer).issues).toMatchObject([
    { code: "publication-unknown" },
  ]);
  const after = await ask(app, `/publications?after=${crypto.randomUUID()}`, { cookie });
  expect([unknown.status, after.status]).toEqual([404, 400]);
  const path = `/scenarios/${await kept.newDraft()}/publications`;
  expect((await ask(app, path, { cookie, body: { kind: "final" } })).status).toBe(400);
});

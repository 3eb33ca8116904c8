import { beforeAll, expect, it } from "vitest";
import {
  auditEntrySchema,
  auditStateSchema,
} from "../../../../packages/api/src/http/publication-schemas.ts";
import { pageSchema } from "../../../../packages/api/src/http/schemas.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  ask,
  cookieFor,
  type KeptIssue,
  keepActor,
  keepIssue,
} from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookie: string;

beforeAll(async () => {
  kept = await keepIssue(pool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  cookie = await cookieFor(kept, await keepActor(pool, "auditor", "Аудитор"));
});

it("entries are told newest first, in parts, and those of one subject by themselves", async () => {
  const [first, second] = [await kept.newDraft({ rate: "1100" }), await kept.newDraft()];
  const page = pageSchema(auditEntrySchema);
  const { answer } = await ask(app, "/audit?limit=2", { cookie });
  const { items, next } = page.parse(answer);
  expect(items.map(({ subject }) => subject)).toEqual([`scenario ${second}`, `scenario ${first}`]);
  const rest = await ask(app, `/audit?limit=1&after=${next ?? ""}`, { cookie });
  const last = items.at(-1)?.sequence ?? 0;
  expect(page.parse(rest.answer).items[0]?.sequence).toBe(last - 1);
  const own = await ask(app, `/audit?subject=${encodeURIComponent(`scenario ${first}`)}`, {
    cookie,
  });
  expect(page.parse(own.answer).items.map(({ action }) => action)).toEqual([
    ...["scenario-edited", "scenario-created"],
  ]);
});

it("the state tells the last hash, to be written down elsewhere", async () => {
  const { answer } = await ask(app, "/audit/state", { cookie });
  const { count, lastHash, brokenAt } = auditStateSchema.parse(answer);
  const { items } = await kept.context.store.audit.list({ limit: 1, after: undefined }, undefined);
  expect([count, lastHash, brokenAt]).toEqual([items[0]?.sequence, items[0]?.hash, null]);
});

it("an entry that there is not is no place to read on from", async () => {
  expect((await ask(app, "/audit?after=999999", { cookie })).status).toBe(400);
});

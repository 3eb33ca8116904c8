import { beforeAll, expect, it } from "vitest";
import { ownAllocationSchema } from "../../../../packages/api/src/http/publication-schemas.ts";
import { problemSchema } from "../../../../packages/api/src/http/schemas.ts";
import { issueScenario } from "../../../../packages/api/src/usecases/issue-scenario.ts";
import { testDatabase } from "../../../support/database.ts";
import {
  approve,
  ask,
  cookieFor,
  type KeptIssue,
  keepActor,
  keepIssue,
  waiveLost,
} from "../../../support/kept-issue.ts";
import { appOver } from "../../../support/kept-school.ts";

const { pool, ownPool } = testDatabase();
let kept: KeptIssue;
let app: ReturnType<typeof appOver>;
let cookie: string;

beforeAll(async () => {
  kept = await keepIssue(pool, ownPool);
  app = appOver(kept.context.store, { clock: kept.context.clock });
  cookie = await cookieFor(kept, await keepActor(pool, "director", "Директор", ["b"]));
});

it("a director sees that nothing was issued yet, then what was", async () => {
  const before = await ask(app, "/own/allocation", { cookie });
  expect(before.answer).toEqual({ publication: null, organisations: [] });
  const id = await kept.newDraft();
  await waiveLost(kept, id);
  await approve(kept, id);
  const { context, approver: actor } = kept;
  await issueScenario(context, { scenarioId: id, actor, kind: "preliminary" });
  const { answer } = await ask(app, "/own/allocation", { cookie });
  const own = ownAllocationSchema.parse(answer);
  expect(own.publication).toMatchObject({ number: 1, kind: "preliminary" });
  expect(own.organisations.map((each) => [each.id, each.totalTiyn])).toEqual([["b", "4000000"]]);
  const one = await ask(app, "/own/organisations/b", { cookie });
  expect(one).toEqual({ status: 200, answer });
});

it("another's organisation is answered like one that does not exist", async () => {
  const refusals = [];
  for (const id of ["a", "unheard-of", "*", "a,b"]) {
    const { status, answer } = await ask(app, `/own/organisations/${id}`, { cookie });
    const { requestId: _own, issues, ...problem } = problemSchema.parse(answer);
    refusals.push([
      status,
      problem,
      issues.map(({ code, facts }) => [code, facts["value"] === id]),
    ]);
  }
  const [first, ...others] = refusals;
  expect(first?.[0]).toBe(404);
  for (const each of others) expect(each).toEqual(first);
});

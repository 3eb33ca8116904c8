import { describe, expect, it } from "vitest";
import { enterAsSample, signIn } from "../../../packages/api/src/usecases/sign-in.ts";
import { testDatabase } from "../../support/database.ts";
import { peopleContext, VISITOR } from "../../support/people-context.ts";
import { keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();

describe("signing in", () => {
  it("opens a session of the person, with where it came from", async () => {
    const password = "лампа гранит велосипед";
    const id = await keepPerson(pool, "checker", { email: "in@example.kz", password });
    const credentials = { email: "in@example.kz", password };
    const outcome = await signIn(peopleContext(pool), credentials, VISITOR);
    expect(outcome).toMatchObject({ kind: "done", value: { personId: id } });
    const { rows } = await pool.query("SELECT ip_address FROM sessions WHERE person_id = $1", [id]);
    expect(rows).toEqual([{ ip_address: VISITOR.address }]);
  });

  it("writes a wait into the journal also for an address that nobody has", async () => {
    const context = peopleContext(pool);
    const credentials = { email: "nobody@example.kz", password: "x" };
    for (const _ of "123456") await signIn(context, credentials, VISITOR);
    const { items } = await context.store.audit.list({ limit: 9, after: undefined }, "sign-in");
    expect(items.map(({ action, facts }) => [action, facts])).toEqual([
      ["sign-in-locked", { seconds: "30" }],
    ]);
    expect(JSON.stringify(items)).not.toContain("nobody@example.kz");
  });
});

it("nobody but an invented person is entered without a password", async () => {
  const sample = await keepPerson(pool, "auditor", { isSample: true });
  const closed = await keepPerson(pool, "auditor", { isSample: true, isActive: false });
  const real = await keepPerson(pool, "auditor");
  const enter = (id: string) => enterAsSample(peopleContext(pool), id, VISITOR);
  expect((await enter(sample))?.personId).toBe(sample);
  expect(await Promise.all([enter(closed), enter(real)])).toEqual([undefined, undefined]);
});

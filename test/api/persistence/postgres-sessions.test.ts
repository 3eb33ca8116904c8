import { describe, expect, it } from "vitest";
import type { NewAuditEntry } from "../../../packages/api/src/usecases/audit-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { keepPerson, storeOf } from "../../support/signed-in.ts";

const { pool } = testDatabase();
const NOW = new Date("2026-11-23T10:00:00.000Z");
const moments = { now: NOW, idleSince: new Date("2026-11-23T09:30:00.000Z") };

async function keepSession(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { isActive = true, seenAt = NOW, expiresAt = "2026-11-23T22:00:00.000Z" } = change;
  const personId = await keepPerson(pool, "director", {
    ...{ name: "Гүлнар", organisationIds: ["b", "a"], isActive: isActive === true },
  });
  const token = crypto.randomUUID();
  await pool.query(
    `INSERT INTO sessions (id, person_id, token, expires_at, seen_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [crypto.randomUUID(), personId, token, expiresAt, seenAt],
  );
  return token;
}

const find = (token: string) => storeOf(pool).sessions.find(token, moments);

describe("a token", () => {
  it("tells whose it is, with the organisations of a director", async () => {
    const found = await find(await keepSession());
    expect(found?.actor).toMatchObject({
      ...{ name: "Гүлнар", role: "director", organisationIds: ["a", "b"] },
    });
    expect(found?.seenAt).toEqual(NOW);
  });

  it.each([
    ["when it is over", { expiresAt: NOW }],
    ["when it was idle", { seenAt: new Date("2026-11-23T09:30:00.000Z") }],
    ["when the account is closed", { isActive: false }],
  ])("is nobody's %s", async (_, change) => {
    expect(await find(await keepSession(change))).toBeUndefined();
  });

  it("is looked for by a statement that a connection prepares once", async () => {
    const token = await keepSession();
    const { sessions } = storeOf(pool);
    await Promise.all(Array.from({ length: 40 }, () => sessions.find(token, moments)));
    const asked = await Promise.all(
      Array.from({ length: 8 }, () =>
        pool.query<{ name: string }>("SELECT name FROM pg_prepared_statements, pg_sleep(0.1)"),
      ),
    );
    const names = asked.flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(new Set(names)).toEqual(new Set(["find_session"]));
  });
});

it("a session ends once, with one entry in the journal", async () => {
  const { sessions, audit } = storeOf(pool);
  const found = await find(await keepSession());
  const personId = found?.actor.personId ?? "";
  const entry: NewAuditEntry = {
    ...{ madeAt: NOW, actor: personId, action: "signed-out", facts: {} },
    subject: `person ${personId}`,
  };
  for (const _ of "12") await sessions.end(found?.id ?? "", entry);
  const { items } = await audit.list({ limit: 9, after: undefined }, `person ${personId}`);
  expect(items).toHaveLength(1);
});

it("a use is noted", async () => {
  const { sessions } = storeOf(pool);
  const token = await keepSession();
  const later = new Date(NOW.getTime() + 60_000);
  await sessions.touch((await find(token))?.id ?? "", later);
  expect((await find(token))?.seenAt).toEqual(later);
});

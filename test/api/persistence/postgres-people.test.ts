import { describe, expect, it } from "vitest";
import type { NewPerson } from "../../../packages/api/src/usecases/people-ports.ts";
import { testDatabase } from "../../support/database.ts";
import { keepPerson, storeOf } from "../../support/signed-in.ts";

const NOW = new Date("2026-11-23T10:00:00.000Z");
const ENTRY = { madeAt: NOW, actor: undefined, subject: "people", facts: {} } as const;

describe("the first people", () => {
  const { pool } = testDatabase();
  it("are kept all together, by one of those who try at once", async () => {
    const { people } = storeOf(pool);
    expect(await people.isEmpty()).toBe(true);
    const newcomers = (letter: string): readonly NewPerson[] =>
      ["1", "2"].map((digit) => ({
        ...{ id: crypto.randomUUID(), email: `${letter}${digit}@example.kz`, name: letter },
        ...{ role: "editor", language: "ru", organisationIds: [], isSample: true },
        ...{ isEmailProved: false, passwordHash: undefined, createdAt: NOW },
      }));
    const entry = { ...ENTRY, action: "demonstration-opened" } as const;
    const results = await Promise.all(
      ["a", "b", "c"].map((letter) => people.saveFirst(newcomers(letter), [entry])),
    );
    expect(results.filter((isFirst) => isFirst)).toHaveLength(1);
    expect(await people.listSamples()).toHaveLength(2);
    expect(await people.isEmpty()).toBe(false);
  });
});

describe("a person", () => {
  const { pool } = testDatabase();
  it("is found by the address in any letters, and by id", async () => {
    const id = await keepPerson(pool, "director", {
      ...{ email: "find@example.kz", organisationIds: ["b", "a"] },
    });
    const { people } = storeOf(pool);
    const found = await people.findByEmail("Find@Example.kz");
    expect([found?.id, found?.organisationIds]).toEqual([id, ["a", "b"]]);
    expect(await people.find(id)).toEqual(found);
    expect(await people.find(crypto.randomUUID())).toBeUndefined();
  });

  it("keeps sessions when a name changes, and loses them when the role does", async () => {
    const id = await keepPerson(pool, "editor");
    await pool.query(
      `INSERT INTO sessions (id, person_id, token, expires_at) VALUES ($1, $2, 't', $3)`,
      [crypto.randomUUID(), id, new Date(NOW.getTime() + 1000)],
    );
    const { people } = storeOf(pool);
    const entry = { ...ENTRY, action: "person-changed" } as const;
    const renamed = await people.change(id, { name: "Дина", role: "editor" }, entry);
    expect(renamed).toMatchObject({ name: "Дина", sessionCount: 1 });
    const promoted = await people.change(id, { role: "approver" }, entry);
    expect(promoted).toMatchObject({ role: "approver", sessionCount: 0, lastSeenAt: null });
    expect(await people.change(crypto.randomUUID(), {}, entry)).toBe("unknown");
  });

  it("ends sessions but the one that is to stay; the journal tells when there were some", async () => {
    const id = await keepPerson(pool, "editor");
    const stays = crypto.randomUUID();
    for (const each of [stays, crypto.randomUUID()]) {
      await pool.query(
        `INSERT INTO sessions (id, person_id, token, expires_at) VALUES ($1, $2, $3, now())`,
        [each, id, `token ${each}`],
      );
    }
    const { people, audit } = storeOf(pool);
    const entry = { ...ENTRY, action: "sessions-ended", subject: `person ${id}` } as const;
    expect(await people.endSessions(id, stays, entry)).toBe(1);
    expect(await people.endSessions(id, stays, entry)).toBe(0);
    const { items } = await audit.list({ limit: 9, after: undefined }, `person ${id}`);
    expect(items).toHaveLength(1);
  });
});

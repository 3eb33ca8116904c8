import { expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import { insertPerson } from "../../../packages/api/src/persistence/insert-person.ts";
import type { NewPerson } from "../../../packages/api/src/usecases/people-ports.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();

const person = (id: string, change: Partial<NewPerson> = {}): NewPerson => ({
  ...{ id, email: "one@example.kz", name: "Дина", role: "director", language: "kk" },
  ...{ organisationIds: ["a"], isSample: false, isEmailProved: true, passwordHash: "hash" },
  createdAt: new Date("2026-11-23T10:00:00.000Z"),
  ...change,
});

it("a person comes with organisations and a password; an address has one account", async () => {
  const database = openDatabase(pool);
  const id = crypto.randomUUID();
  expect(await insertPerson(database, person(id))).toBe(true);
  expect(await insertPerson(database, person(crypto.randomUUID()))).toBe(false);
  const { rows } = await pool.query(
    `SELECT organisation_id, password, provider_id FROM accounts
     JOIN person_organisations USING (person_id) WHERE person_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ organisation_id: "a", password: "hash", provider_id: "credential" }]);
});

it("who comes another way has no password", async () => {
  const id = crypto.randomUUID();
  const change = { email: "two@example.kz", passwordHash: undefined, organisationIds: [] };
  await insertPerson(openDatabase(pool), person(id, change));
  const { rows } = await pool.query("SELECT 1 FROM accounts WHERE person_id = $1", [id]);
  expect(rows).toEqual([]);
});

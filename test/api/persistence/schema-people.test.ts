import { beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../packages/api/src/persistence/database.ts";
import {
  people,
  personOrganisations,
  sessions,
} from "../../../packages/api/src/persistence/schema-people.ts";
import { testDatabase } from "../../support/database.ts";

const { pool } = testDatabase();
const database = openDatabase(pool);

type NewPerson = typeof people.$inferInsert;

const UNIQUE = { cause: { code: "23505" } };
let personId = "";

beforeEach(async () => {
  personId = crypto.randomUUID();
  await database.insert(people).values(person({ id: personId }));
});

describe("the database itself refuses", () => {
  it("two people with one address of mail, however it is written", async () => {
    const email = `${personId}@example.kz`;
    await expect(database.insert(people).values(person({ email }))).rejects.toMatchObject(UNIQUE);
    const inCapitals = database.insert(people).values(person({ email: email.toUpperCase() }));
    await expect(inCapitals).rejects.toMatchObject({ cause: { constraint: "people_email" } });
  });

  it("an organisation that a director has already", async () => {
    const binding = { personId, organisationId: "600140375485" };
    await database.insert(personOrganisations).values(binding);
    const again = database.insert(personOrganisations).values(binding);
    await expect(again).rejects.toMatchObject(UNIQUE);
  });

  it("two sessions with one token", async () => {
    const session = () => ({
      ...{ id: crypto.randomUUID(), personId, token: personId },
      expiresAt: new Date("2026-11-24T10:00:00.000Z"),
    });
    await database.insert(sessions).values(session());
    await expect(database.insert(sessions).values(session())).rejects.toMatchObject(UNIQUE);
  });
});

function person(change: Partial<NewPerson>): NewPerson {
  const id = change.id ?? crypto.randomUUID();
  return {
    ...{ id, email: `${id}@example.kz`, name: "Ару Сәтбай", emailVerified: true },
    ...{ role: "editor", language: "kk", isActive: true, isSample: false },
    ...change,
  };
}

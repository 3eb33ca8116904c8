/** A new person with everything that belongs to them. */
import type { NewPerson } from "../usecases/people-ports.ts";
import type { Database } from "./database.ts";
import { accounts, people, personOrganisations } from "./schema-people.ts";

/** How the sign-in library calls an account with a password. */
const WITH_PASSWORD = "credential";

/** False when the address has an account already, and then nothing is kept. */
export async function insertPerson(transaction: Database, person: NewPerson): Promise<boolean> {
  const { organisationIds, passwordHash, isEmailProved, createdAt, ...columns } = person;
  const kept = await transaction
    .insert(people)
    .values({
      ...columns,
      ...{ emailVerified: isEmailProved, isActive: true, createdAt, updatedAt: createdAt },
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (kept.length === 0) return false;
  const { id: personId } = person;
  if (organisationIds.length > 0) {
    const rows = organisationIds.map((organisationId) => ({ personId, organisationId }));
    await transaction.insert(personOrganisations).values(rows);
  }
  if (passwordHash !== undefined) {
    await transaction.insert(accounts).values({
      ...{ id: crypto.randomUUID(), accountId: personId, providerId: WITH_PASSWORD, personId },
      ...{ password: passwordHash, createdAt, updatedAt: createdAt },
    });
  }
  return true;
}

/** The context of use cases about people, over a database. */

import type { PeopleContext } from "../../packages/api/src/usecases/people-context.ts";
import type { Actor } from "../../packages/api/src/usecases/people-ports.ts";
import type { TestDatabase } from "./database.ts";
import { ADDRESS, identityOver, keepPerson, storeOf } from "./signed-in.ts";

export const VISITOR = { address: "198.51.100.7", userAgent: "" };

/** No letters are sent unless it is given some way. */
export function peopleContext(
  pool: TestDatabase["pool"],
  change: Partial<PeopleContext> = {},
): PeopleContext {
  const store = storeOf(pool);
  const clock = () => new Date("2026-11-23T10:00:00.000Z");
  return {
    ...{ store, clock, identity: identityOver(store, { clock }) },
    ids: () => crypto.randomUUID(),
    ...{ letters: undefined, address: () => ADDRESS },
    ...change,
  };
}

/** An administrator who does something. */
export async function keepAdministrator(pool: TestDatabase["pool"]): Promise<Actor> {
  const personId = await keepPerson(pool, "administrator");
  return { personId, name: "administrator", role: "administrator", organisationIds: [] };
}

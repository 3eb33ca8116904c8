/**
 * The database as directors see it: the rows of their own organisations, and no other row at all.
 *
 * The connections see nothing by themselves, so what forgets to say whose rows it wants gets none.
 */
import { InvariantViolation } from "@zhanbasy/core";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { type Database, openDatabase } from "./database.ts";

export type OwnDatabase = {
  /** Does the work, which only reads, in a transaction that sees rows of these organisations. */
  readonly withOrganisations: <Answer>(
    organisationIds: readonly string[],
    work: (database: Database) => Promise<Answer>,
  ) => Promise<Answer>;
};

/** Over connections that were opened without the sight of the city. */
export function createOwnDatabase(pool: Pool): OwnDatabase {
  const database = openDatabase(pool);
  return {
    withOrganisations: (organisationIds, work) => {
      const list = listOf(organisationIds);
      return database.transaction(
        async (transaction) => {
          await transaction.execute(
            sql`select set_config('zhanbasy.organisations', ${list}, true)`,
          );
          return work(transaction);
        },
        { accessMode: "read only" },
      );
    },
  };
}

/** An id that meant something in the list would open what is not its own. */
function listOf(organisationIds: readonly string[]): string {
  if (organisationIds.some((id) => id === "" || /[*,]/.test(id))) {
    throw new InvariantViolation("an organisation has an id");
  }
  return organisationIds.join(",");
}

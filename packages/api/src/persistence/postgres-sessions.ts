/** Sessions as each request needs them: one prepared query tells whose a token is. */
import { and, eq, gt, sql } from "drizzle-orm";
import type { SessionStore } from "../usecases/identity-ports.ts";
import { appendAudit } from "./append-audit.ts";
import type { Database } from "./database.ts";
import { people, personOrganisations, sessions } from "./schema-people.ts";

/** The sessions of a database that was migrated. */
export function createSessionStore(database: Database): SessionStore {
  let prepared: ReturnType<typeof prepareFind> | undefined;
  return {
    find: async (token, { now, idleSince }) => {
      prepared ??= prepareFind(database);
      const [row] = await prepared.execute({ token, now, idleSince });
      if (row === undefined) return undefined;
      const { id, seenAt, ...actor } = row;
      return { id, seenAt, actor };
    },
    touch: async (sessionId, now) => {
      await database.update(sessions).set({ seenAt: now }).where(eq(sessions.id, sessionId));
    },
    end: (sessionId, entry) =>
      database.transaction(async (transaction) => {
        const ended = await transaction
          .delete(sessions)
          .where(eq(sessions.id, sessionId))
          .returning({ id: sessions.id });
        if (ended.length > 0) await appendAudit(transaction, entry);
      }),
  };
}

function prepareFind(database: Database) {
  return database
    .select({
      id: sessions.id,
      seenAt: sessions.seenAt,
      personId: people.id,
      name: people.name,
      role: people.role,
      organisationIds: sql<string[]>`array(select ${personOrganisations.organisationId}
        from ${personOrganisations}
        where ${personOrganisations.personId} = ${people.id} order by 1)`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.token, sql.placeholder("token")),
        gt(sessions.expiresAt, sql.placeholder("now")),
        gt(sessions.seenAt, sql.placeholder("idleSince")),
        people.isActive,
      ),
    )
    .prepare("find_session");
}

/** Acts and clauses entered for values, and who confirmed them: each written once. */
import { desc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Ground } from "../contract.ts";
import type { GroundStore } from "../usecases/publication-ports.ts";
import { appendAudit } from "./append-audit.ts";
import type { Database } from "./database.ts";
import { people } from "./schema-people.ts";
import { groundConfirmations, grounds } from "./schema-publications.ts";

/** The grounds of a database that was migrated. */
export function createGroundStore(database: Database): GroundStore {
  return {
    save: (ground, entry) =>
      database.transaction(async (transaction) => {
        await transaction.insert(grounds).values(ground);
        const [row] = await selectGrounds(transaction).where(eq(grounds.id, ground.id));
        await appendAudit(transaction, entry);
        return groundOf(row as GroundRow);
      }),
    find: async (groundId) => {
      const [row] = await selectGrounds(database).where(eq(grounds.id, groundId));
      return row === undefined ? undefined : { ...groundOf(row), subject: row.subject };
    },
    confirm: ({ groundId, by, at }, entry) =>
      database.transaction(async (transaction) => {
        const kept = await transaction
          .insert(groundConfirmations)
          .values({ groundId, confirmedBy: by, confirmedAt: at })
          .onConflictDoNothing()
          .returning();
        if (kept.length > 0) await appendAudit(transaction, entry);
        return kept.length > 0;
      }),
    findLast: async (subjects) => {
      const found = new Map<string, Ground>();
      if (subjects.length === 0) return found;
      const rows = await selectGrounds(database)
        .where(inArray(grounds.subject, [...subjects]))
        .orderBy(desc(grounds.enteredAt), desc(grounds.id));
      for (const row of rows) if (!found.has(row.subject)) found.set(row.subject, groundOf(row));
      return found;
    },
  };
}

const enterers = alias(people, "enterers");
const confirmers = alias(people, "confirmers");

function selectGrounds(database: Database) {
  return database
    .select({
      id: grounds.id,
      subject: grounds.subject,
      status: grounds.status,
      act: grounds.act,
      clause: grounds.clause,
      enteredAt: grounds.enteredAt,
      enteredBy: { id: enterers.id, name: enterers.name },
      confirmedAt: groundConfirmations.confirmedAt,
      confirmedBy: { id: confirmers.id, name: confirmers.name },
    })
    .from(grounds)
    .innerJoin(enterers, eq(enterers.id, grounds.enteredBy))
    .leftJoin(groundConfirmations, eq(groundConfirmations.groundId, grounds.id))
    .leftJoin(confirmers, eq(confirmers.id, groundConfirmations.confirmedBy));
}

type GroundRow = Awaited<ReturnType<typeof selectGrounds>>[number];

function groundOf({ subject: _subject, enteredAt, confirmedAt, ...row }: GroundRow): Ground {
  return {
    ...row,
    enteredAt: enteredAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  };
}

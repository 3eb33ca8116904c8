/** Where the sign-in library keeps its records: our tables, in the transaction that is open. */

import type { BetterAuthOptions } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { and, eq, lt } from "drizzle-orm";
import { appendAudit } from "../persistence/append-audit.ts";
import { accounts, people, sessions, verifications } from "../persistence/schema-people.ts";
import type { Clock } from "../usecases/run-ports.ts";
import type { UnitOfWork } from "./unit-of-work.ts";

type Records = ReturnType<ReturnType<typeof drizzleAdapter>>;

/**
 * A session is kept together with its entry in the journal, and only for an account that is open;
 * sessions of the person that are over go at the same time.
 */
export function accountRecords(
  work: UnitOfWork,
  clock: Clock,
): (options: BetterAuthOptions) => Records {
  const database = {
    select: (...given: Parameters<ReturnType<typeof work.current>["select"]>) =>
      work.current().select(...given),
    insert: (...given: Parameters<ReturnType<typeof work.current>["insert"]>) =>
      work.current().insert(...given),
    update: (...given: Parameters<ReturnType<typeof work.current>["update"]>) =>
      work.current().update(...given),
    delete: (...given: Parameters<ReturnType<typeof work.current>["delete"]>) =>
      work.current().delete(...given),
  };
  const make = drizzleAdapter(database, {
    provider: "pg",
    schema: { people, sessions, accounts, verifications },
  });
  return (options) => {
    const plain = make(options);
    const create: Records["create"] = (request) =>
      request.model === "session"
        ? work.inTransaction(async (transaction) => {
            const { userId: personId } = request.data as unknown as { readonly userId: string };
            await transaction
              .delete(sessions)
              .where(and(eq(sessions.personId, personId), lt(sessions.expiresAt, clock())));
            const session = await plain.create(request);
            const way = work.entry()?.way;
            if (way !== undefined) {
              await appendAudit(transaction, {
                ...{ madeAt: clock(), actor: personId, action: "signed-in" },
                ...{ subject: `person ${personId}`, facts: { way } },
              });
            }
            return session as never;
          })
        : plain.create(request);
    const records: Records = {
      ...plain,
      create,
      transaction: (inside) => work.inTransaction(() => inside(records)),
    };
    return records;
  };
}

/** Failures to sign in, counted so that many at once are still many. */
import { eq, lt, sql } from "drizzle-orm";
import type { Attempt, FailureStore, LockRule } from "../usecases/identity-ports.ts";
import type { Database } from "./database.ts";
import { signInFailures } from "./schema-people.ts";

const DAY_MS = 86_400_000;

/** The failures of a database that was migrated. */
export function createFailureStore(database: Database): FailureStore {
  return {
    attempt: (key, rule, now) => attempt(database, key, { rule, now }),
    forgive: async (key, what) => {
      const row = eq(signInFailures.key, key);
      if (what === "all") {
        await database.delete(signInFailures).where(row);
        return;
      }
      await database
        .update(signInFailures)
        .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)`, lockedUntil: null })
        .where(row);
    },
  };
}

async function attempt(
  database: Database,
  key: string,
  { rule, now }: { readonly rule: LockRule; readonly now: Date },
): Promise<Attempt> {
  await database
    .delete(signInFailures)
    .where(lt(signInFailures.lastAt, new Date(now.getTime() - DAY_MS)));
  const forgotten = new Date(now.getTime() - rule.forgetSeconds * 1000);
  const { failures, lastAt, lockedUntil } = signInFailures;
  const counted = sql`(case when ${lastAt} < ${forgotten} then 1 else ${failures} + 1 end)`;
  const [made] = await database
    .insert(signInFailures)
    .values({ key, failures: 1, lastAt: now, lockedUntil: lockOf(sql`1`, { rule, now }) })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { failures: counted, lastAt: now, lockedUntil: lockOf(counted, { rule, now }) },
      setWhere: sql`${lockedUntil} is null or ${lockedUntil} <= ${now}`,
    })
    .returning({ lockedUntil });
  if (made !== undefined) {
    const isLocking = made.lockedUntil !== null;
    return { isRefused: false, isLocking, lockedUntil: made.lockedUntil ?? undefined };
  }
  const [standing] = await database
    .select({ lockedUntil })
    .from(signInFailures)
    .where(eq(signInFailures.key, key));
  return { isRefused: true, isLocking: false, lockedUntil: standing?.lockedUntil ?? undefined };
}

/** Twice as long after each failure beyond the free ones. */
function lockOf(
  failures: ReturnType<typeof sql>,
  { rule, now }: { readonly rule: LockRule; readonly now: Date },
) {
  const { free, firstSeconds, longestSeconds } = rule;
  const power = sql`least(${failures} - ${free}::int, 20)`;
  const seconds = sql`least(${firstSeconds}::int * 2 ^ (${power}), ${longestSeconds}::int)`;
  return sql<Date | null>`case when ${failures} >= ${free}::int
    then ${now}::timestamptz + make_interval(secs => (${seconds})::float8) end`;
}

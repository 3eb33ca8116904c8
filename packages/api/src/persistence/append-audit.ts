/**
 * The journal as a chain: each entry carries the hash of the one before it, so that an entry that
 * was changed, removed or put elsewhere no longer fits.
 */
import { hashOf } from "@zhanbasy/core";
import { desc, sql } from "drizzle-orm";
import type { NewAuditEntry } from "../usecases/audit-ports.ts";
import type { Database } from "./database.ts";
import { auditEntries } from "./schema-publications.ts";

/** What the hash of an entry is made of. */
export type ChainedEntry = {
  readonly sequence: number;
  readonly madeAt: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly previousHash: string;
};

/** What the first entry follows. */
export const GENESIS = "0".repeat(64);

/** Held by one transaction at a time, until its end. */
const APPENDING = "1516337020";

/**
 * Appends the entry in the transaction of the change it tells of: both are kept, or neither.
 * Others that append wait for the end of the transaction, so this comes last in it.
 */
export async function appendAudit(transaction: Database, entry: NewAuditEntry): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${sql.raw(APPENDING)})`);
  const [last] = await transaction
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .limit(1);
  const chained: ChainedEntry = {
    sequence: (last?.sequence ?? 0) + 1,
    madeAt: entry.madeAt,
    actor: entry.actor ?? null,
    action: entry.action,
    subject: entry.subject,
    facts: entry.facts,
    previousHash: last?.hash ?? GENESIS,
  };
  await transaction.insert(auditEntries).values({ ...chained, hash: hashOfEntry(chained) });
}

/** SHA-256 of the entry in canonical form, the hash of the one before it included. */
export function hashOfEntry(entry: ChainedEntry): string {
  const { sequence, actor, action, subject, facts, previousHash } = entry;
  const madeAt = entry.madeAt.toISOString();
  return hashOf({ sequence, madeAt, actor, action, subject, facts: { ...facts }, previousHash });
}

/** The journal: written by the way of its chain, read page by page, and proved from end to end. */
import { and, asc, desc, eq, gt, lt, type SQL } from "drizzle-orm";
import type { AuditEntry, AuditState } from "../contract.ts";
import type { AuditStore } from "../usecases/audit-ports.ts";
import { appendAudit, GENESIS, hashOfEntry } from "./append-audit.ts";
import { type Database, pageOf } from "./database.ts";
import { people } from "./schema-people.ts";
import { auditEntries } from "./schema-publications.ts";

/** The journal of a database that was migrated. */
export function createAuditStore(database: Database): AuditStore {
  return {
    append: (entry) => database.transaction((transaction) => appendAudit(transaction, entry)),
    list: async ({ limit, after }, subject) => {
      const rows = await selectEntries(database)
        .where(
          and(
            after === undefined ? undefined : lt(auditEntries.sequence, sequenceOf(after)),
            subject === undefined ? undefined : eq(auditEntries.subject, subject),
          ),
        )
        .orderBy(desc(auditEntries.sequence))
        .limit(limit + 1);
      return pageOf(rows, limit, { item: entryOf, cursor: ({ sequence }) => `${sequence}` });
    },
    find: async (sequence) => {
      const [row] = await selectEntries(database).where(
        eq(auditEntries.sequence, sequenceOf(sequence)),
      );
      return row === undefined ? undefined : entryOf(row);
    },
    verify: () => verifyChain(database),
  };
}

const ENTRY = {
  sequence: auditEntries.sequence,
  madeAt: auditEntries.madeAt,
  actor: auditEntries.actor,
  actorName: people.name,
  action: auditEntries.action,
  subject: auditEntries.subject,
  facts: auditEntries.facts,
  hash: auditEntries.hash,
};

function selectEntries(database: Database) {
  return database
    .select(ENTRY)
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.actor));
}

type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

function entryOf({ actor, actorName, madeAt, facts, ...row }: EntryRow): AuditEntry {
  return {
    ...row,
    madeAt: madeAt.toISOString(),
    actor: actor === null ? null : { id: actor, name: actorName ?? "" },
    facts: facts as AuditEntry["facts"],
  };
}

/** Nothing has the number -1, which stands for a text that is no number. */
function sequenceOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

const PAGE = 1_000;

/** What was proved so far; the next entry must follow from it. */
type Proved = { readonly count: number; readonly hash: string };

/**
 * Reads the whole journal. Entries cut off at its end leave a chain that holds: only who wrote the
 * last hash down elsewhere sees that.
 */
async function verifyChain(database: Database): Promise<AuditState> {
  let proved: Proved = { count: 0, hash: GENESIS };
  for (;;) {
    const rows = await readPage(database, gt(auditEntries.sequence, proved.count));
    for (const row of rows) {
      const { sequence, hash } = row;
      if (!follows(row, proved)) return stateOf(proved, sequence);
      proved = { count: sequence, hash };
    }
    if (rows.length < PAGE) return stateOf(proved, null);
  }
}

function readPage(database: Database, condition: SQL) {
  return database
    .select()
    .from(auditEntries)
    .where(condition)
    .orderBy(asc(auditEntries.sequence))
    .limit(PAGE);
}

type Row = typeof auditEntries.$inferSelect;

function follows(row: Row, { count, hash }: Proved): boolean {
  const { facts, hash: own, ...entry } = row;
  if (row.sequence !== count + 1 || row.previousHash !== hash || !isFacts(facts)) return false;
  return own === hashOfEntry({ ...entry, facts });
}

function isFacts(value: unknown): value is AuditEntry["facts"] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((fact) => typeof fact === "string");
}

function stateOf({ count, hash }: Proved, brokenAt: number | null): AuditState {
  return { count, lastHash: count === 0 ? null : hash, brokenAt };
}

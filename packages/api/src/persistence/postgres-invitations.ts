/** Invitations: a letter's token is kept as a hash only. */
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { Invitation, Page } from "../contract.ts";
import type { NewAuditEntry } from "../usecases/audit-ports.ts";
import type { InvitationStore, NewInvitation, NewPerson } from "../usecases/people-ports.ts";
import type { PageRequest } from "../usecases/run-ports.ts";
import { appendAudit } from "./append-audit.ts";
import { type Database, pageOf } from "./database.ts";
import { insertPerson } from "./insert-person.ts";
import { invitations, people } from "./schema-people.ts";

/** The invitations of a database that was migrated. */
export function createInvitationStore(database: Database): InvitationStore {
  return {
    save: (invitation, entry) => save(database, invitation, entry),
    list: (page, now) => list(database, page, now),
    find: (id, now) => findOne(database, eq(invitations.id, id), now),
    findByToken: (hash, now) => findOne(database, eq(invitations.tokenHash, hash), now),
    findByEmail: (email, now) => {
      const condition = and(eq(invitations.email, email.toLowerCase()), isOpen(now));
      return findOne(database, condition, now);
    },
    accept: (id, person, entry) => accept(database, id, person, entry),
    revoke: (id, entry) => revoke(database, id, entry),
  };
}

function isOpen(now: Date) {
  return and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
  );
}

function select(database: Database) {
  const { id, email, name, role, organisationIds, language } = invitations;
  const { createdAt, expiresAt, acceptedAt, revokedAt } = invitations;
  return database
    .select({
      ...{ id, email, name, role, organisationIds, language },
      ...{ createdAt, expiresAt, acceptedAt, revokedAt },
      invitedBy: { id: people.id, name: people.name },
    })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

function invitationOf({ acceptedAt, revokedAt, ...row }: Row, now: Date): Invitation {
  const others = row.expiresAt.getTime() <= now.getTime() ? "expired" : "open";
  const ended = revokedAt === null ? others : "revoked";
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: acceptedAt === null ? ended : "accepted",
  };
}

async function findOne(
  database: Database,
  condition: ReturnType<typeof and>,
  now: Date,
): Promise<Invitation | undefined> {
  const [row] = await select(database).where(condition).limit(1);
  return row === undefined ? undefined : invitationOf(row, now);
}

function save(database: Database, invitation: NewInvitation, entry: NewAuditEntry): Promise<void> {
  return database.transaction(async (transaction) => {
    const { organisationIds, ...columns } = invitation;
    await transaction
      .insert(invitations)
      .values({ ...columns, organisationIds: [...organisationIds] });
    await appendAudit(transaction, entry);
  });
}

async function list(
  database: Database,
  { limit, after }: PageRequest,
  now: Date,
): Promise<Page<Invitation>> {
  const last =
    after === undefined
      ? undefined
      : sql`(${invitations.createdAt}, ${invitations.id}) <
          (select created_at, id from invitations where id = ${after})`;
  const rows = await select(database)
    .where(last)
    .limit(limit + 1);
  return pageOf(rows, limit, {
    item: (row) => invitationOf(row, now),
    cursor: ({ id }) => id,
  });
}

/** Thrown to take back what was kept of an acceptance that is none. */
class AddressTaken extends Error {}

async function accept(
  database: Database,
  invitationId: string,
  person: NewPerson,
  entry: NewAuditEntry,
): Promise<boolean> {
  try {
    return await database.transaction(async (transaction) => {
      const condition = and(eq(invitations.id, invitationId), isOpen(entry.madeAt));
      const [open] = await transaction.select().from(invitations).where(condition).for("update");
      if (open === undefined) return false;
      if (!(await insertPerson(transaction, person))) throw new AddressTaken();
      await transaction
        .update(invitations)
        .set({ acceptedAt: entry.madeAt, acceptedBy: person.id })
        .where(eq(invitations.id, invitationId));
      await appendAudit(transaction, entry);
      return true;
    });
  } catch (error) {
    if (error instanceof AddressTaken) return false;
    throw error;
  }
}

function revoke(database: Database, invitationId: string, entry: NewAuditEntry): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const revoked = await transaction
      .update(invitations)
      .set({ revokedAt: entry.madeAt })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .returning({ id: invitations.id });
    if (revoked.length === 0) return false;
    await appendAudit(transaction, entry);
    return true;
  });
}

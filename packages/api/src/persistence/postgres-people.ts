/** People with an account, and what of them is changed. */
import { and, asc, count, eq, gt, inArray, max, ne, sql } from "drizzle-orm";
import type { Page, Person, PersonDetail } from "../contract.ts";
import type { NewAuditEntry } from "../usecases/audit-ports.ts";
import type { NewPerson, PersonChange, PersonStore } from "../usecases/people-ports.ts";
import type { PageRequest } from "../usecases/run-ports.ts";
import { appendAudit } from "./append-audit.ts";
import { type Database, pageOf } from "./database.ts";
import { insertPerson } from "./insert-person.ts";
import { organisations } from "./schema.ts";
import { people, personOrganisations, sessions } from "./schema-people.ts";

/** Held while it is decided who is the first, or whether an administrator is left. */
const DECIDING = sql`select pg_advisory_xact_lock(1516337030)`;

/** The people of a database that was migrated. */
export function createPersonStore(database: Database): PersonStore {
  return {
    saveFirst: (first, entries) => saveFirst(database, first, entries),
    change: (personId, change, entry) => changePerson(database, personId, change, entry),
    list: (page, now) => listPeople(database, page, now),
    find: (personId) => findPerson(database, eq(people.id, personId)),
    findByEmail: (email) => findPerson(database, eq(people.email, email.toLowerCase())),
    isEmpty: async () => (await selectPeople(database).limit(1)).length === 0,
    findUnknownOrganisations: async (ids) => {
      const found = await database
        .select({ id: organisations.organisationId })
        .from(organisations)
        .where(inArray(organisations.organisationId, [...ids]))
        .groupBy(organisations.organisationId);
      const known = new Set(found.map(({ id }) => id));
      return ids.filter((id) => !known.has(id));
    },
    listSamples: async () => {
      const rows = await selectPeople(database)
        .where(and(people.isSample, people.isActive))
        .orderBy(asc(people.createdAt), asc(people.id));
      return rows.map(personOf);
    },
    endSessions: (personId, stays, entry) =>
      database.transaction(async (transaction) => {
        const ended = await deleteSessions(transaction, personId, stays);
        if (ended > 0) await appendAudit(transaction, entry);
        return ended;
      }),
  };
}

const ORGANISATION_IDS = sql<string[]>`array(select ${personOrganisations.organisationId}
  from ${personOrganisations} where ${personOrganisations.personId} = ${people.id} order by 1)`;

const PERSON = {
  id: people.id,
  name: people.name,
  email: people.email,
  role: people.role,
  language: people.language,
  organisationIds: ORGANISATION_IDS,
  isActive: people.isActive,
  isSample: people.isSample,
  createdAt: people.createdAt,
};

function selectPeople(database: Database) {
  return database.select(PERSON).from(people).$dynamic();
}

type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number];

function personOf(row: PersonRow): Person {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

async function findPerson(
  database: Database,
  condition: ReturnType<typeof eq>,
): Promise<Person | undefined> {
  const [row] = await selectPeople(database).where(condition);
  return row === undefined ? undefined : personOf(row);
}

function saveFirst(
  database: Database,
  first: readonly NewPerson[],
  entries: readonly NewAuditEntry[],
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.execute(DECIDING);
    const [anybody] = await transaction.select({ id: people.id }).from(people).limit(1);
    if (anybody !== undefined) return false;
    for (const person of first) await insertPerson(transaction, person);
    for (const entry of entries) await appendAudit(transaction, entry);
    return true;
  });
}

type Changed = PersonDetail | "unknown" | "last-administrator";

function changePerson(
  database: Database,
  personId: string,
  change: PersonChange,
  entry: NewAuditEntry,
): Promise<Changed> {
  return database.transaction(async (transaction) => {
    await transaction.execute(DECIDING);
    const before = await findPerson(transaction, eq(people.id, personId));
    if (before === undefined) return "unknown";
    const { organisationIds, ...columns } = change;
    const { role = before.role, isActive = before.isActive } = change;
    const after = { role, isActive };
    const isLeaving = isAdministrator(before) && !isAdministrator(after);
    if (isLeaving && !(await hasOtherAdministrator(transaction, personId))) {
      return "last-administrator";
    }
    await transaction
      .update(people)
      .set({ ...columns, updatedAt: entry.madeAt })
      .where(eq(people.id, personId));
    if (organisationIds !== undefined) await bind(transaction, personId, organisationIds);
    if (before.role !== after.role || (before.isActive && !after.isActive)) {
      await deleteSessions(transaction, personId, undefined);
    }
    await appendAudit(transaction, entry);
    const [detail] = await selectDetails(transaction, entry.madeAt).where(eq(people.id, personId));
    return detail === undefined ? "unknown" : detailOf(detail);
  });
}

async function hasOtherAdministrator(transaction: Database, personId: string): Promise<boolean> {
  const [other] = await transaction
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, "administrator"), people.isActive, ne(people.id, personId)))
    .limit(1);
  return other !== undefined;
}

function isAdministrator({ role, isActive }: Pick<Person, "role" | "isActive">): boolean {
  return role === "administrator" && isActive;
}

async function bind(
  transaction: Database,
  personId: string,
  organisationIds: readonly string[],
): Promise<void> {
  await transaction.delete(personOrganisations).where(eq(personOrganisations.personId, personId));
  if (organisationIds.length === 0) return;
  await transaction
    .insert(personOrganisations)
    .values(organisationIds.map((organisationId) => ({ personId, organisationId })));
}

async function deleteSessions(
  transaction: Database,
  personId: string,
  stays: string | undefined,
): Promise<number> {
  const ended = await transaction
    .delete(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        stays === undefined ? undefined : ne(sessions.id, stays),
      ),
    )
    .returning({ id: sessions.id });
  return ended.length;
}

function selectDetails(database: Database, now: Date) {
  const used = database
    .select({
      personId: sessions.personId,
      seenAt: max(sessions.seenAt).as("seen_at"),
      sessionCount: count().as("session_count"),
    })
    .from(sessions)
    .where(gt(sessions.expiresAt, now))
    .groupBy(sessions.personId)
    .as("used");
  return database
    .select({ ...PERSON, seenAt: used.seenAt, sessionCount: used.sessionCount })
    .from(people)
    .leftJoin(used, eq(used.personId, people.id))
    .$dynamic();
}

type DetailRow = Awaited<ReturnType<typeof selectDetails>>[number];

function detailOf({ seenAt, sessionCount, ...row }: DetailRow): PersonDetail {
  return {
    ...personOf(row),
    lastSeenAt: seenAt?.toISOString() ?? null,
    sessionCount: sessionCount ?? 0,
  };
}

async function listPeople(
  database: Database,
  { limit, after }: PageRequest,
  now: Date,
): Promise<Page<PersonDetail>> {
  const last =
    after === undefined
      ? undefined
      : sql`(${people.name}, ${people.id}) > (select name, id from people where id = ${after})`;
  const rows = await selectDetails(database, now)
    .where(last)
    .orderBy(asc(people.name), asc(people.id))
    .limit(limit + 1);
  return pageOf(rows, limit, { item: detailOf, cursor: ({ id }) => id });
}

/** Issues: each written once, numbered within its budget year without a gap. */
import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Finding, GroundedValue, Publication } from "../contract.ts";
import type { PublicationStore } from "../usecases/publication-ports.ts";
import { type Database, pageOf } from "./database.ts";
import { calculationRuns } from "./schema.ts";
import { people } from "./schema-people.ts";
import { publications } from "./schema-publications.ts";
import { scenarios } from "./schema-scenarios.ts";

/** Beside the budget year it names the lock under which issues are numbered. */
const ISSUING = "1516337021";

/** The issues of a database that was migrated. */
export function createPublicationStore(database: Database): PublicationStore {
  return {
    list: async ({ limit, after }) => {
      const last = alias(publications, "last");
      const isAfter =
        after === undefined
          ? undefined
          : sql`(${publications.issuedAt}, ${publications.id}) < (${database
              .select({ issuedAt: last.issuedAt, id: last.id })
              .from(last)
              .where(eq(last.id, after))})`;
      const rows = await selectPublications(database)
        .where(isAfter)
        .orderBy(desc(publications.issuedAt), desc(publications.id))
        .limit(limit + 1);
      return pageOf(rows, limit, { item: publicationOf, cursor: ({ id }) => id });
    },
    find: async (publicationId) => {
      const [row] = await selectPublications(database).where(eq(publications.id, publicationId));
      return row === undefined ? undefined : publicationOf(row);
    },
    findSealed: async (publicationId) => {
      const [row] = await selectPublications(database).where(eq(publications.id, publicationId));
      const [sealed] = await database
        .select({ grounds: publications.grounds, findings: publications.findings })
        .from(publications)
        .where(eq(publications.id, publicationId));
      if (row === undefined || sealed === undefined) return undefined;
      const grounds = sealed.grounds as readonly GroundedValue[];
      return { ...publicationOf(row), grounds, findings: sealed.findings as readonly Finding[] };
    },
    findStanding: async (budgetYear) => {
      const rows = await selectPublications(database)
        .where(and(eq(publications.budgetYear, budgetYear), sql`${SUPERSEDED_BY} is null`))
        .orderBy(desc(publications.number));
      return rows.map(publicationOf);
    },
    findCurrent: async () => {
      const isOfficial = sql`${publications.kind} = 'official'`;
      const [row] = await selectPublications(database)
        .orderBy(desc(publications.budgetYear), desc(isOfficial), desc(publications.number))
        .limit(1);
      return row === undefined ? undefined : publicationOf(row);
    },
    takeTurn: async (budgetYear) => {
      await database.execute(
        sql`select pg_advisory_xact_lock(${sql.raw(ISSUING)}, ${budgetYear}::integer)`,
      );
    },
    save: async ({ supersedes, ...publication }) => {
      await database
        .insert(publications)
        .values({ ...publication, supersedes: supersedes ?? null });
    },
  };
}

/** The next issue of the year that takes the place of one: a preliminary one only of its kind. */
const SUPERSEDED_BY = sql<string | null>`(
  select later.id from publications as later
  where later.budget_year = ${publications.budgetYear} and later.number > ${publications.number}
    and (later.kind = 'official' or ${publications.kind} = 'preliminary')
  order by later.number limit 1)`;

function selectPublications(database: Database) {
  return database
    .select({
      id: publications.id,
      scenarioId: publications.scenarioId,
      scenarioName: scenarios.name,
      revision: publications.revision,
      runId: publications.runId,
      kind: publications.kind,
      budgetYear: publications.budgetYear,
      number: publications.number,
      issuedBy: { id: people.id, name: people.name },
      issuedAt: publications.issuedAt,
      supersedes: publications.supersedes,
      supersededBy: SUPERSEDED_BY,
      totalTiyn: calculationRuns.totalTiyn,
      seal: publications.seal,
    })
    .from(publications)
    .innerJoin(scenarios, eq(scenarios.id, publications.scenarioId))
    .innerJoin(people, eq(people.id, publications.issuedBy))
    .innerJoin(calculationRuns, eq(calculationRuns.id, publications.runId));
}

type PublicationRow = Awaited<ReturnType<typeof selectPublications>>[number];

function publicationOf({ issuedAt, ...row }: PublicationRow): Publication {
  return { ...row, issuedAt: issuedAt.toISOString() };
}

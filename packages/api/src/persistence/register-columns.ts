/**
 * A whole register as columns.
 *
 * Headcounts and facts are many: the database sends each of their columns as one text, which is
 * read far quicker than as many rows.
 */
import { InvariantViolation } from "@zhanbasy/core";
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { RegisterColumns, WordColumn } from "../contract.ts";
import type { Database } from "./database.ts";
import {
  estimates,
  headcounts,
  lastYearLines,
  organisations,
  registerFacts,
  registerSnapshots,
  registerSources,
} from "./schema.ts";
import { attributeColumns, wordColumn } from "./word-column.ts";

/**
 * The register as columns; stops with an `InvariantViolation` when rows are missing or were added.
 */
export async function findRegisterColumns(
  database: Database,
  hash: string,
): Promise<RegisterColumns | undefined> {
  const [kept] = await database
    .select()
    .from(registerSnapshots)
    .where(eq(registerSnapshots.hash, hash));
  if (kept === undefined) return undefined;
  const [sources, bodies, counts, facts, amounts, lines] = await Promise.all([
    readSources(database, kept.id),
    readOrganisations(database, kept.id),
    readHeadcounts(database, kept.id),
    readFacts(database, kept.id),
    readEstimates(database, kept.id),
    readLastYear(database, kept.id),
  ]);
  const expected = [
    [kept.organisationCount, bodies.ids.length],
    ...columnLengths(counts).map((length) => [kept.headcountCount, length]),
    ...columnLengths(facts).map((length) => [kept.factCount, length]),
    [kept.estimateCount, amounts.length],
    [kept.lastYearCount, lines.length],
  ];
  if (expected.some(([told, found]) => told !== found)) {
    throw new InvariantViolation(`register ${hash} has the rows it was kept with`);
  }
  const positions = new Map(bodies.ids.map((id, position) => [id, position]));
  const positionsOf = (ids: readonly string[]) => ids.map((id) => positions.get(id) ?? -1);
  const { organisationIds: counted, ...headcountColumns } = counts;
  const { organisationIds: told, ...factColumns } = facts;
  return {
    hash,
    sources,
    organisations: bodies,
    headcounts: { organisation: positionsOf(counted), ...headcountColumns },
    facts: { organisation: positionsOf(told), ...factColumns },
    estimates: amounts,
    lastYear: lines,
  };
}

/** Columns of another length would have had the separator in a word. */
function columnLengths(
  columns: Readonly<Record<string, WordColumn | readonly unknown[]>>,
): readonly number[] {
  return Object.values(columns).map((column) =>
    "words" in column ? column.values.length : column.length,
  );
}

function readSources(database: Database, snapshotId: number) {
  return database
    .select({ file: registerSources.file, sheet: registerSources.sheet })
    .from(registerSources)
    .where(eq(registerSources.snapshotId, snapshotId))
    .orderBy(asc(registerSources.position));
}

async function readOrganisations(
  database: Database,
  snapshotId: number,
): Promise<RegisterColumns["organisations"]> {
  const rows = await database
    .select()
    .from(organisations)
    .where(eq(organisations.snapshotId, snapshotId))
    .orderBy(asc(organisations.position));
  return {
    ids: rows.map(({ organisationId }) => organisationId),
    namesRu: rows.map(({ nameRu }) => nameRu),
    namesKk: rows.map(({ nameKk }) => nameKk),
    openedOn: rows.map(({ openedOn }) => openedOn),
    closedOn: rows.map(({ closedOn }) => closedOn),
    successorIds: rows.map(({ successorIds }) => successorIds),
    attributes: attributeColumns(
      rows.map(({ attributes }) => attributes as Readonly<Record<string, string>>),
    ),
    source: rows.map(({ source }) => source),
    row: rows.map(({ row }) => row),
  };
}

type HeadcountRows = Omit<RegisterColumns["headcounts"], "organisation"> & {
  readonly organisationIds: readonly string[];
};

/** Stands between the values of a column; no code and no digit is one. */
const SEPARATOR = "\u001F";

async function readHeadcounts(database: Database, snapshotId: number): Promise<HeadcountRows> {
  const rows = database.select().from(headcounts).where(eq(headcounts.snapshotId, snapshotId));
  const sorted = rows.orderBy(asc(headcounts.position)).as("sorted");
  const [read] = await database
    .select({
      organisationIds: all(sql`${sorted.organisationId}`),
      measure: all(sql`${sorted.measure}`),
      period: all(sql`${sorted.period}`),
      tier: all(sql`${sorted.tier}`),
      levelOrGroup: all(sql`${sorted.levelOrGroup}`),
      programme: all(sql`${sorted.programme}`),
      childCategory: all(sql`${sorted.childCategory}`),
      headcount: all(sql`${sorted.headcount}`),
      source: all(sql`${sorted.source}`),
      row: all(sql`${sorted.row}`),
    })
    .from(sorted);
  if (read === undefined) throw new InvariantViolation("an aggregate has one row");
  return {
    organisationIds: split(read.organisationIds),
    measure: words(read.measure),
    period: words(read.period),
    tier: words(read.tier),
    level_or_group: words(read.levelOrGroup),
    programme: words(read.programme),
    child_category: words(read.childCategory),
    headcount: numbers(read.headcount),
    source: numbers(read.source),
    row: numbers(read.row),
  };
}

function split(text: string | null): readonly string[] {
  return text === null ? [] : text.split(SEPARATOR);
}

type FactRows = Omit<RegisterColumns["facts"], "organisation"> & {
  readonly organisationIds: readonly string[];
};

async function readFacts(database: Database, snapshotId: number): Promise<FactRows> {
  const rows = database
    .select()
    .from(registerFacts)
    .where(eq(registerFacts.snapshotId, snapshotId));
  const sorted = rows.orderBy(asc(registerFacts.position)).as("sorted");
  const [read] = await database
    .select({
      organisationIds: all(sql`${sorted.organisationId}`),
      fact: all(sql`${sorted.fact}`),
      period: all(sql`${sorted.period}`),
      key: all(sql`${sorted.key}`),
      value: all(sql`${sorted.value}`),
      source: all(sql`${sorted.source}`),
      row: all(sql`${sorted.row}`),
    })
    .from(sorted);
  if (read === undefined) throw new InvariantViolation("an aggregate has one row");
  return {
    organisationIds: split(read.organisationIds),
    fact: words(read.fact),
    period: words(read.period),
    key: words(read.key),
    value: split(read.value),
    source: numbers(read.source),
    row: numbers(read.row),
  };
}

/** All values of a column, in the order of the rows. */
function all(column: SQL): SQL<string | null> {
  return sql<string | null>`string_agg(${column}::text, ${SEPARATOR})`;
}

function words(text: string | null): WordColumn {
  return wordColumn(split(text));
}

function numbers(text: string | null): readonly number[] {
  return split(text).map(Number);
}

async function readEstimates(
  database: Database,
  snapshotId: number,
): Promise<RegisterColumns["estimates"]> {
  const rows = await database
    .select()
    .from(estimates)
    .where(eq(estimates.snapshotId, snapshotId))
    .orderBy(asc(estimates.position));
  return rows.map(({ snapshotId: _snapshot, position: _position, ...row }) => row);
}

async function readLastYear(
  database: Database,
  snapshotId: number,
): Promise<RegisterColumns["lastYear"]> {
  const rows = await database
    .select()
    .from(lastYearLines)
    .where(eq(lastYearLines.snapshotId, snapshotId))
    .orderBy(asc(lastYearLines.position));
  return rows.map(({ snapshotId: _snapshot, position: _position, ...row }) => row);
}

/** Revisions of scenarios with their edits, and what holds at one of them. */
import { and, asc, desc, eq, gt, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import type {
  OverrideJson,
  Page,
  ScenarioEdit,
  ScenarioRevision,
  ScenarioTotals,
} from "../contract.ts";
import type { PageRequest } from "../usecases/run-ports.ts";
import type { HeldOverride, KeptRevision } from "../usecases/scenario-ports.ts";
import { type Database, pageOf } from "./database.ts";
import { envelopeOf } from "./envelope-columns.ts";
import { people } from "./schema-people.ts";
import { scenarioEdits, scenarioRevisions } from "./schema-scenarios.ts";

const { scenarioId, number } = scenarioRevisions;

const REVISION = {
  number,
  kind: scenarioRevisions.kind,
  batchId: scenarioRevisions.batchId,
  author: { id: people.id, name: people.name },
  madeAt: scenarioRevisions.madeAt,
  undoes: scenarioRevisions.undoes,
  totalTiyn: scenarioRevisions.totalTiyn,
  resultHash: scenarioRevisions.resultHash,
  engineVersion: scenarioRevisions.engineVersion,
};

const RESULT = {
  identity: scenarioRevisions.identity,
  totals: scenarioRevisions.totals,
  limitTiyn: scenarioRevisions.limitTiyn,
  limitStatus: scenarioRevisions.limitStatus,
};

function selectRevisions(database: Database, isAsked: SQL | undefined) {
  return database
    .select(REVISION)
    .from(scenarioRevisions)
    .innerJoin(people, eq(people.id, scenarioRevisions.author))
    .where(isAsked);
}

type RevisionRow = Awaited<ReturnType<typeof selectRevisions>>[number];

/** Newest first; the place in the list is the number of a revision. */
export async function listRevisions(
  database: Database,
  id: string,
  { limit, after }: PageRequest,
): Promise<Page<ScenarioRevision>> {
  const isBefore = after === undefined ? undefined : lt(number, Number(after));
  const rows = await selectRevisions(database, and(eq(scenarioId, id), isBefore))
    .orderBy(desc(number))
    .limit(limit + 1);
  const whole = await withEdits(database, id, rows);
  return pageOf(whole, limit, { item: (each) => each, cursor: (each) => `${each.number}` });
}

/** Later than `after` and up to `upTo`, the oldest first. */
export async function findRevisionsBetween(
  database: Database,
  id: string,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly ScenarioRevision[]> {
  if (after >= upTo) return [];
  const isBetween = and(eq(scenarioId, id), gt(number, after), lte(number, upTo));
  const rows = await selectRevisions(database, isBetween).orderBy(asc(number));
  return withEdits(database, id, rows);
}

/** The revision that a batch became, and all that it came to. */
export async function findBatch(
  database: Database,
  id: string,
  batchId: string,
): Promise<KeptRevision | undefined> {
  const [row] = await database
    .select({ ...REVISION, ...RESULT })
    .from(scenarioRevisions)
    .innerJoin(people, eq(people.id, scenarioRevisions.author))
    .where(and(eq(scenarioId, id), eq(scenarioRevisions.batchId, batchId)));
  if (row === undefined) return undefined;
  const { identity, totals, limitTiyn, limitStatus, ...own } = row;
  const [revision] = await withEdits(database, id, [own]);
  if (revision === undefined) return undefined;
  const { engineVersion, resultHash } = revision;
  const limit = envelopeOf(limitTiyn, limitStatus);
  return {
    revision,
    result: { engineVersion, resultHash, identity, totals: totals as ScenarioTotals, limit },
  };
}

/** The last edits of a person that were not taken back yet; what said nothing is passed over. */
export async function findUndoable(
  database: Database,
  id: string,
  author: string,
): Promise<ScenarioRevision | undefined> {
  const own = and(eq(scenarioId, id), eq(scenarioRevisions.author, author));
  const isLeft = sql`${scenarioRevisions.kind} = 'edited'
    and exists (select from ${scenarioEdits} as said where said.scenario_id = ${id} and said.revision = ${number})
    and not exists (select from ${scenarioRevisions} as later where later.scenario_id = ${id} and later.undoes = ${number})`;
  const rows = await selectRevisions(database, and(own, isLeft)).orderBy(desc(number)).limit(1);
  const [revision] = await withEdits(database, id, rows);
  return revision;
}

async function withEdits(
  database: Database,
  id: string,
  rows: readonly RevisionRow[],
): Promise<readonly ScenarioRevision[]> {
  const numbers = rows.map((row) => row.number);
  if (numbers.length === 0) return [];
  const edits = await database
    .select({
      revision: scenarioEdits.revision,
      cell: scenarioEdits.cell,
      override: scenarioEdits.override,
      previous: scenarioEdits.previous,
    })
    .from(scenarioEdits)
    .where(and(eq(scenarioEdits.scenarioId, id), inArray(scenarioEdits.revision, numbers)))
    .orderBy(asc(scenarioEdits.revision), asc(scenarioEdits.position));
  const undoings = await database
    .select({ number, undoes: scenarioRevisions.undoes })
    .from(scenarioRevisions)
    .where(and(eq(scenarioId, id), inArray(scenarioRevisions.undoes, numbers)));
  const editsOf = new Map(numbers.map((each) => [each, [] as ScenarioEdit[]]));
  for (const { revision, cell, override, previous } of edits) {
    editsOf.get(revision)?.push({
      cell,
      override: override as OverrideJson | null,
      previous: previous as OverrideJson | null,
    });
  }
  const undoneBy = new Map(undoings.map((each) => [each.undoes, each.number]));
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    undoneBy: undoneBy.get(row.number) ?? null,
    edits: editsOf.get(row.number) ?? [],
  }));
}

/** What the scenario itself says at a revision, in the order in which it was last said. */
export async function findOverridesAt(
  database: Database,
  id: string,
  revision: number,
): Promise<readonly HeldOverride[]> {
  const last = database
    .selectDistinctOn([scenarioEdits.cell], {
      cell: scenarioEdits.cell,
      override: scenarioEdits.override,
      revision: scenarioEdits.revision,
      position: scenarioEdits.position,
    })
    .from(scenarioEdits)
    .where(and(eq(scenarioEdits.scenarioId, id), lte(scenarioEdits.revision, revision)))
    .orderBy(scenarioEdits.cell, desc(scenarioEdits.revision), desc(scenarioEdits.position))
    .as("last");
  const rows = await database
    .select({
      cell: last.cell,
      override: last.override,
      author: scenarioRevisions.author,
      madeAt: scenarioRevisions.madeAt,
      revision: last.revision,
    })
    .from(last)
    .innerJoin(scenarioRevisions, and(eq(scenarioId, id), eq(number, last.revision)))
    .where(sql`${last.override} is not null`)
    .orderBy(asc(last.revision), asc(last.position));
  return rows.map((row) => ({ ...row, override: row.override as OverrideJson }));
}

/** Scenarios as lists and heads show them: each with its newest revision. */
import { findCalendarDate, InvariantViolation } from "@zhanbasy/core";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type {
  LiveOverride,
  Page,
  ScenarioDetail,
  ScenarioStep,
  ScenarioSummary,
  ScenarioTotals,
} from "../contract.ts";
import type { PageRequest } from "../usecases/run-ports.ts";
import type { HeldOverride, ScenarioHead } from "../usecases/scenario-ports.ts";
import { type Database, pageOf } from "./database.ts";
import { envelopeOf } from "./envelope-columns.ts";
import { findOverridesAt } from "./postgres-scenarios-revisions.ts";
import { methodologies, registerSnapshots } from "./schema.ts";
import { people } from "./schema-people.ts";
import { scenarioRevisions, scenarioSteps, scenarios } from "./schema-scenarios.ts";

const parents = alias(scenarios, "parents");
const creators = alias(people, "creators");
const changers = alias(people, "changers");

const SUMMARY = {
  id: scenarios.id,
  name: scenarios.name,
  parentId: scenarios.parentId,
  parentName: parents.name,
  parentRevision: scenarios.parentRevision,
  state: scenarios.state,
  isArchived: scenarios.isArchived,
  isDemonstration: sql<boolean>`${registerSnapshots.isDemonstration} or ${methodologies.isDemonstration}`,
  budgetYear: scenarios.budgetYear,
  knownOn: scenarios.knownOn,
  registerHash: scenarios.registerHash,
  methodologyHash: scenarios.methodologyHash,
  revision: scenarios.revision,
  editCount: scenarioRevisions.editCount,
  totalTiyn: scenarioRevisions.totalTiyn,
  limitTiyn: scenarioRevisions.limitTiyn,
  limitStatus: scenarioRevisions.limitStatus,
  identity: scenarioRevisions.identity,
  resultHash: scenarioRevisions.resultHash,
  engineVersion: scenarioRevisions.engineVersion,
  creator: { id: creators.id, name: creators.name },
  createdAt: scenarios.createdAt,
  changer: { id: changers.id, name: changers.name },
  changedAt: scenarioRevisions.madeAt,
};

function selectSummaries(database: Database) {
  return database
    .select(SUMMARY)
    .from(scenarios)
    .innerJoin(
      scenarioRevisions,
      and(
        eq(scenarioRevisions.scenarioId, scenarios.id),
        eq(scenarioRevisions.number, scenarios.revision),
      ),
    )
    .innerJoin(creators, eq(creators.id, scenarios.createdBy))
    .innerJoin(changers, eq(changers.id, scenarioRevisions.author))
    .innerJoin(registerSnapshots, eq(registerSnapshots.hash, scenarios.registerHash))
    .innerJoin(methodologies, eq(methodologies.hash, scenarios.methodologyHash))
    .leftJoin(parents, eq(parents.id, scenarios.parentId));
}

type SummaryRow = Awaited<ReturnType<typeof selectSummaries>>[number];

function summaryOf(row: SummaryRow): ScenarioSummary {
  const { parentId, parentName, parentRevision, limitTiyn, limitStatus, ...summary } = row;
  const { creator, changer, ...shown } = summary;
  return {
    ...shown,
    parent:
      parentId === null || parentName === null || parentRevision === null
        ? null
        : { id: parentId, name: parentName, revision: parentRevision },
    envelope:
      limitTiyn === null || limitStatus === null
        ? null
        : {
            limitTiyn,
            headroomTiyn: (BigInt(limitTiyn) - BigInt(row.totalTiyn)).toString(),
            status: limitStatus,
          },
    createdBy: creator,
    createdAt: row.createdAt.toISOString(),
    changedBy: changer,
    changedAt: row.changedAt.toISOString(),
  };
}

/** Newest first. */
export async function listSummaries(
  database: Database,
  { limit, after }: PageRequest,
): Promise<Page<ScenarioSummary>> {
  const { createdAt, id } = scenarios;
  const isAfter = sql`(${createdAt}, ${id}) < (select last.created_at, last.id from ${scenarios} as last where last.id = ${after})`;
  const rows = await selectSummaries(database)
    .where(after === undefined ? undefined : isAfter)
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  return pageOf(rows, limit, { item: summaryOf, cursor: (row) => row.id });
}

/** Nothing when there is no such scenario. */
export async function findSummary(
  database: Database,
  id: string,
): Promise<ScenarioSummary | undefined> {
  const [row] = await selectSummaries(database).where(eq(scenarios.id, id));
  return row === undefined ? undefined : summaryOf(row);
}

/** With totals, own overrides and steps as one moment has them. */
export function findDetail(database: Database, id: string): Promise<ScenarioDetail | undefined> {
  return database.transaction(
    async (transaction) => {
      const summary = await findSummary(transaction, id);
      if (summary === undefined) return undefined;
      const [row] = await transaction
        .select({ totals: scenarioRevisions.totals })
        .from(scenarioRevisions)
        .where(
          and(eq(scenarioRevisions.scenarioId, id), eq(scenarioRevisions.number, summary.revision)),
        );
      const held = await findOverridesAt(transaction, id, summary.revision);
      return {
        ...summary,
        totals: row?.totals as ScenarioTotals,
        overrides: await liveOverrides(transaction, held),
        steps: await findSteps(transaction, id),
      };
    },
    { isolationLevel: "repeatable read" },
  );
}

async function liveOverrides(
  database: Database,
  held: readonly HeldOverride[],
): Promise<readonly LiveOverride[]> {
  if (held.length === 0) return [];
  const rows = await database.select({ id: people.id, name: people.name }).from(people);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return held.map(({ author, madeAt, ...each }) => ({
    ...each,
    author: { id: author, name: names.get(author) ?? "" },
    madeAt: madeAt.toISOString(),
    standing: null,
  }));
}

async function findSteps(database: Database, id: string): Promise<readonly ScenarioStep[]> {
  const rows = await database
    .select({
      from: scenarioSteps.fromState,
      to: scenarioSteps.toState,
      revision: scenarioSteps.revision,
      runId: scenarioSteps.runId,
      author: { id: people.id, name: people.name },
      madeAt: scenarioSteps.madeAt,
      reason: scenarioSteps.reason,
    })
    .from(scenarioSteps)
    .innerJoin(people, eq(people.id, scenarioSteps.author))
    .where(eq(scenarioSteps.scenarioId, id))
    .orderBy(asc(scenarioSteps.madeAt), asc(scenarioSteps.id));
  return rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString() }));
}

const HEAD = {
  id: scenarios.id,
  name: scenarios.name,
  parentId: scenarios.parentId,
  parentRevision: scenarios.parentRevision,
  registerHash: scenarios.registerHash,
  methodologyHash: scenarios.methodologyHash,
  budgetYear: scenarios.budgetYear,
  knownOn: scenarios.knownOn,
  envelopeTiyn: scenarios.envelopeTiyn,
  envelopeStatus: scenarios.envelopeStatus,
  state: scenarios.state,
  isArchived: scenarios.isArchived,
  revision: scenarios.revision,
};

/** `update` keeps others from changing it until the end of the transaction. */
export async function findHead(
  database: Database,
  id: string,
  lock: "update" | "none",
): Promise<ScenarioHead | undefined> {
  const asked = database.select(HEAD).from(scenarios).where(eq(scenarios.id, id));
  const [row] = await (lock === "update" ? asked.for("update") : asked);
  if (row === undefined) return undefined;
  const { parentId, parentRevision, budgetYear, knownOn: day, ...rest } = row;
  const { envelopeTiyn, envelopeStatus, ...head } = rest;
  const knownOn = findCalendarDate(day);
  if (knownOn === undefined) throw new InvariantViolation(`scenario ${id} is known on a day`);
  return {
    ...head,
    parent:
      parentId === null || parentRevision === null
        ? undefined
        : { id: parentId, revision: parentRevision },
    asOf: { budgetYear, knownOn },
    envelope: envelopeOf(envelopeTiyn, envelopeStatus),
  };
}

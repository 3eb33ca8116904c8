/** Writing scenarios: everything about one of them happens in turn, and is told when it is kept. */
import { InvariantViolation } from "@zhanbasy/core";
import { eq, sql } from "drizzle-orm";
import type { ScenarioRevision } from "../contract.ts";
import type { NewAuditEntry } from "../usecases/audit-ports.ts";
import type {
  LockedScenario,
  NewEdit,
  NewRevision,
  NewScenario,
  RevisionResult,
  ScenarioChange,
  ScenarioChangeEvent,
  ScenarioHead,
} from "../usecases/scenario-ports.ts";
import { appendAudit } from "./append-audit.ts";
import type { Database } from "./database.ts";
import { insertList, listColumn } from "./insert-list.ts";
import { SCENARIO_CHANNEL } from "./postgres-scenarios-feed.ts";
import { findHead } from "./postgres-scenarios-summaries.ts";
import { people } from "./schema-people.ts";
import { scenarioEdits, scenarioRevisions, scenarioSteps, scenarios } from "./schema-scenarios.ts";

const FIRST_REVISION = 1;

/** Keeps the scenario with its first revision; false when its id is taken. */
export function saveScenario(
  database: Database,
  scenario: NewScenario,
  entry: NewAuditEntry,
): Promise<boolean> {
  const { id, asOf, envelope, parent, createdBy, createdAt } = scenario;
  return database.transaction(async (transaction) => {
    const kept = await transaction
      .insert(scenarios)
      .values({
        ...{ id, name: scenario.name, createdBy, createdAt },
        ...{ parentId: parent?.id ?? null, parentRevision: parent?.revision ?? null },
        registerHash: scenario.registerHash,
        methodologyHash: scenario.methodologyHash,
        ...{ budgetYear: asOf.budgetYear, knownOn: asOf.knownOn },
        envelopeTiyn: envelope?.limit.toString() ?? null,
        envelopeStatus: envelope?.status ?? null,
        ...{ state: "draft", isArchived: false, revision: FIRST_REVISION },
      })
      .onConflictDoNothing()
      .returning({ id: scenarios.id });
    if (kept.length === 0) return false;
    await transaction.insert(scenarioRevisions).values({
      ...{ scenarioId: id, number: FIRST_REVISION, kind: "created", editCount: 0 },
      ...{ batchId: scenario.batchId, author: createdBy, madeAt: createdAt },
      ...resultColumns(scenario),
    });
    await appendAudit(transaction, entry);
    return true;
  });
}

/** Does the work while nobody else changes the scenario; nothing when there is none. */
export function withLock<Answer>(
  database: Database,
  scenarioId: string,
  work: (scenario: LockedScenario) => Promise<Answer>,
): Promise<Answer | undefined> {
  return database.transaction(async (transaction) => {
    const head = await findHead(transaction, scenarioId, "update");
    return head === undefined ? undefined : work(lockedScenario(transaction, head));
  });
}

function lockedScenario(transaction: Database, head: ScenarioHead): LockedScenario {
  return {
    head,
    append: (revision, entry) => appendRevision(transaction, head, { revision, entry }),
    step: async ({ to, runId, ...step }, entry) => {
      await transaction.insert(scenarioSteps).values({
        ...{ ...step, scenarioId: head.id, revision: head.revision },
        ...{ fromState: head.state, toState: to, runId: runId ?? null },
      });
      await transaction.update(scenarios).set({ state: to }).where(eq(scenarios.id, head.id));
      await tell(transaction, { kind: "changed", scenarioId: head.id });
      await appendAudit(transaction, entry);
    },
    change: async (change: ScenarioChange, entry) => {
      await transaction.update(scenarios).set(change).where(eq(scenarios.id, head.id));
      await tell(transaction, { kind: "changed", scenarioId: head.id });
      await appendAudit(transaction, entry);
    },
  };
}

async function appendRevision(
  transaction: Database,
  head: ScenarioHead,
  { revision, entry }: { readonly revision: NewRevision; readonly entry: NewAuditEntry },
): Promise<ScenarioRevision> {
  const number = head.revision + 1;
  const { kind, batchId, author, madeAt, edits, editCount } = revision;
  const undoes = revision.undoes ?? null;
  await transaction.insert(scenarioRevisions).values({
    ...{ scenarioId: head.id, number, kind, batchId, author, madeAt, undoes, editCount },
    ...resultColumns(revision),
  });
  await insertEdits(transaction, head.id, { number, edits });
  await transaction.update(scenarios).set({ revision: number }).where(eq(scenarios.id, head.id));
  await tell(transaction, {
    ...{ kind: "revision", scenarioId: head.id, revision: number, authorId: author },
  });
  const [person] = await transaction
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.id, author));
  if (person === undefined) throw new InvariantViolation("who signs a revision has an account");
  await appendAudit(transaction, entry);
  return {
    ...{ number, kind, batchId, author: person, madeAt: madeAt.toISOString() },
    ...{ undoes, undoneBy: null, totalTiyn: revision.totals.totalTiyn },
    ...{ resultHash: revision.resultHash, engineVersion: revision.engineVersion },
    edits: edits.map(({ cell, override, previous }) => ({
      ...{ cell, override: override ?? null, previous: previous ?? null },
    })),
  };
}

async function insertEdits(
  transaction: Database,
  scenarioId: string,
  { number, edits }: { readonly number: number; readonly edits: readonly NewEdit[] },
): Promise<void> {
  if (edits.length === 0) return;
  const json = (value: object | undefined): string | null =>
    value === undefined ? null : JSON.stringify(value);
  const owner = { column: "scenario_id", id: scenarioId, type: "uuid" } as const;
  await transaction.execute(
    insertList(scenarioEdits, owner, [
      listColumn("revision", "integer", edits, () => number),
      listColumn("cell", "text", edits, ({ cell }) => cell),
      { ...listColumn("override", "text", edits, (edit) => json(edit.override)), cast: "json" },
      { ...listColumn("previous", "text", edits, (edit) => json(edit.previous)), cast: "json" },
    ]),
  );
}

function resultColumns({ engineVersion, identity, resultHash, totals, limit }: RevisionResult) {
  return {
    ...{ engineVersion, identity, resultHash, totals, totalTiyn: totals.totalTiyn },
    limitTiyn: limit?.limit.toString() ?? null,
    limitStatus: limit?.status ?? null,
  };
}

/** Everybody who watches hears of it when the transaction ends well. */
async function tell(transaction: Database, event: ScenarioChangeEvent): Promise<void> {
  await transaction.execute(sql`select pg_notify(${SCENARIO_CHANNEL}, ${JSON.stringify(event)})`);
}

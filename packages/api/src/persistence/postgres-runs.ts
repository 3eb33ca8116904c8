/** Runs: summaries, details, lines as pages, and writing a whole one. */
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import type {
  AssumedValue,
  IssueData,
  OverrideJson,
  Page,
  RunDetail,
  RunLine,
  RunSummary,
} from "../contract.ts";
import type { KeptRunScenario, PageRequest, RunStore, ToldRun } from "../usecases/run-ports.ts";
import { type Database, pageOf } from "./database.ts";
import { casesOf, findRunColumns } from "./run-columns.ts";
import { findRunTotals } from "./run-totals.ts";
import { saveRun } from "./save-run.ts";
import { allocationLines, calculationRuns, methodologies, registerSnapshots } from "./schema.ts";
import { scenarios } from "./schema-scenarios.ts";

/** Runs of a database that was migrated. */
export function createRunStore(database: Database): RunStore {
  return {
    save: (run) => saveRun(database, run),
    list: (page) => listRuns(database, page),
    find: async (id) => {
      const [row] = await selectRuns(database).where(eq(calculationRuns.id, id));
      return row === undefined ? undefined : summaryOf(row);
    },
    findDetail: (id) => findDetail(database, id),
    findTotals: async (id) => {
      const total = await findTotal(database, id);
      return total === undefined ? undefined : findRunTotals(database, id, total);
    },
    findLines: (id, page) => findLines(database, id, page),
    findColumns: (id) => findRunColumns(database, id),
    findTold: (id) => findTold(database, id),
    findScenario: (id) => findScenario(database, id),
  };
}

const SUMMARY = {
  id: calculationRuns.id,
  budgetYear: calculationRuns.budgetYear,
  knownOn: calculationRuns.knownOn,
  registerHash: calculationRuns.registerHash,
  methodologyHash: calculationRuns.methodologyHash,
  resultHash: calculationRuns.resultHash,
  engineVersion: calculationRuns.engineVersion,
  createdAt: calculationRuns.createdAt,
  isDemonstration: sql<boolean>`${registerSnapshots.isDemonstration} or ${methodologies.isDemonstration}`,
  organisationCount: calculationRuns.organisationCount,
  lineCount: calculationRuns.lineCount,
  totalTiyn: calculationRuns.totalTiyn,
  envelopeTiyn: calculationRuns.envelopeTiyn,
  envelopeStatus: calculationRuns.envelopeStatus,
  name: calculationRuns.name,
  scenarioId: calculationRuns.scenarioId,
  scenarioName: scenarios.name,
  scenarioRevision: calculationRuns.revision,
};

function selectRuns(database: Database) {
  return database
    .select(SUMMARY)
    .from(calculationRuns)
    .innerJoin(registerSnapshots, eq(registerSnapshots.hash, calculationRuns.registerHash))
    .innerJoin(methodologies, eq(methodologies.hash, calculationRuns.methodologyHash))
    .leftJoin(scenarios, eq(scenarios.id, calculationRuns.scenarioId));
}

type SummaryRow = Awaited<ReturnType<typeof selectRuns>>[number];

function summaryOf(row: SummaryRow): RunSummary {
  const { envelopeTiyn, envelopeStatus, scenarioId, scenarioName, scenarioRevision, ...summary } =
    row;
  return {
    ...summary,
    scenario:
      scenarioId === null || scenarioName === null || scenarioRevision === null
        ? null
        : { id: scenarioId, name: scenarioName, revision: scenarioRevision },
    createdAt: row.createdAt.toISOString(),
    envelope:
      envelopeTiyn === null || envelopeStatus === null
        ? null
        : {
            limitTiyn: envelopeTiyn,
            headroomTiyn: (BigInt(envelopeTiyn) - BigInt(row.totalTiyn)).toString(),
            status: envelopeStatus,
          },
  };
}

async function listRuns(
  database: Database,
  { limit, after }: PageRequest,
): Promise<Page<RunSummary>> {
  const { createdAt, id } = calculationRuns;
  const isAfter = sql`(${createdAt}, ${id}) < (select last.created_at, last.id from ${calculationRuns} as last where last.id = ${after})`;
  const rows = await selectRuns(database)
    .where(after === undefined ? undefined : isAfter)
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  return pageOf(rows, limit, { item: summaryOf, cursor: (row) => row.id });
}

const NO_POINTS = { points: null };

async function findDetail(database: Database, id: string): Promise<RunDetail | undefined> {
  const [found] = await database
    .select({ assumed: calculationRuns.assumed, warnings: calculationRuns.warnings, ...SUMMARY })
    .from(calculationRuns)
    .innerJoin(registerSnapshots, eq(registerSnapshots.hash, calculationRuns.registerHash))
    .innerJoin(methodologies, eq(methodologies.hash, calculationRuns.methodologyHash))
    .leftJoin(scenarios, eq(scenarios.id, calculationRuns.scenarioId))
    .where(eq(calculationRuns.id, id));
  if (found === undefined) return undefined;
  const { assumed, warnings, ...row } = found;
  return {
    ...summaryOf(row),
    totals: await findRunTotals(database, id, row.totalTiyn),
    // Runs that were kept before tables had values have no points.
    assumed: (assumed as readonly AssumedValue[]).map((value) => ({ ...NO_POINTS, ...value })),
    warnings: warnings as readonly IssueData[],
  };
}

async function findTold(database: Database, id: string): Promise<ToldRun | undefined> {
  const { lineLabels, assumed, weak } = calculationRuns;
  const [row] = await database
    .select({ lineLabels, assumed, weak })
    .from(calculationRuns)
    .where(eq(calculationRuns.id, id));
  return row as ToldRun | undefined;
}

async function findScenario(database: Database, id: string): Promise<KeptRunScenario | undefined> {
  const [row] = await database
    .select({
      id: calculationRuns.scenarioId,
      revision: calculationRuns.revision,
      identity: calculationRuns.identity,
      document: calculationRuns.scenario,
    })
    .from(calculationRuns)
    .where(eq(calculationRuns.id, id));
  if (row === undefined) return undefined;
  const { id: scenarioId, revision, identity, document } = row;
  if (scenarioId === null || revision === null || identity === null) return undefined;
  return { id: scenarioId, revision, identity, document: document as OverrideJson };
}

async function findTotal(database: Database, id: string): Promise<string | undefined> {
  const [row] = await database
    .select({ totalTiyn: calculationRuns.totalTiyn })
    .from(calculationRuns)
    .where(eq(calculationRuns.id, id));
  return row?.totalTiyn;
}

async function findLines(
  database: Database,
  id: string,
  { limit, after }: PageRequest,
): Promise<Page<RunLine> | undefined> {
  if ((await findTotal(database, id)) === undefined) return undefined;
  const rows = await database
    .select()
    .from(allocationLines)
    .where(
      and(
        eq(allocationLines.runId, id),
        after === undefined ? undefined : gt(allocationLines.position, Number(after)),
      ),
    )
    .orderBy(asc(allocationLines.position))
    .limit(limit + 1);
  return pageOf(rows, limit, {
    item: ({ runId: _run, position: _position, cases, ...line }) => ({
      ...line,
      cases: casesOf(cases),
    }),
    cursor: ({ position }) => `${position}`,
  });
}

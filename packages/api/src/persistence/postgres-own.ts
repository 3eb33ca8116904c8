/** The lines of a director's organisations, read where the database shows no others. */
import { type Label, lineName } from "@zhanbasy/core";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { OwnAllocationStore, OwnOrganisation } from "../usecases/publication-ports.ts";
import type { Database } from "./database.ts";
import type { OwnDatabase } from "./own-database.ts";
import { allocationLines, calculationRuns, organisations, registerSnapshots } from "./schema.ts";

/** Own lines: which register is meant is asked of the city, all of it that matters of `own`. */
export function createOwnAllocationStore(database: Database, own: OwnDatabase): OwnAllocationStore {
  return {
    find: async (organisationIds, runId) => {
      const [run] = await database
        .select({ snapshotId: registerSnapshots.id, lineLabels: calculationRuns.lineLabels })
        .from(calculationRuns)
        .innerJoin(registerSnapshots, eq(registerSnapshots.hash, calculationRuns.registerHash))
        .where(eq(calculationRuns.id, runId));
      if (run === undefined) return [];
      const labels = run.lineLabels as Readonly<Record<string, Label>>;
      const asked = { ids: [...organisationIds], snapshotId: run.snapshotId, runId, labels };
      return own.withOrganisations(asked.ids, (bound) => readOwn(bound, asked));
    },
  };
}

async function readOwn(
  database: Database,
  asked: {
    readonly ids: string[];
    readonly snapshotId: number;
    readonly runId: string;
    readonly labels: Readonly<Record<string, Label>>;
  },
): Promise<readonly OwnOrganisation[]> {
  const { ids, snapshotId, runId, labels } = asked;
  const found = await database
    .select({
      id: organisations.organisationId,
      nameRu: organisations.nameRu,
      nameKk: organisations.nameKk,
    })
    .from(organisations)
    .where(
      and(eq(organisations.snapshotId, snapshotId), inArray(organisations.organisationId, ids)),
    )
    .orderBy(asc(organisations.position));
  const lines = await database
    .select()
    .from(allocationLines)
    .where(and(eq(allocationLines.runId, runId), inArray(allocationLines.organisationId, ids)))
    .orderBy(asc(allocationLines.position));
  return found.map((each) => ({
    ...each,
    lines: lines
      .filter(({ organisationId }) => organisationId === each.id)
      .map(({ tier, budgetCode, method, amountTiyn, headcount }) => {
        const label = labels[lineName({ tier, budgetCode, method })] ?? null;
        return { tier, budgetCode, label, method, amountTiyn, headcount };
      }),
  }));
}

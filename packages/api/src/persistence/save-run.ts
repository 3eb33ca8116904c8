/** Writes a run with its lines in one transaction. */
import type { NewRun, NewRunLine } from "../usecases/ports.ts";
import type { Database } from "./database.ts";
import { insertList, listColumn } from "./insert-list.ts";
import { allocationLines, calculationRuns } from "./schema.ts";

/** Keeps the run; its register and its methodology must be kept before. */
export async function saveRun(database: Database, run: NewRun): Promise<void> {
  const { asOf, envelope, lines } = run;
  await database.transaction(async (transaction) => {
    await transaction.insert(calculationRuns).values({
      id: run.id,
      registerHash: run.registerHash,
      methodologyHash: run.methodologyHash,
      budgetYear: asOf.budgetYear,
      knownOn: asOf.knownOn,
      envelopeTiyn: envelope?.limit.toString() ?? null,
      envelopeStatus: envelope?.status ?? null,
      resultHash: run.resultHash,
      engineVersion: run.engineVersion,
      totalTiyn: run.total.toString(),
      organisationCount: run.organisationCount,
      lineCount: lines.length,
      lineLabels: run.lineLabels,
      assumed: run.assumed,
      warnings: run.warnings,
      weak: run.weak,
      name: run.name ?? null,
      scenarioId: run.scenario?.id ?? null,
      revision: run.scenario?.revision ?? null,
      scenario: run.scenario?.document ?? null,
      identity: run.scenario?.identity ?? null,
      createdAt: run.createdAt,
    });
    const owner = { column: "run_id", id: run.id, type: "uuid" } as const;
    await transaction.execute(
      insertList(allocationLines, owner, [
        listColumn("organisation_id", "text", lines, ({ organisationId }) => organisationId),
        listColumn("tier", "text", lines, ({ tier }) => tier),
        listColumn("budget_code", "text", lines, ({ budgetCode }) => budgetCode),
        listColumn("method", "text", lines, ({ method }) => method),
        listColumn("amount_tiyn", "numeric", lines, ({ amount }) => amount.toString()),
        listColumn("headcount", "text", lines, ({ headcount }) => headcount),
        {
          ...listColumn("cases", "text", lines, ({ cases }) => casesText(cases)),
          cast: "jsonb",
        },
      ]),
    );
  });
}

function casesText(cases: NewRunLine["cases"]): string | null {
  return cases.length === 0 ? null : JSON.stringify(cases);
}

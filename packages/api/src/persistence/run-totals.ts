/** Every way of adding up the lines of a run; each must give the total the run was kept with. */
import { CITYWIDE, InvariantViolation } from "@zhanbasy/core";
import { eq, sql } from "drizzle-orm";
import type { MemberAmount, RunTotals } from "../contract.ts";
import type { Database } from "./database.ts";
import { allocationLines, calculationRuns, organisations, registerSnapshots } from "./schema.ts";

type Line = Pick<
  typeof allocationLines.$inferSelect,
  "organisationId" | "tier" | "budgetCode" | "method" | "amountTiyn"
>;

/**
 * The totals of a run that exists; stops with an `InvariantViolation` when they do not close.
 */
export async function findRunTotals(
  database: Database,
  runId: string,
  totalTiyn: string,
): Promise<RunTotals> {
  const [lines, districts] = await Promise.all([
    readLines(database, runId),
    readDistricts(database, runId),
  ]);
  const by = (memberOf: (line: Line) => string): readonly MemberAmount[] => {
    const sums = addBy(lines, memberOf);
    const total = [...sums.values()].reduce((sum, amount) => sum + amount, 0n);
    if (total.toString() !== totalTiyn) {
      throw new InvariantViolation(`run ${runId} adds up to its total`);
    }
    return [...sums]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([id, amount]) => ({ id, amountTiyn: amount.toString() }));
  };
  return {
    totalTiyn,
    byTier: by(({ tier }) => tier),
    byDistrict: by(({ organisationId }) =>
      organisationId === "" ? CITYWIDE : (districts.get(organisationId) ?? ""),
    ),
    byBudgetCode: by(({ budgetCode }) => budgetCode),
    byMethod: by(({ method }) => method),
  };
}

function readLines(database: Database, runId: string): Promise<readonly Line[]> {
  return database
    .select({
      organisationId: allocationLines.organisationId,
      tier: allocationLines.tier,
      budgetCode: allocationLines.budgetCode,
      method: allocationLines.method,
      amountTiyn: allocationLines.amountTiyn,
    })
    .from(allocationLines)
    .where(eq(allocationLines.runId, runId))
    .execute();
}

async function readDistricts(
  database: Database,
  runId: string,
): Promise<ReadonlyMap<string, string>> {
  const snapshot = database
    .select({ id: registerSnapshots.id })
    .from(calculationRuns)
    .innerJoin(registerSnapshots, eq(registerSnapshots.hash, calculationRuns.registerHash))
    .where(eq(calculationRuns.id, runId));
  const rows = await database
    .select({
      id: organisations.organisationId,
      district: sql<string>`coalesce(${organisations.attributes} ->> 'district', '')`,
    })
    .from(organisations)
    .where(eq(organisations.snapshotId, snapshot));
  return new Map(rows.map(({ id, district }) => [id, district]));
}

function addBy(
  lines: readonly Line[],
  memberOf: (line: Line) => string,
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const member = memberOf(line);
    sums.set(member, (sums.get(member) ?? 0n) + BigInt(line.amountTiyn));
  }
  return sums;
}

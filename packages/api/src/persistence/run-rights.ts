/**
 * What the role that serves may do in the database, table by table; all else it may not.
 *
 * It owns nothing. What is kept for good it reads and adds to; where a row does change, only the
 * columns that are meant to.
 */
import type { PoolClient } from "pg";

export type TableRight = "SELECT" | "INSERT" | "UPDATE" | "DELETE";

export type TableRights = {
  readonly rights: readonly TableRight[];
  /** Columns that may be changed where the table as a whole may not. */
  readonly updates: readonly string[];
};

const KEPT: TableRights = { rights: ["SELECT", "INSERT"], updates: [] };
const PASSING: TableRights = { rights: ["SELECT", "INSERT", "UPDATE", "DELETE"], updates: [] };

/** By the name of the table; every table stands here. */
export const RUN_RIGHTS = {
  register_snapshots: KEPT,
  register_sources: KEPT,
  organisations: KEPT,
  headcounts: KEPT,
  register_facts: KEPT,
  estimates: KEPT,
  last_year_lines: KEPT,
  methodologies: KEPT,
  calculation_runs: KEPT,
  allocation_lines: KEPT,
  scenarios: { ...KEPT, updates: ["name", "state", "is_archived", "revision"] },
  scenario_revisions: KEPT,
  scenario_edits: KEPT,
  scenario_steps: KEPT,
  publications: KEPT,
  grounds: KEPT,
  ground_confirmations: KEPT,
  finding_decisions: KEPT,
  audit_entries: KEPT,
  /** Nobody is removed: the journal names them. */
  people: { rights: ["SELECT", "INSERT", "UPDATE"], updates: [] },
  person_organisations: { rights: ["SELECT", "INSERT", "DELETE"], updates: [] },
  sessions: PASSING,
  accounts: PASSING,
  verifications: PASSING,
  sign_in_failures: PASSING,
  invitations: { ...KEPT, updates: ["accepted_at", "accepted_by", "revoked_at"] },
} as const satisfies Readonly<Record<string, TableRights>>;

/** The tables whose rows are never changed. */
export function immutableTables(): readonly string[] {
  return Object.entries<TableRights>(RUN_RIGHTS)
    .filter(([, rights]) => rights === KEPT)
    .map(([table]) => table);
}

/**
 * Gives the role these rights and takes away all others, in one transaction of the owner: whoever
 * serves meanwhile never lacks one.
 */
export async function grantRunRights(owner: PoolClient, role: string): Promise<void> {
  const to = owner.escapeIdentifier(role);
  const statements = [
    `REVOKE ALL ON ALL TABLES IN SCHEMA public, drizzle FROM PUBLIC, ${to}`,
    `REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, drizzle FROM PUBLIC, ${to}`,
    `REVOKE CREATE ON SCHEMA public, drizzle FROM PUBLIC, ${to}`,
    `GRANT USAGE ON SCHEMA public, drizzle TO ${to}`,
    `GRANT SELECT ON drizzle.__drizzle_migrations TO ${to}`,
    `GRANT EXECUTE ON FUNCTION analyze_registers() TO ${to}`,
    ...Object.entries<TableRights>(RUN_RIGHTS).flatMap(([table, { rights, updates }]) => [
      `GRANT ${rights.join(", ")} ON ${table} TO ${to}`,
      ...(updates.length === 0
        ? []
        : [`GRANT UPDATE (${updates.join(", ")}) ON ${table} TO ${to}`]),
    ]),
  ];
  await owner.query("BEGIN");
  try {
    await owner.query(statements.join(";\n"));
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}
